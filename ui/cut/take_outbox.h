#pragma once

#include "ui/cut/voice_recorder.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <map>

namespace cutaway::ui {

class CloudSession;

/// Takes on their way to the cloud: kept on this computer with what they are, until the cloud has taken them
/// in. While it is away they wait, over a restart too. GUI thread.
class TakeOutbox : public QObject {
    Q_OBJECT

public:
    /// What waits in `folder` from an earlier run is sent as soon as there is a cloud.
    TakeOutbox(CloudSession& cloud, std::filesystem::path folder, QObject* parent = nullptr);

    const std::filesystem::path& folder() const { return m_folder; }
    /// Its file is in the folder already.
    void add(const VoiceTake& take);
    std::size_t waiting() const { return m_takes.size(); }

Q_SIGNALS:
    void changed();
    void status(const QString& sentence);
    void arrived(const cutaway::Uuid& source); ///< it plays now

private:
    struct Entry {
        QString name;
        bool sending = false;
        bool ordered = false; ///< the ingest is under way
        bool failed = false;  ///< the cloud has said so: not asked again until the next start
        QString said;         ///< why it was not sent; the same is not said again
    };
    void load();
    void sendAll();
    void send(const Uuid& id, Entry& entry);
    void look(const Uuid& id);
    void remove(const Uuid& id);
    std::filesystem::path fileOf(const Uuid& id, const char* suffix) const;

    CloudSession& m_cloud;
    std::filesystem::path m_folder;
    std::map<Uuid, Entry> m_takes;
    QTimer m_again; ///< what failed or is under way is looked at again
};

} // namespace cutaway::ui
