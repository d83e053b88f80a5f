#pragma once

#include "core/playback/clock.h"
#include "core/time/frame_rate.h"

#include <cstdint>

namespace cutaway::playback {

/// Where the newest moment of a Source that grows is, and how playing follows it. Pure: the caller says what
/// time it is. Frames are counted from the Source's first.
class LiveEdge {
public:
    using TimePoint = Clock::TimePoint;

    LiveEdge(FrameRate rate, std::int64_t frames, TimePoint now);
    /// So many frames are there now.
    void grewTo(std::int64_t frames, TimePoint now);

    std::int64_t frames() const { return m_frames; }
    /// One past the newest moment: what is there, and what has happened since it came, up to one piece.
    std::int64_t edge(TimePoint now) const;
    /// How far this frame lies behind the edge, in tenths of a second, rounded; never below 0.
    std::int64_t tenthsBehind(std::int64_t frame, TimePoint now) const;
    /// The frame to join on: playing on from there, each new piece is reached shortly after it came.
    std::int64_t joinFrame(TimePoint now) const;

    enum class Follow {
        Steady, ///< at normal speed
        Faster, ///< it has fallen behind: a little faster until it is back
        Jump,   ///< too far to catch up with
    };
    /// What chase play on this frame does. `faster`: it is catching up already.
    Follow follow(std::int64_t frame, bool faster, TimePoint now) const;

private:
    std::int64_t framesIn(std::int64_t milliseconds) const;
    std::int64_t distance() const; ///< kept behind the edge: a piece, and room for it to arrive

    FrameRate m_rate;
    std::int64_t m_frames;
    std::int64_t m_piece; ///< frames that come at a time
    TimePoint m_since;    ///< when the newest came
};

} // namespace cutaway::playback
