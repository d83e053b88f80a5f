#pragma once

// Inside core/interchange only: OTIO's doubles as exact rationals.

#include "core/interchange/json_node.h"
#include "core/time/timestamp.h"
#include "core/timeline/sequence.h"

namespace cutaway::interchange {

/// Seconds as a fraction in lowest terms; `den` > 0.
struct ExactTime {
    Int128 num = 0;
    Int128 den = 1;

    static ExactTime ofUnits(std::int64_t units, FrameRate rate);
    static ExactTime of(const Timestamp& time);
    /// Fails at `where` when the result needs more than 127 bits: only files made to do so have such rates.
    ExactTime plus(const ExactTime& other, const JsonNode& where) const;
    ExactTime minus(const ExactTime& other, const JsonNode& where) const;
    bool isNegative() const { return num < 0; }
    bool isZero() const { return num == 0; }
    /// As units of `rate`, rounded to the nearest one; `exact` says whether nothing was rounded.
    std::int64_t units(FrameRate rate, const JsonNode& where, bool* exact = nullptr) const;
};

/// A RationalTime.1: a value at a rate.
struct OtioTime {
    FrameRate rate;
    ExactTime time;
    bool whole = false;     ///< the value is a whole number of units,
    std::int64_t value = 0; ///< this one
};

OtioTime readTime(const JsonNode& node);
/// A TAMS timestamp as text, or a RationalTime.1: what `available_range_offset` may be.
ExactTime readOffset(const JsonNode& node);

/// An edit point of a track: frames to the nearest one; samples as they are, at S(n) on whole frames, and
/// else the nearest one.
std::int64_t editPoint(const ExactTime& time, const timeline::Track& track, FrameRate sequenceRate,
                       const JsonNode& where);

nlohmann::json timeJson(std::int64_t value, FrameRate rate);
nlohmann::json timeRangeJson(std::int64_t start, FrameRate startRate, std::int64_t duration,
                             FrameRate durationRate);

} // namespace cutaway::interchange
