#pragma once

#include "core/playback/picture_loader.h"
#include "core/playback/play_path.h"
#include "core/playback/player.h"
#include "core/playback/player_sound.h"
#include "core/playback/rung_choice.h"
#include "core/playback/sound_scrubber.h"
#include "core/playback/thumbnails.h"
#include "core/render/compositor.h"
#include "core/render/frame_plan.h"
#include "core/render/graphic_painter.h"

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
    std::uint64_t setSequence(timeline::SequencePtr sequence, SequenceEnd end);
    std::uint64_t extend(timeline::SequencePtr sequence, SequenceEnd end);
    std::uint64_t seek(std::int64_t frame, bool heard);
    std::uint64_t play(Speed speed, std::optional<std::int64_t> from, const std::optional<PlayRange>& range);
    std::uint64_t setQuality(PictureQuality quality);
    std::uint64_t refresh();
    PlayerState state() const;
    void setMonitoring(Monitoring monitoring) { m_desk.set(std::move(monitoring)); }

private:
    /// What others ask; guarded by m_mutex.
    struct Commands {
        std::optional<timeline::SequencePtr> sequence;
        std::optional<timeline::SequencePtr> longer; ///< the same sequence, grown
        SequenceEnd end = SequenceEnd::Final;        ///< of either
        std::optional<std::int64_t> seek;
        bool heard = false; ///< the seek, by a burst of sound
        std::optional<Speed> speed;
        std::optional<PlayRange> range; ///< of the speed
        std::optional<PictureQuality> quality;
        bool refresh = false;
        std::uint64_t order = 0;
        bool any() const { return longer || quality || disturbs(); }
        bool disturbs() const { return sequence || seek || speed || refresh; }
    };
    /// What a frame needs, and how far it is.
    struct Availability {
        bool ready = false;       ///< exact pictures at some rung, all that it needs, or a lasting error
        PresentedPicture picture; ///< without the picture itself until that is composed
        std::vector<render::Picture> pictures; ///< bottom first, when none is missing
    };

    template <class Write>
    std::uint64_t order(Write write);

    // The loop's thread only.
    void run(std::stop_token stop);
    void apply(Commands commands);
    void grow(timeline::SequencePtr sequence, SequenceEnd end);
    bool waitsForMore() const;
    void waitAtEdge();
    void servePaused(std::stop_token stop);
    void showPaused(const Availability& found, std::int64_t frame);
    void servePlaying(std::stop_token stop);
    bool enoughFrom(std::int64_t frame);
    bool serveBuffering(std::uint64_t seenArrivals, std::stop_token stop);
    void showStep(std::int64_t step, PresentedPicture picture);
    void waitForNews(std::uint64_t seenArrivals, Clock::TimePoint deadline, std::stop_token stop);
    std::int64_t stepNow();
    Clock::TimePoint timeOfStep(std::int64_t step);
    void startClock();
    void keepSound();
    void finish();
    Availability find(std::int64_t frame);
    Availability look(std::int64_t frame);
    void standIn(std::int64_t frame, PresentedPicture& picture);
    bool isFast() const; ///< so that the smallest rung is enough
    bool playsRungs() const;
    Quality smallQuality() const;
    RungSituation situation(std::int64_t step) const;
    void beginRung();
    bool followRung(std::int64_t step, bool waiting);
    void keepSmallToBoundary();
    void noteRung(const RungSituation& situation);
    render::FramePlan planAt(std::int64_t frame) const;
    PictureWant wantOf(const render::Layer& layer) const;
    std::optional<PictureWant> wantFor(std::int64_t frame) const;
    void askNow(std::int64_t frame);
    std::int64_t mostToAsk(std::int64_t most) const;
    void askAround(std::int64_t frame);
    void askAheadOf(std::int64_t step);
    void present(PresentedPicture picture);
    void publishState();
    std::int64_t lastFrame() const;
    PlayRange range() const;

    const Player::Callbacks m_callbacks;
    const Player::Options m_options;
    Clock& m_clock;
    std::shared_ptr<MediaAccess> m_access;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_news;
    Commands m_commands;          ///< guarded
    std::uint64_t m_orders = 0;   ///< guarded
    std::uint64_t m_arrivals = 0; ///< guarded: media that arrived
    PlayerState m_published;      ///< guarded

    // The loop's own.
    timeline::SequencePtr m_sequence;
    SequenceEnd m_end = SequenceEnd::Final; ///< of m_sequence
    std::optional<std::int64_t> m_awaited;  ///< playing: the first frame that has not come yet
    PlayerState m_state;
    std::optional<PlayRange> m_range; ///< that playing stays within; none: all
    PlayPath m_path;                  ///< while playing and not buffering
    Clock::TimePoint m_anchorTime;    ///< of its step 0
    RungChoice m_rungs;
    std::int64_t m_fullFrom = 0;          ///< playing: until this step what was asked for small stays so
    std::int64_t m_lastAsked = 0;         ///< playing: the furthest step that was asked for
    std::int64_t m_lastStep = -1;         ///< playing: the newest whose picture was shown
    std::int64_t m_standInStep = -1;      ///< playing: the newest that a stand-in was shown for
    Clock::TimePoint m_soundAgainAt;      ///< when a lost device is looked for again
    std::optional<std::int64_t> m_toHear; ///< paused: the frame whose sound is still to be heard
    std::int64_t m_lastShown = -1;        ///< paused
    std::optional<Clock::TimePoint> m_lateSince; ///< when the picture that is due was first missing
    std::optional<std::int64_t> m_bestShown;     ///< frame whose exact picture at its best is on screen
    int m_shownHeight = -1;                      ///< rung of the exact picture of m_lastShown; -1: none yet
    std::optional<Clock::TimePoint> m_restsAt;   ///< paused: when prefetching may begin

    FrameStore m_store;
    ObjectCache m_objects;
    SoundLoader m_sounds;
    MonitorDesk m_desk;
    PlayerSound m_sound;
    SoundScrubber m_scrubber;
    Thumbnails m_thumbnails;
    render::GraphicPainter m_graphics;
    PictureLoader m_loader; ///< after what its threads use
    std::jthread m_thread;  ///< last: the first to end
};

} // namespace cutaway::playback
