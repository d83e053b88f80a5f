#pragma once

#include "core/playback/audio_output.h"
#include "core/timeline/edits/trim_sides.h"

#include <QObject>

#include <cstdint>
#include <vector>

namespace cutaway::ui {

class CloudSession;
class PlayerLink;
class SessionLink;
class TrimPane;
class VideoView;
class ViewerPanel;

/// Both sides of an edit, seen in the viewers. In hand, the last frame before it stands where the source
/// viewer's picture is, while the programme viewer shows the first one behind it. Dragged with the mouse, a
/// trim shows two frames and a slip four. Played by J, K and L, both sides move.
class TrimMonitor : public QObject {
    Q_OBJECT

public:
    TrimMonitor(CloudSession& cloud, SessionLink& link, ViewerPanel& source, ViewerPanel& programme,
                playback::AudioOutput* audio);
    ~TrimMonitor() override;

    bool isVisible() const;
    /// The last frame before the edit, while it is in view.
    VideoView* view() const;
    /// "Last frame of 1 FIXED, 10:14:32:07".
    QString caption() const;
    const TrimPane& leaving() const { return *m_leaving; }
    const TrimPane& coming() const { return *m_coming; }

    /// Frames of the sequence on both sides of what the mouse drags, in order; none when it is over.
    void showEdges(const std::vector<std::int64_t>& frames);

    /// Both sides are about to be played; null sides stand still on the edit. The one that leads.
    PlayerLink& beginPlay(const timeline::TrimSides& sides);
    /// The other one, when it moves as well.
    PlayerLink* follower() const { return m_follower; }
    void showMoved(); ///< the edit has moved: what is said of it follows
    void endPlay();

private:
    enum class Mode { InHand, Dragged, Played };
    void follow();
    void dismiss();
    void park(TrimPane& pane, std::size_t index, std::int64_t frame, bool last);
    void say(TrimPane& pane, std::size_t index, std::int64_t frame, bool last);

    CloudSession& m_cloud;
    SessionLink& m_link;
    TrimPane* m_leaving; ///< over the source viewer
    TrimPane* m_coming;  ///< over the programme viewer
    PlayerLink* m_follower = nullptr;
    Mode m_mode = Mode::InHand;
};

} // namespace cutaway::ui
