#pragma once

#include "core/base/result.h"
#include "core/render/graphic_motion.h"
#include "core/render/keyed_picture.h"

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <span>
#include <string>

namespace cutaway::render {

/// A rectangle on a canvas, in pixels.
struct GraphicBox {
    double x = 0, y = 0, width = 0, height = 0;
};

/// Draws graphics for any canvas: the same graphic, language, moment and canvas always give the same picture,
/// and the same layout at any size. Keeps the pictures that were drawn last, so that one that holds still is
/// drawn once. One thread at a time; another painter gives the same.
class GraphicPainter {
public:
    explicit GraphicPainter(std::size_t mostBytes = std::size_t{96} << 20);

    /// InvalidInput when the design cannot be read; what checkFonts() says.
    Result<KeyedPicturePtr> paint(const timeline::SharedValue<timeline::Graphic>& graphic,
                                  const std::string& language, const GraphicMoment& moment,
                                  const Canvas& canvas);
    std::size_t painted() const { return m_painted; } ///< pictures that were not kept already

private:
    struct Kept {
        timeline::SharedValue<timeline::Graphic> graphic;
        std::vector<std::string> fields;
        std::vector<ElementState> states;
        Canvas canvas;
        KeyedPicturePtr picture;
    };
    Result<std::shared_ptr<const GraphicTemplate>> designOf(const timeline::Graphic& graphic);
    void keep(Kept kept);

    const std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    std::size_t m_painted = 0;
    bool m_fontsFound = false;
    std::map<std::string, std::shared_ptr<const GraphicTemplate>, std::less<>> m_designs;
    std::list<Kept> m_kept; ///< newest first
};

/// Draws the graphics among `pictures` for the canvas, which compose() then lays over each other.
Result<void> drawGraphics(std::span<Picture> pictures, const Canvas& canvas, GraphicPainter& painter);

/// Where the template's box lies on a canvas of this size, moved as the graphic says.
GraphicBox graphicBox(const GraphicTemplate& design, const timeline::Graphic& graphic, int width, int height);

/// Pixels of a unit: the height of the largest 16:9 picture in the canvas.
double graphicUnit(int width, int height);

} // namespace cutaway::render
