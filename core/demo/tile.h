#pragma once

#include "core/demo/hlg.h"
#include "core/media/frame.h"

#include <QImage>

#include <cstdint>
#include <vector>

namespace cutaway::demo {

/// A rectangle to lay over a picture: premultiplied HLG Y'CbCr with coverage. Mixing happens in signal space,
/// as in a vision mixer.
class Tile {
public:
    /// All values in units of 1/one; chroma is signed.
    struct Pixel {
        std::int16_t y = 0;
        std::int16_t cb = 0;
        std::int16_t cr = 0;
        std::int16_t a = 0;
    };
    static constexpr int one = 16384;

    Tile() = default;
    /// Clear, with its top left corner at (x, y) of the picture. `x` and `y` are rounded down to even pixels,
    /// so that a tile's chroma meets the picture's.
    Tile(int x, int y, int width, int height);
    /// From a picture painted with toPaint() colours, Format_RGBA64_Premultiplied.
    static Tile fromImage(const QImage& image, int x, int y);

    int x() const { return m_x; }
    int y() const { return m_y; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    Pixel* row(int line) { return m_pixels.data() + static_cast<std::ptrdiff_t>(line) * m_width; }
    const Pixel* row(int line) const { return m_pixels.data() + static_cast<std::ptrdiff_t>(line) * m_width; }
    void moveTo(int x, int y);

    /// Lays `colour` over a pixel with this coverage, 0 to 1.
    static void blend(Pixel& pixel, const Ycc& colour, float coverage);

    /// Lays the tile over a 4:2:0 10-bit picture, with `opacity` 0 to 1; what falls outside is cut off.
    void compose(media::WritableFrame& frame, float opacity = 1) const;

private:
    int m_x = 0;
    int m_y = 0;
    int m_width = 0;
    int m_height = 0;
    std::vector<Pixel> m_pixels;
};

/// A pen or brush for painting by QPainter into an image that Tile::fromImage takes: the HLG signal of
/// `light`.
QColor toPaint(const Light& light, float alpha = 1);
/// A clear image to paint on.
QImage paintSurface(int width, int height);

} // namespace cutaway::demo
