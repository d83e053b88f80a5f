#include "core/playback/player_loop.h"

#include "core/render/compositor.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::int64_t lookAheadFrames = 75;       // 1.5 s at 50p
constexpr std::int64_t lookBehindFrames = 25;      // a half-second GOP each way while paused
constexpr std::int64_t standInReach = 250;         // frames: nearer than this it still tells where one is
constexpr std::int64_t resumeFrames = 10;          // that must be ready to leave buffering
constexpr int fastSpeed = 4;                       // from here on the smallest rung is enough
constexpr std::chrono::milliseconds restTime{100}; // a hand that rests so long gets what is around
constexpr std::chrono::milliseconds retryTime{2500};
constexpr std::chrono::milliseconds lateGrace{60}; // a picture later than this stops the clock
constexpr std::chrono::hours forever{1};

int magnitude(const Speed& speed) {
    return std::abs(speed.num) / std::max(speed.den, 1);
}

} // namespace

PlayerLoop::PlayerLoop(std::shared_ptr<MediaAccess> access, AudioOutput* audio, Player::Callbacks callbacks,
                       const Player::Options& options, Clock& clock)
    : m_callbacks(std::move(callbacks))
    , m_options(options)
    , m_clock(clock)
    , m_audio(audio)
    , m_access(std::move(access))
    , m_store(options.frameBytes)
    , m_objects(*m_access, options.objectBytes)
    , m_sounds(*m_access, m_objects)
    , m_feeder(m_sounds)
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
    stopSound();
}

void PlayerLoop::setSequence(timeline::SequencePtr sequence) {
    const std::lock_guard lock(m_mutex);
    m_commands.sequence = std::move(sequence);
    m_commands.orders = ++m_orders;
    m_news.notify_all();
}

void PlayerLoop::seek(std::int64_t frame) {
    const std::lock_guard lock(m_mutex);
    m_commands.seek = frame; // the newest seek wins
    m_commands.orders = ++m_orders;
    m_news.notify_all();
}

void PlayerLoop::play(Speed speed) {
    const std::lock_guard lock(m_mutex);
    m_commands.speed = speed;
    m_commands.orders = ++m_orders;
    m_news.notify_all();
}

void PlayerLoop::refresh() {
    const std::lock_guard lock(m_mutex);
    m_commands.refresh = true;
    m_news.notify_all();
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

void PlayerLoop::apply(Commands commands) {
    const bool wasPlaying = !m_state.speed.paused();
    if (wasPlaying && !m_state.buffering)
        m_state.position = std::clamp<std::int64_t>(frameNow(), 0, lastFrame());
    m_state.orders = std::max(m_state.orders, commands.orders);
    if (commands.refresh) {
        m_access->refresh();
        m_thumbnails.refresh();
    }
    if (commands.sequence)
        m_sequence = std::move(*commands.sequence);
    if (commands.seek)
        m_state.position = *commands.seek;
    m_state.position = std::clamp<std::int64_t>(m_state.position, 0, lastFrame());
    if (commands.speed) {
        m_state.speed = *commands.speed;
        m_state.dropped = 0;
        // Play at the end starts over, as every deck does.
        if (m_state.speed.num > 0 && m_state.position >= lastFrame())
            m_state.position = 0;
    }
    m_bestShown.reset();
    m_restsAt.reset();
    m_lastShown = -1;
    m_lateSince.reset();
    stopSound();
    m_state.buffering = false;
    if (!m_state.speed.paused())
        startClock();
    publishState();
}

void PlayerLoop::waitForNews(std::uint64_t seenArrivals, Clock::TimePoint deadline, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested() && !m_commands.any() && m_arrivals == seenArrivals &&
           m_clock.now() < deadline)
        m_clock.waitUntil(m_news, lock, deadline, stop);
}

std::optional<PictureWant> PlayerLoop::wantFor(std::int64_t frame) const {
    if (!m_sequence || frame < 0 || frame > lastFrame())
        return std::nullopt;
    const auto plan = render::planFrame(*m_sequence, frame);
    if (plan.layers.empty())
        return std::nullopt;
    const render::Layer& top = plan.layers.back();
    return PictureWant{{top.clip->media.sourceId, top.sourceFrame},
                       magnitude(m_state.speed) >= fastSpeed ? Quality::Quick : Quality::Best};
}

PlayerLoop::Availability PlayerLoop::look(std::int64_t frame) {
    Availability found;
    found.picture.frame = frame;
    const auto want = wantFor(frame);
    if (!want) {
        found.ready = true;
        found.picture.exact = found.picture.best = true;
        found.picture.picture = render::blackFrame({960, 540});
        return found;
    }
    if (const auto stored = m_store.get(want->key)) {
        found.ready = true;
        found.picture.exact = true;
        found.picture.picture = stored->picture;
        found.picture.rungHeight = stored->rungHeight;
        found.picture.best = stored->best || want->quality == Quality::Quick;
        if (!found.picture.best)
            found.picture.error = m_store.error(want->key, true);
        return found;
    }
    if (auto error = m_store.error(want->key, want->quality == Quality::Best)) {
        found.ready = true;
        found.picture.error = std::move(error);
        return found;
    }
    return found;
}

/// The picture nearest to a moment whose own is not there: one that was decoded, or a thumbnail.
void PlayerLoop::standIn(std::int64_t frame, PresentedPicture& picture) {
    const auto want = wantFor(frame);
    if (!want)
        return;
    const FrameKey& key = want->key;
    const auto small = m_thumbnails.nearest(key.source, key.frame);
    const std::int64_t distance =
        small ? std::min(std::abs(small->frame - key.frame), standInReach) : standInReach;
    if (const auto near = m_store.nearest(key, distance)) {
        picture.picture = near->picture;
        picture.rungHeight = near->rungHeight;
    } else if (small && distance < standInReach) {
        picture.picture = small->decode();
        picture.rungHeight = picture.picture ? picture.picture->height : 0;
    }
}

/// The picture that should be on screen: while playing as it is wanted, at rest first the small one.
void PlayerLoop::askNow(std::int64_t frame) {
    std::vector<PictureWant> now;
    if (const auto want = wantFor(frame)) {
        if (m_state.speed.paused())
            now.push_back({want->key, Quality::Quick});
        now.push_back(*want);
    }
    m_loader.wantNow(std::move(now));
}

void PlayerLoop::askAhead(std::int64_t frame) {
    if (!m_options.prefetch)
        return;
    std::vector<PictureWant> ahead;
    const auto add = [&](std::int64_t f) {
        if (const auto want = wantFor(f))
            ahead.push_back(*want);
    };
    const int direction = m_state.speed.num < 0 ? -1 : 1;
    const std::int64_t step = std::max(magnitude(m_state.speed), 1);
    for (std::int64_t i = 1; i <= lookAheadFrames; ++i)
        add(frame + i * step * direction);
    if (m_state.speed.paused())
        for (std::int64_t i = 1; i <= lookBehindFrames; ++i)
            add(frame - i);
    m_loader.wantAhead(std::move(ahead));
}

void PlayerLoop::showPaused(const Availability& found, std::int64_t frame) {
    const int height = found.picture.exact ? found.picture.rungHeight : -1;
    if (m_lastShown == frame && height <= m_shownHeight && !found.picture.error)
        return;
    m_lastShown = frame;
    m_shownHeight = height;
    present(found.picture);
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
            askAhead(frame);
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

void PlayerLoop::startClock() {
    m_anchorFrame = m_state.position;
    m_anchorTime = m_clock.now();
    m_soundLeads = false;
    if (!m_audio || m_state.speed != Speed{1, 1} || !m_sequence)
        return;
    m_feeder.start(m_sequence, samplesAtFrame(m_anchorFrame, m_sequence->rate));
    m_soundLeads = m_audio->start(m_feeder.ring());
    if (!m_soundLeads)
        m_feeder.stop();
}

void PlayerLoop::stopSound() {
    if (m_audio && m_soundLeads)
        m_audio->stop(m_feeder.ring());
    m_feeder.stop();
    m_soundLeads = false;
}

std::int64_t PlayerLoop::frameNow() const {
    if (!m_sequence)
        return 0;
    const FrameRate rate = m_sequence->rate;
    if (m_soundLeads)
        return frameAtSample(samplesAtFrame(m_anchorFrame, rate) + m_audio->heard(), rate);
    const auto elapsed =
        std::chrono::duration_cast<std::chrono::nanoseconds>(m_clock.now() - m_anchorTime).count();
    const std::int64_t sourceNanoseconds =
        mulDivFloor(elapsed, std::abs(m_state.speed.num), m_state.speed.den);
    const std::int64_t frames = mulDivFloor(sourceNanoseconds, rate.num, std::int64_t{1000000000} * rate.den);
    return m_state.speed.num < 0 ? m_anchorFrame - frames : m_anchorFrame + frames;
}

Clock::TimePoint PlayerLoop::timeOfFrame(std::int64_t frame) const {
    const FrameRate rate = m_sequence->rate;
    if (m_soundLeads) {
        const std::int64_t due =
            samplesAtFrame(frame, rate) - samplesAtFrame(m_anchorFrame, rate) - m_audio->heard();
        return m_clock.now() +
               std::chrono::nanoseconds(mulDivFloor(std::max<std::int64_t>(due, 0), 1000000000, 48000)) +
               std::chrono::milliseconds(1);
    }
    // Rounded up: at this moment frameNow() is `frame`, and one nanosecond before it is not.
    const auto ceiling = [](std::int64_t a, std::int64_t b, std::int64_t c) {
        return -mulDivFloor(-a, b, c);
    };
    const std::int64_t ns =
        ceiling(std::abs(frame - m_anchorFrame), std::int64_t{1000000000} * rate.den, rate.num);
    return m_anchorTime +
           std::chrono::nanoseconds(ceiling(ns, m_state.speed.den, std::abs(m_state.speed.num)));
}

void PlayerLoop::finishAt(std::int64_t frame) {
    stopSound();
    m_state.speed = {};
    m_state.buffering = false;
    m_state.position = frame;
    m_bestShown.reset();
    publishState();
}

void PlayerLoop::servePlaying(std::stop_token stop) {
    std::uint64_t arrivals = 0;
    {
        const std::lock_guard lock(m_mutex);
        arrivals = m_arrivals;
    }
    if (!m_sequence) {
        finishAt(0);
        return;
    }
    const int direction = m_state.speed.num < 0 ? -1 : 1;

    if (m_state.buffering) {
        const std::int64_t frame = m_state.position;
        bool enough = true;
        for (std::int64_t i = 0; i < resumeFrames && enough; ++i) {
            const std::int64_t f = frame + i * direction;
            enough = f < 0 || f > lastFrame() || look(f).ready;
        }
        if (!enough) {
            askNow(frame);
            askAhead(frame);
            waitForNews(arrivals, m_clock.now() + forever, stop);
            return;
        }
        m_state.buffering = false;
        startClock();
        publishState();
    }

    const std::int64_t frame = frameNow();
    if (frame > lastFrame() || frame < 0) {
        finishAt(frame < 0 ? 0 : lastFrame());
        return;
    }
    m_state.position = frame;
    if (frame == m_lastShown) {
        waitForNews(arrivals, timeOfFrame(frame + direction), stop);
        return;
    }
    Availability found = look(frame);
    if (!found.ready)
        askNow(frame);
    askAhead(frame);
    if (found.ready) {
        if (m_lastShown >= 0 && magnitude(m_state.speed) == 1)
            m_state.dropped += std::max<std::int64_t>(std::abs(frame - m_lastShown) - 1, 0);
        m_lastShown = frame;
        m_lateSince.reset();
        present(found.picture);
        publishState();
        return;
    }
    // Late, but perhaps only by a moment: the clock stands only after a grace.
    if (!m_lateSince)
        m_lateSince = m_clock.now();
    if (m_clock.now() < *m_lateSince + lateGrace) {
        waitForNews(arrivals, *m_lateSince + lateGrace, stop);
        return;
    }
    stopSound();
    m_lateSince.reset();
    m_state.buffering = true;
    publishState();
}

void PlayerLoop::present(const PresentedPicture& picture) {
    if (!m_callbacks.onPicture)
        return;
    PresentedPicture chosen = picture;
    chosen.orders = m_state.orders;
    m_callbacks.onPicture(chosen);
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
