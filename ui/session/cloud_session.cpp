#include "ui/session/cloud_session.h"

#include "core/catalogue/growth.h"

#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <filesystem>
#include <utility>

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
    m_media = std::make_shared<playback::TamsMediaAccess>(m_tams);
    m_sources = std::make_shared<tams::SourceCache>(
        m_tams, [media = m_media](const Uuid& id) { return media->keptView(id); });
    m_info = {};
    m_state.embedded = embedded;
    m_state.name = embedded ? tr("This computer")
                            : QUrl(QString::fromStdString(connection.url)).authority(QUrl::FullyEncoded);
    setState(Kind::Connecting);

    const int generation = ++m_generation;
    findDisk(connection);
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

/// Media of a distant cloud is kept on this computer, under a key of the system's keychain; of a cloud on
/// this computer it is not kept twice. Who a user is, their token says.
void CloudSession::findDisk(const tams::Connection& connection) {
    const bool forGood = std::exchange(m_offline, nullptr) != nullptr;
    if (tams::isLoopback(connection.url)) {
        m_disk.reset();
        m_diskFor.clear();
        return;
    }
    playback::DiskCache::Options options;
    options.store = tams::originOf(connection.url);
    options.user = Uuid::named({}, connection.token).toString();
    if (m_disk && m_diskFor == options.store + options.user) {
        m_media->useDisk(m_disk);
        if (forGood)
            m_offline = std::make_shared<playback::OfflineStore>(m_media, m_disk);
        return;
    }
    m_disk.reset();
    m_diskFor = options.store + options.user;
    options.folder =
        std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::CacheLocation).toStdString()) /
        "media" / Uuid::named({}, options.store).toString();
    m_keys.find(QString::fromStdString(options.store),
                [this, options, generation = m_generation](const std::optional<playback::DiskCache::Key>& key,
                                                           const QString& sentence) mutable {
                    if (generation != m_generation)
                        return;
                    options.key = key;
                    openDisk(std::move(options), sentence);
                });
}

void CloudSession::openDisk(playback::DiskCache::Options options, const QString& sentence) {
    struct Opened {
        std::shared_ptr<playback::DiskCache> disk;
        std::shared_ptr<playback::OfflineStore> offline;
    };
    m_tasks.run(
        this,
        [options = std::move(options), media = m_media](std::stop_token) -> Result<Opened> {
            const bool forGood = options.key.has_value();
            CUTAWAY_TRY(auto opened, playback::DiskCache::open(options));
            const std::shared_ptr<playback::DiskCache> disk = std::move(opened);
            return Opened{disk, forGood ? std::make_shared<playback::OfflineStore>(media, disk) : nullptr};
        },
        [this, sentence, generation = m_generation](const Result<Opened>& opened) {
            if (generation != m_generation)
                return;
            if (!opened) {
                Q_EMIT mediaKept(QString::fromStdString(opened.error().message));
                return;
            }
            m_disk = opened->disk;
            m_offline = opened->offline;
            m_media->useDisk(m_disk);
            Q_EMIT mediaKept(sentence);
        });
}

std::string CloudSession::nameForKeeping() const {
    return m_state.embedded ? "this computer" : tams::originOf(m_connection.url);
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
        if (back) {
            m_media->refresh(); // what was played from this computer meanwhile may have changed
            Q_EMIT reloadNeeded();
        }
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

void CloudSession::onGrowth(const catalogue::FlowGrowth& growth) {
    m_media->grew(growth.flowId, growth.added);
    const auto before = m_sources->peek(growth.flowId);
    const auto view = growth.added ? m_sources->grew(growth.flowId, *growth.added) : std::nullopt;
    if (!view) {
        m_sources->forget(growth.sourceId);
        Q_EMIT sourceGrew(before ? before->sourceId : growth.sourceId);
    } else if (!before || before->frameCount() != view->frameCount()) {
        Q_EMIT sourceGrew(view->sourceId); // pictures and sound are there up to a later moment
    }
}

void CloudSession::askGrowth(const Uuid& sourceId) {
    if (!m_tams)
        return;
    m_tasks.run(
        this,
        [tams = m_tams, sourceId](std::stop_token stop) {
            return tams::resolveSource(*tams, sourceId, stop);
        },
        [this, generation = m_generation](const Result<tams::SourceView>& now) {
            if (!now || generation != m_generation)
                return;
            const auto before = m_sources->peek(now->sourceId);
            if (before == *now)
                return;
            for (const tams::FlowView& flow : now->flows) {
                const auto& known = before ? before->flows : std::vector<tams::FlowView>{};
                const auto was = std::find_if(known.begin(), known.end(), [&](const tams::FlowView& one) {
                    return one.flowId == flow.flowId;
                });
                if (was == known.end() || was->growing != flow.growing || !was->available.end())
                    m_media->grew(flow.flowId, std::nullopt);
                else if (was->available != flow.available)
                    m_media->grew(flow.flowId, flow.available.intersection(
                                                   TimeRange::make(was->available.end(), std::nullopt)));
            }
            m_sources->put(*now);
            Q_EMIT sourceGrew(now->sourceId);
        });
}

void CloudSession::onEvent(const catalogue::StreamEvent& event) {
    if (event.type == "job") {
        if (const auto job = catalogue::jobFromJson(event.data))
            Q_EMIT jobChanged(*job);
    } else if (event.type == "unit") {
        Q_EMIT unitChanged(idIn(event.data, "id"));
    } else if (event.type == "flow") {
        if (const auto growth = catalogue::flowGrowthFromJson(event.data))
            onGrowth(*growth);
    } else if (event.type == "project") {
        Q_EMIT projectChanged(idIn(event.data, "id"), idIn(event.data, "head"));
    } else if (event.type == "people") {
        if (const auto people = catalogue::projectPeopleFromJson(event.data))
            Q_EMIT peopleChanged(*people);
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
