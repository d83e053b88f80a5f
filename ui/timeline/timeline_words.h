#pragma once

#include "core/timeline/outline.h"

#include <QString>

namespace cutaway::ui {

/// "V1", "A2": a track's place among those of its kind, as its header says it.
QString trackPlace(timeline::TrackKind kind, int number);

/// What is said of a track: "A2, sound track, Commentary, 12 clips, muted".
QString trackWords(const timeline::Track& track, const timeline::OutlineTrack& listed);

/// What is said of a clip.
struct ClipSpeech {
    const timeline::OutlineClip* clip = nullptr; ///< never null when it is said
    QString track;                               ///< its place: "V1"
    bool selected = false;
    bool hidden = false;  ///< its track is muted, hidden, or silenced by another's solo
    bool offline = false; ///< the cloud has not said what its media is
};

/// "CAM 2 FIXED, V1, from 01:00:02:00, for 00:00:04:10, selected". What is unusual about it stands behind:
/// selected, disabled, speed, offline, and the gap that it comes after.
QString clipWords(const ClipSpeech& speech, const timeline::Sequence& sequence);

} // namespace cutaway::ui
