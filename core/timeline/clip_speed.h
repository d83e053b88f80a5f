#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cutaway::timeline {

/// How fast a clip goes through its Source, exactly: num/den units of the Source for each unit of the track.
/// Negative is backwards, 0 holds one picture. In lowest terms, den > 0; 0 is 0/1.
///
/// With `in` the clip's first unit, its unit k shows `in + floor((k * num + phase) / den)` (clip_map.h).
/// `phase` is what a cut in the middle of a held unit leaves over, in 1/den units, 0 <= phase < den: it makes
/// what remains of a clip show what it showed before.
struct ClipSpeed {
    std::int64_t num = 1;
    std::int64_t den = 1;
    std::int64_t phase = 0;

    bool operator==(const ClipSpeed&) const = default;
    bool isNormal() const { return num == 1 && den == 1; }
    bool isFreeze() const { return num == 0; }
    bool isReverse() const { return num < 0; }
    /// The same fast, whatever a cut left over.
    bool isAsFastAs(const ClipSpeed& other) const { return num == other.num && den == other.den; }
    /// Within the limits below and as said above.
    bool isSound() const;
    /// How many units of the Source lie between what is seen at a unit of the track and `units` later; and
    /// the speed from there on, with the phase of that unit.
    std::int64_t stepsIn(std::int64_t units) const;
    ClipSpeed after(std::int64_t units) const;
    /// "50 %", "-100 %", "33.33 %", "0 %". Rounded to hundredths.
    std::string percent() const;

    /// num/den in lowest terms; 0 is a freeze. Refused, in words, outside of slowest and fastest.
    static Result<ClipSpeed> make(std::int64_t num, std::int64_t den);
    /// Of a file that knows no better: the simplest fraction within 1e-12 of `value` (relative); refused when
    /// that takes a denominator beyond 100,000.
    static Result<ClipSpeed> fromDouble(double value);
    /// What people type: "50", "33.33 %", "33 1/3", "-200". Refused in words.
    static Result<ClipSpeed> fromPercent(std::string_view text);
    static ClipSpeed freeze() { return {0, 1, 0}; }

    static constexpr std::int64_t slowestPercent = 1;
    static constexpr std::int64_t fastestPercent = 10'000;
    static constexpr std::int64_t largestTerm = 1'000'000'000;
};

} // namespace cutaway::timeline
