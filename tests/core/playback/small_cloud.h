#pragma once

#include "core/cloud/server.h"
#include "core/media/frame_id.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "core/tams/client.h"
#include "tests/core/playback/made_media.h"

#include <QFile>
#include <QTemporaryDir>

#include <condition_variable>

namespace cutaway::test {

using namespace playback;

inline constexpr const char* token = "0123456789abcdef0123456789abcdef";
inline constexpr int seconds = 4;
inline constexpr std::int64_t start = 36'000;
inline constexpr int patience = 60'000;

inline tams::Flow pictureFlow(const Uuid& member, int generation) {
    tams::Flow flow;
    flow.id = Uuid::random();
    flow.sourceId = member;
    flow.label = "CAM 1";
    flow.format = tams::format::video;
    flow.codec = "video/h264";
    flow.container = "video/mp4";
    flow.generation = generation;
    flow.essence.width = 480;
    flow.essence.height = 270;
    flow.essence.frameRate = FrameRate{50, 1};
    flow.essence.colourSpace = "BT2100";
    flow.essence.transfer = "HLG";
    return flow;
}

/// A real cloud with one angle of a few seconds, which can go away.
class SmallCloud {
public:
    explicit SmallCloud(MadeMedia& made, const Uuid& madeId) {
        cloud::CloudServer::Options options;
        options.dataFolder = m_folder.path().toStdString();
        options.token = token;
        m_server = std::move(cloud::CloudServer::start(options)).value();
        m_url = m_server->url();
        const tams::TamsClient client(
            std::make_shared<tams::HttpClient>(tams::Connection{m_url, token, false}));
        const Uuid member = Uuid::random();
        const tams::Flow master = pictureFlow(member, 0);
        m_proxy = pictureFlow(member, 1);
        must(client.putFlow(master));
        must(client.putFlow(m_proxy));
        const PlayableSource& source = made.made(madeId);
        tams::StorageRequest request;
        request.limit = seconds;
        const auto storage = client.allocate(m_proxy.id, request).value();
        std::vector<tams::Segment> segments;
        for (int s = 0; s < seconds; ++s) {
            const auto& where = storage.objects[static_cast<std::size_t>(s)];
            const auto span =
                made.pictureSpan(source, source.rungs[0].flowId, source.firstFrame + s * 50, {});
            const auto bytes = made.object(*span, {}).value();
            must(client.putObject(where, *bytes));
            m_bytes.emplace_back(reinterpret_cast<const char*>(bytes->data()),
                                 static_cast<qsizetype>(bytes->size()));
            tams::Segment segment;
            segment.objectId = where.objectId;
            segment.timerange = TimeRange::halfOpen({start + s, 0}, {start + s + 1, 0});
            segment.tsOffset = {start + s, 0};
            segments.push_back(segment);
            m_objects.push_back(where.objectId);
        }
        must(client.addSegments(m_proxy.id, segments));
        tams::Flow multi;
        multi.id = Uuid::random();
        multi.sourceId = m_source;
        multi.label = "CAM 1";
        multi.format = tams::format::multi;
        for (const tams::Flow* flow : {&master, static_cast<const tams::Flow*>(&m_proxy)})
            multi.collection.push_back({flow->id, "video", {}, tams::Json::object()});
        must(client.putFlow(multi));
    }

    void goAway() { m_server.reset(); }
    /// The bytes of this second's Object are gone from the cloud, though it lists it.
    bool lose(std::size_t second) const {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(m_folder.path().toStdString())) {
            QFile file(QString::fromStdString(entry.path().string()));
            if (entry.is_regular_file() && file.open(QIODevice::ReadOnly) &&
                file.readAll() == m_bytes[second])
                return file.remove();
        }
        return false;
    }
    std::shared_ptr<tams::TamsClient> client() const {
        return std::make_shared<tams::TamsClient>(
            std::make_shared<tams::HttpClient>(tams::Connection{m_url, token, false}));
    }
    const std::string& url() const { return m_url; }
    const Uuid& source() const { return m_source; }
    const tams::Flow& proxy() const { return m_proxy; }
    const std::vector<std::string>& objects() const { return m_objects; }

private:
    template <class T>
    static void must(const Result<T>& done) {
        if (!done)
            qFatal("%s", done.error().message.c_str());
    }
    QTemporaryDir m_folder;
    std::unique_ptr<cloud::CloudServer> m_server;
    std::string m_url;
    const Uuid m_source = Uuid::random();
    tams::Flow m_proxy;
    std::vector<std::string> m_objects;
    std::vector<QByteArray> m_bytes;
};

/// A player whose pictures are looked at by their numbers.
class Viewer {
public:
    Viewer(std::shared_ptr<MediaAccess> access, const Uuid& source)
        : m_player(std::move(access), nullptr,
                   {[this](const PresentedPicture& picture) {
                        const std::lock_guard lock(m_mutex);
                        m_last = picture;
                        m_changed.notify_all();
                    },
                    nullptr},
                   {}) {
        timeline::Sequence sequence = timeline::emptySequence("s", {50, 1}, false);
        timeline::Clip clip;
        clip.id = Uuid::random();
        clip.media.sourceId = source;
        clip.mediaRate = {50, 1};
        clip.in = start * 50;
        clip.duration = seconds * 50;
        timeline::Track track = *sequence.tracks[0];
        track.items = {timeline::Item::of(clip)};
        sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
        m_player.setSequence(std::make_shared<const timeline::Sequence>(sequence));
    }

    bool shows(std::int64_t frame) {
        m_player.seek(frame);
        return waitFor([&](const PresentedPicture& picture) {
            const auto id = picture.picture ? media::readFrameId(*picture.picture) : std::nullopt;
            return picture.exact && picture.frame == frame && id &&
                   id->frame == static_cast<std::uint32_t>(start * 50 + frame);
        });
    }
    bool complains(std::int64_t frame) {
        m_player.seek(frame);
        return waitFor([&](const PresentedPicture& picture) {
            return picture.frame == frame && !picture.exact && picture.error;
        });
    }

private:
    template <class Predicate>
    bool waitFor(Predicate predicate) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::milliseconds(patience),
                                  [&] { return m_last && predicate(*m_last); });
    }
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<PresentedPicture> m_last;
    Player m_player; ///< last
};

} // namespace cutaway::test
