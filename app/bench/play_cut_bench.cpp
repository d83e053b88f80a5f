#include "app/bench/play_cut_bench.h"

#include "core/media/frame_id.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "core/tams/client.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>

namespace cutaway::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t mixedPicture = -1; ///< carries no number that can be read

/// What a viewer at the end of the line sees, picture by picture.
class Watcher {
public:
    explicit Watcher(std::vector<std::int64_t> expected)
        : m_expected(std::move(expected))
        , m_right(m_expected.size(), false) {}

    void onPicture(const playback::PresentedPicture& picture) {
        const auto now = Clock::now();
        const std::lock_guard lock(m_mutex);
        if (!m_playing || picture.frame < 0 ||
            picture.frame >= static_cast<std::int64_t>(m_expected.size()) || !picture.exact ||
            !picture.picture)
            return;
        const auto at = static_cast<std::size_t>(picture.frame);
        const auto id = media::readFrameId(*picture.picture);
        m_right[at] = picture.best && (m_expected[at] == mixedPicture ||
                                       (id && id->frame == static_cast<std::uint32_t>(m_expected[at])));
        if (m_last)
            m_longest = std::max(m_longest, now - *m_last);
        m_last = now;
    }
    void onState(const playback::PlayerState& state) {
        const std::lock_guard lock(m_mutex);
        m_stalls += state.buffering && !m_buffering ? 1 : 0;
        m_buffering = state.buffering;
        m_playing = !state.speed.paused();
        m_ended = m_ended || (m_began && !m_playing);
        m_began = m_began || m_playing;
        m_changed.notify_all();
    }
    bool waitForEnd(std::chrono::seconds patience) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, patience, [this] { return m_ended; });
    }
    std::int64_t missing() const {
        const std::lock_guard lock(m_mutex);
        return std::count(m_right.begin(), m_right.end(), false);
    }
    std::string note() const {
        const std::lock_guard lock(m_mutex);
        const auto longest = std::chrono::duration_cast<std::chrono::milliseconds>(m_longest).count();
        std::string missing;
        for (std::size_t i = 0; i < m_right.size() && missing.size() < 40; ++i)
            if (!m_right[i])
                missing += (missing.empty() ? "; missing " : ", ") + std::to_string(i);
        return std::to_string(m_right.size()) +
               " pictures, stalls after the start: " + std::to_string(std::max(m_stalls - 1, 0)) +
               ", longest gap " + std::to_string(longest) + " ms" + missing;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::vector<std::int64_t> m_expected; ///< number carried by each picture of the sequence
    std::vector<bool> m_right;
    bool m_began = false;
    bool m_playing = false;
    bool m_buffering = false;
    bool m_ended = false;
    int m_stalls = 0; ///< the wait for the first pictures is one
    std::optional<Clock::time_point> m_last;
    Clock::duration m_longest{};
};

struct Cut {
    timeline::SequencePtr sequence;
    std::vector<std::int64_t> numbers; ///< that its pictures carry
};

/// Clip k shows Source k % 2 from a random second on, in the middle of a GOP; `dissolve` frames before each
/// cut and as many after it are mixed.
Cut cutOf(const std::array<playback::PlayableSource, 2>& sources, const Pace& pace, int clips,
          std::int64_t dissolve) {
    Cut cut;
    std::mt19937 random(11);
    timeline::Sequence sequence = timeline::emptySequence("bench", pace.rate, false);
    timeline::Track track = *sequence.tracks[0];
    track.items.clear();
    for (int k = 0; k < clips; ++k) {
        const playback::PlayableSource& source = sources[static_cast<std::size_t>(k % 2)];
        timeline::Clip clip;
        clip.id = Uuid::random();
        clip.media.sourceId = source.sourceId;
        clip.mediaRate = pace.rate;
        const std::int64_t room = source.frameCount - pace.framesPerObject - 2 * dissolve;
        const std::int64_t from = dissolve + static_cast<std::int64_t>(random()) % room;
        clip.in = source.firstFrame + from;
        clip.duration = pace.framesPerObject;
        if (dissolve > 0 && k > 0)
            clip.head = timeline::Transition{timeline::TransitionKind::Dissolve, dissolve, dissolve};
        for (std::int64_t n = 0; n < clip.duration; ++n) {
            const bool mixed = (k > 0 && n < dissolve) || (k + 1 < clips && n >= clip.duration - dissolve);
            cut.numbers.push_back(mixed ? mixedPicture : (from + n) % pace.frames());
        }
        track.items.push_back(timeline::Item::of(clip));
    }
    sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
    cut.sequence = std::make_shared<const timeline::Sequence>(sequence);
    return cut;
}

} // namespace

Row playCut(const PlaybackStore& store, const PlaybackMedia& media, const LinkShape& shape, int cuts,
            std::int64_t dissolve) {
    Row row;
    row.work = dissolve > 0 ? "play-dissolve" : media.pace.rate == pace50.rate ? "play-cut" : "play-cut-5994";
    row.unit = "pictures";
    row.required = 0;
    constexpr int repeats = 3;
    auto link = HomeLink::start(store.port(), shape);
    const auto first = store.addAngle(media, repeats);
    const auto second = store.addAngle(media, repeats);
    if (!link || !first || !second) {
        row.note = !link ? link.error().message : (!first ? first : second).error().message;
        return row;
    }
    const auto access = std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
        std::make_shared<tams::HttpClient>(store.connection((*link)->port()))));
    const auto one = access->source(*first, {});
    const auto two = access->source(*second, {});
    if (!one || !two) {
        row.note = (!one ? one : two).error().message;
        return row;
    }
    Cut cut = cutOf({*one, *two}, media.pace, cuts + 1, dissolve);
    Watcher watcher(std::move(cut.numbers));
    {
        playback::Player player(
            access, nullptr,
            {[&](const playback::PresentedPicture& picture) { watcher.onPicture(picture); },
             [&](const playback::PlayerState& state) { watcher.onState(state); }},
            {});
        player.setSequence(cut.sequence);
        player.play({1, 1});
        if (!watcher.waitForEnd(std::chrono::seconds(cuts * 2 + 60))) {
            row.note = "It did not come to its end.";
            return row;
        }
    }
    row.value = static_cast<double>(watcher.missing());
    row.operations = static_cast<std::size_t>(cuts);
    row.note = watcher.note();
    return row;
}

} // namespace cutaway::bench
