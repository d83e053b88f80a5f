#pragma once

#include "ui/session/media_key.h"
#include "ui/session/task_runner.h"

#include "core/catalogue/client.h"
#include "core/catalogue/embedded.h"
#include "core/catalogue/stream.h"
#include "core/playback/offline_store.h"
#include "core/tams/source_view.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace cutaway::catalogue {
struct FlowGrowth;
}

namespace cutaway::ui {

/// How things stand with the cloud, as the window says it.
struct CloudState {
    enum class Kind { None, Starting, Connecting, Connected, Away, Unauthorised, Failed };
    Kind kind = Kind::None;
    QString name;     ///< of the cloud: "Meridian", or the address until it said its name
    QString sentence; ///< what is wrong and what to do; empty when connected
    QDateTime since;  ///< when it became so
    bool embedded = false;
};

/// The cloud that this window works with: its clients, its event stream and its state, in one place. Lives on
/// the GUI thread; every signal comes there. The clients are shared with those who use them, so a change of
/// cloud never pulls one away under a call.
class CloudSession : public QObject {
    Q_OBJECT

public:
    explicit CloudSession(QObject* parent = nullptr);
    ~CloudSession() override;

    void connectTo(const tams::Connection& connection);
    /// The server of this folder: attached to when it runs, else started.
    void startEmbedded(const catalogue::EmbeddedOptions& options);
    /// Asks how long an angle is by now: while the stream does not say it. sourceGrew() when it is longer.
    void askGrowth(const Uuid& sourceId);
    /// Tries again what failed, at once.
    void retry();

    const CloudState& state() const { return m_state; }
    bool isConnected() const { return m_state.kind == CloudState::Kind::Connected; }
    const catalogue::CloudInfo& info() const { return m_info; }
    /// What this cloud is called in what is kept on this computer: its origin. One on this computer has a new
    /// port with every start, and its data folder holds what is kept for it.
    std::string nameForKeeping() const;

    /// Null until there is a connection.
    const std::shared_ptr<catalogue::CloudClient>& cloud() const { return m_cloud; }
    const std::shared_ptr<tams::TamsClient>& tams() const { return m_tams; }
    const std::shared_ptr<tams::SourceCache>& sources() const { return m_sources; }
    std::shared_ptr<playback::MediaAccess> media() const { return m_media; }
    /// What is kept to play without the cloud; null where nothing is kept for good.
    const std::shared_ptr<playback::OfflineStore>& offline() const { return m_offline; }
    TaskRunner& tasks() { return m_tasks; }

Q_SIGNALS:
    void stateChanged();
    void opened();       ///< other clients than before: load everything from them
    void reloadNeeded(); ///< events were missed
    void jobChanged(const cutaway::catalogue::Job& job);
    void unitChanged(const cutaway::Uuid& unitId);
    /// Of an angle whose view is known: it is longer now, or was forgotten because more has changed.
    void sourceGrew(const cutaway::Uuid& sourceId);
    /// Fetched media is kept on this computer from now on; empty when for good, else why not.
    void mediaKept(const QString& sentence);
    void peopleChanged(const cutaway::catalogue::ProjectPeople& people); ///< who has a project open
    void projectChanged(const cutaway::Uuid& projectId, const cutaway::Uuid& head);
    /// The demo event is being made. 100 percent: done.
    void demoProgress(const QString& message, int percent);

private:
    void open(const tams::Connection& connection, bool embedded);
    void close();
    void findDisk(const tams::Connection& connection);
    void openDisk(playback::DiskCache::Options options, const QString& sentence);
    void askForInfo();
    void setState(CloudState::Kind kind, const QString& sentence = {});
    void onEvent(const catalogue::StreamEvent& event);
    void onGrowth(const catalogue::FlowGrowth& growth);
    void onLink(catalogue::LinkState link, const QString& sentence);

    CloudState m_state;
    catalogue::CloudInfo m_info;
    catalogue::EmbeddedOptions m_embedded;
    tams::Connection m_connection;
    std::shared_ptr<catalogue::CloudClient> m_cloud;
    std::shared_ptr<tams::TamsClient> m_tams;
    std::shared_ptr<tams::SourceCache> m_sources;
    std::shared_ptr<playback::TamsMediaAccess> m_media;
    std::shared_ptr<playback::DiskCache> m_disk;
    std::shared_ptr<playback::OfflineStore> m_offline;
    std::string m_diskFor; ///< whose media m_disk holds
    MediaKey m_keys;
    std::unique_ptr<catalogue::EventStream> m_stream;
    std::stop_source m_opening;
    int m_generation = 0; ///< of the connection: late events of an older one are not ours
    TaskRunner m_tasks;   ///< last: its end waits for calls that use the clients
};

} // namespace cutaway::ui
