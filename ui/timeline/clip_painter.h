#pragma once

#include "ui/timeline/media_providers.h"
#include "ui/timeline/time_scale.h"

#include "core/timeline/source_timing.h"

#include <QRect>
#include <QString>

class QPainter;

namespace cutaway::ui {

/// Everything that a clip's drawing depends on.
struct ClipLook {
    const timeline::Clip* clip = nullptr;
    bool sound = false;
    bool selected = false;
    bool trackHidden = false;     ///< muted, or not soloed: drawn as disabled clips are
    bool continuesBefore = false; ///< a through edit: nothing would be seen if the cut were not there
    bool continuesAfter = false;
    std::int64_t outOfStep = 0;                     ///< frames that its linked picture or sound is adrift
    const timeline::SourceTiming* source = nullptr; ///< null: not known (yet)
    FrameRate sequenceRate;
    std::int64_t firstFrame = 0; ///< of the sequence; the clip's frames are [firstFrame, endFrame)
    std::int64_t endFrame = 0;
};

/// "2 FIXED 10:14:30": the angle, its name, the time of day or timecode at which it starts.
QString clipLabel(const timeline::Clip& clip, bool sound, const timeline::SourceTiming* source);

/// "50 %", "-100 %", "Freeze".
QString speedLabel(const timeline::ClipSpeed& speed);

/// Draws one clip into `body`. What is drawn depends on its width: below 32 px only colour, below 3 px
/// nothing of its own (see paintDensity). `visible` is the part of the widget that is being painted.
void paintClip(QPainter& painter, const QRect& body, const QRect& visible, const ClipLook& look,
               const TimeScale& scale, ThumbnailProvider* thumbnails, WaveformProvider* waveforms);

/// What the drawing of a transition depends on.
struct TransitionLook {
    timeline::TransitionKind kind = timeline::TransitionKind::Dissolve;
    std::int64_t frames = 0;
    bool fadesIn = false;           ///< from black or silence
    bool fadesOut = false;          ///< to it
    std::int64_t missingFrames = 0; ///< that the media does not have: the edge is red and says so
};

/// A dark box across the cut with its diagonal and "D 20".
void paintTransition(QPainter& painter, const QRect& where, const TransitionLook& look);

/// Clips too narrow to tell apart, as one bar.
void paintDensity(QPainter& painter, const QRect& where, bool sound);

} // namespace cutaway::ui
