#include "core/playback/player_loop.h"

#include <algorithm>
#include <utility>

namespace cutaway::playback {

namespace {

constexpr std::int64_t resumeFrames = 10;          // that must be ready to leave buffering, where they fit
constexpr std::chrono::milliseconds restTime{100}; // a hand that rests so long gets what is around
constexpr std::chrono::milliseconds retryTime{2500};
constexpr std::chrono::milliseconds lateGrace{60}; // a picture later than this stops the clock
constexpr std::chrono::hours forever{1};
constexpr std::chrono::milliseconds rungTime{250}; // between two looks at the link while nothing comes

} // namespace

PlayerLoop::PlayerLoop(std::shared_ptr<MediaAccess> access, AudioOutput* audio, Player::Callbacks callbacks,
                       const Player::Options& options, Clock& clock)
    : m_callbacks(std::move(callbacks))
    , m_options(options)
    , m_clock(clock)
    , m_access(std::move(access))
    , m_store(options.frameBytes)
    , m_objects(*m_access, options.objectBytes)
    , m_sounds(*m_access, m_objects)
    , m_sound(m_sounds, m_desk, audio)
    , m_scrubber(m_sounds, m_desk, audio)
    , m_thumbnails(*m_access)
    , m_loader(*m_access, m_objects, m_store,
               [this] {
                   const std::lock_guard lock(m_mutex);
                   ++m_arrivals;
                   m_news.notify_all();
               },
               {options.loaderThreads, 8})
    , m_thread([this](std::stop_token stop) { run(std::move(stop)); }) {}

PlayerLoop::~PlayerLoop() {
    m_thread.request_stop();
    m_thread.join();
}

template <class Write>
std::uint64_t PlayerLoop::order(Write write) {
    const std::lock_guard lock(m_mutex);
    write(m_commands);
    m_commands.order = ++m_orders;
    m_news.notify_all();
    return m_orders;
}

std::uint64_t PlayerLoop::setSequence(timeline::SequencePtr sequence, SequenceEnd end) {
    return order([&](Commands& commands) {
        commands.sequence = std::move(sequence);
        commands.longer.reset();
        commands.end = end;
    });
}

std::uint64_t PlayerLoop::extend(timeline::SequencePtr sequence, SequenceEnd end) {
    return order([&](Commands& commands) {
        (commands.sequence ? commands.sequence : commands.longer) = std::move(sequence);
        commands.end = end;
    });
}

std::uint64_t PlayerLoop::seek(std::int64_t frame, bool heard) {
    return order([&](Commands& commands) {
        commands.seek = frame; // the newest seek wins
        commands.heard = heard;
    });
}

std::uint64_t PlayerLoop::play(Speed speed, std::optional<std::int64_t> from,
                               const std::optional<PlayRange>& range) {
    return order([&](Commands& commands) {
        commands.speed = speed;
        commands.range = range;
        if (from)
            commands.seek = from;
    });
}

std::uint64_t PlayerLoop::setQuality(PictureQuality quality) {
    return order([&](Commands& commands) { commands.quality = quality; });
}

std::uint64_t PlayerLoop::refresh() {
    return order([](Commands& commands) { commands.refresh = true; });
}

PlayerState PlayerLoop::state() const {
    const std::lock_guard lock(m_mutex);
    return m_published;
}

void PlayerLoop::run(std::stop_token stop) {
    while (!stop.stop_requested()) {
        Commands commands;
        {
            const std::lock_guard lock(m_mutex);
            std::swap(commands, m_commands);
        }
        if (commands.any())
            apply(std::move(commands));
        if (m_state.speed.paused())
            servePaused(stop);
        else
            servePlaying(stop);
    }
}

std::int64_t PlayerLoop::lastFrame() const {
    return m_sequence ? std::max<std::int64_t>(m_sequence->durationFrames() - 1, 0) : 0;
}

PlayRange PlayerLoop::range() const {
    PlayRange all{0, lastFrame() + 1, false, {}};
    if (!m_range)
        return all;
    PlayRange range = *m_range;
    range.first = std::clamp<std::int64_t>(range.first, 0, lastFrame());
    range.end = std::clamp<std::int64_t>(range.end, range.first + 1, lastFrame() + 1);
    return range;
}

void PlayerLoop::apply(Commands commands) {
    if (commands.longer)
        grow(std::move(*commands.longer), commands.end);
    if (commands.quality) {
        m_rungs.choose(*commands.quality);
        m_fullFrom = 0;
    }
    if (!commands.disturbs()) {
        m_state.order = commands.order;
        publishState();
        return;
    }
    if (!m_state.speed.paused() && !m_state.buffering)
        m_state.position = m_path.frameAt(stepNow());
    m_state.order = commands.order;
    m_awaited.reset();
    if (commands.refresh) {
        m_access->refresh();
        m_thumbnails.refresh();
    }
    if (commands.sequence) {
        m_sequence = std::move(*commands.sequence);
        m_end = commands.end;
    }
    if (commands.seek)
        m_state.position = *commands.seek;
    m_state.position = std::clamp<std::int64_t>(m_state.position, 0, lastFrame());
    if (commands.speed) {
        m_state.speed = *commands.speed;
        m_state.dropped = 0;
        m_range = commands.range;
        // Play at the end starts over, as every deck does.
        if (m_state.speed.num > 0 && !m_range && m_end == SequenceEnd::Final &&
            m_state.position >= lastFrame())
            m_state.position = 0;
    }
    if (const PlayRange within = range();
        m_range && (m_state.position < within.first || m_state.position >= within.end))
        m_range.reset(); // who goes elsewhere has left it
    m_bestShown.reset();
    m_restsAt.reset();
    m_lastShown = -1;
    m_lateSince.reset();
    m_sound.stop();
    const bool waits = std::exchange(m_state.buffering, false);
    if (m_state.speed.paused()) {
        m_toHear = commands.seek && commands.heard ? std::optional(m_state.position) : std::nullopt;
        m_state.small = false;
    } else {
        m_toHear.reset();
        m_scrubber.beSilent();
        // An edit under a running clock does not stop it; a start waits for its first pictures.
        const bool starts = waits || commands.speed || commands.seek;
        if (starts)
            beginRung();
        m_state.buffering = starts && !isFast() && !enoughFrom(m_state.position);
        if (!m_state.buffering)
            startClock();
    }
    publishState();
}

void PlayerLoop::waitForNews(std::uint64_t seenArrivals, Clock::TimePoint deadline, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    const auto since = m_clock.now();
    for (auto now = since; !stop.stop_requested() && !m_commands.any() && m_arrivals == seenArrivals &&
                           now < deadline && now >= since; // a clock that goes back makes deadlines void
         now = m_clock.now())
        m_clock.waitUntil(m_news, lock, deadline, stop);
}

void PlayerLoop::showPaused(const Availability& found, std::int64_t frame) {
    const int height = found.picture.exact ? found.picture.rungHeight : -1;
    if (m_lastShown == frame && height <= m_shownHeight && !found.picture.error)
        return;
    m_lastShown = frame;
    m_shownHeight = height;
    present(found.picture);
    // The picture first: on a slow link its bytes have come before those of the sound are asked for.
    if (found.picture.exact && m_toHear == frame) {
        m_toHear.reset();
        m_scrubber.hear(m_sequence, samplesAtFrame(frame, m_sequence->rate));
    }
}

void PlayerLoop::servePaused(std::stop_token stop) {
    std::uint64_t arrivals = 0;
    {
        const std::lock_guard lock(m_mutex);
        arrivals = m_arrivals;
    }
    const std::int64_t frame = m_state.position;
    if (!m_sequence) {
        m_loader.wantNow({});
        m_loader.wantAhead({});
        waitForNews(arrivals, m_clock.now() + forever, stop);
        return;
    }
    if (m_bestShown == frame) {
        const auto now = m_clock.now();
        if (m_restsAt && *m_restsAt <= now) {
            m_restsAt.reset();
            askAround(frame);
            if (const auto want = m_options.prefetch ? wantFor(frame) : std::nullopt)
                m_thumbnails.want(want->key.source);
        }
        waitForNews(arrivals, m_restsAt.value_or(now + forever), stop);
        return;
    }
    if (m_lastShown != frame) {
        m_loader.wantAhead({}); // the link belongs to the picture that is wanted now
        m_thumbnails.want({});
    }
    Availability found = look(frame);
    if (!found.ready && m_lastShown != frame)
        standIn(frame, found.picture);
    showPaused(found, frame);
    if (found.picture.exact && found.picture.best) {
        m_bestShown = frame;
        m_restsAt = m_clock.now() + restTime;
        m_loader.wantNow({});
        return;
    }
    askNow(frame);
    waitForNews(arrivals, m_clock.now() + (found.picture.error ? retryTime : forever), stop);
}

/// Whether playing from here has pictures enough to begin without a stop.
bool PlayerLoop::enoughFrom(std::int64_t frame) {
    if (!m_sequence)
        return true;
    if (m_awaited)
        return false;
    const PlayPath path(m_sequence->rate, m_state.speed, frame, range());
    const bool more = waitsForMore();
    // No more than askAheadOf() asks for.
    const std::int64_t needed = std::clamp<std::int64_t>(
        mostToAsk(2 * resumeFrames * path.stride()) / 2 / path.stride(), 1, resumeFrames);
    bool enough = true;
    for (std::int64_t step = 0; step < needed && enough && (more || path.reaches(step)); ++step)
        enough = path.reaches(step) && find(path.frameAt(step)).ready;
    return enough;
}

/// False: not enough is there yet.
bool PlayerLoop::serveBuffering(std::uint64_t seenArrivals, std::stop_token stop) {
    if (enoughFrom(m_state.position)) {
        m_state.buffering = false;
        startClock();
        publishState();
        return true;
    }
    if (const Availability found = look(m_state.position); found.ready)
        showPaused(found, m_state.position);
    m_path = PlayPath(m_sequence->rate, m_state.speed, m_state.position, range());
    m_fullFrom = 0;
    if (followRung(0, true))
        publishState();
    askNow(m_state.position);
    askAheadOf(0);
    waitForNews(seenArrivals, m_clock.now() + (m_awaited ? Clock::TimePoint::duration(forever) : rungTime),
                stop);
    return false;
}

void PlayerLoop::servePlaying(std::stop_token stop) {
    std::uint64_t arrivals = 0;
    {
        const std::lock_guard lock(m_mutex);
        arrivals = m_arrivals;
    }
    if (!m_sequence) {
        finish();
        return;
    }
    if (m_state.buffering && !serveBuffering(arrivals, stop))
        return;
    keepSound();
    const std::int64_t step = stepNow();
    if (!m_path.reaches(step)) {
        waitsForMore() ? waitAtEdge() : finish();
        return;
    }
    const std::int64_t frame = m_path.frameAt(step);
    m_state.position = frame;
    if (step == m_lastStep) {
        waitForNews(arrivals, timeOfStep(step + 1), stop);
        return;
    }
    Availability found = look(frame);
    if (!found.ready)
        askNow(frame);
    followRung(step, false);
    askAheadOf(step);
    if (found.ready) {
        showStep(step, std::move(found.picture));
        return;
    }
    // At a fast speed the eye wants to follow: a picture nearby, and on. Else a late picture stops the clock,
    // but only after a grace.
    if (isFast() && m_standInStep != step) {
        standIn(frame, found.picture);
        if (found.picture.picture) {
            m_standInStep = step;
            present(std::move(found.picture));
        }
    }
    if (m_standInStep == step) {
        waitForNews(arrivals, timeOfStep(step + 1), stop);
        return;
    }
    if (!m_lateSince)
        m_lateSince = m_clock.now();
    if (m_clock.now() < *m_lateSince + lateGrace) {
        waitForNews(arrivals, *m_lateSince + lateGrace, stop);
        return;
    }
    m_sound.stop();
    m_lateSince.reset();
    m_state.buffering = true;
    publishState();
}

void PlayerLoop::showStep(std::int64_t step, PresentedPicture picture) {
    if (m_lastStep >= 0 && m_state.speed.den == 1 && std::abs(m_state.speed.num) == 1)
        m_state.dropped += std::max<std::int64_t>(step - m_lastStep - 1, 0);
    m_lastStep = step;
    m_lateSince.reset();
    present(std::move(picture));
    publishState();
}

void PlayerLoop::present(PresentedPicture picture) {
    picture.order = m_state.order;
    if (m_callbacks.onPicture)
        m_callbacks.onPicture(picture);
}

void PlayerLoop::publishState() {
    {
        const std::lock_guard lock(m_mutex);
        m_published = m_state;
    }
    if (m_callbacks.onState)
        m_callbacks.onState(m_state);
}

} // namespace cutaway::playback
