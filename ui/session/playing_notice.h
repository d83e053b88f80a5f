#pragma once

#include "core/base/uuid.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <set>

namespace cutaway::ui {

class CloudSession;

/// Tells the cloud while any viewer plays, so that background work there stands still. Lives on the GUI
/// thread and never waits: what could not be told is told a little later, and the cloud forgets a window that
/// died by itself.
class PlayingNotice : public QObject {
    Q_OBJECT

public:
    explicit PlayingNotice(CloudSession& session, QObject* parent = nullptr);

    /// Call it as often as you like; only changes are told at once.
    void setPlaying(const QObject* viewer, bool playing);

private:
    void tell(bool playing);

    CloudSession& m_session;
    const Uuid m_client = Uuid::random();
    std::set<const QObject*> m_playing;
    bool m_told = false;  ///< what the cloud heard last
    bool m_asked = false; ///< a call is under way; the next waits for it, so that they stay in order
    QTimer m_repeat;
};

} // namespace cutaway::ui
