#pragma once

#include "core/timeline/transitions.h"
#include "ui/timeline/session_link.h"
#include "ui/timeline/time_scale.h"
#include "ui/timeline/track_rows.h"

#include <QPoint>

#include <optional>
#include <vector>

namespace cutaway::ui {

/// What lies under the mouse.
struct TimelineHit {
    std::optional<TrackRow> row;
    std::optional<timeline::ClipPlace> clip;
    std::optional<timeline::Edge> edge; ///< within the trim zone of the clip
    /// One whose box is under the mouse; `side` when it is one of the ends of it.
    std::optional<timeline::TransitionPlace> transition;
    std::optional<timeline::Edge> side;
    std::optional<timeline::Edge> fade;   ///< the handle of a fade that is not there yet
    std::optional<std::int64_t> keyframe; ///< a unit of the clip that has some
    std::int64_t frame = 0;
};

TimelineHit hitAt(const timeline::Sequence& sequence, const std::vector<TrackRow>& rows,
                  const TimeScale& scale, QPoint inTracks);

/// What a drag shows while it is under way.
struct DragFeedback {
    QString label;                         ///< "+12 f 00:00:04:21"
    std::optional<std::int64_t> snapFrame; ///< a line through all tracks
    std::optional<std::int64_t> edgeFrame; ///< the bracket of a trim
    bool atLimit = false;                  ///< the media ends here: red
    timeline::Edge edge = timeline::Edge::Tail;
    std::set<Uuid> clips; ///< whose edges move
    /// Frames of the sequence on both sides of what moves: two at an edge, four around a slipped clip.
    std::vector<std::int64_t> edges;
};

/// One drag with the mouse, from press to release: what it does is decided when it begins and previewed by
/// the session, so that the whole drag is one step.
class TimelineDrag {
public:
    /// `control`: Ctrl was held when it began (ripple while trimming; insert while moving).
    TimelineDrag(SessionLink& link, const TimelineHit& start, bool control);

    /// The mouse is `frames` frames and `rows` rows from where it was pressed; snaps within `reach` frames.
    DragFeedback move(std::int64_t frames, int rows, std::int64_t reach);
    void finish();
    void cancel();

private:
    enum class Kind { Move, Rearrange, Trim, Slip, Slide, Transition, Fade, Keyframe };
    DragFeedback moveTo(std::int64_t frames, int rows, std::int64_t reach);
    DragFeedback trimTo(std::int64_t frames, std::int64_t reach);
    DragFeedback slipTo(std::int64_t frames);
    DragFeedback slideTo(std::int64_t frames);
    DragFeedback transitionTo(std::int64_t frames);
    DragFeedback fadeTo(std::int64_t frames);
    DragFeedback keyframeTo(std::int64_t frames, std::int64_t reach);

    SessionLink& m_link;
    Kind m_kind = Kind::Move;
    timeline::ClipPlace m_clip;
    timeline::UnitRange m_frames; ///< of the clip that was pressed
    timeline::EdgeHandle m_handle;
    std::optional<timeline::TransitionPlace> m_transition;
    timeline::Edge m_side = timeline::Edge::Tail;
    std::int64_t m_keyframe = 0; ///< frame of the sequence
};

} // namespace cutaway::ui
