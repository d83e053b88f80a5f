#pragma once

#include "core/media/internal/av.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cutaway::media::av {

using Bytes = std::span<const std::uint8_t>;

/// How many bytes of length stand before each NAL unit of this H.264 stream (ISO/IEC 14496-15), as in MP4; 0
/// where start codes part them (ITU-T H.264, Annex B). Nothing for other codecs.
std::optional<int> nalLengthBytes(const AVCodecParameters& parameters);

/// The NAL units of a stored picture, in order, each with its one byte of header and without what parts them.
/// Nothing when a length leads out of the picture.
std::optional<std::vector<Bytes>> nalUnits(Bytes picture, int lengthBytes);

constexpr unsigned nalType(Bytes unit) {
    return unit[0] & 0x1fU;
}

/// True when no other picture refers to this one, stored with lengths of four bytes (nal_ref_idc of its
/// slices).
bool isDisposable(Bytes picture);

/// In how many slices the picture is coded.
int slicesOf(std::span<const Bytes> units);

} // namespace cutaway::media::av
