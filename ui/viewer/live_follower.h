#pragma once

#include "ui/viewer/player_link.h"

#include "core/playback/live_edge.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace cutaway::ui {

class ViewerPanel;

/// The live side of a viewer whose angle still grows: says in the panel how far behind the edge its playhead
/// is, joins at the edge, and keeps up with it until a hand takes the player elsewhere. GUI thread.
class LiveFollower : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    LiveFollower(PlayerLink& player, ViewerPanel* panel, QObject* parent);

    /// The angle in view grows, and so much of it is there by now; the same again as it gets longer.
    void grewTo(FrameRate rate, std::int64_t frames);
    /// What is in view does not grow, or not any more.
    void end();
    bool isLive() const { return m_edge.has_value(); }

    /// Plays at the edge and stays there. False: nothing here grows.
    bool goLive();
    bool isChasing() const { return m_chasing; }
    /// As the badge says it: 13 is "-1.3 s".
    std::int64_t tenthsBehind() const;

private:
    void look();
    void chase();
    void join();
    void stopChasing();

    PlayerLink& m_player;
    QPointer<ViewerPanel> m_panel;
    std::optional<playback::LiveEdge> m_edge;
    bool m_chasing = false;
    bool m_faster = false;
    bool m_own = false; ///< what the player is told now comes from here
    QTimer m_look;
};

} // namespace cutaway::ui
