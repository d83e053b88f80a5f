#pragma once

#include "core/playback/player.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace cutaway::playback {

enum class Rung { Full, Small };

/// How playing stands.
struct RungSituation {
    Clock::TimePoint now;
    std::optional<std::int64_t> linkBits; ///< what the link carries, per second; none: not known
    std::int64_t fullBits = 0;            ///< what the full pictures need at this speed; 0: not known
    std::chrono::nanoseconds ahead{0};    ///< playing time whose pictures are all there
    bool complete = false;                ///< nothing is missing of what will be shown next
    bool waiting = false;                 ///< the clock stands until pictures come
};

/// Which rung to play over this link: down at once when the pictures run out, up only when the link has
/// carried the full ones with room to spare for a while, and the longer the shorter they lasted before. Pure:
/// the caller says what time it is.
class RungChoice {
public:
    /// Full and Small are what the user wants, whatever the link carries.
    void choose(PictureQuality quality);
    PictureQuality chosen() const { return m_quality; }
    Rung rung() const;

    /// Playing begins, or goes on elsewhere: by what the link is known to carry.
    void begin(const RungSituation& situation);
    /// While it plays, again and again. True when the rung is another one now.
    bool follow(const RungSituation& situation);

private:
    void countWaiting(const RungSituation& situation);
    void goDown(Clock::TimePoint now);

    PictureQuality m_quality = PictureQuality::Automatic;
    Rung m_rung = Rung::Full;
    std::chrono::nanoseconds m_waited{0};           ///< in all, since it last played smoothly for a while
    std::optional<Clock::TimePoint> m_waitsAt;      ///< waiting: when that was last counted
    std::optional<Clock::TimePoint> m_runsSince;    ///< not waiting
    std::optional<Clock::TimePoint> m_carriesSince; ///< Small: since when the link carries Full with a margin
    std::optional<Clock::TimePoint> m_wentUp;
    std::chrono::seconds m_patience{3}; ///< how long it must, before the next step up
};

} // namespace cutaway::playback
