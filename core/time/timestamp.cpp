#include "core/time/timestamp.h"

#include <algorithm>
#include <charconv>

namespace cutaway {

namespace {

constexpr std::int64_t nanosecondsPerSecond = 1000000000;

/// Digits without leading zeros, at most `maxDigits` of them; -1 otherwise.
std::int64_t parseDigits(std::string_view text, std::size_t maxDigits) {
    if (text.empty() || text.size() > maxDigits || (text.size() > 1 && text.front() == '0'))
        return -1;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return -1;
    std::int64_t value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

Timestamp Timestamp::fromNanoseconds(Int128 ns) {
    Int128 seconds = ns / nanosecondsPerSecond;
    Int128 rest = ns % nanosecondsPerSecond;
    if (rest < 0) {
        rest += nanosecondsPerSecond;
        --seconds;
    }
    return {static_cast<std::int64_t>(seconds), static_cast<std::uint32_t>(rest)};
}

Int128 Timestamp::totalNanoseconds() const {
    return static_cast<Int128>(seconds) * nanosecondsPerSecond + nanoseconds;
}

Timestamp Timestamp::operator+(const Timestamp& other) const {
    return fromNanoseconds(totalNanoseconds() + other.totalNanoseconds());
}

Timestamp Timestamp::operator-(const Timestamp& other) const {
    return fromNanoseconds(totalNanoseconds() - other.totalNanoseconds());
}

Timestamp Timestamp::operator-() const {
    return fromNanoseconds(-totalNanoseconds());
}

Result<Timestamp> Timestamp::parse(std::string_view text) {
    const Error bad{ErrorCategory::InvalidInput,
                    "“" + std::string(text.substr(0, 64)) + "” is not a time: expected seconds:nanoseconds.",
                    {}};
    const bool negative = !text.empty() && text.front() == '-';
    const std::string_view digits = negative ? text.substr(1) : text;
    const std::size_t colon = digits.find(':');
    if (colon == std::string_view::npos)
        return bad;
    const std::int64_t seconds = parseDigits(digits.substr(0, colon), 15);
    const std::int64_t nanoseconds = parseDigits(digits.substr(colon + 1), 9);
    if (seconds < 0 || nanoseconds < 0 || seconds > maxSeconds)
        return bad;
    const Int128 total = static_cast<Int128>(seconds) * nanosecondsPerSecond + nanoseconds;
    return fromNanoseconds(negative ? -total : total);
}

std::string Timestamp::toString() const {
    const Int128 total = totalNanoseconds();
    const Int128 magnitude = total < 0 ? -total : total;
    return (total < 0 ? "-" : "") +
           std::to_string(static_cast<std::int64_t>(magnitude / nanosecondsPerSecond)) + ":" +
           std::to_string(static_cast<std::int64_t>(magnitude % nanosecondsPerSecond));
}

Timestamp durationOfUnits(std::int64_t n, FrameRate rate) {
    const Int128 top = static_cast<Int128>(n) * rate.den * nanosecondsPerSecond;
    Int128 ns = top / rate.num;
    if (top % rate.num != 0 && top < 0)
        --ns;
    return Timestamp::fromNanoseconds(ns);
}

std::int64_t unitsNearest(const Timestamp& t, FrameRate rate) {
    const Int128 top = t.totalNanoseconds() * rate.num;
    const Int128 bottom = static_cast<Int128>(rate.den) * nanosecondsPerSecond;
    const Int128 doubled = top * 2 + bottom;
    Int128 units = doubled / (bottom * 2);
    if (doubled % (bottom * 2) != 0 && doubled < 0)
        --units;
    return static_cast<std::int64_t>(units);
}

} // namespace cutaway
