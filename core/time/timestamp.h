#pragma once

#include "core/time/frame_rate.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace cutaway {

/// A TAMS timestamp: seconds and nanoseconds, exact, of either sign; the value is seconds + nanoseconds /
/// 1e9. Range: the 48-bit seconds of PTP. Text form "seconds:nanoseconds" (TAMS 8.2, timestamp.json), where
/// the sign covers the whole value: -1.5 s is "-1:500000000" and is kept here as {-2, 500000000}.
struct Timestamp {
    std::int64_t seconds = 0;
    std::uint32_t nanoseconds = 0; ///< 0..999999999, added to `seconds`

    static constexpr std::int64_t maxSeconds = 281474976710655;

    auto operator<=>(const Timestamp&) const = default;
    Timestamp operator+(const Timestamp& other) const;
    Timestamp operator-(const Timestamp& other) const;
    Timestamp operator-() const;

    static Result<Timestamp> parse(std::string_view text);
    std::string toString() const;

    static Timestamp fromNanoseconds(Int128 ns);
    Int128 totalNanoseconds() const;
};

/// floor(n * den * 1e9 / num) ns: where unit `n` of `rate` starts, counted from unit 0.
Timestamp durationOfUnits(std::int64_t n, FrameRate rate);
/// The unit nearest to `t`, counted from time 0.
std::int64_t unitsNearest(const Timestamp& t, FrameRate rate);

} // namespace cutaway
