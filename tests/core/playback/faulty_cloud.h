#pragma once

#include <map>

#include "core/media/frame_id.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "core/tams/client.h"
#include "core/tams/rest.h"
#include "tests/core/playback/made_media.h"
#include "tests/core/tams/scripted_server.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>

// One angle behind a cloud that errs as the test says, and somebody who looks at it.
namespace cutaway::test::faults {

using namespace playback;
using tams::Json;

inline constexpr int seconds = 4;
inline constexpr std::int64_t start = 36'000;

inline std::int64_t numberAt(const std::string& text, std::size_t at) {
    std::int64_t value = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

/// Our cloud's listing and media of one made angle, with faults as the test says.
class FaultyCloud {
public:
    using Fault = std::function<void(ScriptedReply&, int nth)>; ///< the nth request of media, from 1

    FaultyCloud()
        : m_server([this](const SeenRequest& request) { return answer(request); }) {
        m_id = m_made.add(1, {50, 1}, {start, 0}, seconds);
        const PlayableSource& source = m_made.made(m_id);
        for (int s = 0; s < seconds; ++s) {
            const auto span =
                m_made.pictureSpan(source, source.rungs[0].flowId, source.firstFrame + s * 50, {});
            m_objects.push_back(*m_made.object(*span, {}).value());
            m_layouts.push_back(*media::readPictureLayout(media::memorySource(m_objects.back())));
        }
        m_access = std::make_shared<TamsMediaAccess>(std::make_shared<tams::TamsClient>(
            std::make_shared<tams::HttpClient>(tams::Connection{m_server.url(), "token", false})));
    }

    void setFault(Fault fault) {
        const std::lock_guard lock(m_mutex);
        m_fault = std::move(fault);
        m_mediaRequests = 0;
    }
    void setListed(int count) {
        const std::lock_guard lock(m_mutex);
        m_listed = count;
    }
    const Uuid& id() const { return m_id; }
    const PlayableSource& source() const { return m_made.made(m_id); }
    const std::shared_ptr<TamsMediaAccess>& access() const { return m_access; }
    const media::PictureLayout& layout(int second) const {
        return m_layouts[static_cast<std::size_t>(second)];
    }
    /// How many bytes of an Object show these frames, the index with them.
    std::int64_t bytesFor(int second, std::initializer_list<std::int64_t> frames) const {
        std::map<std::int64_t, std::int64_t> stretches{{0, layout(second).headerBytes}};
        for (const std::int64_t frame : frames)
            for (const Stretch& stretch : layout(second).needed(frame, frame))
                stretches[stretch.first] = std::max(stretches[stretch.first], stretch.end);
        std::int64_t bytes = 0, until = 0;
        for (const auto& [first, end] : stretches) {
            bytes += std::max<std::int64_t>(end - std::max(first, until), 0);
            until = std::max(until, end);
        }
        return bytes;
    }
    /// "first-last" of every request for this Object, in the order of arrival.
    std::int64_t askedBytes(int second) const {
        std::int64_t asked = 0;
        for (const std::string& r : ranges(second))
            asked += numberAt(r, r.find('-') + 1) - numberAt(r, 0) + 1;
        return asked;
    }
    std::vector<std::string> ranges(int second) const {
        std::vector<std::string> found;
        for (const SeenRequest& request : m_server.seen())
            if (request.target == "/media/" + std::to_string(second))
                found.push_back(request.header("range").substr(6));
        return found;
    }

private:
    Json flow(const Uuid& id, int generation) const {
        return {{"id", id.toString()},
                {"source_id", Uuid::random().toString()},
                {"format", tams::format::video},
                {"codec", "video/h264"},
                {"container", "video/mp4"},
                {"generation", generation},
                {"timerange", generation == 0 ? "()" : "[36000:0_36004:0)"},
                {"essence_parameters",
                 {{"frame_width", 480}, {"frame_height", 270}, {"frame_rate", {{"numerator", 50}}}}}};
    }

    ScriptedReply listing(const SeenRequest& request) {
        Json rows = Json::array();
        for (int s = 0; s < m_listed; ++s)
            rows.push_back({"object-" + std::to_string(s),
                            "[" + std::to_string(start + s) + ":0_" + std::to_string(start + s + 1) + ":0)",
                            std::to_string(start + s) + ":0", "/media/" + std::to_string(s),
                            m_layouts[static_cast<std::size_t>(s)].bytes,
                            m_layouts[static_cast<std::size_t>(s)].headerBytes,
                            media::packLayout(m_layouts[static_cast<std::size_t>(s)])});
        Json body;
        body["segments"][m_flow.toString()] = {{"timerange", "[35000:0_37000:0)"}, {"rows", rows}};
        if (request.target.find("timerange=") == std::string::npos) {
            body["source"] = {{"id", m_id.toString()}, {"format", tams::format::multi}, {"label", "CAM 1"}};
            body["flows"] = {{{"role", "video"}, {"flow", flow(m_master, 0)}},
                             {{"role", "video"}, {"flow", flow(m_flow, 1)}}};
        }
        return {200, {}, body.dump(), {}};
    }

    ScriptedReply answer(const SeenRequest& request) {
        const std::lock_guard lock(m_mutex);
        if (request.target.starts_with("/cutaway/v1/playback/"))
            return listing(request);
        if (!request.target.starts_with("/media/"))
            return {200, {}, "{}", {}};
        const media::ByteBuffer& bytes = m_objects[static_cast<std::size_t>(numberAt(request.target, 7))];
        const std::string range = request.header("range");
        const auto first = static_cast<std::size_t>(numberAt(range, 6));
        const auto last =
            std::min(static_cast<std::size_t>(numberAt(range, range.find('-') + 1)), bytes.size() - 1);
        ScriptedReply reply{206, {}, {}, {}};
        reply.body.assign(reinterpret_cast<const char*>(bytes.data()) + first, last - first + 1);
        reply.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + "-" +
                                                        std::to_string(last) + "/" +
                                                        std::to_string(bytes.size()));
        if (m_fault)
            m_fault(reply, ++m_mediaRequests);
        return reply;
    }

    MadeMedia m_made;
    Uuid m_id;
    const Uuid m_master = Uuid::random();
    const Uuid m_flow = Uuid::random();
    std::vector<media::ByteBuffer> m_objects;
    std::vector<media::PictureLayout> m_layouts;
    std::mutex m_mutex; ///< guards what follows
    Fault m_fault;
    int m_mediaRequests = 0;
    int m_listed = seconds;
    ScriptedServer m_server;
    std::shared_ptr<TamsMediaAccess> m_access;
};

/// A player. At rest without prefetch, so that requests can be counted; playing needs it.
class Viewer {
public:
    explicit Viewer(FaultyCloud& cloud, bool prefetch = false)
        : m_cloud(cloud)
        , m_player(cloud.access(), nullptr,
                   {[this](const PresentedPicture& p) {
                        const std::lock_guard lock(m_mutex);
                        m_shown.push_back(p);
                        m_changed.notify_all();
                    },
                    [this](const PlayerState& s) {
                        const std::lock_guard lock(m_mutex);
                        m_states.push_back(s);
                        m_changed.notify_all();
                    }},
                   options(prefetch)) {
        timeline::Sequence sequence = timeline::emptySequence("s", {50, 1}, false);
        timeline::Clip clip;
        clip.id = Uuid::random();
        clip.media.sourceId = cloud.id();
        clip.mediaRate = {50, 1};
        clip.in = cloud.source().firstFrame;
        clip.duration = seconds * 50;
        timeline::Track track = *sequence.tracks[0];
        track.items = {timeline::Item::of(clip)};
        sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
        m_player.setSequence(std::make_shared<const timeline::Sequence>(sequence));
    }

    void seek(std::int64_t frame) { m_player.seek(frame); }
    void play(std::int64_t from) { m_player.play({1, 1}, from); }
    /// Waits until playing has stopped for want of media, or goes on.
    bool isBuffering(bool expected) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(60), [&] {
            return !m_states.empty() && !m_states.back().speed.paused() &&
                   m_states.back().buffering == expected && m_states.back().position > 0;
        });
    }
    /// Frames at which playing stood, waiting for media.
    std::vector<std::int64_t> stoodAt() {
        const std::lock_guard lock(m_mutex);
        std::vector<std::int64_t> frames;
        for (const PlayerState& state : m_states)
            if (state.buffering && state.position > 0)
                frames.push_back(state.position);
        return frames;
    }
    /// Frames whose exact picture was shown, each once, in that order.
    std::vector<std::int64_t> shown() {
        const std::lock_guard lock(m_mutex);
        std::vector<std::int64_t> frames;
        for (const PresentedPicture& p : m_shown)
            if (p.exact && p.picture && (frames.empty() || frames.back() != p.frame))
                frames.push_back(p.frame);
        return frames;
    }
    bool neverComplained() {
        const std::lock_guard lock(m_mutex);
        return std::none_of(m_shown.begin(), m_shown.end(),
                            [](const PresentedPicture& p) { return p.error.has_value(); });
    }
    /// Waits for the exact picture of `frame` and says whether its pixels are that picture's.
    bool shows(std::int64_t frame) {
        return waitFor([&](const PresentedPicture& p) {
            if (p.frame != frame || !p.exact || !p.picture)
                return false;
            const auto id = media::readFrameId(*p.picture);
            return id && id->frame == static_cast<std::uint32_t>(m_cloud.source().firstFrame + frame);
        });
    }
    bool complains(std::int64_t frame, ErrorCategory category) {
        return waitFor([&](const PresentedPicture& p) {
            return p.frame == frame && p.error && p.error->category == category && !p.exact;
        });
    }
    /// No picture that was called exact was another one.
    bool neverWrong() {
        const std::lock_guard lock(m_mutex);
        return std::none_of(m_shown.begin(), m_shown.end(), [&](const PresentedPicture& p) {
            if (!p.exact || !p.picture)
                return false;
            const auto id = media::readFrameId(*p.picture);
            return !id || id->frame != static_cast<std::uint32_t>(m_cloud.source().firstFrame + p.frame);
        });
    }

private:
    static Player::Options options(bool prefetch) {
        Player::Options options;
        options.prefetch = prefetch;
        return options;
    }
    template <class Predicate>
    bool waitFor(Predicate predicate) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(60),
                                  [&] { return std::any_of(m_shown.rbegin(), m_shown.rend(), predicate); });
    }

    FaultyCloud& m_cloud;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<PresentedPicture> m_shown;
    std::vector<PlayerState> m_states;
    Player m_player; ///< last
};

/// As a request names bytes [first, end).
inline std::string range(std::int64_t first, std::int64_t end) {
    return std::to_string(first) + "-" + std::to_string(end - 1);
}

} // namespace cutaway::test::faults
