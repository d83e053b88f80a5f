#include "core/media/segmenter.h"

#include "core/media/internal/picture_cutter.h"

#include <new>
#include <optional>
#include <string_view>

namespace cutaway::media {

namespace {

/// True when the next GOP would carry the Object further from its target than stopping short of it.
bool fullEnough(std::int64_t frames, std::int64_t nextGop, std::int64_t target) {
    return frames >= target || frames + nextGop - target > target - frames;
}

Container containerFor(bool fromMxf, const VideoInfo& info) {
    const bool intra = info.longestGop == 1 && !info.bFrames;
    return fromMxf && intra && info.codec == "h264" ? Container::MxfOp1a : Container::Mp4;
}

std::optional<av::StartTimecode> timecodeOf(const VideoInfo& info) {
    if (info.timecode.empty())
        return std::nullopt;
    const TimecodeFormat format{info.rate, info.dropFrame && info.rate.allowsDropFrame()};
    const auto frame = parseTimecode(info.timecode, format);
    if (!frame)
        return std::nullopt; // a file may claim a time that no clock shows; its pictures are as good
    return av::StartTimecode{*frame, format};
}

Result<void> cutOpen(const ByteSourcePtr& source, std::int64_t targetFrames, const PictureObjectSink& sink,
                     const std::stop_token& stop) {
    CUTAWAY_TRY(av::Input input, av::Input::open(source));
    const int stream = input.videoStream();
    if (stream < 0)
        return Error{ErrorCategory::Unsupported, "There is no picture in this file.", {}};
    input.only(stream);
    CUTAWAY_TRY(const av::PictureIndex index, av::indexPictures(input, stream));
    CUTAWAY_TRY(const VideoInfo info, av::describePicture(input, stream, index));
    CUTAWAY_TRY(const std::vector<av::Gop> gops, av::cuttableGops(index, info));
    CUTAWAY_CHECK(input.rewind());

    const bool fromMxf = std::string_view(input.context()->iformat->name) == "mxf";
    av::ObjectWriter writer(*input.stream(stream), index, info.rate, containerFor(fromMxf, info),
                            timecodeOf(info));
    const av::PacketPtr packet = av::makePacket();
    std::int64_t at = 0, frames = 0;
    for (std::size_t gop = 0; gop < gops.size(); ++gop) {
        for (; at < gops[gop].end; ++at) {
            if (stop.stop_requested())
                return Error{ErrorCategory::Cancelled, "Cutting was stopped.", {}};
            av_packet_unref(packet.get());
            CUTAWAY_TRY(const bool more, input.read(*packet));
            if (!more)
                return Error{ErrorCategory::Corrupt, "The file ended while it was being cut.", {}};
            if (at >= gops[gop].first)
                writer.add(*packet, at);
        }
        frames += gops[gop].frames;
        const bool last = gop + 1 == gops.size();
        if (last || fullEnough(frames, gops[gop + 1].frames, targetFrames)) {
            CUTAWAY_TRY(PictureObject object, writer.finish());
            CUTAWAY_CHECK(sink(std::move(object)));
            frames = 0;
        }
    }
    return {};
}

} // namespace

Container objectContainer(const MediaInfo& file) {
    return file.video ? containerFor(file.container == "mxf", *file.video) : Container::Mp4;
}

Result<void> cutPicture(const ByteSourcePtr& source, std::int64_t targetFrames, const PictureObjectSink& sink,
                        std::stop_token stop) {
    if (targetFrames < 1)
        return Error{ErrorCategory::InvalidInput, "A piece needs at least one frame.", {}};
    try {
        return cutOpen(source, targetFrames, sink, stop);
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCategory::Corrupt, "This media asks for more memory than there is. It is damaged.", {}};
    }
}

} // namespace cutaway::media
