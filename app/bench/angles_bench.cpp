#include "app/bench/angles_bench.h"

#include "app/bench/bench_sound_device.h"
#include "core/media/colour_convert.h"
#include "core/media/frame_id.h"
#include "core/playback/angle_wall.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "core/tams/client.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace cutaway::bench {

namespace {

using namespace std::chrono_literals;

constexpr int angles = 4;
constexpr auto patience = 30s;

std::optional<std::int64_t> numberOf(const media::VideoFramePtr& picture) {
    const auto id = picture ? media::readFrameId(*picture) : std::nullopt;
    return id ? std::optional<std::int64_t>(id->frame) : std::nullopt;
}

/// The viewer with its tiles: whenever the lead shows a picture the tiles follow, and whenever pictures of
/// tiles arrive they are shown. All of it on the thread that calls, as in a window.
class Window {
public:
    explicit Window(std::shared_ptr<playback::MediaAccess> access)
        : m_wall(std::move(access),
                 [this] {
                     const std::lock_guard lock(m_mutex);
                     m_arrived = true;
                     m_changed.notify_all();
                 },
                 {}) {}

    void onPicture(const playback::PresentedPicture& picture) {
        const std::lock_guard lock(m_mutex);
        m_lead = picture;
        m_arrived = true;
        m_changed.notify_all();
    }
    void onState(const playback::PlayerState& state) {
        const std::lock_guard lock(m_mutex);
        m_state = state;
        m_changed.notify_all();
    }

    void setAngles(const std::vector<playback::PlayableSource>& sources) {
        std::vector<playback::WallAngle> rows;
        for (const auto& source : sources)
            rows.push_back(
                {source.sourceId, source.clock, source.firstFrame, source.firstFrame + source.frameCount});
        m_wall.setAngles(std::move(rows));
        m_source = sources.front();
    }

    /// Shows what comes until `over` says so of what the tiles show and the player's state; false when that
    /// takes too long.
    template <class Over>
    bool show(std::chrono::seconds limit, const Over& over) {
        const auto end = std::chrono::steady_clock::now() + limit;
        std::vector<playback::WallTile> tiles;
        while (true) {
            std::optional<playback::PresentedPicture> lead;
            playback::PlayerState state;
            {
                std::unique_lock lock(m_mutex);
                if (!m_changed.wait_until(lock, end, [&] { return m_arrived || over(tiles, m_state); }))
                    return false;
                if (over(tiles, m_state))
                    return true;
                m_arrived = false;
                lead = m_lead;
                state = m_state;
            }
            if (!lead || !lead->picture)
                continue;
            tiles = m_wall.follow({m_source.clock, m_source.firstFrame + lead->frame, state.speed});
            m_painted.resize(tiles.size() + 1);
            paint(m_painted.front(), lead->picture);
            for (std::size_t n = 0; n < tiles.size(); ++n)
                paint(m_painted[n + 1], tiles[n].picture);
            if (!state.speed.paused() && lead->frame != std::exchange(m_counted, lead->frame))
                count(*lead, tiles);
        }
    }

    std::int64_t shown() const { return m_shown; }
    std::int64_t exact() const { return m_exact; }
    std::int64_t largest() const { return m_largest; }
    std::int64_t apart() const { return m_apart; }

private:
    void paint(media::VideoFramePtr& painted, const media::VideoFramePtr& picture) {
        if (!picture || picture == painted)
            return;
        m_paper.resize(static_cast<std::size_t>(picture->width * picture->height * 4));
        media::toDisplayRgb(*picture, m_paper.data(), picture->width * 4);
        painted = picture;
    }
    /// By the numbers that the pictures themselves carry.
    void count(const playback::PresentedPicture& lead, const std::vector<playback::WallTile>& tiles) {
        ++m_shown;
        const auto led = numberOf(lead.picture);
        std::int64_t least = led.value_or(-1);
        std::int64_t most = least;
        bool all = led && lead.exact && *led == lead.frame;
        for (const playback::WallTile& tile : tiles) {
            const auto number = numberOf(tile.picture);
            all = all && number;
            least = std::min(least, number.value_or(-1));
            most = std::max(most, number.value_or(-1));
        }
        m_exact += all && least == most ? 1 : 0;
        m_apart += all && most - least <= 1 ? 0 : 1;
        m_largest = std::max(m_largest, most - least);
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_arrived = false;
    std::optional<playback::PresentedPicture> m_lead;
    playback::PlayerState m_state;

    playback::PlayableSource m_source; ///< that leads
    std::vector<std::uint8_t> m_paper;
    std::vector<media::VideoFramePtr> m_painted; ///< the lead's, and those of the tiles
    std::int64_t m_counted = -1;
    std::int64_t m_shown = 0;   ///< pictures of the lead
    std::int64_t m_exact = 0;   ///< with all tiles on the very same frame
    std::int64_t m_apart = 0;   ///< with one that was further away than a frame
    std::int64_t m_largest = 0; ///< frames
    playback::AngleWall m_wall; ///< last: its threads use the rest
};

timeline::SequencePtr sequenceOf(const playback::PlayableSource& source) {
    timeline::Sequence sequence = timeline::emptySequence("bench", source.clock.rate, false);
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = source.sourceId;
    clip.mediaRate = source.clock.rate;
    clip.in = source.firstFrame;
    clip.duration = source.frameCount;
    timeline::Clip sound = clip;
    sound.id = Uuid::random();
    sound.mediaRate = sampleRate48k;
    sound.in = source.clock.sampleAtFrame(source.firstFrame);
    sound.duration = source.clock.sampleAtFrame(source.firstFrame + source.frameCount) - sound.in;
    for (auto& shared : sequence.tracks) {
        timeline::Track track = *shared;
        const bool picture = track.kind == timeline::TrackKind::Video;
        if (track.items.empty() && (picture || track.name == "A1"))
            track.items = {timeline::Item::of(picture ? clip : sound)};
        shared = std::make_shared<const timeline::Track>(std::move(track));
    }
    return std::make_shared<const timeline::Sequence>(std::move(sequence));
}

} // namespace

std::vector<Row> playAngles(const PlaybackStore& store, const PlaybackMedia& media, const LinkShape& shape,
                            int seconds) {
    Row row;
    row.work = "play-angles";
    row.unit = "frames";
    row.required = 1;
    Row sound;
    sound.work = "play-angles-sound";
    sound.unit = "gaps";
    sound.required = 0;
    const auto failed = [&](const std::string& why) {
        row.note = sound.note = why;
        return std::vector{row, sound};
    };
    auto link = HomeLink::start(store.port(), shape);
    if (!link)
        return failed(link.error().message);
    const auto access = std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
        std::make_shared<tams::HttpClient>(store.connection((*link)->port()))));
    std::vector<playback::PlayableSource> sources;
    for (int n = 0; n < angles; ++n) {
        const auto id = store.addAngle(media, 1, n == 0);
        if (!id)
            return failed(id.error().message);
        const auto source = access->source(*id, {});
        if (!source)
            return failed(source.error().message);
        sources.push_back(*source);
    }
    BenchSoundDevice device;
    Window window(access);
    window.setAngles(sources);
    playback::Player player(access, &device,
                            {[&](const playback::PresentedPicture& picture) { window.onPicture(picture); },
                             [&](const playback::PlayerState& state) { window.onState(state); }},
                            {});
    player.setSequence(sequenceOf(sources.front()));
    player.seek(0);
    const auto allThere = [](const std::vector<playback::WallTile>& tiles, const playback::PlayerState&) {
        return tiles.size() == angles &&
               std::all_of(tiles.begin(), tiles.end(), [](const auto& tile) { return tile.exact; });
    };
    if (!window.show(patience, allThere))
        return failed("the first pictures did not come");
    const std::int64_t frames = std::int64_t{seconds} * PlaybackMedia::framesPerSecond;
    const std::uint64_t order = player.play({1, 1}, 0, playback::PlayRange{0, frames, false, std::nullopt});
    std::int64_t dropped = 0;
    const auto ended = [&](const auto&, const playback::PlayerState& state) {
        dropped = std::max(dropped, state.dropped);
        return state.order >= order && state.speed.paused();
    };
    if (!window.show(std::chrono::seconds(seconds) + patience, ended))
        return failed("it did not come to its end");
    row.value = static_cast<double>(window.largest());
    row.operations = static_cast<std::size_t>(window.shown());
    row.note = std::to_string(window.exact()) + " of " + std::to_string(window.shown()) +
               " with all on the very same frame, " + std::to_string(window.apart()) +
               " further than one apart; the lead dropped " + std::to_string(dropped) + " of " +
               std::to_string(frames);
    sound.operations = static_cast<std::size_t>(device.samples() / sampleRate48k.num);
    if (device.samples() >= std::int64_t{seconds - 1} * sampleRate48k.num)
        sound.value = device.gaps();
    sound.note = std::to_string(device.samples()) + " samples heard";
    return {row, sound};
}

} // namespace cutaway::bench
