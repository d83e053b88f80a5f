#include "core/render/graphic_painter.h"

#include "core/render/graphic_colour.h"
#include "core/render/graphic_text.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cutaway::render {

namespace {

constexpr double safeArea = 0.05;      // EBU R 95, graphics
constexpr std::size_t maxDesigns = 64; // parsed ones that are kept

/// One element as it stands in a frame, in pixels of the canvas.
struct Stroke {
    QPainterPath outline;
    QRectF seen; ///< the rest is wiped away
    QColor colour;
    double opacity = 1;
};

QPainterPath outlineOf(const Element& element, const std::string& text, double unit) {
    const QRectF box(element.x * unit, element.y * unit, element.width * unit, element.height * unit);
    QPainterPath outline;
    switch (element.kind) {
    case Element::Kind::Box: {
        const double radius = std::min({element.radius * unit, box.width() / 2, box.height() / 2});
        outline.addRoundedRect(box, radius, radius);
        break;
    }
    case Element::Kind::Ellipse:
        outline.addEllipse(box);
        break;
    case Element::Kind::Polygon: {
        QPolygonF corners;
        for (const auto& [x, y] : element.points)
            corners << QPointF(box.x() + x * box.width(), box.y() + y * box.height());
        outline.addPolygon(corners);
        outline.closeSubpath();
        break;
    }
    case Element::Kind::Text:
        outline = textOutline(element, text, unit);
        break;
    }
    return outline;
}

Rgb colourOf(const Element& element, const GraphicTemplate& design, const std::vector<std::string>& fields) {
    const auto* field = design.field(element.colourField);
    if (!field)
        return element.colour;
    const auto parsed = parseColour(fields[static_cast<std::size_t>(field - design.fields.data())]);
    return parsed ? *parsed : element.colour;
}

std::vector<Stroke> strokesOf(const GraphicTemplate& design, const std::vector<std::string>& fields,
                              const std::vector<ElementState>& states, const GraphicBox& box, double unit,
                              const media::Colour& colour) {
    std::vector<Stroke> strokes;
    for (std::size_t i = 0; i < design.elements.size(); ++i) {
        const Element& element = design.elements[i];
        const ElementState& state = states[i];
        if (state.opacity * element.opacity <= 0 || state.right <= state.left || state.bottom <= state.top)
            continue;
        Stroke stroke;
        // What wipes stands still while it is uncovered; what slides takes its edges along.
        const QPointF move(box.x + state.x * unit, box.y + state.y * unit);
        stroke.outline = outlineOf(element, state.text, unit).translated(move);
        QRectF whole(element.x * unit, element.y * unit, element.width * unit, element.height * unit);
        if (element.kind == Element::Kind::Text) // letters may reach out of their box
            whole.adjust(-element.size * unit, -element.size * unit, element.size * unit,
                         element.size * unit);
        whole.translate(move);
        stroke.seen =
            QRectF(whole.x() + state.left * whole.width(), whole.y() + state.top * whole.height(),
                   (state.right - state.left) * whole.width(), (state.bottom - state.top) * whole.height());
        const bool wiped = state.left > 0 || state.top > 0 || state.right < 1 || state.bottom < 1;
        if (wiped && element.kind == Element::Kind::Box && element.radius == 0) {
            stroke.outline = QPainterPath(); // with an edge between pixels, which a clip does not have
            stroke.outline.addRect(stroke.seen);
        }
        if (stroke.outline.isEmpty())
            continue;
        if (!wiped || (element.kind == Element::Kind::Box && element.radius == 0))
            stroke.seen = stroke.outline.boundingRect().adjusted(-1, -1, 1, 1);
        const Rgb signal = signalOf(colourOf(element, design, fields), colour);
        const auto part = [](double v) { return static_cast<float>(std::clamp(v, 0.0, 1.0)); };
        stroke.colour = QColor::fromRgbF(part(signal.r), part(signal.g), part(signal.b));
        stroke.opacity = state.opacity * element.opacity;
        strokes.push_back(std::move(stroke));
    }
    return strokes;
}

KeyedPicture drawn(const std::vector<Stroke>& strokes, const Canvas& canvas) {
    QRectF bounds;
    for (const Stroke& stroke : strokes)
        bounds |= stroke.outline.boundingRect().intersected(stroke.seen);
    if (bounds.isEmpty())
        return keyedPicture(QImage(), 0, 0, canvas);
    const QRect pixels =
        bounds.adjusted(-2, -2, 2, 2).toAlignedRect().intersected(QRect(0, 0, canvas.width, canvas.height));
    if (pixels.isEmpty())
        return keyedPicture(QImage(), 0, 0, canvas);
    const int x = pixels.x() & ~1;
    const int y = pixels.y() & ~1;
    QImage image((pixels.right() - x + 2) & ~1, (pixels.bottom() - y + 2) & ~1,
                 QImage::Format_RGBA64_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-x, -y);
    for (const Stroke& stroke : strokes) {
        painter.setClipRect(stroke.seen);
        painter.setOpacity(stroke.opacity);
        painter.fillPath(stroke.outline, stroke.colour);
    }
    painter.end();
    return keyedPicture(image, x, y, canvas);
}

} // namespace

double graphicUnit(int width, int height) {
    return std::min<double>(height, width * 9.0 / 16);
}

GraphicBox graphicBox(const GraphicTemplate& design, const timeline::Graphic& graphic, int width,
                      int height) {
    const double unit = graphicUnit(width, height);
    GraphicBox box{0, 0, design.width * unit, design.height * unit};
    const auto place = [](int side, double length, double own) {
        return side == 0 ? length * safeArea : side == 1 ? (length - own) / 2 : length * (1 - safeArea) - own;
    };
    const int anchor = static_cast<int>(design.anchor);
    box.x = place(anchor % 3, width, box.width) + graphic.moveX * unit / 10'000;
    box.y = place(anchor / 3, height, box.height) + graphic.moveY * unit / 10'000;
    return box;
}

GraphicPainter::GraphicPainter(std::size_t mostBytes)
    : m_mostBytes(mostBytes) {}

Result<std::shared_ptr<const GraphicTemplate>> GraphicPainter::designOf(const timeline::Graphic& graphic) {
    if (const auto known = m_designs.find(graphic.design); known != m_designs.end())
        return known->second;
    CUTAWAY_TRY(auto design, readTemplate(graphic.design));
    if (m_designs.size() >= maxDesigns)
        m_designs.clear();
    auto shared = std::make_shared<const GraphicTemplate>(std::move(design));
    m_designs.emplace(graphic.design, shared);
    return shared;
}

void GraphicPainter::keep(Kept kept) {
    m_bytes += kept.picture->bytes();
    m_kept.push_front(std::move(kept));
    while (m_kept.size() > 1 && m_bytes > m_mostBytes) {
        m_bytes -= m_kept.back().picture->bytes();
        m_kept.pop_back();
    }
}

Result<KeyedPicturePtr> GraphicPainter::paint(const timeline::SharedValue<timeline::Graphic>& graphic,
                                              const std::string& language, const GraphicMoment& moment,
                                              const Canvas& canvas) {
    if (!m_fontsFound)
        CUTAWAY_CHECK(checkFonts());
    m_fontsFound = true;
    CUTAWAY_TRY(const auto design, designOf(*graphic));
    auto fields = fieldTexts(*design, *graphic, language, moment);
    auto states = statesAt(*design, fields, moment);
    for (auto at = m_kept.begin(); at != m_kept.end(); ++at)
        if (at->canvas == canvas && at->graphic == graphic && at->states == states && at->fields == fields) {
            m_kept.splice(m_kept.begin(), m_kept, at);
            return at->picture;
        }
    const GraphicBox box = graphicBox(*design, *graphic, canvas.width, canvas.height);
    const auto strokes =
        strokesOf(*design, fields, states, box, graphicUnit(canvas.width, canvas.height), canvas.colour);
    auto picture = std::make_shared<const KeyedPicture>(drawn(strokes, canvas));
    ++m_painted;
    keep({graphic, std::move(fields), std::move(states), canvas, picture});
    return KeyedPicturePtr(std::move(picture));
}

Result<void> drawGraphics(std::span<Picture> pictures, const Canvas& canvas, GraphicPainter& painter) {
    for (Picture& picture : pictures)
        if (picture.graphic) {
            const GraphicShot& shot = *picture.graphic;
            CUTAWAY_TRY(picture.keyed, painter.paint(shot.graphic, shot.language, shot.moment(), canvas));
        }
    return {};
}

} // namespace cutaway::render
