#include "core/render/internal/turned.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace cutaway::render::internal {

namespace {

constexpr int turnBits = 30;

std::int64_t turnedPart(std::int64_t a, std::int64_t b, std::int64_t p, std::int64_t q) {
    return static_cast<std::int64_t>((Int128(a) * p + Int128(b) * q) >> turnBits);
}

/// A place along one axis as samples of a plane, in 2^-16, and its step.
struct Run {
    std::int64_t at = 0, step = 0; ///< 2^-32
};
Run runOf(std::int64_t place, std::int64_t step, const Lattice& lattice) {
    const int shift = lattice.step == 2 ? 1 : 0;
    return {(place - (std::int64_t{lattice.offset} << 31)) >> shift, step >> shift};
}

using Weights = std::array<std::int16_t, 4>;

/// Which samples a place lies between, and how far.
struct Spot {
    int first; ///< of four
    int phase; ///< 256ths
};
Spot spotOf(std::int64_t place) {
    return {static_cast<int>(place >> 32) - 1, static_cast<int>((place >> 24) & 255)};
}

/// Four by four samples, all of which there are.
template <class Sample>
std::int32_t sampledInside(const Sample* at, std::ptrdiff_t stride, const Weights& wx, const Weights& wy,
                           int shift) {
    const std::int32_t half = 1 << (shift - 1);
    const auto along = [&](const Sample* in) {
        return (in[0] * wx[0] + in[1] * wx[1] + in[2] * wx[2] + in[3] * wx[3] + half) >> shift;
    };
    return along(at) * wy[0] + along(at + stride) * wy[1] + along(at + 2 * stride) * wy[2] +
           along(at + 3 * stride) * wy[3];
}

/// The same where some lie beyond the edge: there the picture goes on as its last sample.
template <class Sample>
std::int32_t sampledAtEdge(const Sample* samples, std::ptrdiff_t stride, const Sheet& source, Spot x, Spot y,
                           const Weights& wx, const Weights& wy, int shift) {
    std::int32_t sum = 0;
    for (int j = 0; j < 4; ++j) {
        const Sample* in = samples + std::clamp(y.first + j, 0, source.height - 1) * stride;
        std::int32_t along = 1 << (shift - 1);
        for (int k = 0; k < 4; ++k)
            along += in[std::clamp(x.first + k, 0, source.width - 1)] * wx[static_cast<std::size_t>(k)];
        sum += (along >> shift) * wy[static_cast<std::size_t>(j)];
    }
    return sum;
}

/// Those of `count` steps, from the first to one past the last, at which `run` is within [low, high).
std::pair<int, int> stepsWithin(const Run& run, std::int64_t low, std::int64_t high, int count) {
    if (low >= high)
        return {0, 0};
    if (run.step == 0)
        return run.at >= low && run.at < high ? std::pair(0, count) : std::pair(0, 0);
    const auto reaching = [&](std::int64_t place) { // the first step that is at it or beyond
        const std::int64_t way = run.step > 0 ? place - run.at : run.at - place;
        const std::int64_t pace = std::abs(run.step);
        return way <= 0 ? std::int64_t{0} : (way + pace - 1) / pace;
    };
    // Backwards the last place within is the one before `high`.
    const std::int64_t first = run.step > 0 ? reaching(low) : reaching(high - 1);
    const std::int64_t end = run.step > 0 ? reaching(high) : reaching(low - 1);
    return {static_cast<int>(std::min<std::int64_t>(first, count)),
            static_cast<int>(std::min<std::int64_t>(end, count))};
}

template <class In, class Out>
class Rows {
public:
    Rows(const Sheet& source, const Target& target)
        : m_source(source)
        , m_samples(reinterpret_cast<const In*>(source.samples))
        , m_stride(source.stride / static_cast<std::ptrdiff_t>(sizeof(In)))
        , m_shift(weightBits + source.bits - workBits)
        , m_outShift(weightBits + workBits - target.bits)
        , m_most((1 << target.bits) - 1) {}

    void sample(Out* out, const Run& x, const Run& y, int count) const {
        const auto whole = [](int samples) { return std::int64_t{samples} << 32; };
        const auto [fromX, toX] = stepsWithin(x, whole(1), whole(m_source.width - 2), count);
        const auto [fromY, toY] = stepsWithin(y, whole(1), whole(m_source.height - 2), count);
        const int from = std::max(fromX, fromY);
        const int to = std::max(from, std::min(toX, toY));
        atEdge(out, x, y, 0, from);
        std::int64_t atX = x.at + from * x.step;
        std::int64_t atY = y.at + from * y.step;
        for (int i = from; i < to; ++i) {
            const Spot sx = spotOf(atX);
            const Spot sy = spotOf(atY);
            out[i] = written(sampledInside(m_samples + sy.first * m_stride + sx.first, m_stride, weights(sx),
                                           weights(sy), m_shift));
            atX += x.step;
            atY += y.step;
        }
        atEdge(out, x, y, to, count);
    }

private:
    const Weights& weights(Spot spot) const { return m_cubic[static_cast<std::size_t>(spot.phase)]; }
    Out written(std::int32_t sum) const {
        return static_cast<Out>(std::clamp((sum + (1 << (m_outShift - 1))) >> m_outShift, 0, m_most));
    }
    void atEdge(Out* out, const Run& x, const Run& y, int from, int to) const {
        constexpr int seen = 4; // samples around the picture; beyond them nothing of it is seen
        for (int i = from; i < to; ++i) {
            const Spot sx = spotOf(x.at + i * x.step);
            const Spot sy = spotOf(y.at + i * y.step);
            const bool near = sx.first >= -seen && sx.first < m_source.width + seen && sy.first >= -seen &&
                              sy.first < m_source.height + seen;
            out[i] = near ? written(sampledAtEdge(m_samples, m_stride, m_source, sx, sy, weights(sx),
                                                  weights(sy), m_shift))
                          : Out{};
        }
    }

    const Sheet& m_source;
    const In* m_samples;
    const std::ptrdiff_t m_stride;
    const int m_shift;
    const int m_outShift;
    const int m_most;
    const Cubic& m_cubic = cubic();
};

template <class In, class Out>
void sampleRows(const Sheet& source, const Target& target, const TurnedPlaces& places, const Lattice& columns,
                const Lattice& rows, const Lattice& sourceColumns, const Lattice& sourceRows, int left,
                int top) {
    const Rows<In, Out> sampler(source, target);
    for (int y = 0; y < target.height; ++y) {
        const auto line = places.line(columns, rows, left, top + y);
        Run x = runOf(line.x, line.dx, sourceColumns);
        Run v = runOf(line.y, line.dy, sourceRows);
        // Half of a 256th, so that phases are rounded and not cut.
        x.at += std::int64_t{1} << 23;
        v.at += std::int64_t{1} << 23;
        sampler.sample(reinterpret_cast<Out*>(target.samples + y * target.stride), x, v, target.width);
    }
}

} // namespace

TurnedPlaces::TurnedPlaces(const Placing& placing)
    : m_placing(placing)
    , m_turn(turnBy(placing.rotation)) {}

TurnedPlaces::Line TurnedPlaces::line(const Lattice& columns, const Lattice& rows, int x, int y) const {
    const Way& wayX = m_placing.x;
    const Way& wayY = m_placing.y;
    const auto placeAt = [&](int column) {
        const std::int64_t dx = columns.placeOf(column) - wayX.centre;
        const std::int64_t dy = rows.placeOf(y) - wayY.centre;
        // Back by the turn, then as if it were not turned.
        return std::pair(wayX.onPicture(wayX.centre + turnedPart(dx, dy, m_turn.cosine, m_turn.sine)),
                         wayY.onPicture(wayY.centre + turnedPart(dx, dy, -m_turn.sine, m_turn.cosine)));
    };
    // Over many samples, so that what is added up stays within a 2^-32 for each of them.
    constexpr int far = 1 << 14;
    const auto here = placeAt(x);
    const auto there = placeAt(x + far);
    return {here.first, here.second, (there.first - here.first) / far, (there.second - here.second) / far};
}

void turned(const Sheet& source, const Target& target, const TurnedPlaces& places, std::size_t plane,
            media::PixelFormat sourceFormat, media::PixelFormat targetFormat, int left, int top) {
    const auto sample = source.bits > 8 ? (target.bits > 8 ? sampleRows<std::uint16_t, std::uint16_t>
                                                           : sampleRows<std::uint16_t, std::uint8_t>)
                                        : (target.bits > 8 ? sampleRows<std::uint8_t, std::uint16_t>
                                                           : sampleRows<std::uint8_t, std::uint8_t>);
    sample(source, target, places, latticeX(plane), latticeY(plane, targetFormat), latticeX(plane),
           latticeY(plane, sourceFormat), left, top);
}

} // namespace cutaway::render::internal
