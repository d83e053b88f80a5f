#include "core/media/picture_layout.h"

#include "core/base/base64.h"
#include "core/media/internal/input.h"
#include "core/media/internal/picture_index.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace cutaway::media {

namespace {

constexpr std::size_t maxFrames = 100'000;
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

/// Gives every picture its place, from the sizes, in the one order in which they may be stored.
void placePictures(PictureLayout& layout) {
    std::int64_t at = layout.headerBytes;
    for (const std::int64_t key : layout.keyFrames)
        for (const bool disposable : {false, true})
            for (std::int64_t n = key; n < layout.gopEnd(key); ++n) {
                PictureLayout::Picture& picture = layout.pictures[static_cast<std::size_t>(n)];
                if (picture.disposable != disposable)
                    continue;
                picture.bytes = {at, at + picture.bytes.end - picture.bytes.first};
                at = picture.bytes.end;
            }
}

void add(std::vector<ByteStretch>& stretches, const ByteStretch& more) {
    if (!stretches.empty() && stretches.back().end == more.first)
        stretches.back().end = more.end;
    else
        stretches.push_back(more);
}

} // namespace

std::int64_t PictureLayout::keyFrameBefore(std::int64_t frame) const {
    return *std::prev(std::upper_bound(keyFrames.begin(), keyFrames.end(), frame));
}

std::int64_t PictureLayout::gopEnd(std::int64_t frame) const {
    const auto next = std::upper_bound(keyFrames.begin(), keyFrames.end(), frame);
    return next == keyFrames.end() ? frames() : *next;
}

std::vector<ByteStretch> PictureLayout::needed(std::int64_t first, std::int64_t last) const {
    const auto picture = [this](std::int64_t n) -> const Picture& {
        return pictures[static_cast<std::size_t>(n)];
    };
    std::vector<ByteStretch> stretches;
    for (std::int64_t key = keyFrameBefore(first); key <= last; key = gopEnd(key)) {
        const std::int64_t end = gopEnd(key);
        std::int64_t reference = std::min(last, end - 1); // the last that is needed
        while (reference + 1 < end && picture(reference).disposable)
            ++reference;
        while (picture(reference).disposable)
            --reference;
        add(stretches, {picture(key).bytes.first, picture(reference).bytes.end});
        for (std::int64_t n = std::max(first, key); n <= std::min(last, end - 1); ++n)
            if (picture(n).disposable)
                add(stretches, picture(n).bytes);
    }
    return stretches;
}

Result<PictureLayout> readPictureLayout(const ByteSourcePtr& source) {
    CUTAWAY_TRY(av::Input input, av::Input::open(source, av::Opening::Mp4Header));
    const int stream = input.videoStream();
    if (stream < 0 || input.context()->nb_streams != 1)
        return notLaidOut("not one picture stream");
    CUTAWAY_TRY(const av::PictureIndex index, av::indexPicturesFromHeader(input, stream));
    if (index.packets.size() > maxFrames)
        return notLaidOut("too many pictures");
    PictureLayout layout;
    layout.bytes = source->size();
    layout.headerBytes = index.packets.front().byte;
    std::int64_t highest = -1;
    for (std::int64_t n = 0; n < index.frames(); ++n) {
        const av::PicturePacket& packet = index.shown(n);
        layout.pictures.push_back({{packet.byte, packet.byte + packet.bytes}, packet.disposable});
        if (packet.key)
            layout.keyFrames.push_back(n);
    }
    for (const av::PicturePacket& packet : index.packets) {
        if (packet.shown < highest && !packet.disposable)
            return notLaidOut("references in another order than shown");
        if (!packet.disposable)
            highest = packet.shown;
    }
    if (layout.keyFrames.front() != 0)
        return notLaidOut("no key frame first");
    PictureLayout placed = layout;
    placePictures(placed);
    const auto last =
        std::max_element(layout.pictures.begin(), layout.pictures.end(),
                         [](const auto& a, const auto& b) { return a.bytes.end < b.bytes.end; });
    if (placed != layout || last->bytes.end > layout.bytes)
        return notLaidOut("scattered pictures");
    return layout;
}

std::string packLayout(const PictureLayout& layout) {
    std::string bytes;
    const bool marked = std::any_of(layout.pictures.begin(), layout.pictures.end(),
                                    [](const PictureLayout::Picture& picture) { return picture.disposable; });
    if (marked)
        putNumber(bytes, 0);
    putNumber(bytes, layout.pictures.size());
    for (const PictureLayout::Picture& picture : layout.pictures) {
        const auto size = static_cast<std::uint64_t>(picture.bytes.end - picture.bytes.first);
        putNumber(bytes, marked ? size * 2 + (picture.disposable ? 1 : 0) : size);
    }
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
    auto count = takeNumber(rest);
    const bool marked = count && *count == 0;
    if (marked)
        count = takeNumber(rest);
    if (!count || *count == 0 || *count > maxFrames)
        return damaged();
    PictureLayout layout;
    layout.bytes = bytes;
    layout.headerBytes = headerBytes;
    std::int64_t room = bytes - headerBytes;
    for (std::uint64_t n = 0; n < *count; ++n) {
        const auto number = takeNumber(rest);
        if (!number)
            return damaged();
        const auto size = static_cast<std::int64_t>(marked ? *number / 2 : *number);
        if (size == 0 || size > room)
            return damaged();
        room -= size;
        layout.pictures.push_back({{0, size}, marked && *number % 2 == 1});
    }
    std::int64_t key = 0;
    while (!rest.empty()) {
        const auto step = takeNumber(rest);
        if (!step || (*step == 0) != layout.keyFrames.empty())
            return damaged();
        key += static_cast<std::int64_t>(*step);
        if (key >= layout.frames() || layout.pictures[static_cast<std::size_t>(key)].disposable)
            return damaged();
        layout.keyFrames.push_back(key);
    }
    if (layout.keyFrames.empty())
        return damaged();
    placePictures(layout);
    return layout;
}

} // namespace cutaway::media
