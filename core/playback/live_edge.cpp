#include "core/playback/live_edge.h"

#include "core/time/timestamp.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

// A piece that was registered is told, listed, fetched and decoded in 0.15 to 0.25 s at 40 ms and 10 Mb/s.
constexpr std::int64_t roomToArrive = 300; // ms
constexpr std::int64_t catchUpFrom =
    120;                              // ms beyond the distance that is kept: half a second is never reached
constexpr std::int64_t caughtUp = 20; // ms
constexpr std::int64_t jumpFrom = 8'000;  // ms: at a tenth faster it would take over a minute
constexpr std::int64_t longestPiece = 10; // s: what is longer was a pause, not a piece

} // namespace

LiveEdge::LiveEdge(FrameRate rate, std::int64_t frames, TimePoint now)
    : m_rate(rate)
    , m_frames(frames)
    , m_piece(rate.timecodeBase())
    , m_since(now) {}

void LiveEdge::grewTo(std::int64_t frames, TimePoint now) {
    if (frames <= m_frames)
        return;
    m_piece = std::min(frames - m_frames, longestPiece * m_rate.timecodeBase());
    m_frames = frames;
    m_since = now;
}

std::int64_t LiveEdge::framesIn(std::int64_t milliseconds) const {
    return mulDivFloor(milliseconds, m_rate.num, std::int64_t{1000} * m_rate.den);
}

std::int64_t LiveEdge::distance() const {
    return m_piece + framesIn(roomToArrive);
}

std::int64_t LiveEdge::edge(TimePoint now) const {
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_since).count();
    return m_frames + std::clamp<std::int64_t>(framesIn(passed), 0, m_piece);
}

std::int64_t LiveEdge::tenthsBehind(std::int64_t frame, TimePoint now) const {
    const std::int64_t behind = std::max<std::int64_t>(edge(now) - frame, 0);
    return mulDivRound(behind, std::int64_t{10} * m_rate.den, m_rate.num);
}

std::int64_t LiveEdge::joinFrame(TimePoint now) const {
    return std::clamp<std::int64_t>(edge(now) - distance(), 0, std::max<std::int64_t>(m_frames - 1, 0));
}

LiveEdge::Follow LiveEdge::follow(std::int64_t frame, bool faster, TimePoint now) const {
    const std::int64_t late = edge(now) - frame - distance();
    if (late >= framesIn(jumpFrom))
        return Follow::Jump;
    return late >= framesIn(faster ? caughtUp : catchUpFrom) ? Follow::Faster : Follow::Steady;
}

} // namespace cutaway::playback
