#include "core/render/sound_speed.h"

#include "core/time/frame_rate.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace cutaway::render {

using timeline::ClipSpeed;
using timeline::UnitRange;

namespace {

// A sinc of 16 zero crossings each way under a Kaiser window. As with levels, made from +, -, * and / alone.
constexpr std::int64_t crossings = 16;
constexpr std::int64_t stepsPerCrossing = 1024;
constexpr int weightBits = 26;
constexpr double pi = 3.14159265358979323846;
constexpr double kaiserBeta = 10;

double sine(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 14; ++n) {
        term *= -x * x / ((2 * n) * (2 * n + 1));
        sum += term;
    }
    return sum;
}

/// The modified Bessel function of order 0, of twice the root of `quarter`.
double bessel(double quarter) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n < 60; ++n) {
        term *= quarter / (double(n) * n);
        sum += term;
    }
    return sum;
}

std::int64_t nearest(double value) {
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
}

/// Half of the kernel, from its middle outwards; one more for interpolating.
std::vector<std::int64_t> makeKernel() {
    std::vector<std::int64_t> kernel;
    const double whole = bessel(kaiserBeta * kaiserBeta / 4);
    for (std::int64_t i = 0; i <= crossings * stepsPerCrossing; ++i) {
        const double at = double(i) / stepsPerCrossing; // in crossings
        const double edge = at / crossings;
        const double window = bessel(kaiserBeta * kaiserBeta / 4 * (1 - edge * edge)) / whole;
        const std::int64_t part = i % stepsPerCrossing;
        const double angle = pi * double(std::min(part, stepsPerCrossing - part)) / stepsPerCrossing;
        const double sign = i / stepsPerCrossing % 2 == 0 ? 1 : -1;
        const double sinc = i == 0 ? 1 : part == 0 ? 0 : sign * sine(angle) / (pi * at);
        kernel.push_back(nearest(sinc * window * double(std::int64_t{1} << weightBits)));
    }
    kernel.push_back(0);
    return kernel;
}

const std::vector<std::int64_t>& kernel() {
    static const std::vector<std::int64_t> made = makeKernel();
    return made;
}

/// How many samples of the Source one of the kernel's crossings is, as `wide`/den: 1, or as many as pass.
std::int64_t wideOf(const ClipSpeed& speed) {
    return std::max(std::abs(speed.num), speed.den);
}

/// Samples beside its place that a sample may need.
std::int64_t reachOf(const ClipSpeed& speed) {
    return crossings * wideOf(speed) / speed.den + 1;
}

/// Walks outwards through the kernel by one sample of the Source at a time, without rounding.
class Walk {
public:
    /// From `distance`/den samples off the middle.
    Walk(std::int64_t distance, const ClipSpeed& speed)
        : m_wide(wideOf(speed))
        , m_stepWhole(speed.den * stepsPerCrossing / m_wide)
        , m_stepRest(speed.den * stepsPerCrossing % m_wide)
        , m_whole(distance * stepsPerCrossing / m_wide)
        , m_rest(distance * stepsPerCrossing % m_wide) {}

    bool isInside() const { return m_whole < crossings * stepsPerCrossing; }
    std::int64_t weight(const std::vector<std::int64_t>& table) const {
        const auto at = static_cast<std::size_t>(m_whole);
        return table[at] + (table[at + 1] - table[at]) * m_rest / m_wide;
    }
    void step() {
        m_whole += m_stepWhole;
        m_rest += m_stepRest;
        if (m_rest >= m_wide) {
            m_rest -= m_wide;
            ++m_whole;
        }
    }

private:
    std::int64_t m_wide;
    std::int64_t m_stepWhole, m_stepRest;
    std::int64_t m_whole, m_rest;
};

} // namespace

bool isHeardAt(const ClipSpeed& speed) {
    return !speed.isFreeze() && std::abs(speed.num) <= fastestHeard * speed.den;
}

UnitRange samplesNeeded(std::int64_t sourceSample, const ClipSpeed& speed, std::int64_t count) {
    if (speed.isNormal())
        return {sourceSample, sourceSample + count};
    const std::int64_t last = sourceSample + speed.stepsIn(count - 1);
    const std::int64_t reach = reachOf(speed);
    return {std::min(sourceSample, last) - reach, std::max(sourceSample, last) + 1 + reach};
}

std::vector<std::int32_t> soundAtSpeed(std::span<const std::int32_t> held, std::int64_t heldFirst,
                                       int channels, std::int64_t sourceSample, const ClipSpeed& speed,
                                       std::int64_t count) {
    const auto& table = kernel();
    const auto width = static_cast<std::size_t>(channels);
    const auto have = static_cast<std::int64_t>(held.size() / width);
    const std::int64_t wide = wideOf(speed);
    std::vector<std::int32_t> out(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)) * width);
    std::vector<std::int64_t> sums(width);
    for (std::int64_t k = 0; k < count; ++k) {
        const ClipSpeed here = speed.after(k);
        const std::int64_t at = sourceSample + speed.stepsIn(k) - heldFirst;
        std::fill(sums.begin(), sums.end(), 0);
        const auto walk = [&](Walk through, std::int64_t sample, std::int64_t direction) {
            for (; through.isInside(); through.step(), sample += direction) {
                if (sample < 0 || sample >= have)
                    continue;
                const std::int64_t weight = through.weight(table);
                const std::size_t from = static_cast<std::size_t>(sample) * width;
                for (std::size_t channel = 0; channel < width; ++channel)
                    sums[channel] += weight * held[from + channel];
            }
        };
        walk(Walk(here.phase, speed), at, -1);
        walk(Walk(speed.den - here.phase, speed), at + 1, 1);
        for (std::size_t channel = 0; channel < width; ++channel) {
            const std::int64_t value = mulDivRound(sums[channel], speed.den, wide << weightBits);
            out[static_cast<std::size_t>(k) * width + channel] = static_cast<std::int32_t>(
                std::clamp<std::int64_t>(value, std::numeric_limits<std::int32_t>::min(),
                                         std::numeric_limits<std::int32_t>::max()));
        }
    }
    return out;
}

} // namespace cutaway::render
