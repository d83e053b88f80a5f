#include "core/media/picture_layout.h"

#include "core/base/base64.h"
#include "core/media/internal/input.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace cutaway::media {

namespace {

constexpr std::size_t maxFrames = 100'000;
constexpr std::int64_t maxHeader = std::int64_t{4} << 20;
/// Of a file that others described: room for it is made before its bytes come.
constexpr std::int64_t maxDescribed = std::int64_t{512} << 20;

Error notLaidOut(const std::string& why) {
    return {ErrorCategory::Unsupported, "This media must be fetched whole.", why};
}

Error damaged() {
    return {ErrorCategory::Corrupt, "The cloud's description of this media is damaged.", {}};
}

void putNumber(std::string& bytes, std::uint64_t value) {
    while (value >= 0x80) {
        bytes += static_cast<char>((value & 0x7f) | 0x80);
        value >>= 7;
    }
    bytes += static_cast<char>(value);
}

std::optional<std::uint64_t> takeNumber(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 42 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

/// FFmpeg tells the reordering of a stream from an MP4's index for H.264 alone; of any other codec a table of
/// offsets between decoding and showing says that there is some.
Result<bool> isReordered(ByteSource& source, const AVStream& video, std::int64_t headerBytes) {
    if (video.codecpar->video_delay != 0)
        return true;
    if (video.codecpar->codec_id == AV_CODEC_ID_H264)
        return false;
    ByteBuffer header(static_cast<std::size_t>(std::min(headerBytes, maxHeader)));
    CUTAWAY_TRY(const std::size_t have, source.readAt(0, header));
    const std::string_view text(reinterpret_cast<const char*>(header.data()), have);
    return headerBytes > maxHeader || text.find("ctts") != std::string_view::npos;
}

} // namespace

std::int64_t PictureLayout::keyFrameBefore(std::int64_t frame) const {
    return *std::prev(std::upper_bound(keyFrames.begin(), keyFrames.end(), frame));
}

Result<PictureLayout> readPictureLayout(const ByteSourcePtr& source) {
    CUTAWAY_TRY(av::Input input, av::Input::open(source, av::Opening::Mp4Header));
    const int stream = input.videoStream();
    if (stream < 0 || input.context()->nb_streams != 1)
        return notLaidOut("not one picture stream");
    AVStream* video = input.stream(stream);
    const int count = avformat_index_get_entries_count(video);
    if (count <= 0 || static_cast<std::size_t>(count) > maxFrames)
        return notLaidOut("no index");
    PictureLayout layout;
    layout.bytes = source->size();
    for (int n = 0; n < count; ++n) {
        const AVIndexEntry& entry = *avformat_index_get_entry(video, n);
        if (n == 0)
            layout.headerBytes = entry.pos;
        if ((entry.flags & AVINDEX_DISCARD_FRAME) != 0 || entry.pos != layout.begin(n) || entry.size <= 0)
            return notLaidOut("hidden or scattered pictures");
        if ((entry.flags & AVINDEX_KEYFRAME) != 0)
            layout.keyFrames.push_back(n);
        layout.ends.push_back(entry.pos + entry.size);
    }
    CUTAWAY_TRY(const bool reordered, isReordered(*source, *video, layout.headerBytes));
    if (reordered)
        return notLaidOut("stored in another order than shown");
    if (layout.keyFrames.empty() || layout.keyFrames.front() != 0 || layout.ends.back() > layout.bytes)
        return notLaidOut("no key frame first");
    return layout;
}

std::string packLayout(const PictureLayout& layout) {
    std::string bytes;
    putNumber(bytes, layout.ends.size());
    for (std::int64_t n = 0; n < layout.frames(); ++n)
        putNumber(bytes, static_cast<std::uint64_t>(layout.end(n) - layout.begin(n)));
    std::int64_t last = 0;
    for (const std::int64_t key : layout.keyFrames)
        putNumber(bytes, static_cast<std::uint64_t>(key - std::exchange(last, key)));
    return toBase64Url(bytes);
}

Result<PictureLayout> unpackLayout(std::string_view text, std::int64_t bytes, std::int64_t headerBytes) {
    const auto packed = fromBase64Url(text);
    if (!packed || headerBytes <= 0 || headerBytes > bytes || bytes > maxDescribed)
        return damaged();
    std::string_view rest = *packed;
    const auto count = takeNumber(rest);
    if (!count || *count == 0 || *count > maxFrames)
        return damaged();
    PictureLayout layout;
    layout.bytes = bytes;
    layout.headerBytes = headerBytes;
    std::int64_t at = headerBytes;
    for (std::uint64_t n = 0; n < *count; ++n) {
        const auto size = takeNumber(rest);
        if (!size || *size == 0 || static_cast<std::int64_t>(*size) > bytes - at)
            return damaged();
        at += static_cast<std::int64_t>(*size);
        layout.ends.push_back(at);
    }
    std::int64_t key = 0;
    while (!rest.empty()) {
        const auto step = takeNumber(rest);
        if (!step || (*step == 0) != layout.keyFrames.empty())
            return damaged();
        key += static_cast<std::int64_t>(*step);
        if (key >= layout.frames())
            return damaged();
        layout.keyFrames.push_back(key);
    }
    if (layout.keyFrames.empty())
        return damaged();
    return layout;
}

} // namespace cutaway::media
