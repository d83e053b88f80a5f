#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cutaway::timeline {

/// How a value goes from one keyframe to the next.
enum class Interpolation {
    Hold,   ///< stays, and jumps at the next one
    Linear, ///< evenly, rounded to the nearest whole number, halves upwards
    Smooth, ///< slowly away and slowly in: 3t² - 2t³ of the way after the part t of the time, see Curve::at
};

struct Keyframe {
    std::int64_t unit = 0; ///< of the track, counted from the clip's first one; may lie outside of the clip
    std::int64_t value = 0;
    Interpolation to = Interpolation::Linear; ///< from here to the next one

    bool operator==(const Keyframe&) const = default;
};

/// A whole number that may change over a clip: of a gain, a place, an opacity. What it counts, its owner
/// says. It is worked out in integers alone, the same on every machine, and from the distances between units
/// alone, so that moving all keyframes along with a cut changes nothing of what is seen or heard.
struct Curve {
    /// Without keyframes: the value. With some: that of the first one, so that equal curves are equal values.
    std::int64_t constant = 0;
    std::vector<Keyframe> keys; ///< by unit, each unit once

    bool operator==(const Curve&) const = default;
    static Curve of(std::int64_t value) { return {value, {}}; }
    static Curve of(std::vector<Keyframe> keys); ///< at least one, in any order; of one unit the last stays

    bool isConstant() const { return keys.empty(); }
    /// In order, of mostKeys at most, with units and values that can be added up, and these within the range.
    bool isSound(std::int64_t lowest, std::int64_t highest) const;

    /// Before the first keyframe its value, after the last one that. Linear is exact; smooth takes t in 2^-30
    /// rounded down, the share of the way likewise, and of the way itself the nearest value. O(log keys).
    std::int64_t at(std::int64_t unit) const;

    const Keyframe* keyAt(std::int64_t unit) const; ///< null: none
    std::optional<std::int64_t> keyBefore(std::int64_t unit) const;
    std::optional<std::int64_t> keyAfter(std::int64_t unit) const;

    // The same curve with one thing changed.
    Curve with(const Keyframe& key) const;                     ///< put there, or in the place of that unit's
    Curve without(std::int64_t unit) const;                    ///< the last one leaves its value behind
    Curve moved(std::int64_t from, std::int64_t to) const;     ///< the key at `from`, over one at `to`
    Curve shifted(std::int64_t units) const;                   ///< every key, later
    Curve stretched(std::int64_t num, std::int64_t den) const; ///< unit u to u * num / den, > 0; nearest
    /// Backwards within `duration` units: at unit u what was at duration - 1 - u.
    Curve mirrored(std::int64_t duration) const;
    Curve clamped(std::int64_t lowest, std::int64_t highest) const;

    static constexpr std::size_t mostKeys = 10'000;
    static constexpr std::int64_t furthestUnit = std::int64_t{1} << 53;
    static constexpr std::int64_t largestValue = std::int64_t{1} << 40;
};

} // namespace cutaway::timeline
