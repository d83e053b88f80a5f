#include "ui/timeline/time_scale.h"

#include "core/time/frame_rate.h"

#include <algorithm>

namespace cutaway::ui {

int TimeScale::xOf(std::int64_t frame) const {
    constexpr std::int64_t farAway = 1 << 28; // beyond every screen, and still an int after additions
    return static_cast<int>(std::clamp(widthOf(frame) - m_scroll, -farAway, farAway));
}

std::int64_t TimeScale::frameAt(int x) const {
    return mulDivFloor(x + m_scroll, unit, m_zoom);
}

std::int64_t TimeScale::edgeAt(int x) const {
    return mulDivRound(x + m_scroll, unit, m_zoom);
}

std::int64_t TimeScale::framesIn(int pixels) const {
    return std::max<std::int64_t>(1, mulDivFloor(pixels, unit, m_zoom));
}

std::int64_t TimeScale::widthOf(std::int64_t frames) const {
    return mulDivFloor(frames, m_zoom, unit);
}

void TimeScale::setScroll(std::int64_t pixels) {
    m_scroll = std::max<std::int64_t>(0, pixels);
}

void TimeScale::zoomAround(int x, std::int64_t zoom) {
    zoom = std::clamp(zoom, widest, closest);
    const std::int64_t there = x + m_scroll;
    const std::int64_t moved = mulDivRound(there, zoom, m_zoom);
    m_zoom = zoom;
    setScroll(moved - x);
}

void TimeScale::fit(std::int64_t frames, int width) {
    m_zoom =
        std::clamp(mulDivFloor(std::max(width, 1), unit, std::max<std::int64_t>(frames, 1)), widest, closest);
    m_scroll = 0;
}

} // namespace cutaway::ui
