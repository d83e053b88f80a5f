#include "app/bench/scopes_bench.h"

#include "core/media/colour_convert.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "core/scopes/scope_worker.h"
#include "core/tams/client.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace cutaway::bench {

namespace {

using Clock = std::chrono::steady_clock;

/// Converts what it is given for the screen, as the viewer's own thread does; only the newest counts.
class Painter {
public:
    Painter()
        : m_thread([this](const std::stop_token& stop) { run(stop); }) {}
    void show(media::VideoFramePtr picture) {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(picture);
        m_news.notify_one();
    }

private:
    void run(const std::stop_token& stop) {
        for (;;) {
            media::VideoFramePtr picture;
            {
                std::unique_lock lock(m_mutex);
                if (!m_news.wait(lock, stop, [this] { return m_next != nullptr; }))
                    return;
                picture = std::exchange(m_next, nullptr);
            }
            (void)media::toDisplayRgb(*picture);
        }
    }
    std::mutex m_mutex;
    std::condition_variable_any m_news;
    media::VideoFramePtr m_next;
    std::jthread m_thread; ///< last
};

struct Playing {
    std::int64_t shown = 0;   ///< exact pictures
    std::int64_t missing = 0; ///< of those that were due
    int stalls = 0;           ///< after the start
    int traces = 0;
};

/// Plays once. Empty: it did not come to its end.
std::optional<Playing> play(const std::shared_ptr<playback::MediaAccess>& access,
                            const timeline::SequencePtr& sequence, std::chrono::seconds patience,
                            std::optional<scopes::Kind> kind) {
    std::atomic<int> traces = 0;
    scopes::ScopeWorker worker([&](const std::shared_ptr<const scopes::Trace>&) { ++traces; });
    Painter painter;
    std::mutex mutex;
    std::condition_variable changed;
    Playing result;
    std::int64_t last = -1;
    bool began = false, ended = false, buffering = false;
    {
        playback::Player player(
            access, nullptr,
            {[&](const playback::PresentedPicture& picture) {
                 if (!picture.exact || !picture.picture)
                     return;
                 painter.show(picture.picture);
                 if (kind)
                     worker.submit(picture.picture, *kind, true);
                 const std::lock_guard lock(mutex);
                 result.shown += picture.frame != std::exchange(last, picture.frame) ? 1 : 0;
             },
             [&](const playback::PlayerState& state) {
                 const std::lock_guard lock(mutex);
                 result.stalls += state.buffering && !std::exchange(buffering, state.buffering) ? 1 : 0;
                 buffering = state.buffering;
                 ended = began && state.speed.paused();
                 began = began || !state.speed.paused();
                 changed.notify_all();
             }},
            {});
        player.setSequence(sequence);
        player.play({1, 1}, 0);
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, patience, [&] { return ended; }))
            return std::nullopt;
    }
    result.missing = sequence->durationFrames() - result.shown;
    result.stalls = std::max(result.stalls - 1, 0); // the wait for the first pictures is one
    result.traces = traces;
    return result;
}

timeline::SequencePtr sequenceOf(const playback::PlayableSource& source, std::int64_t frames) {
    timeline::Sequence sequence = timeline::emptySequence("bench", source.clock.rate, false);
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = source.sourceId;
    clip.mediaRate = source.clock.rate;
    clip.in = source.firstFrame;
    clip.duration = std::min(frames, source.frameCount);
    timeline::Track track = *sequence.tracks[0];
    track.items = {timeline::Item::of(clip)};
    sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
    return std::make_shared<const timeline::Sequence>(sequence);
}

} // namespace

Row scopesWhilePlaying(const PlaybackStore& store, const PlaybackMedia& media, int seconds) {
    Row row;
    row.work = "scopes";
    row.unit = "pictures";
    row.peer = "no scope";
    row.required = 0;
    const auto angle = store.addAngle(media, 1);
    const auto access = std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
        std::make_shared<tams::HttpClient>(store.connection(store.port()))));
    const auto source = angle ? access->source(*angle, {}) : Result<playback::PlayableSource>(angle.error());
    if (!source) {
        row.note = source.error().message;
        return row;
    }
    const auto sequence = sequenceOf(*source, std::int64_t{seconds} * media.pace.framesPerObject);
    const std::chrono::seconds patience(seconds + 60);
    std::int64_t missing = 0, missingWithout = 0;
    for (const auto& [kind, name] : {std::pair{scopes::Kind::Waveform, "waveform"},
                                     {scopes::Kind::Parade, "parade"},
                                     {scopes::Kind::Vectorscope, "vectorscope"}}) {
        const auto without = play(access, sequence, patience, std::nullopt); // in turn: the machine changes
        const auto with = play(access, sequence, patience, kind);
        if (!without || !with) {
            row.note = "It did not come to its end.";
            return row;
        }
        missing += with->missing + with->stalls;
        missingWithout += without->missing + without->stalls;
        row.note += std::string(row.note.empty() ? "" : "; ") + name + ": " + std::to_string(with->traces) +
                    " traces, " + std::to_string(with->missing) + " pictures lost and " +
                    std::to_string(with->stalls) + " stalls, without " + std::to_string(without->missing) +
                    " and " + std::to_string(without->stalls);
    }
    row.value = static_cast<double>(missing);
    row.peerValue = static_cast<double>(missingWithout);
    row.operations = static_cast<std::size_t>(3 * sequence->durationFrames());
    return row;
}

} // namespace cutaway::bench
