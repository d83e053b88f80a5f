#pragma once

#include "core/render/compositor.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

class QImage;

namespace cutaway::render {

/// Fill and key of a part of a canvas, in the canvas' own samples, ready to be laid over a picture. The fill
/// is premultiplied (shaped): code value times key, both as they are where the key is full.
struct KeyedPicture {
    static constexpr int full = 1 << 15; ///< key: 0 leaves what is below as it is, this covers it

    int x = 0, y = 0;          ///< on the canvas, even
    int width = 0, height = 0; ///< even; 0: nothing is seen
    media::PixelFormat format = media::PixelFormat::Yuv420p10;
    std::array<std::vector<std::uint16_t>, 3>
        fill; ///< Y, Cb, Cr, row after row; a code value is 2^(16 - bits)
    std::array<std::vector<std::uint16_t>, 2> key; ///< of luma, and of both chroma planes

    std::size_t bytes() const;
};
using KeyedPicturePtr = std::shared_ptr<const KeyedPicture>;

/// From non-linear R'G'B' with alpha (RGBA64, premultiplied) that lies at (x, y), both even, of the canvas;
/// what stands out of it is cut off. Chroma is sited as the canvas' pictures have it: left, and half-way
/// between two lines in 4:2:0.
KeyedPicture keyedPicture(const QImage& image, int x, int y, const Canvas& canvas);

/// `picture` over `below`, which is what the canvas asks for; null: black. Code values are mixed as they are,
/// HLG in HLG, as a vision mixer's keyer does. What the key does not touch stays to the bit. Any thread.
media::VideoFramePtr keyOver(const media::VideoFramePtr& below, const KeyedPicture& picture,
                             const Canvas& canvas);

} // namespace cutaway::render
