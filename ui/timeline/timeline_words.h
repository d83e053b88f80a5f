#pragma once

#include "core/timeline/outline.h"

#include <QString>

namespace cutaway::ui {

/// "V1", "A2": a track's place among those of its kind, as its header says it.
QString trackPlace(timeline::TrackKind kind, int number);

/// What is said of a track: "A2, sound track, Commentary, 12 clips, muted".
QString trackWords(const timeline::Track& track, const timeline::OutlineTrack& listed);

/// What is said of a clip, and of a gap.
struct ClipSpeech {
    const timeline::OutlineClip* clip = nullptr; ///< never null when it is said; of a gap the one behind it
    QString track;                               ///< its place: "V1"
    bool selected = false;
    bool hidden = false;  ///< its track is muted, hidden, or silenced by another's solo
    bool offline = false; ///< the cloud has not said what its media is
};

/// "CAM 2 FIXED, V1, from 01:00:02:00, for 00:00:04:10, selected". What is unusual about it stands behind:
/// selected, disabled, speed, offline, how it begins and ends but by a cut, and the gap that it comes after.
QString clipWords(const ClipSpeech& speech, const timeline::Track& track,
                  const timeline::SourceTimings& sources, const timeline::Sequence& sequence);

/// "gap, V1, from 01:00:02:00, for 00:00:01:00".
QString gapWords(const ClipSpeech& speech, const timeline::Sequence& sequence);

/// "Markers, 3 markers", of the list.
QString markersWords(std::size_t count);

/// "Finish, marker, Red, at 01:00:12:00, over CAM 2": `over` is the name of the picture that is seen there.
QString markerWords(const timeline::Marker& marker, const std::string& over,
                    const timeline::Sequence& sequence);

} // namespace cutaway::ui
