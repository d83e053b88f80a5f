#pragma once

#include "core/media/frame.h"

#include <cstdint>
#include <optional>

namespace cutaway::media {

/// What a demo picture says about itself: which source it came from and which frame of it this is.
struct FrameId {
    std::uint32_t source = 0; ///< 24 bits are kept
    std::uint32_t frame = 0;

    bool operator==(const FrameId&) const = default;
};

/// The strip that carries the id: one row of square-ish blocks along the bottom of the picture, in fractions
/// of its size so that it scales with the picture: 96 cells (sync 8, source 24, frame 32, CRC 32), centred.
namespace frame_id {
inline constexpr int cells = 96;
inline constexpr double left = 0.1; ///< of the width: where cell 0 starts
inline constexpr double cellWidth = 0.8 / cells;
inline constexpr double top = 0.9625;    ///< of the height
inline constexpr double height = 0.0222; ///< of the height
inline constexpr int darkCode = 180;     ///< 10-bit narrow-range luma of a 0
inline constexpr int lightCode = 560;    ///< of a 1
inline constexpr std::uint32_t sync = 0b10110010;
} // namespace frame_id

/// Draws the strip over the picture.
void drawFrameId(WritableFrame& frame, FrameId id);
/// The id that the picture carries, from its pixels alone; none when there is no strip or it is damaged.
/// Works at any size from 480x270 up, in every pixel format.
std::optional<FrameId> readFrameId(const VideoFrame& frame);

} // namespace cutaway::media
