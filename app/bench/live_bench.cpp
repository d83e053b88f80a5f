#include "app/bench/live_bench.h"

#include "core/catalogue/growth.h"
#include "core/catalogue/stream.h"
#include "core/media/frame_id.h"
#include "core/playback/live_edge.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "core/tams/source_view.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace cutaway::bench {

namespace {

using Clock = std::chrono::steady_clock;
constexpr playback::Speed catchingUp{11, 10};
constexpr int ahead = 4;   ///< pieces that are there when the angle is opened
constexpr int joining = 5; ///< pieces while it catches up with what opening took; not counted
constexpr std::chrono::milliseconds lookEvery{100};

timeline::SequencePtr sequenceOf(const tams::SourceView& view) {
    timeline::Sequence sequence = timeline::emptySequence("bench", view.clock.rate, false);
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = view.sourceId;
    clip.mediaRate = view.clock.rate;
    clip.in = view.firstFrame();
    clip.duration = view.frameCount();
    timeline::Track track = *sequence.tracks[0];
    track.items = {timeline::Item::of(std::move(clip))};
    sequence.tracks[0] = std::make_shared<const timeline::Track>(std::move(track));
    return std::make_shared<const timeline::Sequence>(std::move(sequence));
}

/// Somebody at the end of the line who follows the edge.
class Follower {
public:
    Follower(const tams::Connection& connection, const Uuid& source, const Pace& pace)
        : m_http(std::make_shared<tams::HttpClient>(connection))
        , m_client(std::make_shared<tams::TamsClient>(m_http))
        , m_sources(m_client)
        , m_access(std::make_shared<playback::TamsMediaAccess>(m_client))
        , m_source(source)
        , m_pace(pace)
        , m_player(m_access, nullptr,
                   {[this](const playback::PresentedPicture& picture) { onPicture(picture); },
                    [this](const playback::PlayerState& state) { onState(state); }},
                   {})
        , m_stream(
              m_http, [this](const catalogue::StreamEvent& event) { onEvent(event); },
              [](catalogue::LinkState, const std::string&) {}) {}

    Result<void> join() {
        CUTAWAY_TRY(const tams::SourceView view, m_sources.get(m_source));
        const std::lock_guard lock(m_growth);
        m_edge.emplace(view.clock.rate, view.frameCount(), Clock::now());
        m_player.setSequence(sequenceOf(view), playback::SequenceEnd::Growing);
        m_order = m_player.play({1, 1}, m_edge->joinFrame(Clock::now()));
        return {};
    }

    /// Keeps to the edge, as a viewer does.
    void follow() {
        const std::lock_guard lock(m_growth);
        const auto state = m_player.state();
        if (state.order < m_order || state.buffering)
            return;
        const bool faster = state.speed == catchingUp;
        using Follow = playback::LiveEdge::Follow;
        const Follow follow = m_edge->follow(state.position, faster, Clock::now());
        if (follow == Follow::Jump)
            m_order = m_player.play({1, 1}, m_edge->joinFrame(Clock::now()));
        else if ((follow == Follow::Faster) != faster)
            m_order = m_player.play(faster ? playback::Speed{1, 1} : catchingUp, state.position);
    }

    /// When the first picture of a piece was on screen; none: it was not.
    std::optional<Clock::time_point> shownAt(std::int64_t frame) {
        const std::lock_guard lock(m_mutex);
        const auto found = m_shown.find(frame);
        return found == m_shown.end() ? std::nullopt : std::optional(found->second);
    }
    int stalls() {
        const std::lock_guard lock(m_mutex);
        return m_stalls;
    }
    std::int64_t dropped() const { return m_player.state().dropped; }

private:
    void onEvent(const catalogue::StreamEvent& event) {
        const auto growth = event.type == "flow" ? catalogue::flowGrowthFromJson(event.data)
                                                 : Result<catalogue::FlowGrowth>(Error{});
        if (!growth || !growth->added)
            return;
        m_access->grew(growth->flowId, growth->added);
        const auto view = m_sources.grew(growth->flowId, *growth->added);
        const std::lock_guard lock(m_growth);
        if (!view || !m_edge || view->frameCount() <= m_edge->frames())
            return;
        m_edge->grewTo(view->frameCount(), Clock::now());
        m_player.extend(sequenceOf(*view), playback::SequenceEnd::Growing);
    }
    void onPicture(const playback::PresentedPicture& picture) {
        if (!picture.exact || !picture.best || !picture.picture ||
            picture.frame % m_pace.framesPerObject != 0)
            return;
        const auto id = media::readFrameId(*picture.picture);
        const auto number = static_cast<std::uint32_t>(picture.frame % m_pace.frames());
        const std::lock_guard lock(m_mutex);
        if (id && id->frame == number)
            m_shown.emplace(picture.frame, Clock::now());
    }
    void onState(const playback::PlayerState& state) {
        const std::lock_guard lock(m_mutex);
        m_stalls += state.buffering && !m_buffering ? 1 : 0;
        m_buffering = state.buffering;
    }

    std::shared_ptr<tams::HttpClient> m_http;
    std::shared_ptr<tams::TamsClient> m_client;
    tams::SourceCache m_sources;
    std::shared_ptr<playback::TamsMediaAccess> m_access;
    const Uuid m_source;
    const Pace m_pace;
    std::mutex m_growth;
    std::optional<playback::LiveEdge> m_edge; ///< under m_growth
    std::uint64_t m_order = 0;                ///< the last one to play; under m_growth
    std::mutex m_mutex;
    std::map<std::int64_t, Clock::time_point> m_shown; ///< under m_mutex
    int m_stalls = 0;                                  ///< under m_mutex
    bool m_buffering = false;                          ///< under m_mutex
    playback::Player m_player;
    catalogue::EventStream m_stream; ///< last: ends first
};

Row failed(Row row, const Error& error) {
    row.note = error.message;
    return row;
}

} // namespace

Row liveEdge(const PlaybackStore& store, const PlaybackMedia& media, const LinkShape& shape, int pieces) {
    Row row;
    row.work = "live-edge";
    row.unit = "s";
    row.required = 0.5;
    const auto link = HomeLink::start(store.port(), shape);
    if (!link)
        return failed(std::move(row), link.error());
    const auto angle = store.addLiveAngle(media);
    if (!angle)
        return failed(std::move(row), angle.error());
    const FrameRate rate = media.pace.rate;
    const auto length = std::chrono::nanoseconds(
        static_cast<std::int64_t>(durationOfUnits(media.pace.framesPerObject, rate).totalNanoseconds()));
    std::vector<Clock::time_point> registered;
    std::optional<Follower> follower;
    const auto began = Clock::now();
    for (int n = 0; n < ahead + pieces; ++n) {
        for (auto next = Clock::now(); next < began + length * n; next += lookEvery) {
            if (follower)
                follower->follow();
            std::this_thread::sleep_until(std::min(next + lookEvery, began + length * n)); // the event itself
        }
        if (const auto added = store.addPiece(*angle, media, n); !added)
            return failed(std::move(row), added.error());
        registered.push_back(Clock::now());
        if (n + 1 == ahead) {
            follower.emplace(store.connection((*link)->port()), angle->source, media.pace);
            if (const auto joined = follower->join(); !joined)
                return failed(std::move(row), joined.error());
        }
    }
    std::this_thread::sleep_until(began + length * (ahead + pieces + 1));
    std::vector<double> seconds;
    int missing = 0;
    for (int n = ahead + joining; n < ahead + pieces; ++n) {
        const auto shown = follower->shownAt(std::int64_t{n} * media.pace.framesPerObject);
        if (shown)
            seconds.push_back(
                std::chrono::duration<double>(*shown - registered[static_cast<std::size_t>(n)]).count());
        else
            ++missing;
    }
    row.note = "p95 counts; pieces of 1 s, 40 ms, 10 Mb/s; never shown: " + std::to_string(missing) +
               ", stalls after joining: " + std::to_string(std::max(follower->stalls() - 1, 0)) +
               ", pictures dropped: " + std::to_string(follower->dropped());
    row.operations = seconds.size();
    if (missing > 0 || seconds.empty())
        return row;
    row.p95 = percentile95(seconds);
    row.value = row.p95;
    return row;
}

} // namespace cutaway::bench
