#pragma once

#include "core/time/source_clock.h"
#include "core/timeline/sequence.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace cutaway::timeline {

/// What an edit must know of a Source: its clock, how much of it there is, and what it is called.
struct SourceTiming {
    Uuid multiSource;
    std::string name; ///< of the angle: "CAM 2 FIXED"
    SourceClock clock;
    std::int64_t first = 0;         ///< absolute number of the first frame there is
    std::int64_t end = 0;           ///< one past the last frame there is; grows while the event is live
    int angle = 0;                  ///< 1-based number within the unit, 0 unknown
    int sounds = 0;                 ///< how many sounds belong to it: roles `audio-1`..`audio-N`
    std::int64_t startTimecode = 0; ///< timecode of the frame at `clock.origin`, as a frame count
    bool dropFrame = false;
    std::string asGiven; ///< see MediaReference

    bool operator==(const SourceTiming&) const = default;
    /// Sound alone counts samples.
    bool hasPicture() const { return clock.rate != sampleRate48k; }
};

/// The Sources of a sequence by id of the multi Source. A clip whose Source is not in it has no known limits.
using SourceTimings = std::map<Uuid, SourceTiming>;

/// [in, out) of one angle, in absolute frames of its Source: what is marked in the source viewer or kept in
/// Selects.
struct MarkedRange {
    SourceTiming source;
    std::int64_t in = 0;
    std::int64_t out = 0;

    bool operator==(const MarkedRange&) const = default;
    std::int64_t frames() const { return out - in; }
};

/// Half-open stretch of units.
struct UnitRange {
    std::int64_t first = 0;
    std::int64_t end = 0;

    bool operator==(const UnitRange&) const = default;
    bool contains(std::int64_t unit) const { return unit >= first && unit < end; }
    std::int64_t count() const { return end - first; }
};

/// The units of its Source that `clip` could show, in units of `clip.mediaRate`; none when the Source is
/// unknown.
std::optional<UnitRange> availableUnits(const Clip& clip, const SourceTimings& sources);

/// `clip.mediaRate` units that pass during `units` of a track of rate `trackRate`, to the nearest unit.
std::int64_t mediaUnits(const Clip& clip, std::int64_t units, FrameRate trackRate);

} // namespace cutaway::timeline
