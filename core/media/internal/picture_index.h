#pragma once

#include "core/media/internal/input.h"
#include "core/media/probe.h"

#include <cstdint>
#include <vector>

namespace cutaway::media::av {

/// One stored picture, in decoding order.
struct PicturePacket {
    std::int64_t pts = AV_NOPTS_VALUE; ///< stream time base, after the edit list
    std::int64_t dts = AV_NOPTS_VALUE;
    std::int64_t byte = -1;  ///< where it starts in the file, -1 unknown
    std::int64_t shown = -1; ///< its index among shown frames; -1: hidden by the edit list
    int bytes = 0;
    bool key = false;
    bool disposable = false; ///< no other picture refers to it; only told by an MP4's index
};

/// Every picture of one stream: what turns "frame n" into packets. Built by reading all packets once.
struct PictureIndex {
    std::vector<PicturePacket> packets;     ///< decoding order
    std::vector<std::int64_t> shownPackets; ///< shown index -> position in `packets`
    bool fromHeader = false;                ///< of an MP4: known without a look at any picture
    bool timestamps = true;                 ///< false: shown order is only known by decoding
    AVPixelFormat format = AV_PIX_FMT_NONE; ///< as headers or the first picture say

    std::int64_t frames() const { return static_cast<std::int64_t>(shownPackets.size()); }
    const PicturePacket& shown(std::int64_t index) const {
        return packets[static_cast<std::size_t>(shownPackets[static_cast<std::size_t>(index)])];
    }
    /// Position in `packets` of the key packet from which decoding must start to get shown frame `index`.
    std::int64_t decodeStart(std::int64_t index) const;
    /// One past the position of the last packet of that GOP.
    std::int64_t gopEnd(std::int64_t start) const;
};

Result<PictureIndex> indexPictures(Input& input, int stream);
/// The same from the index of an MP4 alone, without a look at any picture (so `format` stays unknown).
/// Unsupported when some are hidden, needed by more than their own GOP, or stored ahead of the first.
Result<PictureIndex> indexPicturesFromHeader(const Input& input, int stream);
/// The picture stream as headers and index say.
Result<VideoInfo> describePicture(const Input& input, int stream, const PictureIndex& index);

} // namespace cutaway::media::av
