#pragma once

#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace cutaway::bench {

/// A Player whose pictures are looked at by a stopwatch instead of a person.
class PlaybackScreen {
public:
    using Milliseconds = std::chrono::duration<double, std::milli>;
    using Clock = std::chrono::steady_clock;

    /// Each operation begins `slow` late, by its own stopwatch: to see that a verdict can change.
    explicit PlaybackScreen(std::shared_ptr<playback::MediaAccess> access,
                            std::chrono::milliseconds slow = std::chrono::milliseconds(0));

    struct Seen {
        std::optional<Milliseconds> anyRung;  ///< until the exact picture was there at some rung
        std::optional<Milliseconds> fullRung; ///< at the largest one
        bool right = false;                   ///< it carries the number that was asked for
    };
    /// Shows the whole of a Source; does not wait.
    void show(const playback::PlayableSource& source);
    /// Seeks to a frame of the minutes and waits for its exact picture at `height`.
    Seen seek(std::int64_t frame, int height = 540);
    /// The same, with the clip only named when the stopwatch starts.
    Seen open(const Uuid& source, std::int64_t frame, int height = 540);
    /// Seeks and waits for the first picture of that moment, a stand-in or exact; null when none comes.
    playback::PresentedPicture seekFirst(std::int64_t frame);
    /// Plays frames [first, end) once; false when it is not over in time.
    bool play(std::int64_t first, std::int64_t end, std::chrono::seconds limit);

private:
    void onPicture(const playback::PresentedPicture& picture);
    Seen wait(std::int64_t frame, int height, Clock::time_point begin);

    std::shared_ptr<playback::MediaAccess> m_access;
    const std::chrono::milliseconds m_slow;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::int64_t m_wanted = -1;
    std::optional<Clock::time_point> m_any;
    std::optional<Clock::time_point> m_full;
    int m_height = 0;
    std::optional<playback::PresentedPicture> m_first; ///< picture of m_firstWanted
    std::int64_t m_firstWanted = -1;
    playback::PlayerState m_state;
    bool m_right = true;
    playback::Player m_player; ///< last: its callbacks use the rest
};

} // namespace cutaway::bench
