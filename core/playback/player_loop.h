#pragma once

#include "core/playback/picture_loader.h"
#include "core/playback/player.h"
#include "core/playback/sound_feeder.h"
#include "core/playback/thumbnails.h"
#include "core/render/frame_plan.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace cutaway::playback {

/// The player's thread. State is grouped by who owns it.
class PlayerLoop {
public:
    PlayerLoop(std::shared_ptr<MediaAccess> access, AudioOutput* audio, Player::Callbacks callbacks,
               const Player::Options& options, Clock& clock);
    ~PlayerLoop();

    // Any thread.
    void setSequence(timeline::SequencePtr sequence);
    void seek(std::int64_t frame);
    void play(Speed speed);
    void refresh();
    PlayerState state() const;

private:
    /// What others ask; guarded by m_mutex.
    struct Commands {
        std::optional<timeline::SequencePtr> sequence;
        std::optional<std::int64_t> seek;
        std::optional<Speed> speed;
        bool refresh = false;
        std::uint64_t orders = 0; ///< how many there were so far
        bool any() const { return sequence || seek || speed || refresh; }
    };
    /// What a frame needs, and how far it is.
    struct Availability {
        bool ready = false; ///< exact picture at some rung, or a lasting error
        PresentedPicture picture;
    };

    // The loop's thread only.
    void run(std::stop_token stop);
    void apply(Commands commands);
    void servePaused(std::stop_token stop);
    void showPaused(const Availability& found, std::int64_t frame);
    void servePlaying(std::stop_token stop);
    void waitForNews(std::uint64_t seenArrivals, Clock::TimePoint deadline, std::stop_token stop);
    std::int64_t frameNow() const;
    Clock::TimePoint timeOfFrame(std::int64_t frame) const;
    void startClock();
    void stopSound();
    void finishAt(std::int64_t frame);
    Availability look(std::int64_t frame);
    void standIn(std::int64_t frame, PresentedPicture& picture);
    std::optional<PictureWant> wantFor(std::int64_t frame) const;
    void askNow(std::int64_t frame);
    void askAhead(std::int64_t frame);
    void present(const PresentedPicture& picture);
    void publishState();
    std::int64_t lastFrame() const;

    const Player::Callbacks m_callbacks;
    const Player::Options m_options;
    Clock& m_clock;
    AudioOutput* const m_audio;
    std::shared_ptr<MediaAccess> m_access;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_news;
    Commands m_commands;          ///< guarded
    std::uint64_t m_orders = 0;   ///< guarded
    std::uint64_t m_arrivals = 0; ///< guarded: media that arrived
    PlayerState m_published;      ///< guarded

    // The loop's own.
    timeline::SequencePtr m_sequence;
    PlayerState m_state;
    Clock::TimePoint m_anchorTime;
    std::int64_t m_anchorFrame = 0;
    bool m_soundLeads = false;
    std::int64_t m_lastShown = -1;
    std::optional<Clock::TimePoint> m_lateSince; ///< when the picture that is due was first missing
    std::optional<std::int64_t> m_bestShown;     ///< frame whose exact picture at its best is on screen
    int m_shownHeight = -1;                      ///< rung of the exact picture of m_lastShown; -1: none yet
    std::optional<Clock::TimePoint> m_restsAt;   ///< paused: when prefetching may begin

    FrameStore m_store;
    ObjectCache m_objects;
    SoundLoader m_sounds;
    SoundFeeder m_feeder;
    Thumbnails m_thumbnails;
    PictureLoader m_loader; ///< after what its threads use
    std::jthread m_thread;  ///< last: the first to end
};

} // namespace cutaway::playback
