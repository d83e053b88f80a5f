#include "core/render/sound_levels.h"

#include "core/timeline/sequence.h"

#include <algorithm>
#include <array>

namespace cutaway::render {

namespace {

// Made by the compiler from +, * and / alone: no library of a machine has a say in what is heard.

constexpr int sineParts = 4096;
constexpr double halfPi = 1.57079632679489661923;

constexpr double sine(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 12; ++n) {
        term *= -x * x / ((2 * n) * (2 * n + 1));
        sum += term;
    }
    return sum;
}

constexpr double power(double base, int exponent) {
    double result = 1;
    for (int n = 0; n < exponent; ++n)
        result *= base;
    return result;
}

/// The whole number nearest to one that is not negative, when compiling too.
constexpr std::int64_t nearest(double value) {
    const auto below = static_cast<std::int64_t>(value);
    return value - static_cast<double>(below) < 0.5 ? below : below + 1;
}

constexpr std::array<std::int64_t, sineParts + 1> quarterSine = [] {
    std::array<std::int64_t, sineParts + 1> table{};
    for (int i = 0; i <= sineParts; ++i)
        table[static_cast<std::size_t>(i)] = nearest(sine(halfPi * i / sineParts) * (1 << 30));
    return table;
}();

/// Steps of a dB, tenths of them and hundredths of them: 10^(1/20), 10^(1/200), 10^(1/2000).
constexpr double decibel = 1.12201845430196343559;
constexpr double tenth = 1.01157945425989852463;
constexpr double hundredth = 1.00115195553816887698;

} // namespace

std::int64_t gainFactor(int hundredths) {
    const int gain = std::clamp(hundredths, timeline::lowestGain, timeline::highestGain);
    if (gain == 0)
        return std::int64_t{1} << 28;
    const int size = std::abs(gain);
    const double times =
        power(decibel, size / 100) * power(tenth, size / 10 % 10) * power(hundredth, size % 10);
    return nearest((gain > 0 ? times : 1 / times) * (1 << 28));
}

std::int64_t fadeFactor(std::int64_t step, std::int64_t steps) {
    const std::int64_t whole = 2 * steps;
    const std::int64_t at = (2 * step + 1) * sineParts; // of `whole`
    const auto part = static_cast<std::size_t>(at / whole);
    const std::int64_t rise = quarterSine[part + 1] - quarterSine[part];
    return quarterSine[part] + rise * (at % whole) / whole;
}

std::int64_t panFactor(int percent) {
    const std::int64_t at = std::int64_t{100 - std::clamp(percent, 0, 100)} * sineParts; // of 100 parts
    const auto part = static_cast<std::size_t>(at / 100);
    if (part >= sineParts)
        return std::int64_t{1} << 30;
    const std::int64_t rise = quarterSine[part + 1] - quarterSine[part];
    return quarterSine[part] + rise * (at % 100) / 100;
}

} // namespace cutaway::render
