#include "core/playback/play_path.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::playback {

namespace {

constexpr std::int64_t nanosecondsPerSecond = 1000000000;

std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
    return mulDivFloor(a, 1, b);
}

std::int64_t mulDivCeil(std::int64_t a, std::int64_t b, std::int64_t c) {
    return -mulDivFloor(-a, b, c);
}

} // namespace

PlayPath::PlayPath(FrameRate rate, Speed speed, std::int64_t anchor, const PlayRange& within)
    : m_rate(rate)
    , m_speed(speed)
    , m_num(std::abs(speed.num))
    , m_anchor(anchor)
    , m_stride(m_num % speed.den == 0 ? m_num / speed.den : 1)
    , m_range(within) {
    m_range.end = std::max(m_range.end, m_range.first + 1);
}

std::int64_t PlayPath::unwrapped(std::int64_t step) const {
    return forwards() ? m_anchor + step * m_stride : m_anchor - step * m_stride;
}

bool PlayPath::reaches(std::int64_t step) const {
    const std::int64_t frame = unwrapped(step);
    return m_range.loop || (frame >= m_range.first && frame < m_range.end);
}

std::int64_t PlayPath::frameAt(std::int64_t step) const {
    const std::int64_t frame = unwrapped(step);
    if (!m_range.loop)
        return frame;
    const std::int64_t length = m_range.end - m_range.first;
    return frame - floorDiv(frame - m_range.first, length) * length;
}

std::int64_t PlayPath::stepAfter(std::int64_t nanoseconds) const {
    const std::int64_t played = mulDivFloor(nanoseconds, m_num, m_speed.den * m_stride);
    return mulDivFloor(played, m_rate.num, nanosecondsPerSecond * m_rate.den);
}

std::int64_t PlayPath::nanosecondsTo(std::int64_t step) const {
    const std::int64_t played = mulDivCeil(step, nanosecondsPerSecond * m_rate.den, m_rate.num);
    return mulDivCeil(played, m_speed.den * m_stride, m_num);
}

// A loop whose rate has no whole number of samples in a frame is as long as its own frames, each time round.
std::int64_t PlayPath::sampleOf(std::int64_t frame) const {
    if (!m_range.loop)
        return samplesAtFrame(frame, m_rate);
    const std::int64_t length = m_range.end - m_range.first;
    const std::int64_t round = floorDiv(frame - m_range.first, length);
    return samplesAtFrame(frame - round * length, m_rate) +
           round * (samplesAtFrame(m_range.end, m_rate) - samplesAtFrame(m_range.first, m_rate));
}

std::int64_t PlayPath::frameOf(std::int64_t sample) const {
    if (!m_range.loop)
        return frameAtSample(sample, m_rate);
    const std::int64_t first = samplesAtFrame(m_range.first, m_rate);
    const std::int64_t length = samplesAtFrame(m_range.end, m_rate) - first;
    const std::int64_t round = floorDiv(sample - first, length);
    return frameAtSample(sample - round * length, m_rate) + round * (m_range.end - m_range.first);
}

std::int64_t PlayPath::firstSample() const {
    return samplesAtFrame(forwards() ? m_anchor : m_anchor + 1, m_rate);
}

std::int64_t PlayPath::stepHeard(std::int64_t samples) const {
    const std::int64_t played = mulDivFloor(samples, m_num, m_speed.den);
    const std::int64_t frames = forwards() ? frameOf(firstSample() + played) - m_anchor
                                           : m_anchor - frameOf(firstSample() - played - 1);
    return floorDiv(frames, m_stride);
}

std::int64_t PlayPath::samplesTo(std::int64_t step) const {
    const std::int64_t frame = unwrapped(step);
    const std::int64_t played =
        forwards() ? sampleOf(frame) - firstSample() : firstSample() - sampleOf(frame + 1);
    return mulDivCeil(played, m_speed.den, m_num);
}

} // namespace cutaway::playback
