#include "core/media/internal/picture_cutter.h"

#include <algorithm>
#include <limits>

namespace cutaway::media::av {

namespace {

constexpr std::int64_t longestGopSeconds = 10;

Error uncuttable(const char* why) {
    return {ErrorCategory::Unsupported,
            std::string(why) + " Such a file cannot be cut without loss; convert it first.",
            {}};
}

} // namespace

Result<std::vector<Gop>> cuttableGops(const PictureIndex& index, const VideoInfo& info) {
    if (!index.timestamps)
        return uncuttable("The pictures of this file have no times.");
    if (info.interlaced)
        return uncuttable("The pictures of this file are interlaced.");
    if (info.variableRate || !info.rate.isValid())
        return uncuttable("The frames of this file are not evenly spaced.");
    if (!info.closedGops)
        return uncuttable("The pictures of this file depend on others across key frames (open GOPs).");
    if (info.longestGop > longestGopSeconds * info.rate.num / info.rate.den)
        return uncuttable("Key frames of this file are more than ten seconds apart.");
    if (index.packets.empty() || !index.packets.front().key)
        return uncuttable("This file does not begin with a key frame.");

    std::vector<Gop> gops;
    std::int64_t hiddenSince = -1; // packets at a GOP's end that are not shown
    const auto count = static_cast<std::int64_t>(index.packets.size());
    for (std::int64_t at = 0; at < count; ++at) {
        const PicturePacket& packet = index.packets[static_cast<std::size_t>(at)];
        if (packet.key) {
            if (!gops.empty() && hiddenSince >= 0 && gops.back().frames > 0)
                return uncuttable("An edit list hides frames in the middle of this file.");
            gops.push_back({at, at, 0});
            hiddenSince = -1;
        }
        Gop& gop = gops.back();
        if (packet.shown >= 0) {
            if (hiddenSince >= 0)
                return uncuttable("An edit list lets this file begin between two key frames.");
            ++gop.frames;
            gop.end = at + 1;
        } else if (hiddenSince < 0) {
            hiddenSince = at;
        }
    }
    std::erase_if(gops, [](const Gop& gop) { return gop.frames == 0; });
    if (gops.empty())
        return uncuttable("No frame of this file is shown.");
    return gops;
}

ObjectWriter::ObjectWriter(const AVStream& stream, const PictureIndex& index, FrameRate rate,
                           Container container, std::optional<StartTimecode> timecode)
    : m_stream(stream)
    , m_index(index)
    , m_rate(rate)
    , m_container(container)
    , m_timecode(timecode) {}

void ObjectWriter::add(AVPacket& packet, std::int64_t at) {
    const PicturePacket& entry = m_index.packets[static_cast<std::size_t>(at)];
    PacketPtr own = makePacket();
    av_packet_move_ref(own.get(), &packet);
    m_stored.push_back({std::move(own), entry.shown, entry.key});
}

Result<Output> ObjectWriter::begin(std::int64_t firstFrame) const {
    const bool mxf = m_container == Container::MxfOp1a;
    CUTAWAY_TRY(Output output, Output::open(mxf ? "mxf" : "mp4", {}));
    CUTAWAY_TRY(AVStream * stream, output.addStream(*m_stream.codecpar, {m_rate.den, m_rate.num}));
    stream->codecpar->codec_tag =
        stream->codecpar->codec_id == AV_CODEC_ID_HEVC ? MKTAG('h', 'v', 'c', '1') : 0;
    stream->avg_frame_rate = stream->r_frame_rate = {m_rate.num, m_rate.den};
    stream->sample_aspect_ratio = m_stream.codecpar->sample_aspect_ratio;
    for (const auto type : {AV_PKT_DATA_MASTERING_DISPLAY_METADATA, AV_PKT_DATA_CONTENT_LIGHT_LEVEL}) {
        std::size_t size = 0;
        const std::uint8_t* data = av_stream_get_side_data(&m_stream, type, &size);
        std::uint8_t* copy = data ? av_stream_new_side_data(stream, type, size) : nullptr;
        if (copy)
            std::copy_n(data, size, copy);
    }
    if (mxf && m_timecode)
        av_dict_set(&stream->metadata, "timecode",
                    timecodeText(m_timecode->frame + firstFrame, m_timecode->format).c_str(), 0);
    CUTAWAY_CHECK(output.begin(mxf ? "" : mp4Options));
    return output;
}

Result<PictureObject> ObjectWriter::finish() {
    PictureObject object;
    object.frames = static_cast<std::int64_t>(m_stored.size());
    object.firstFrame = std::numeric_limits<std::int64_t>::max();
    for (const Stored& stored : m_stored)
        object.firstFrame = std::min(object.firstFrame, stored.shown);
    // Decoding starts so much earlier that no picture is needed before it is decoded; the muxer's edit list
    // takes the same amount away again.
    std::int64_t delay = 0;
    for (std::size_t at = 0; at < m_stored.size(); ++at)
        delay = std::max(delay, static_cast<std::int64_t>(at) - (m_stored[at].shown - object.firstFrame));

    CUTAWAY_TRY(Output output, begin(object.firstFrame));
    for (std::size_t at = 0; at < m_stored.size(); ++at) {
        Stored& stored = m_stored[at];
        stored.packet->pts = stored.shown - object.firstFrame;
        stored.packet->dts = static_cast<std::int64_t>(at) - delay;
        stored.packet->duration = 1;
        stored.packet->pos = -1;
        object.keyFrames += stored.key ? 1 : 0;
        CUTAWAY_CHECK(output.write(*stored.packet, 0, {m_rate.den, m_rate.num}));
    }
    m_stored.clear();
    CUTAWAY_CHECK(output.finish());
    object.bytes = output.takeBytes();
    return object;
}

} // namespace cutaway::media::av
