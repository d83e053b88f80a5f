#pragma once

#include "ui/session/cloud_session.h"

#include <QObject>
#include <QString>

#include <memory>
#include <set>
#include <stop_token>

namespace cutaway::ui {

/// What a fetch on another thread says; it may outlive whom it tells.
class FetchLink : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void came(qint64 done, qint64 total);
};

/// What the user wants on this computer, to play without the cloud: one fetch at a time, off the GUI thread.
/// Lives on the GUI thread.
class OfflineMedia : public QObject {
    Q_OBJECT

public:
    explicit OfflineMedia(CloudSession& session, QObject* parent = nullptr);
    ~OfflineMedia() override;

    /// Why nothing can be made available offline now; empty when it can.
    QString obstacle() const;
    bool isFetching() const { return m_fetching; }
    /// Fetches frames of an angle that goes by this name.
    void fetch(const Uuid& sourceId, const playback::FrameStretch& stretch, const QString& name);
    void cancel();
    void remove(const Uuid& sourceId, const QString& name);
    /// Something of this angle is here.
    bool isHere(const Uuid& sourceId) const { return m_here.contains(sourceId); }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const QString& sentence); ///< a fetch has ended, or something was removed
    void changed();                         ///< other angles are here than before

private:
    void look();

    CloudSession& m_session;
    const std::shared_ptr<FetchLink> m_link = std::make_shared<FetchLink>();
    std::stop_source m_stop;
    std::set<Uuid> m_here;
    bool m_fetching = false;
};

} // namespace cutaway::ui
