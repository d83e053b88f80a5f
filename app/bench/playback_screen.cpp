#include "app/bench/playback_screen.h"

#include "app/bench/playback_media.h"
#include "core/media/frame_id.h"

#include <thread>

namespace cutaway::bench {

namespace {

constexpr std::chrono::seconds patience{30};
constexpr std::int64_t minuteFrames = PlaybackMedia::seconds * PlaybackMedia::framesPerSecond;

} // namespace

PlaybackScreen::PlaybackScreen(std::shared_ptr<playback::MediaAccess> access, std::chrono::milliseconds slow)
    : m_access(std::move(access))
    , m_slow(slow)
    , m_player(m_access, nullptr,
               {[this](const playback::PresentedPicture& picture) { onPicture(picture); },
                [this](const playback::PlayerState& state) {
                    const std::lock_guard lock(m_mutex);
                    m_state = state;
                    m_changed.notify_all();
                }},
               {}) {}

void PlaybackScreen::onPicture(const playback::PresentedPicture& picture) {
    const auto now = Clock::now();
    const std::lock_guard lock(m_mutex);
    if (picture.frame == m_firstWanted && picture.picture && !m_first) {
        m_first = picture;
        m_changed.notify_all();
    }
    if (picture.frame != m_wanted || !picture.exact || !picture.picture)
        return;
    const auto id = media::readFrameId(*picture.picture);
    m_right = m_right && id && id->frame == static_cast<std::uint32_t>(m_wanted % minuteFrames);
    if (!m_any)
        m_any = now;
    if (!m_full && picture.rungHeight >= m_height)
        m_full = now;
    m_changed.notify_all();
}

void PlaybackScreen::show(const playback::PlayableSource& source) {
    timeline::Sequence sequence = timeline::emptySequence("bench", source.clock.rate, false);
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = source.sourceId;
    clip.mediaRate = source.clock.rate;
    clip.in = source.firstFrame;
    clip.duration = source.frameCount;
    timeline::Track track = *sequence.tracks[0];
    track.items = {timeline::Item::of(clip)};
    sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
    m_player.setSequence(std::make_shared<const timeline::Sequence>(sequence));
}

PlaybackScreen::Seen PlaybackScreen::wait(std::int64_t frame, int height, Clock::time_point begin) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [&] { return m_full.has_value(); });
    Seen seen;
    if (m_any)
        seen.anyRung = *m_any - begin;
    if (m_full)
        seen.fullRung = *m_full - begin;
    seen.right = m_right && m_full && m_wanted == frame && m_height == height;
    m_wanted = -1;
    return seen;
}

PlaybackScreen::Seen PlaybackScreen::seek(std::int64_t frame, int height) {
    {
        const std::lock_guard lock(m_mutex);
        m_any.reset();
        m_full.reset();
        m_right = true;
        m_wanted = frame;
        m_height = height;
    }
    const auto begin = Clock::now();
    std::this_thread::sleep_for(m_slow);
    m_player.seek(frame);
    return wait(frame, height, begin);
}

playback::PresentedPicture PlaybackScreen::seekFirst(std::int64_t frame) {
    {
        const std::lock_guard lock(m_mutex);
        m_first.reset();
        m_firstWanted = frame;
    }
    m_player.seek(frame);
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [&] { return m_first.has_value(); });
    m_firstWanted = -1;
    return m_first.value_or(playback::PresentedPicture{});
}

bool PlaybackScreen::play(std::int64_t first, std::int64_t end, std::chrono::seconds limit) {
    const std::uint64_t order =
        m_player.play({1, 1}, first, playback::PlayRange{first, end, false, std::nullopt});
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [&] { return m_state.order >= order && m_state.speed.paused(); });
}

PlaybackScreen::Seen PlaybackScreen::open(const Uuid& id, std::int64_t frame, int height) {
    {
        const std::lock_guard lock(m_mutex);
        m_any.reset();
        m_full.reset();
        m_right = true;
        m_wanted = frame;
        m_height = height;
    }
    const auto begin = Clock::now();
    std::this_thread::sleep_for(m_slow);
    const auto source = m_access->source(id, {});
    if (!source)
        return {};
    show(*source);
    m_player.seek(frame);
    return wait(frame, height, begin);
}

} // namespace cutaway::bench
