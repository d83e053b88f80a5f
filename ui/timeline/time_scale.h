#pragma once

#include <cstdint>

namespace cutaway::ui {

/// Frames of a sequence to pixels of the timeline and back, in whole numbers.
/// The zoom is pixels per frame in 1024ths: 1 (five hours on a screen) to 65536 (64 pixels a frame).
class TimeScale {
public:
    static constexpr std::int64_t unit = 1024;
    static constexpr std::int64_t widest = 1;
    static constexpr std::int64_t closest = 64 * unit;

    std::int64_t zoom() const { return m_zoom; }
    std::int64_t scroll() const { return m_scroll; } ///< pixels hidden on the left

    /// Where the left edge of `frame` is; 0 is the left end of what is seen.
    int xOf(std::int64_t frame) const;
    /// The frame whose pixels `x` falls into, and the frame edge nearest to `x`.
    std::int64_t frameAt(int x) const;
    std::int64_t edgeAt(int x) const;
    /// How many frames `pixels` are, at least 1.
    std::int64_t framesIn(int pixels) const;
    std::int64_t widthOf(std::int64_t frames) const; ///< pixels

    void setScroll(std::int64_t pixels);
    /// Zooms so that what is at `x` stays there.
    void zoomAround(int x, std::int64_t zoom);
    /// Shows `frames` from 0 on in `width` pixels.
    void fit(std::int64_t frames, int width);

private:
    std::int64_t m_zoom = 4 * unit;
    std::int64_t m_scroll = 0;
};

} // namespace cutaway::ui
