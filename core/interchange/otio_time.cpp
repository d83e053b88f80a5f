#include "core/interchange/otio_time.h"

#include <cmath>
#include <limits>

namespace cutaway::interchange {

namespace {

constexpr Int128 mostUnits = Int128(1) << 62;

Int128 gcd(Int128 a, Int128 b) {
    while (b != 0) {
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

ExactTime lowest(Int128 num, Int128 den) {
    const Int128 divisor = gcd(num, den);
    return divisor > 1 ? ExactTime{num / divisor, den / divisor} : ExactTime{num, den};
}

Int128 product(Int128 a, Int128 b, const JsonNode& where) {
    Int128 result = 0;
    if (__builtin_mul_overflow(a, b, &result))
        where.fail("is out of range");
    return result;
}

Int128 floorDiv(Int128 a, Int128 b) {
    const Int128 q = a / b;
    return a % b != 0 && a < 0 ? q - 1 : q;
}

} // namespace

ExactTime ExactTime::ofUnits(std::int64_t units, FrameRate rate) {
    return lowest(Int128(units) * rate.den, rate.num);
}

ExactTime ExactTime::of(const Timestamp& time) {
    return lowest(time.totalNanoseconds(), 1'000'000'000);
}

ExactTime ExactTime::plus(const ExactTime& other, const JsonNode& where) const {
    const Int128 divisor = gcd(den, other.den);
    const Int128 a = product(num, other.den / divisor, where);
    const Int128 b = product(other.num, den / divisor, where);
    Int128 sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        where.fail("is out of range");
    return lowest(sum, product(den / divisor, other.den, where));
}

ExactTime ExactTime::minus(const ExactTime& other, const JsonNode& where) const {
    return plus({-other.num, other.den}, where);
}

std::int64_t ExactTime::units(FrameRate rate, const JsonNode& where, bool* exact) const {
    const Int128 top = product(num, rate.num, where);
    const Int128 bottom = product(den, rate.den, where);
    if (exact)
        *exact = top % bottom == 0;
    const Int128 nearest =
        floorDiv(top, bottom) +
        (product(top - product(floorDiv(top, bottom), bottom, where), 2, where) >= bottom ? 1 : 0);
    if (nearest > mostUnits || nearest < -mostUnits)
        where.fail("is out of range");
    return static_cast<std::int64_t>(nearest);
}

OtioTime readTime(const JsonNode& node) {
    if (node.schema() != "RationalTime")
        node.fail("should be a RationalTime");
    const JsonNode rateNode = node.at("rate");
    const auto rate = FrameRate::fromDouble(rateNode.number());
    if (!rate)
        rateNode.fail("should be a positive rate");
    OtioTime result;
    result.rate = *rate;
    const JsonNode valueNode = node.at("value");
    const double value = valueNode.number();
    const nlohmann::json& json = valueNode.value();
    Int128 num = 0;
    Int128 den = 1;
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t(mostUnits))
        valueNode.fail("is out of range");
    if (json.is_number_integer()) {
        num = json.get<std::int64_t>();
    } else if (std::abs(value) > static_cast<double>(mostUnits)) {
        valueNode.fail("is out of range");
    } else if (value == std::floor(value)) {
        num = static_cast<std::int64_t>(value);
    } else {
        // A part of a frame: files have no finer meaning than a millionth of one.
        const double whole = std::floor(value);
        den = 1'000'000;
        num =
            static_cast<Int128>(static_cast<std::int64_t>(whole)) * den + std::llround((value - whole) * 1e6);
    }
    result.whole = num % den == 0;
    result.value = static_cast<std::int64_t>(num / den);
    result.time = lowest(num * rate->den, den * rate->num);
    return result;
}

ExactTime readOffset(const JsonNode& node) {
    if (!node.value().is_string())
        return readTime(node).time;
    const auto time = Timestamp::parse(node.text());
    if (!time)
        node.fail("should be a TAMS timestamp");
    return ExactTime::of(*time);
}

std::int64_t editPoint(const ExactTime& time, const timeline::Track& track, FrameRate sequenceRate,
                       const JsonNode& where) {
    if (track.kind == timeline::TrackKind::Video)
        return time.units(sequenceRate, where);
    bool exact = false;
    const std::int64_t samples = time.units(sampleRate48k, where, &exact);
    if (exact)
        return samples;
    const std::int64_t frames = time.units(sequenceRate, where, &exact);
    return exact ? samplesAtFrame(frames, sequenceRate) : samples;
}

nlohmann::json timeJson(std::int64_t value, FrameRate rate) {
    return {{"OTIO_SCHEMA", "RationalTime.1"},
            {"rate", static_cast<double>(rate.num) / rate.den},
            {"value", static_cast<double>(value)}};
}

nlohmann::json timeRangeJson(std::int64_t start, FrameRate startRate, std::int64_t duration,
                             FrameRate durationRate) {
    return {{"OTIO_SCHEMA", "TimeRange.1"},
            {"start_time", timeJson(start, startRate)},
            {"duration", timeJson(duration, durationRate)}};
}

} // namespace cutaway::interchange
