#pragma once

#include "core/media/byte_source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::media {

/// Bytes [first, end) of a file.
struct ByteStretch {
    std::int64_t first = 0;
    std::int64_t end = 0;
    bool operator==(const ByteStretch&) const = default;
};

/// Where the pictures of a self-contained MP4 with the index first lie: what ranged requests need to fetch
/// one picture's GOP and no more. Each GOP is in one piece and closed: first its references in the order
/// shown, the key frame ahead of all, each of which may refer to those before it, then the disposable ones in
/// the order shown, which refer to the references on both sides of them.
struct PictureLayout {
    struct Picture {
        ByteStretch bytes;
        bool disposable = false; ///< no other picture refers to it
        bool operator==(const Picture&) const = default;
    };
    std::int64_t bytes = 0;              ///< of the whole file
    std::int64_t headerBytes = 0;        ///< [0, headerBytes) is the index: enough to open a decoder
    std::vector<Picture> pictures;       ///< in the order shown, none hidden
    std::vector<std::int64_t> keyFrames; ///< ascending; the first is 0

    std::int64_t frames() const { return static_cast<std::int64_t>(pictures.size()); }
    /// The key frame at or before `frame`, which exists.
    std::int64_t keyFrameBefore(std::int64_t frame) const;
    /// One past the last frame of the GOP of `frame`, which exists.
    std::int64_t gopEnd(std::int64_t frame) const;
    /// What decoding frames [first, last], which exist, takes from the key frame on, apart from the index:
    /// apart from each other, in ascending order.
    std::vector<ByteStretch> needed(std::int64_t first, std::int64_t last) const;
    bool operator==(const PictureLayout&) const = default;
};

/// Reads the index only. Unsupported when the file is not laid out like that; Corrupt.
Result<PictureLayout> readPictureLayout(const ByteSourcePtr& source);

/// Frame sizes, key frames and disposable ones as text (base64 of LEB128, docs/api.md), and back with what is
/// missing there. Corrupt when it is no such text, or does not fit `bytes`.
std::string packLayout(const PictureLayout& layout);
Result<PictureLayout> unpackLayout(std::string_view text, std::int64_t bytes, std::int64_t headerBytes);

} // namespace cutaway::media
