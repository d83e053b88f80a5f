#include "core/render/internal/kernel.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace cutaway::render::internal {

namespace {

constexpr int placeBits = 32;
constexpr int sampleBits = 16;
constexpr std::int64_t one = std::int64_t{1} << sampleBits;
constexpr std::int64_t fullWeight = std::int64_t{1} << weightBits;

/// Of a sample `t` samples away, in 2^-16; in 2^-24.
constexpr std::int64_t keys(std::int64_t t) {
    t = t < 0 ? -t : t;
    if (t >= 2 * one)
        return 0;
    const std::int64_t value = t < one
                                   ? 3 * t * t * t - 5 * t * t * one + 2 * one * one * one
                                   : -t * t * t + 5 * t * t * one - 8 * t * one * one + 4 * one * one * one;
    return value / (std::int64_t{1} << 25); // of 2^49
}

/// Weights that add up to 2^14: what rounding leaves goes to the largest.
template <class Weights>
void normalise(const std::vector<std::int64_t>& raw, Weights* weights) {
    const std::int64_t sum = std::accumulate(raw.begin(), raw.end(), std::int64_t{0});
    std::int64_t rest = fullWeight;
    std::size_t largest = 0;
    for (std::size_t k = 0; k < raw.size(); ++k) {
        weights[k] = static_cast<Weights>(mulDivRound(raw[k], fullWeight, sum));
        rest -= weights[k];
        if (raw[k] > raw[largest])
            largest = k;
    }
    weights[largest] = static_cast<Weights>(weights[largest] + rest);
}

} // namespace

const Cubic& cubic() {
    static const Cubic table = [] {
        Cubic made{};
        for (std::int64_t phase = 0; phase < 256; ++phase) {
            const std::int64_t t = phase * (one / 256);
            normalise({keys(one + t), keys(t), keys(one - t), keys(2 * one - t)},
                      made[static_cast<std::size_t>(phase)].data());
        }
        return made;
    }();
    return table;
}

std::int64_t Lattice::placeOf(std::int64_t sample) const {
    return (2 * sample * step + offset) << (placeBits - 1);
}

std::int64_t Lattice::sampleAt(std::int64_t place) const {
    const std::int64_t from = place - (std::int64_t{offset} << (placeBits - 1));
    return mulDivRound(from, 1, std::int64_t{step} << (placeBits - sampleBits));
}

Lattice latticeX(std::size_t plane) {
    return plane == 0 ? Lattice{1, 1} : Lattice{2, 1};
}

Lattice latticeY(std::size_t plane, media::PixelFormat format) {
    return plane == 0 || chromaShiftY(format) == 0 ? Lattice{1, 1} : Lattice{2, 2};
}

Taps tapsFor(const Way& way, const Lattice& target, const Lattice& source, int length, int from, int to) {
    // How many samples of the picture pass from one of the target to the next.
    const std::int64_t pace = mulDivRound(one * target.step, way.den, way.num * source.step);
    const std::int64_t width = std::clamp<std::int64_t>(pace, one, one * length);
    const std::int64_t reach = (2 * width + one - 1) >> sampleBits;
    Taps taps;
    taps.count = static_cast<int>(std::min<std::int64_t>(2 * reach, length));
    const auto samples = static_cast<std::size_t>(to - from);
    taps.first.resize(samples);
    taps.weights.resize(samples * static_cast<std::size_t>(taps.count));
    std::vector<std::int64_t> raw(static_cast<std::size_t>(taps.count));
    for (std::size_t i = 0; i < samples; ++i) {
        const std::int64_t at =
            source.sampleAt(way.onPicture(target.placeOf(from + static_cast<std::int64_t>(i))));
        const std::int64_t lowest = (at >> sampleBits) - reach + 1;
        const std::int64_t first = std::clamp<std::int64_t>(lowest, 0, length - taps.count);
        std::fill(raw.begin(), raw.end(), 0);
        // Beyond the edge the picture goes on as its last sample.
        for (std::int64_t k = lowest; k < lowest + 2 * reach; ++k) {
            const std::int64_t sample = std::clamp<std::int64_t>(k, first, first + taps.count - 1);
            raw[static_cast<std::size_t>(sample - first)] += keys(mulDivRound(k * one - at, one, width));
        }
        taps.first[i] = static_cast<std::int32_t>(first);
        normalise(raw, taps.weights.data() + i * static_cast<std::size_t>(taps.count));
    }
    return taps;
}

} // namespace cutaway::render::internal
