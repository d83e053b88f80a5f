#include "ui/cut/take_outbox.h"

#include "ui/session/cloud_session.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <system_error>
#include <utility>

namespace cutaway::ui {

namespace {
constexpr int againMilliseconds = 3000;
} // namespace

TakeOutbox::TakeOutbox(CloudSession& cloud, std::filesystem::path folder, QObject* parent)
    : QObject(parent)
    , m_cloud(cloud)
    , m_folder(std::move(folder)) {
    m_again.setSingleShot(true);
    m_again.setInterval(againMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &TakeOutbox::sendAll);
    connect(&cloud, &CloudSession::stateChanged, this, &TakeOutbox::sendAll);
    connect(&cloud, &CloudSession::jobChanged, this, [this](const catalogue::Job& job) { look(job.id); });
    load();
    sendAll();
}

std::filesystem::path TakeOutbox::fileOf(const Uuid& id, const char* suffix) const {
    return m_folder / (id.toString() + suffix);
}

void TakeOutbox::load() {
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, problem)) {
        if (entry.path().extension() != ".json")
            continue;
        const auto id = Uuid::parse(entry.path().stem().string());
        QFile file(QString::fromStdString(entry.path().string()));
        if (!id || !file.open(QIODevice::ReadOnly) || !std::filesystem::exists(fileOf(*id, ".wav")))
            continue;
        m_takes[*id].name =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("name")).toString();
    }
}

void TakeOutbox::add(const VoiceTake& take) {
    // On disk before anything refers to it.
    QSaveFile file(QString::fromStdString(fileOf(take.id, ".json").string()));
    const QByteArray words =
        QJsonDocument(QJsonObject{{QStringLiteral("name"), take.name}}).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(words) != words.size() || !file.commit())
        Q_EMIT status(tr("The take is kept at %1, but not noted for sending: %2")
                          .arg(QString::fromStdString(take.file.string()), file.errorString()));
    m_takes[take.id].name = take.name;
    Q_EMIT changed();
    sendAll();
}

void TakeOutbox::sendAll() {
    if (!m_cloud.isConnected())
        return;
    for (auto& [id, entry] : m_takes) {
        if (entry.failed)
            continue;
        if (entry.ordered)
            look(id);
        else if (!entry.sending)
            send(id, entry);
    }
    if (!m_takes.empty())
        m_again.start();
}

void TakeOutbox::send(const Uuid& id, Entry& entry) {
    entry.sending = true;
    catalogue::IngestRequest request;
    request.id = id;
    request.uploadId = id;
    request.label = entry.name.toStdString();
    request.startTime = Timestamp{};
    m_cloud.tasks().run(
        this,
        [cloud = m_cloud.cloud(), request, file = fileOf(id, ".wav")](std::stop_token stop) -> Result<void> {
            CUTAWAY_CHECK(cloud->upload(request.uploadId, file, {}, stop));
            CUTAWAY_TRY(const catalogue::Job job, cloud->ingest(request, stop));
            return {};
        },
        [this, id](const Result<void>& sent) {
            const auto found = m_takes.find(id);
            if (found == m_takes.end())
                return;
            found->second.sending = false;
            found->second.ordered = sent.ok();
            if (sent)
                look(id);
            else if (const QString why = QString::fromStdString(sent.error().message);
                     sent.error().category != ErrorCategory::Unavailable &&
                     sent.error().category != ErrorCategory::Timeout &&
                     std::exchange(found->second.said, why) != why)
                Q_EMIT status(tr("%1 waits on this computer: %2").arg(found->second.name, why));
        });
}

void TakeOutbox::look(const Uuid& id) {
    const auto known = m_takes.find(id);
    if (known == m_takes.end() || known->second.sending || !m_cloud.cloud())
        return;
    known->second.sending = true;
    m_cloud.tasks().run(
        this, [cloud = m_cloud.cloud(), id](std::stop_token stop) { return cloud->job(id, stop); },
        [this, id](const Result<catalogue::Job>& job) {
            const auto entry = m_takes.find(id);
            if (entry == m_takes.end())
                return;
            entry->second.sending = false;
            if (!job) {
                entry->second.ordered =
                    job.error().category != ErrorCategory::NotFound && entry->second.ordered;
                return;
            }
            if (job->state == catalogue::JobState::Delivered) {
                remove(id);
                Q_EMIT arrived(Uuid::named(id, "source"));
            } else if (job->state == catalogue::JobState::Failed &&
                       !std::exchange(entry->second.failed, true)) {
                Q_EMIT status(
                    tr("The cloud could not take in %1. It stays on this computer.").arg(entry->second.name));
            }
        });
}

void TakeOutbox::remove(const Uuid& id) {
    std::error_code ignored;
    std::filesystem::remove(fileOf(id, ".json"), ignored);
    std::filesystem::remove(fileOf(id, ".wav"), ignored);
    m_takes.erase(id);
    Q_EMIT changed();
}

} // namespace cutaway::ui
