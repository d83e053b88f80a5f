#pragma once

#include "core/timeline/edits/trim_sides.h"

#include <QObject>
#include <QPointer>

namespace cutaway::ui {

class PlayerLink;
class SessionLink;
class TrimMonitor;

/// An edit in hand that is played: J and L move it as its side plays, faster with each press and slowly with
/// K held, and where playing stops the edit stays. What was in view then is its last frame ahead of the edit,
/// or its first one behind it; all of it is one step.
class TrimPlay : public QObject {
    Q_OBJECT

public:
    /// A press of the mouse on `timeline` ends it first.
    TrimPlay(SessionLink& link, TrimMonitor& monitor, QWidget& timeline, QObject* parent);

    /// There is an edit in hand and the playhead stands at it.
    bool isReady() const;
    bool isRunning() const { return m_running; }
    /// Who plays it; only while ready or running.
    PlayerLink& player();
    void shuttle(int direction);
    void finish(); ///< on the frame in view
    void cancel(); ///< where it was

Q_SIGNALS:
    void started();
    void ended(qint64 frames); ///< by which it was moved

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool prepare();
    void moved(std::int64_t position);
    void stopped();
    void close();

    SessionLink& m_link;
    TrimMonitor& m_monitor;
    timeline::TrimSides m_sides;
    QPointer<PlayerLink> m_lead;
    bool m_running = false;
    bool m_ending = false; ///< its step is being taken
};

} // namespace cutaway::ui
