#include "core/time/frame_rate.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numeric>

namespace cutaway {

namespace {

constexpr std::array<FrameRate, 11> standardRates{{{24000, 1001},
                                                   {24, 1},
                                                   {25, 1},
                                                   {30000, 1001},
                                                   {30, 1},
                                                   {48000, 1001},
                                                   {48, 1},
                                                   {50, 1},
                                                   {60000, 1001},
                                                   {60, 1},
                                                   {100, 1}}};
constexpr double standardTolerance = 3e-4;

Int128 floorDiv(Int128 a, Int128 b) {
    const Int128 q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

} // namespace

std::int64_t mulDivFloor(std::int64_t a, std::int64_t b, std::int64_t c) {
    return static_cast<std::int64_t>(floorDiv(static_cast<Int128>(a) * b, c));
}

std::int64_t mulDivRound(std::int64_t a, std::int64_t b, std::int64_t c) {
    return static_cast<std::int64_t>(
        floorDiv(static_cast<Int128>(a) * b * 2 + c, static_cast<Int128>(c) * 2));
}

bool FrameRate::allowsDropFrame() const {
    return *this == FrameRate{30000, 1001} || *this == FrameRate{60000, 1001};
}

std::string FrameRate::toString() const {
    if (den == 1)
        return std::to_string(num);
    std::array<char, 32> text{};
    const int decimals = num < 30 * den ? 3 : 2;
    std::snprintf(text.data(), text.size(), "%.*f", decimals, static_cast<double>(num) / den);
    return text.data();
}

Result<FrameRate> FrameRate::make(std::int64_t num, std::int64_t den) {
    const Error bad{ErrorCategory::InvalidInput,
                    "A rate of " + std::to_string(num) + "/" + std::to_string(den) + " is not possible.",
                    {}};
    if (num <= 0 || den <= 0)
        return bad;
    const std::int64_t divisor = std::gcd(num, den);
    num /= divisor;
    den /= divisor;
    const double value = static_cast<double>(num) / static_cast<double>(den);
    // The nearest one, because 24 and 23.976 are only 1e-3 apart.
    const FrameRate* nearest = nullptr;
    double nearestDistance = standardTolerance;
    for (const FrameRate& standard : standardRates) {
        const double distance = std::abs(value * standard.den / standard.num - 1.0);
        if (distance <= nearestDistance) {
            nearest = &standard;
            nearestDistance = distance;
        }
    }
    if (nearest)
        return *nearest;
    constexpr auto limit = std::numeric_limits<std::int32_t>::max();
    if (num > limit || den > limit)
        return bad;
    return FrameRate{static_cast<std::int32_t>(num), static_cast<std::int32_t>(den)};
}

Result<FrameRate> FrameRate::fromDouble(double rate) {
    if (!std::isfinite(rate) || rate <= 0 || rate > 2e9)
        return Error{ErrorCategory::InvalidInput, "A rate must be a positive number.", std::to_string(rate)};
    if (rate == std::floor(rate))
        return make(static_cast<std::int64_t>(rate), 1);
    return make(std::llround(rate * 1000.0 > 1e9 ? rate : rate * 1000.0), rate * 1000.0 > 1e9 ? 1 : 1000);
}

std::int64_t samplesAtFrame(std::int64_t n, FrameRate rate) {
    return static_cast<std::int64_t>(
        floorDiv(static_cast<Int128>(n) * sampleRate48k.num * rate.den, rate.num));
}

std::int64_t frameAtSample(std::int64_t s, FrameRate rate) {
    // Largest n with n * 48000 * den < (s + 1) * num.
    const Int128 limit = static_cast<Int128>(s + 1) * rate.num - 1;
    return static_cast<std::int64_t>(floorDiv(limit, static_cast<Int128>(sampleRate48k.num) * rate.den));
}

std::int64_t rescale(std::int64_t value, FrameRate from, FrameRate to) {
    const Int128 top = static_cast<Int128>(value) * from.den * to.num;
    const Int128 bottom = static_cast<Int128>(from.num) * to.den;
    return static_cast<std::int64_t>(floorDiv(top * 2 + bottom, bottom * 2));
}

} // namespace cutaway
