#pragma once

#include "core/time/time_range.h"

#include <cstdint>

namespace cutaway {

/// How the frames (or samples) of one Source stand on its time line. See docs/time.md.
/// Unit n of the Source starts at origin + floor(n * den * 1e9 / num) ns. Its *absolute* number, which edits
/// and OTIO use, is round(origin * rate) + n, so that times from any epoch become plain integers.
struct SourceClock {
    Timestamp origin; ///< start of the Source's first unit, on Source time
    FrameRate rate;

    bool operator==(const SourceClock&) const = default;

    std::int64_t originUnit() const { return unitsNearest(origin, rate); }
    /// Start of the unit with this absolute number.
    Timestamp timeOf(std::int64_t absoluteUnit) const;
    /// The absolute number of the unit whose start is nearest to `t`.
    std::int64_t unitAt(const Timestamp& t) const;
    /// [start of first, start of first + count): what to ask a Flow for.
    TimeRange rangeOf(std::int64_t firstAbsoluteUnit, std::int64_t count) const;

    /// The clock of the same Source's 48 kHz sound.
    SourceClock audio() const { return {origin, sampleRate48k}; }
    /// Absolute sample at which the picture with this absolute number starts: cumulative from the origin.
    std::int64_t sampleAtFrame(std::int64_t absoluteFrame) const;
    /// The picture during which this absolute sample sounds.
    std::int64_t frameAtAbsoluteSample(std::int64_t absoluteSample) const;
};

} // namespace cutaway
