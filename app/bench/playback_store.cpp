#include "app/bench/playback_store.h"

#include "app/bench/run_program.h"
#include "core/media/decoder.h"
#include "core/media/jpeg.h"
#include "core/media/media_writer.h"
#include "core/tams/client.h"
#include "core/time/source_clock.h"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numbers>

namespace cutaway::bench {

namespace {

namespace fs = std::filesystem;

constexpr const char* token = "a-token-for-the-benchmark-only";
constexpr Timestamp start{36'000, 0};
constexpr int thumbnailWidth = 240;
constexpr int thumbnailFrames = 25; ///< from one to the next
constexpr int tonePeriod = 100;     ///< samples: 480 Hz
constexpr std::int64_t soundBits = 128'000;

tams::Flow pictureFlow(const Uuid& member, int generation, int width, int height,
                       FrameRate rate = pace50.rate) {
    tams::Flow flow;
    flow.id = Uuid::random();
    flow.sourceId = member;
    flow.label = "Playback";
    flow.format = tams::format::video;
    flow.codec = "video/h264";
    flow.container = "video/mp4";
    flow.generation = generation;
    flow.essence.width = width;
    flow.essence.height = height;
    flow.essence.frameRate = rate;
    flow.essence.bitDepth = 10;
    flow.essence.colourSpace = "BT2100";
    flow.essence.transfer = "HLG";
    return flow;
}

/// Object number `n` of an angle, from 0.
tams::Segment segmentOf(const std::string& objectId, const Pace& pace, std::int64_t n) {
    const SourceClock clock{start, pace.rate};
    const std::int64_t frame = clock.originUnit() + n * pace.framesPerObject;
    tams::Segment segment;
    segment.objectId = objectId;
    segment.timerange = clock.rangeOf(frame, pace.framesPerObject);
    segment.tsOffset = clock.timeOf(frame);
    segment.keyFrameCount = 2;
    return segment;
}

Result<void> putObjects(const tams::TamsClient& client, const tams::Flow& flow, const Pace& pace,
                        const std::vector<media::ByteBuffer>& objects, int repeats) {
    CUTAWAY_CHECK(client.putFlow(flow));
    std::int64_t number = 0;
    for (int round = 0; round < repeats; ++round) {
        tams::StorageRequest request;
        request.limit = static_cast<std::int64_t>(objects.size());
        CUTAWAY_TRY(const auto storage, client.allocate(flow.id, request));
        std::vector<tams::Segment> segments;
        for (std::size_t i = 0; i < objects.size(); ++i) {
            CUTAWAY_CHECK(client.putObject(storage.objects.at(i), objects[i]));
            segments.push_back(segmentOf(storage.objects[i].objectId, pace, number++));
        }
        CUTAWAY_CHECK(client.addSegments(flow.id, segments));
    }
    return {};
}

tams::Flow thumbnailFlow() {
    tams::Flow flow;
    flow.id = Uuid::random();
    flow.sourceId = Uuid::random();
    flow.label = "Playback";
    flow.format = tams::format::image;
    flow.codec = "image/jpeg";
    flow.container = "image/jpeg";
    flow.generation = 1;
    flow.essence.width = thumbnailWidth;
    flow.essence.height = thumbnailWidth * 9 / 16 + 1;
    return flow;
}

/// A small picture of every `thumbnailFrames` frames, as ingest makes them.
Result<void> putThumbnails(const tams::TamsClient& client, const tams::Flow& flow, const PlaybackMedia& media,
                           int repeats) {
    struct Small {
        std::int64_t frame = 0;
        media::ByteBuffer jpeg;
    };
    std::vector<Small> pictures;
    std::int64_t first = 0;
    for (const media::ByteBuffer& object : media.low) {
        CUTAWAY_TRY(auto decoder, media::VideoDecoder::open(media::memorySource(
                                      std::make_shared<const media::ByteBuffer>(object))));
        for (int frame = 0; frame < media.pace.framesPerObject; frame += thumbnailFrames) {
            CUTAWAY_TRY(const auto picture, decoder.frameAt(frame));
            CUTAWAY_TRY(auto jpeg, media::encodeJpeg(picture, thumbnailWidth, 80));
            pictures.push_back({first + frame, std::move(jpeg)});
        }
        first += media.pace.framesPerObject;
    }
    CUTAWAY_CHECK(client.putFlow(flow));
    const SourceClock clock{start, media.pace.rate};
    for (int round = 0; round < repeats; ++round) {
        tams::StorageRequest request;
        request.limit = static_cast<std::int64_t>(pictures.size());
        CUTAWAY_TRY(const auto storage, client.allocate(flow.id, request));
        std::vector<tams::Segment> segments;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            CUTAWAY_CHECK(client.putObject(storage.objects.at(i), pictures[i].jpeg));
            const std::int64_t next = i + 1 < pictures.size() ? pictures[i + 1].frame : first;
            tams::Segment segment;
            segment.objectId = storage.objects[i].objectId;
            segment.timerange = clock.rangeOf(clock.originUnit() + round * first + pictures[i].frame,
                                              next - pictures[i].frame);
            segments.push_back(std::move(segment));
        }
        CUTAWAY_CHECK(client.addSegments(flow.id, segments));
    }
    return {};
}

/// One second of a tone that goes on from one second to the next, as AAC.
Result<media::ByteBuffer> tone(std::int64_t second) {
    media::WriterSettings settings;
    settings.audio.push_back({media::AudioCodec::Aac, 2, soundBits});
    CUTAWAY_TRY(auto writer, media::MediaWriter::toMemory(settings));
    media::AudioBlock block = media::AudioBlock::silence(2, sampleRate48k.num);
    for (std::int64_t n = 0; n < block.frames(); ++n) {
        const double phase = static_cast<double>((second * sampleRate48k.num + n) % tonePeriod) / tonePeriod;
        const auto level = static_cast<std::int32_t>(std::sin(phase * 2 * std::numbers::pi) * (1 << 29));
        block.samples[static_cast<std::size_t>(2 * n)] = block.samples[static_cast<std::size_t>(2 * n + 1)] =
            level;
    }
    CUTAWAY_CHECK(writer.write(0, block));
    CUTAWAY_CHECK(writer.finish());
    return writer.takeBytes();
}

tams::Flow soundFlow() {
    tams::Flow flow;
    flow.id = Uuid::random();
    flow.sourceId = Uuid::random();
    flow.label = "Playback";
    flow.format = tams::format::audio;
    flow.codec = "audio/aac";
    flow.container = "audio/mp4";
    flow.generation = 1;
    flow.essence.sampleRate = sampleRate48k.num;
    flow.essence.channels = 2;
    return flow;
}

Result<void> putSound(const tams::TamsClient& client, const tams::Flow& flow, std::int64_t seconds) {
    CUTAWAY_CHECK(client.putFlow(flow));
    tams::StorageRequest request;
    request.limit = seconds;
    CUTAWAY_TRY(const auto storage, client.allocate(flow.id, request));
    std::vector<tams::Segment> segments;
    for (std::int64_t second = 0; second < seconds; ++second) {
        const auto& object = storage.objects.at(static_cast<std::size_t>(second));
        CUTAWAY_TRY(const auto bytes, tone(second));
        CUTAWAY_CHECK(client.putObject(object, bytes));
        tams::Segment segment;
        segment.objectId = object.objectId;
        segment.tsOffset = start + Timestamp{second, 0};
        segment.timerange = TimeRange::halfOpen(segment.tsOffset, segment.tsOffset + Timestamp{1, 0});
        segments.push_back(std::move(segment));
    }
    CUTAWAY_CHECK(client.addSegments(flow.id, segments));
    return {};
}

/// Puts a file as an Object; its signed path.
Result<std::string> putFile(const tams::TamsClient& client, const fs::path& file) {
    tams::Flow flow = pictureFlow(Uuid::random(), 0, 960, 540);
    CUTAWAY_CHECK(client.putFlow(flow));
    tams::StorageRequest request;
    request.limit = 1;
    CUTAWAY_TRY(const auto storage, client.allocate(flow.id, request));
    CUTAWAY_CHECK(client.putObject(storage.objects.at(0), file));
    tams::Segment segment;
    segment.objectId = storage.objects[0].objectId;
    segment.timerange = TimeRange::halfOpen({0, 0}, {1, 0});
    CUTAWAY_CHECK(client.addSegments(flow.id, {segment}));
    CUTAWAY_TRY(const auto segments, client.segments(flow.id));
    for (const tams::GetUrl& url : segments.at(0).getUrls)
        if (url.presigned)
            return url.url.substr(url.url.find('/', url.url.find("://") + 3));
    return Error{ErrorCategory::Corrupt, "The cloud gave no signed address.", {}};
}

/// The minute again and again in one file, without encoding it again.
Result<void> repeat(const fs::path& minute, int times, const fs::path& into) {
    const std::string ffmpeg = findProgram("ffmpeg");
    if (ffmpeg.empty())
        return Error{ErrorCategory::NotFound, "ffmpeg is not installed.", {}};
    CUTAWAY_TRY(const auto run,
                runProgram({ffmpeg, "-v", "error", "-y", "-stream_loop", std::to_string(times - 1), "-i",
                            minute.string(), "-c", "copy", "-movflags", "+faststart", into.string()}));
    if (run.exitCode != 0)
        return Error{ErrorCategory::Internal, "ffmpeg could not repeat the file.", {}};
    return {};
}

std::string urlAt(std::uint16_t port) {
    return "http://127.0.0.1:" + std::to_string(port);
}

} // namespace

Result<PlaybackStore> PlaybackStore::start(const fs::path& folder, const std::string& binaries,
                                           const PlaybackMedia& media, int minutes) {
    std::ofstream(folder / "token") << token << "\n";
    ProcessOptions options;
    options.program = binaries + "/cutaway-cloud";
    options.arguments = {"--data",       (folder / "data").string(), "--listen", "127.0.0.1:0",
                         "--token-file", (folder / "token").string()};
    CUTAWAY_TRY(ChildProcess server, ChildProcess::start(options));
    CUTAWAY_TRY(const std::string line, server.readLine({}, std::chrono::seconds(60)));
    const auto said = nlohmann::json::parse(line, nullptr, false);
    if (!said.is_object() || !said.contains("url"))
        return Error{ErrorCategory::Unavailable, "cutaway-cloud did not start.", line};
    const std::string url = said["url"].get<std::string>();
    PlaybackStore store(std::move(server));
    store.m_port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    CUTAWAY_CHECK(store.fill(media, minutes, folder));
    return store;
}

Result<void> PlaybackStore::fill(const PlaybackMedia& media, int minutes, const fs::path& folder) {
    CUTAWAY_TRY(m_source, addAngle(media, minutes));
    const tams::TamsClient client(std::make_shared<tams::HttpClient>(connection(m_port)));
    CUTAWAY_CHECK(repeat(media.peerFile, minutes, folder / "whole.mp4"));
    CUTAWAY_CHECK(repeat(media.peerEightBit, minutes, folder / "whole-8bit.mp4"));
    CUTAWAY_TRY(m_minute, putFile(client, media.peerFile));
    CUTAWAY_TRY(m_whole, putFile(client, folder / "whole.mp4"));
    return {};
}

Result<Uuid> PlaybackStore::addAngle(const PlaybackMedia& media, int repeats, bool withSound) const {
    const tams::TamsClient client(std::make_shared<tams::HttpClient>(connection(m_port)));
    const Uuid picture = Uuid::random();
    const FrameRate rate = media.pace.rate;
    const tams::Flow master = pictureFlow(picture, 0, 3840, 2160, rate);
    const tams::Flow proxy = pictureFlow(picture, 1, 960, 540, rate);
    const tams::Flow low = pictureFlow(picture, 2, 480, 270, rate);
    CUTAWAY_CHECK(client.putFlow(master));
    CUTAWAY_CHECK(putObjects(client, proxy, media.pace, media.proxy, repeats));
    CUTAWAY_CHECK(putObjects(client, low, media.pace, media.low, repeats));
    const tams::Flow small = thumbnailFlow();
    CUTAWAY_CHECK(putThumbnails(client, small, media, repeats));
    tams::Flow multi;
    multi.id = Uuid::random();
    multi.sourceId = Uuid::random();
    multi.label = "Playback";
    multi.format = tams::format::multi;
    for (const tams::Flow* flow : {&master, &proxy, &low})
        multi.collection.push_back({flow->id, "video", {}, tams::Json::object()});
    multi.collection.push_back({small.id, "thumbnails", {}, tams::Json::object()});
    if (withSound) {
        const tams::Flow sound = soundFlow();
        CUTAWAY_CHECK(putSound(client, sound, media.pace.frames() * rate.den * repeats / rate.num));
        multi.collection.push_back({sound.id, "audio-1", {}, tams::Json::object()});
    }
    CUTAWAY_CHECK(client.putFlow(multi));
    return multi.sourceId;
}

Result<PlaybackStore::LiveAngle> PlaybackStore::addLiveAngle(const PlaybackMedia& media) const {
    const tams::TamsClient client(std::make_shared<tams::HttpClient>(connection(m_port)));
    const Uuid picture = Uuid::random();
    tams::Flow multi;
    multi.id = Uuid::random();
    multi.sourceId = Uuid::random();
    multi.label = "Live";
    multi.format = tams::format::multi;
    const tams::Flow proxy = pictureFlow(picture, 1, 960, 540, media.pace.rate);
    const tams::Flow low = pictureFlow(picture, 2, 480, 270, media.pace.rate);
    for (tams::Flow flow : {proxy, low}) {
        flow.status = "ingesting";
        CUTAWAY_CHECK(client.putFlow(flow));
        multi.collection.push_back({flow.id, "video", {}, tams::Json::object()});
    }
    CUTAWAY_CHECK(client.putFlow(multi));
    return LiveAngle{multi.sourceId, proxy.id, low.id};
}

Result<void> PlaybackStore::addPiece(const LiveAngle& angle, const PlaybackMedia& media, int n) const {
    const tams::TamsClient client(std::make_shared<tams::HttpClient>(connection(m_port)));
    for (const auto& [flow, objects] :
         {std::pair(angle.low, &media.low), std::pair(angle.proxy, &media.proxy)}) {
        tams::StorageRequest request;
        request.limit = 1;
        CUTAWAY_TRY(const auto storage, client.allocate(flow, request));
        CUTAWAY_CHECK(client.putObject(storage.objects.at(0),
                                       objects->at(static_cast<std::size_t>(n) % objects->size())));
        CUTAWAY_CHECK(client.addSegments(flow, {segmentOf(storage.objects[0].objectId, media.pace, n)}));
    }
    return {};
}

tams::Connection PlaybackStore::connection(std::uint16_t port) const {
    return {urlAt(port), token, false};
}

std::string PlaybackStore::peerMinuteUrl(std::uint16_t port) const {
    return urlAt(port) + m_minute;
}

std::string PlaybackStore::peerWholeUrl(std::uint16_t port) const {
    return urlAt(port) + m_whole;
}

} // namespace cutaway::bench
