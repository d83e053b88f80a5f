#include "core/render/mix.h"

#include "core/render/internal/planes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <vector>

namespace cutaway::render {

using media::VideoFramePtr;
using timeline::TransitionKind;

namespace {

static_assert(std::endian::native == std::endian::little, "10-bit samples are little-endian words");

/// One plane of a picture, or black: then one row that every row reads.
struct Rows {
    const std::uint8_t* first = nullptr;
    std::ptrdiff_t stride = 0;

    template <class Sample>
    const Sample* row(int y) const {
        return reinterpret_cast<const Sample*>(first + y * stride);
    }
};

/// A share num / den in [0, 1], in 2^-30 rounded down, in two halves of 15 bits.
struct Share {
    std::int64_t num = 0;
    std::int64_t den = 1;
    std::int16_t high = 0;
    std::int16_t low = 0;
    bool quick = false; ///< the halves are precise enough to give the exact result

    Share(std::int64_t n, std::int64_t d)
        : num(n)
        , den(d) {
        // Ten bits of difference times 2^-30 of error stay below what tells one result from the next: 1/(2d).
        quick = den < (std::int64_t{1} << 18) && num < den;
        if (quick) {
            const std::int64_t share = (num << 30) / den;
            high = static_cast<std::int16_t>(share >> 15);
            low = static_cast<std::int16_t>(share & 0x7fff);
        }
    }
};

/// from + (to - from) * share, halves rounded up. The added 1024 * 2^-30 outweighs what was rounded down.
template <class Sample>
void blendRow(const Sample* __restrict from, const Sample* __restrict to, Sample* __restrict out,
              std::size_t count, std::int16_t high, std::int16_t low) {
    for (std::size_t x = 0; x < count; ++x) {
        const auto step = static_cast<std::int16_t>(to[x] - from[x]);
        const int fine = (int{step} * int{low} + 1024) >> 15;
        const int moved = (int{step} * int{high} + fine + (1 << 14)) >> 15;
        out[x] = static_cast<Sample>(from[x] + moved);
    }
}

/// The same for shares so fine that no transition of less than forty minutes has them.
template <class Sample>
void blendRowSlowly(const Sample* from, const Sample* to, Sample* out, std::size_t count,
                    const Share& share) {
    for (std::size_t x = 0; x < count; ++x)
        out[x] = static_cast<Sample>(from[x] + mulDivRound(to[x] - from[x], share.num, share.den));
}

template <class Sample>
void blendPlane(const Rows& from, const Rows& to, std::uint8_t* target, std::ptrdiff_t stride, int width,
                int height, const Share& share) {
    const auto count = static_cast<std::size_t>(width);
    for (int y = 0; y < height; ++y) {
        auto* out = reinterpret_cast<Sample*>(target + y * stride);
        if (share.quick)
            blendRow(from.row<Sample>(y), to.row<Sample>(y), out, count, share.high, share.low);
        else
            blendRowSlowly(from.row<Sample>(y), to.row<Sample>(y), out, count, share);
    }
}

/// Both sides of a mix, plane by plane.
class Sides {
public:
    Sides(const VideoFramePtr& leaving, const VideoFramePtr& coming, const Canvas& canvas)
        : m_leaving(leaving)
        , m_coming(coming)
        , m_canvas(canvas) {
        if (leaving && coming)
            return;
        for (std::size_t plane = 0; plane < 3; ++plane)
            m_black[plane] = internal::blackRow(canvas, plane);
    }
    Rows leaving(std::size_t plane) const { return rows(m_leaving, plane); }
    Rows coming(std::size_t plane) const { return rows(m_coming, plane); }

    VideoFramePtr blend(const Share& share) const {
        auto mixed = media::allocateFrame(m_canvas.width, m_canvas.height, m_canvas.format, m_canvas.colour);
        for (std::size_t plane = 0; plane < 3; ++plane) {
            const auto blended = internal::sampleBytes(m_canvas.format) == 1 ? blendPlane<std::uint8_t>
                                                                             : blendPlane<std::uint16_t>;
            blended(leaving(plane), coming(plane), mixed.planes[plane], mixed.frame.strides[plane],
                    internal::planeWidth(m_canvas.width, plane),
                    internal::planeHeight(m_canvas.height, m_canvas.format, plane), share);
        }
        return mixed.share();
    }

    /// The coming one up to pair `pairs` of columns.
    VideoFramePtr wipe(std::int64_t pairs) const {
        auto mixed = media::allocateFrame(m_canvas.width, m_canvas.height, m_canvas.format, m_canvas.colour);
        for (std::size_t plane = 0; plane < 3; ++plane) {
            const std::size_t sample = internal::sampleBytes(m_canvas.format);
            const auto whole = static_cast<std::size_t>(internal::planeWidth(m_canvas.width, plane)) * sample;
            const std::size_t left =
                std::min(whole, static_cast<std::size_t>(pairs) * (plane == 0 ? 2 : 1) * sample);
            for (int y = 0; y < internal::planeHeight(m_canvas.height, m_canvas.format, plane); ++y) {
                std::uint8_t* out = mixed.planes[plane] + y * mixed.frame.strides[plane];
                std::memcpy(out, coming(plane).row<std::uint8_t>(y), left);
                std::memcpy(out + left, leaving(plane).row<std::uint8_t>(y) + left, whole - left);
            }
        }
        return mixed.share();
    }

private:
    Rows rows(const VideoFramePtr& frame, std::size_t plane) const {
        return frame ? Rows{frame->planes[plane], frame->strides[plane]} : Rows{m_black[plane].data(), 0};
    }

    const VideoFramePtr& m_leaving;
    const VideoFramePtr& m_coming;
    const Canvas& m_canvas;
    std::array<std::vector<std::uint8_t>, 3> m_black;
};

} // namespace

VideoFramePtr mix(const VideoFramePtr& leaving, const VideoFramePtr& coming, const FadeStep& step,
                  const Canvas& canvas) {
    const std::int64_t share = 2 * step.step + 1; // of 2 * steps
    if (!leaving && !coming)
        return blackFrame(canvas);
    switch (step.kind) {
    case TransitionKind::Wipe:
        return Sides(leaving, coming, canvas).wipe(mulDivRound(canvas.width / 2, share, 2 * step.steps));
    case TransitionKind::Dip: {
        const bool first = share < step.steps;
        const VideoFramePtr& seen = first ? leaving : coming;
        if (share == step.steps || !seen)
            return blackFrame(canvas);
        const VideoFramePtr black;
        return first ? Sides(seen, black, canvas).blend({share, step.steps})
                     : Sides(black, seen, canvas).blend({share - step.steps, step.steps});
    }
    case TransitionKind::Dissolve:
        break;
    }
    return Sides(leaving, coming, canvas).blend({share, 2 * step.steps});
}

} // namespace cutaway::render
