#include "ui/session/cloud_session.h"

#include <QStandardPaths>
#include <QUrl>

#include <filesystem>

namespace cutaway::ui {

using Kind = CloudState::Kind;

CloudSession::CloudSession(QObject* parent)
    : QObject(parent) {}

CloudSession::~CloudSession() {
    close();
}

void CloudSession::close() {
    ++m_generation;
    m_opening.request_stop();
    m_stream.reset();
}

void CloudSession::setState(Kind kind, const QString& sentence) {
    if (kind != m_state.kind)
        m_state.since = QDateTime::currentDateTime();
    m_state.kind = kind;
    m_state.sentence = sentence;
    Q_EMIT stateChanged();
}

void CloudSession::startEmbedded(const catalogue::EmbeddedOptions& options) {
    close();
    m_embedded = options;
    m_connection = {};
    m_state.embedded = true;
    m_state.name = tr("This computer");
    setState(Kind::Starting);
    m_opening = m_tasks.run(
        this, [options](std::stop_token stop) { return catalogue::attachOrStart(options, stop); },
        [this](const Result<catalogue::EmbeddedCloud>& started) {
            if (!started) {
                setState(Kind::Failed, QString::fromStdString(started.error().message));
                return;
            }
            open(started->connection, true);
        });
}

void CloudSession::connectTo(const tams::Connection& connection) {
    close();
    m_embedded = {};
    open(connection, false);
}

void CloudSession::open(const tams::Connection& connection, bool embedded) {
    m_connection = connection;
    auto http = std::make_shared<tams::HttpClient>(connection);
    m_cloud = std::make_shared<catalogue::CloudClient>(http);
    m_tams = std::make_shared<tams::TamsClient>(http);
    m_sources = std::make_shared<tams::SourceCache>(m_tams);
    m_media = std::make_shared<playback::TamsMediaAccess>(m_tams, diskFor(connection));
    m_info = {};
    m_state.embedded = embedded;
    m_state.name = embedded ? tr("This computer")
                            : QUrl(QString::fromStdString(connection.url)).authority(QUrl::FullyEncoded);
    setState(Kind::Connecting);

    const int generation = ++m_generation;
    const auto ours = [this, generation](auto run) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, run] {
                if (generation == m_generation)
                    run();
            },
            Qt::QueuedConnection);
    };
    m_stream = std::make_unique<catalogue::EventStream>(
        http, [this, ours](const catalogue::StreamEvent& event) { ours([this, event] { onEvent(event); }); },
        [this, ours](catalogue::LinkState link, const std::string& sentence) {
            ours([this, link, text = QString::fromStdString(sentence)] { onLink(link, text); });
        });
    askForInfo();
    Q_EMIT opened();
}

/// Where media of a distant cloud is kept while the editor runs; null for a cloud on this computer, and when
/// another editor keeps its own there.
std::shared_ptr<playback::DiskCache> CloudSession::diskFor(const tams::Connection& connection) {
    if (tams::isLoopback(connection.url))
        return nullptr;
    const std::string origin = tams::originOf(connection.url);
    if (m_disk && m_diskOrigin == origin)
        return m_disk;
    playback::DiskCache::Options options;
    options.store = origin;
    options.folder =
        std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::CacheLocation).toStdString()) /
        "media" / Uuid::named({}, origin).toString();
    auto disk = playback::DiskCache::open(std::move(options));
    m_disk = disk ? std::shared_ptr<playback::DiskCache>(std::move(*disk)) : nullptr;
    m_diskOrigin = origin;
    return m_disk;
}

void CloudSession::askForInfo() {
    m_opening = m_tasks.run(
        this, [cloud = m_cloud](std::stop_token stop) { return cloud->cloud(stop); },
        [this](const Result<catalogue::CloudInfo>& info) {
            if (!info)
                return; // the stream says what is wrong
            m_info = *info;
            if (!m_state.embedded && !info->name.empty())
                m_state.name = QString::fromStdString(info->name);
            Q_EMIT stateChanged();
        });
}

void CloudSession::retry() {
    if (m_state.kind == Kind::Failed && m_state.embedded && !m_embedded.dataFolder.empty()) {
        startEmbedded(m_embedded);
        return;
    }
    if (m_state.kind == Kind::Away && m_state.embedded && !m_embedded.dataFolder.empty()) {
        // It may have been ended: attaching finds it if it still runs, and starts it otherwise.
        startEmbedded(m_embedded);
        return;
    }
    if (m_stream)
        m_stream->retryNow();
}

void CloudSession::onLink(catalogue::LinkState link, const QString& sentence) {
    switch (link) {
    case catalogue::LinkState::Connecting:
        if (m_state.kind == Kind::None)
            setState(Kind::Connecting);
        return;
    case catalogue::LinkState::Connected: {
        const bool back = m_state.kind == Kind::Away || m_state.kind == Kind::Unauthorised;
        setState(Kind::Connected);
        if (m_info.id.isNil())
            askForInfo();
        if (back)
            Q_EMIT reloadNeeded();
        return;
    }
    case catalogue::LinkState::Lost:
        setState(Kind::Away, sentence);
        return;
    case catalogue::LinkState::Unauthorised:
        setState(Kind::Unauthorised, sentence);
        return;
    }
}

namespace {

Uuid idIn(const tams::Json& data, const char* field) {
    if (!data.is_object() || !data.contains(field) || !data[field].is_string())
        return {};
    const auto id = Uuid::parse(data[field].get<std::string>());
    return id ? *id : Uuid();
}

} // namespace

void CloudSession::onEvent(const catalogue::StreamEvent& event) {
    if (event.type == "job") {
        if (const auto job = catalogue::jobFromJson(event.data))
            Q_EMIT jobChanged(*job);
    } else if (event.type == "unit") {
        Q_EMIT unitChanged(idIn(event.data, "id"));
    } else if (event.type == "flow") {
        const Uuid source = idIn(event.data, "source_id");
        m_sources->forget(source);
        Q_EMIT sourceGrew(source);
    } else if (event.type == "project") {
        Q_EMIT projectChanged(idIn(event.data, "id"), idIn(event.data, "head"));
    } else if (event.type == "demo" && event.data.is_object()) {
        const auto message = event.data.find("message");
        const auto percent = event.data.find("percent");
        Q_EMIT demoProgress(message != event.data.end() && message->is_string()
                                ? QString::fromStdString(message->get<std::string>())
                                : QString(),
                            percent != event.data.end() && percent->is_number()
                                ? static_cast<int>(percent->get<double>())
                                : 0);
    } else if (event.type == "reset") {
        Q_EMIT reloadNeeded();
    }
}

} // namespace cutaway::ui
