#include "core/interchange/internal/fcpxml_time.h"

#include "core/interchange/internal/laid_sequence.h"

#include <charconv>
#include <numeric>

namespace cutaway::interchange {

using timeline::ClipSpeed;

namespace {

/// A day of seconds in every direction that timecode of any epoch may take, ten thousand times over.
constexpr std::int64_t mostSeconds = std::int64_t(1) << 33;
constexpr std::int64_t largestDenominator = std::int64_t(1) << 36;

/// Fails where only a file that is made to do so leads.
Int128 product(Int128 a, Int128 b) {
    Int128 result = 0;
    if (__builtin_mul_overflow(a, b, &result))
        throw ReadFailure{
            {ErrorCategory::InvalidInput, "The file has times that are too fine to count.", {}}};
    return result;
}

Int128 floorDiv(Int128 a, Int128 b) {
    const Int128 q = a / b;
    return q * b > a ? q - 1 : q;
}

Int128 gcdOf(Int128 a, Int128 b) {
    while (b != 0)
        a = std::exchange(b, a % b);
    return a < 0 ? -a : a;
}

/// A difference of two times; the terms stay far within 128 bits.
struct Difference {
    Int128 num = 0;
    Int128 den = 1;

    Difference(FcpTime earlier, FcpTime later)
        : num(Int128(later.num) * earlier.den - Int128(earlier.num) * later.den)
        , den(Int128(later.den) * earlier.den) {
        const Int128 common = gcdOf(num, den);
        num /= common;
        den /= common;
    }
};

} // namespace

std::string fcpTime(std::int64_t frames, FrameRate rate, std::int64_t parts, std::int64_t of) {
    Int128 num = (Int128(frames) * of + parts) * rate.den;
    Int128 den = Int128(rate.num) * of;
    const Int128 common = gcdOf(num, den);
    num /= common;
    den /= common;
    const std::string seconds = std::to_string(static_cast<std::int64_t>(num));
    return den == 1 ? seconds + "s" : seconds + "/" + std::to_string(static_cast<std::int64_t>(den)) + "s";
}

FcpTime readFcpTime(const std::string& text, const XmlNode& where) {
    FcpTime time;
    const char* end = text.data() + text.size();
    auto [at, problem] = std::from_chars(text.data(), end, time.num);
    if (problem == std::errc() && at != end && *at == '/')
        std::tie(at, problem) = [&] {
            const auto read = std::from_chars(at + 1, end, time.den);
            return std::tuple(read.ptr, read.ec);
        }();
    if (problem != std::errc() || at == end || *at != 's' || at + 1 != end || time.den <= 0 ||
        time.den > largestDenominator)
        where.fail("has a wrong time, \"" + text.substr(0, 40) + "\".");
    if (time.num / time.den > mostSeconds || time.num / time.den < -mostSeconds)
        where.fail("has a time beyond any sequence.");
    const std::int64_t common = std::gcd(time.num, time.den);
    return {time.num / common, time.den / common};
}

FcpTime timeOf(const XmlNode& node, std::string_view attribute, FcpTime fallback) {
    const std::string text = node.attribute(attribute);
    return text.empty() ? fallback : readFcpTime(text, node);
}

std::int64_t framesBetween(FcpTime earlier, FcpTime later, FrameRate rate, bool& exact) {
    const Difference span(earlier, later);
    const Int128 num = product(span.num, 2 * Int128(rate.num)) / 2;
    const Int128 den = product(span.den, 2 * Int128(rate.den)) / 2;
    if (num % den != 0)
        exact = false;
    return static_cast<std::int64_t>(floorDiv(2 * num + den, 2 * den));
}

FcpSpeed readTimeMap(const XmlNode& node, bool& constant) {
    const auto points = node.all("timept");
    if (points.size() < 2)
        node.fail("has fewer than two points.");
    const auto timeAt = [&](std::size_t i) { return timeOf(*points[i], "time"); };
    const auto valueAt = [&](std::size_t i) { return timeOf(*points[i], "value"); };
    FcpSpeed map{{}, timeAt(0), valueAt(0)};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Difference time(timeAt(i - 1), timeAt(i));
        const Difference value(valueAt(i - 1), valueAt(i));
        if (time.num <= 0)
            points[i]->fail("does not come after the point before it.");
        const Int128 common = gcdOf(value.num, time.num), other = gcdOf(time.den, value.den);
        const Int128 up = product(value.num / common, time.den / other);
        const Int128 down = product(value.den / other, time.num / common);
        constexpr Int128 far = Int128(1) << 62;
        const auto speed =
            up < far && up > -far && down < far
                ? ClipSpeed::make(static_cast<std::int64_t>(up), static_cast<std::int64_t>(down))
                : Result<ClipSpeed>(Error{ErrorCategory::Unsupported, "It is too fine.", {}});
        if (!speed)
            points[i]->fail("gives a speed that no clip may have: " + speed.error().message);
        if (i == 1)
            map.speed = *speed;
        else if (!map.speed.isAsFastAs(*speed))
            constant = false;
    }
    return map;
}

FcpFirst firstShown(const FcpSpeed& map, FcpTime start, FcpTime mediaStart, FrameRate rate) {
    bool exact = true;
    const ClipSpeed& speed = map.speed;
    // In parts of a frame, of which there are as many as the speed's denominator says.
    const Difference value(mediaStart, map.value);
    const Int128 num = product(value.num, 2 * Int128(rate.num) * speed.den);
    const Int128 den = product(value.den, 2 * Int128(rate.den));
    Int128 at = floorDiv(num + den / 2, den);
    at += Int128(framesBetween(map.time, start, rate, exact)) * speed.num;
    if (speed.isReverse())
        at -= 1; // at the edge between two frames, the one that has been passed is the later
    const Int128 frame = floorDiv(at, speed.den);
    if (frame > mostFrames * 256 || frame < -mostFrames * 256)
        return {};
    return {static_cast<std::int64_t>(frame), static_cast<std::int64_t>(at - frame * speed.den)};
}

} // namespace cutaway::interchange
