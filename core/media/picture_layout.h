#pragma once

#include "core/media/byte_source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::media {

/// Where the pictures of a self-contained MP4 with the index first lie, when they are stored in the order in
/// which they are shown, none hidden: what a ranged request needs to fetch one GOP and no more.
struct PictureLayout {
    std::int64_t bytes = 0;              ///< of the whole file
    std::int64_t headerBytes = 0;        ///< [0, headerBytes) is the index: enough to open a decoder
    std::vector<std::int64_t> ends;      ///< for each frame, one past its last byte
    std::vector<std::int64_t> keyFrames; ///< ascending; the first is 0

    std::int64_t frames() const { return static_cast<std::int64_t>(ends.size()); }
    /// The key frame at or before `frame`, which exists.
    std::int64_t keyFrameBefore(std::int64_t frame) const;
    /// First byte of `frame`.
    std::int64_t begin(std::int64_t frame) const {
        return frame == 0 ? headerBytes : ends[static_cast<std::size_t>(frame - 1)];
    }
    std::int64_t end(std::int64_t frame) const { return ends[static_cast<std::size_t>(frame)]; }
    bool operator==(const PictureLayout&) const = default;
};

/// Reads the index only. Unsupported when the file is not laid out like that; Corrupt.
Result<PictureLayout> readPictureLayout(const ByteSourcePtr& source);

/// Frame sizes and key frames as text (base64 of LEB128), and back with what is missing there. Corrupt when
/// it is no such text, or does not fit `bytes`.
std::string packLayout(const PictureLayout& layout);
Result<PictureLayout> unpackLayout(std::string_view text, std::int64_t bytes, std::int64_t headerBytes);

} // namespace cutaway::media
