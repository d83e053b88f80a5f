#include "core/cloud/playback_api/first_picture.h"

#include "core/base/base64.h"
#include "core/media/picture_layout.h"

#include <nlohmann/json.hpp>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::int64_t mostBytes = 48 * 1024; // 40 ms of a 10 Mb/s link: no more than the round trip it saves

std::optional<json> partOf(media::ByteSource& file, std::int64_t first, std::int64_t end) {
    media::ByteBuffer bytes(static_cast<std::size_t>(end - first));
    const auto got = file.readAt(first, bytes);
    if (!got || *got != bytes.size())
        return std::nullopt;
    return json{first, toBase64Url({reinterpret_cast<const char*>(bytes.data()), bytes.size()})};
}

} // namespace

std::optional<json> firstPictureJson(const FirstPicture& picture, const ObjectStore& objects,
                                     LayoutMemo& layouts) {
    const LayoutMemo::Known known = layouts.of(picture.fileKey);
    if (known.headerBytes <= 0)
        return std::nullopt;
    const auto layout = media::unpackLayout(known.packed, known.bytes, known.headerBytes);
    if (!layout || picture.frame < 0 || picture.frame >= layout->frames())
        return std::nullopt;
    std::vector<media::ByteStretch> stretches = layout->needed(picture.frame, picture.frame);
    stretches.insert(stretches.begin(), {0, layout->headerBytes});
    std::int64_t bytes = 0;
    for (const media::ByteStretch& stretch : stretches)
        bytes += stretch.end - stretch.first;
    if (bytes > mostBytes)
        return std::nullopt;
    const auto file = media::fileSource(objects.pathOf(picture.fileKey));
    if (!file)
        return std::nullopt;
    json parts = json::array();
    for (const media::ByteStretch& stretch : stretches) {
        auto part = partOf(**file, stretch.first, stretch.end);
        if (!part)
            return std::nullopt;
        parts.push_back(std::move(*part));
    }
    return json{{"object_id", picture.objectId}, {"parts", std::move(parts)}};
}

} // namespace cutaway::cloud
