#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace cutaway {

/// 128-bit intermediate for exact products of times and rates.
__extension__ using Int128 = __int128;

/// floor(a * b / c) and round-half-up(a * b / c), exact for any int64 operands; c > 0.
std::int64_t mulDivFloor(std::int64_t a, std::int64_t b, std::int64_t c);
std::int64_t mulDivRound(std::int64_t a, std::int64_t b, std::int64_t c);

/// Units per second as an exact rational in lowest terms: frames (50/1, 60000/1001) or samples (48000/1).
struct FrameRate {
    std::int32_t num = 0;
    std::int32_t den = 1;

    bool operator==(const FrameRate&) const = default;
    bool isValid() const { return num > 0 && den > 0; }
    /// The whole number that timecode counts in: 50 for 50, 60 for 59.94. SMPTE ST 12-1.
    int timecodeBase() const { return static_cast<int>((num + den - 1) / den); }
    /// True at 30000/1001 and 60000/1001, the only rates with drop-frame timecode.
    bool allowsDropFrame() const;
    /// "50", "59.94", "23.976".
    std::string toString() const;

    /// Lowest terms of num/den; within 3e-4 (relative) of a standard rate it becomes that rate.
    static Result<FrameRate> make(std::int64_t num, std::int64_t den);
    /// The nearest rate to a double from a file that knows no better (OTIO), by the same rule.
    static Result<FrameRate> fromDouble(double rate);
};

inline constexpr FrameRate sampleRate48k{48000, 1};

/// Position of frame `n` of `rate` in samples of 48 kHz, cumulative from frame 0: floor(n * 48000 * den /
/// num).
std::int64_t samplesAtFrame(std::int64_t n, FrameRate rate);
/// The frame during which sample `s` sounds: the largest n with samplesAtFrame(n) <= s.
std::int64_t frameAtSample(std::int64_t s, FrameRate rate);
/// `value` units of `from` as the nearest whole number of units of `to`.
std::int64_t rescale(std::int64_t value, FrameRate from, FrameRate to);

} // namespace cutaway
