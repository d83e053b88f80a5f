#include "core/media/internal/picture_index.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::media::av {

namespace {

/// Frame n is expected at first + n * interval; more than a third of an interval off is not even spacing.
struct Spacing {
    Result<FrameRate> rate = Error{};
    bool even = true;
};

Spacing measureSpacing(const AVStream& stream, const PictureIndex& index) {
    Spacing spacing;
    const AVRational base = stream.time_base;
    const std::int64_t count = index.frames();
    const AVRational declared = stream.avg_frame_rate.num > 0 ? stream.avg_frame_rate : stream.r_frame_rate;
    if (!index.timestamps || count < 2 || base.num <= 0 || base.den <= 0) {
        spacing.rate = FrameRate::make(declared.num, declared.den);
        return spacing;
    }
    const std::int64_t first = index.shown(0).pts;
    const Int128 span = Int128(index.shown(count - 1).pts) - first;
    for (std::int64_t n = 0; n < count && spacing.even; ++n) {
        // |(pts - first) * (count - 1) - n * span| <= span / 3, in units of ticks times intervals
        const Int128 off = (Int128(index.shown(n).pts) - first) * (count - 1) - Int128(n) * span;
        spacing.even = 3 * (off < 0 ? -off : off) <= std::max<Int128>(span, 3 * Int128(count - 1));
    }
    const Int128 num = Int128(count - 1) * base.den;
    const Int128 den = span * base.num;
    // A handful of frames in coarse ticks says less than the header does.
    const bool headerAgrees = declared.num > 0 && declared.den > 0 &&
                              std::abs(static_cast<double>(num) / static_cast<double>(den) /
                                           (static_cast<double>(declared.num) / declared.den) -
                                       1) < 0.05;
    if (headerAgrees && spacing.even && count < 1000) {
        spacing.rate = FrameRate::make(declared.num, declared.den);
        return spacing;
    }
    constexpr Int128 limit = Int128(1) << 62;
    if (num <= limit && den <= limit && den > 0)
        spacing.rate = FrameRate::make(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
    return spacing;
}

std::string metadata(const AVDictionary* dictionary, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(dictionary, key, nullptr, 0);
    return entry && entry->value ? entry->value : "";
}

std::string startTimecode(const AVFormatContext& context, const AVStream& stream) {
    std::string found = metadata(stream.metadata, "timecode");
    if (found.empty())
        found = metadata(context.metadata, "timecode");
    for (unsigned i = 0; found.empty() && i < context.nb_streams; ++i)
        found = metadata(context.streams[i]->metadata, "timecode");
    return found.size() == 11 ? found : std::string();
}

void describeGops(VideoInfo& info, const PictureIndex& index) {
    std::int64_t keyPts = AV_NOPTS_VALUE, lastKey = 0, highest = INT64_MIN;
    for (std::size_t at = 0; at < index.packets.size(); ++at) {
        const PicturePacket& packet = index.packets[at];
        if (packet.key) {
            info.longestGop = std::max(info.longestGop, static_cast<std::int64_t>(at) - lastKey);
            lastKey = static_cast<std::int64_t>(at);
            // Anything of the GOP before must have been shown before this key frame, too.
            if (index.timestamps && highest != INT64_MIN && highest > packet.pts)
                info.closedGops = false;
            keyPts = packet.pts;
        } else if (index.timestamps && keyPts != AV_NOPTS_VALUE && packet.pts < keyPts) {
            info.closedGops = false;
        }
        if (index.timestamps) {
            info.bFrames = info.bFrames || packet.pts < highest;
            highest = std::max(highest, packet.pts);
        }
    }
    info.longestGop = std::max(info.longestGop, static_cast<std::int64_t>(index.packets.size()) - lastKey);
}

} // namespace

Result<VideoInfo> describePicture(const Input& input, int streamIndex, const PictureIndex& index) {
    const AVStream& stream = *input.stream(streamIndex);
    const AVCodecParameters& parameters = *stream.codecpar;
    VideoInfo info;
    info.stream = streamIndex;
    info.codec = avcodec_get_name(parameters.codec_id);
    if (const char* profile = avcodec_profile_name(parameters.codec_id, parameters.profile))
        info.profile = profile;
    info.width = parameters.width;
    info.height = parameters.height;
    if (info.width <= 0 || info.height <= 0 || info.width > 16384 || info.height > 16384)
        return Error{ErrorCategory::Corrupt,
                     "The size of the picture cannot be made out. The file is damaged.",
                     std::to_string(info.width) + "x" + std::to_string(info.height)};
    if (std::int64_t{info.width} * info.height > mostPixels)
        return Error{ErrorCategory::Unsupported,
                     "Pictures of " + std::to_string(info.width) + "x" + std::to_string(info.height) +
                         " are larger than can be edited here: 8192x4352 is the largest.",
                     {}};
    info.format = pixelFormat(index.format);
    info.colour = colour(parameters.color_primaries, parameters.color_trc, parameters.color_space,
                         parameters.color_range, index.format);
    if (const auto* layout = av_pix_fmt_desc_get(index.format))
        info.bits = layout->comp[0].depth;
    info.frames = index.frames();
    info.interlaced =
        parameters.field_order != AV_FIELD_UNKNOWN && parameters.field_order != AV_FIELD_PROGRESSIVE;
    info.hasTimestamps = index.timestamps;
    const Spacing spacing = measureSpacing(stream, index);
    if (spacing.rate)
        info.rate = *spacing.rate;
    info.variableRate = !spacing.even;
    describeGops(info, index);
    std::int64_t bytes = 0;
    for (const PicturePacket& packet : index.packets)
        bytes += packet.bytes;
    if (info.rate.isValid() && info.frames > 0) {
        const Int128 perSecond = Int128(bytes) * 8 * info.rate.num / (Int128(info.frames) * info.rate.den);
        info.bitRate = static_cast<std::int64_t>(perSecond);
    }
    info.timecode = startTimecode(*input.context(), stream);
    info.dropFrame = !info.timecode.empty() && (info.timecode[8] == ';' || info.timecode[8] == '.');
    return info;
}

} // namespace cutaway::media::av
