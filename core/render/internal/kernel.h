#pragma once

#include "core/media/frame.h"
#include "core/render/placing.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cutaway::render::internal {

// What a picture is sampled with: the cubic of Keys (a = -1/2), which passes through the samples, so that
// what is not scaled stays what it is; made wider where a picture becomes smaller, so that every sample
// counts. Weights are whole numbers that add up to 2^14 exactly.

inline constexpr int weightBits = 14;

/// Weights of the four samples around a place, for each 256th between the second and the third of them.
using Cubic = std::array<std::array<std::int16_t, 4>, 256>;
const Cubic& cubic();

/// How the samples of a plane lie among those of luma: sample i at place (2 * i * step + offset) / 2 luma
/// samples from the edge. Chroma lies on the left ones of its pairs of columns and between its pairs of rows.
struct Lattice {
    int step = 1;   ///< 1 or 2
    int offset = 1; ///< in halves

    std::int64_t placeOf(std::int64_t sample) const; ///< 2^-32
    /// The sample at a place, in 2^-16.
    std::int64_t sampleAt(std::int64_t place) const;
};
Lattice latticeX(std::size_t plane);
Lattice latticeY(std::size_t plane, media::PixelFormat format);

/// For each of some samples in a row of a target: which samples of the picture make it, with what weights.
struct Taps {
    int count = 0; ///< for each sample
    std::vector<std::int32_t> first;
    std::vector<std::int16_t> weights; ///< count for each sample

    const std::int16_t* of(std::size_t sample) const {
        return weights.data() + sample * static_cast<std::size_t>(count);
    }
};
/// For samples [from, to) of a plane of the canvas, out of `length` samples of the same plane of the picture.
Taps tapsFor(const Way& way, const Lattice& target, const Lattice& source, int length, int from, int to);

} // namespace cutaway::render::internal
