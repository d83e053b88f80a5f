#include "core/demo/graphics.h"

#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr std::uint32_t navy = 0x0F1B46;
constexpr std::uint32_t blue = 0x1D3A8F;
constexpr std::uint32_t gold = 0xE8B83A;
constexpr std::uint32_t paper = 0xF2F4F8;
constexpr float panelAlpha = 0.93F;

struct Canvas {
    QImage image;
    QPainter painter;

    Canvas(int width, int height)
        : image(paintSurface(width, height))
        , painter(&image) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
    }
    void box(const QRectF& at, std::uint32_t colour, double radius = 0, float alpha = panelAlpha) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toPaint(srgb(colour), alpha));
        painter.drawRoundedRect(at, radius, radius);
    }
    void text(const QRectF& at, const QString& what, const QFont& font, std::uint32_t colour,
              int align = Qt::AlignLeft | Qt::AlignVCenter) {
        painter.setFont(font);
        painter.setPen(toPaint(srgb(colour)));
        painter.drawText(at, align, what);
    }
    Tile tile(int x, int y) {
        painter.end();
        return Tile::fromImage(image, x, y);
    }
};

} // namespace

QFont graphicsFont(int pixels, QFont::Weight weight) {
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(std::max(1, pixels));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont figureFont(int pixels) {
    QFont font(QStringLiteral("JetBrains Mono"));
    font.setPixelSize(std::max(1, pixels));
    font.setWeight(QFont::Bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int Graphics::px(double of3840) const {
    return static_cast<int>(std::lround(of3840 * m_width / 3840));
}

Tile Graphics::title(const QString& heading, const QString& detail) const {
    const int width = px(1360);
    const int height = px(226);
    Canvas canvas(width, height);
    canvas.box(QRectF(0, 0, width, px(140)), navy, px(10));
    canvas.box(QRectF(0, px(120), width, px(20)), navy);
    canvas.box(QRectF(0, px(140), width, px(84)), paper, px(10), 0.96F);
    canvas.box(QRectF(0, px(138), width, px(12)), gold, 0, 1);
    canvas.text(QRectF(px(48), 0, width - px(96), px(138)), heading, graphicsFont(px(74), QFont::Bold),
                paper);
    canvas.text(QRectF(px(48), px(150), width - px(96), px(70)), detail,
                graphicsFont(px(42), QFont::DemiBold), navy);
    return canvas.tile(px(150), px(1790));
}

Tile Graphics::list(const QString& heading, const std::vector<Line>& lines) const {
    const int width = px(1180);
    const int rowHeight = px(92);
    const int head = px(110);
    const int height = head + rowHeight * static_cast<int>(lines.size()) + px(6);
    Canvas canvas(width, height);
    canvas.box(QRectF(0, 0, width, head), navy, px(10));
    canvas.text(QRectF(px(44), 0, width, head), heading, graphicsFont(px(52), QFont::Bold), paper);
    canvas.box(QRectF(0, head - px(8), width, px(8)), gold, 0, 1);
    int y = head;
    for (const Line& line : lines) {
        canvas.box(QRectF(0, y, width, rowHeight - px(4)), paper, 0, 0.95F);
        canvas.box(QRectF(0, y, px(92), rowHeight - px(4)), blue, 0, 1);
        const double h = rowHeight - px(4);
        canvas.text(QRectF(0, y, px(92), h), line.place, graphicsFont(px(50), QFont::Bold), paper,
                    Qt::AlignCenter);
        canvas.text(QRectF(px(124), y, px(640), h), line.name, graphicsFont(px(48), QFont::DemiBold), navy);
        canvas.text(QRectF(px(760), y, px(140), h), line.organisation, graphicsFont(px(42), QFont::Medium),
                    0x3A4670);
        canvas.text(QRectF(px(880), y, px(264), h), line.result, figureFont(px(50)), navy,
                    Qt::AlignRight | Qt::AlignVCenter);
        y += rowHeight;
    }
    return canvas.tile(px(150), px(2030) - height);
}

Tile Graphics::clock(const QString& time) const {
    const int width = px(470);
    const int height = px(150);
    Canvas canvas(width, height);
    canvas.box(QRectF(0, 0, width, height), navy, px(12));
    canvas.box(QRectF(0, height - px(12), width, px(12)), gold, 0, 1);
    canvas.text(QRectF(0, 0, width - px(44), height - px(10)), time, figureFont(px(104)), paper,
                Qt::AlignRight | Qt::AlignVCenter);
    return canvas.tile(px(3220), px(1868));
}

Tile Graphics::score(const QString& home, const QString& away, const QString& goals,
                     const QString& time) const {
    const int width = px(980);
    const int height = px(104);
    Canvas canvas(width, height);
    canvas.box(QRectF(0, 0, width, height), navy, px(10));
    canvas.box(QRectF(px(236), 0, px(230), height), paper, 0, 0.96F);
    canvas.box(QRectF(px(702), 0, px(12), height), gold, 0, 1);
    const QFont bold = graphicsFont(px(60), QFont::Bold);
    canvas.text(QRectF(0, 0, px(236), height), home, bold, paper, Qt::AlignCenter);
    canvas.text(QRectF(px(236), 0, px(230), height), goals, bold, navy, Qt::AlignCenter);
    canvas.text(QRectF(px(466), 0, px(236), height), away, bold, paper, Qt::AlignCenter);
    canvas.text(QRectF(px(714), 0, px(262), height), time, figureFont(px(62)), paper, Qt::AlignCenter);
    return canvas.tile(px(150), px(110));
}

Tile Graphics::slate(const QString& angle, const QString& timecode) const {
    const int width = px(640);
    const int height = px(58);
    Canvas canvas(width, height);
    canvas.box(QRectF(0, 0, width, height), 0x0A0D16, px(8), 0.55F);
    canvas.text(QRectF(px(22), 0, px(280), height), angle, graphicsFont(px(32), QFont::DemiBold), 0xC8CEDA);
    canvas.text(QRectF(0, 0, width - px(22), height), timecode, figureFont(px(36)), paper,
                Qt::AlignRight | Qt::AlignVCenter);
    return canvas.tile(px(3060), px(96));
}

Tile Graphics::mark() const {
    const int width = px(520);
    const int height = px(96);
    Canvas canvas(width, height);
    // A globe's meridians: three ellipses in a ring.
    QPainter& p = canvas.painter;
    const QPointF centre(px(48), height / 2.0);
    const double r = px(38);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(toPaint(srgb(paper), 0.9F), px(5)));
    p.drawEllipse(centre, r, r);
    p.setPen(QPen(toPaint(srgb(gold), 0.95F), px(5)));
    p.drawEllipse(centre, r * 0.42, r);
    p.drawLine(QPointF(centre.x() - r, centre.y()), QPointF(centre.x() + r, centre.y()));
    canvas.text(QRectF(px(104), 0, px(410), px(56)), QStringLiteral("MERIDIAN"),
                graphicsFont(px(44), QFont::ExtraBold), paper);
    canvas.text(QRectF(px(105), px(50), px(410), px(40)), QStringLiteral("PORT AVELLA"),
                graphicsFont(px(28), QFont::DemiBold), 0xD5DAE6);
    return canvas.tile(px(150), px(88));
}

Tile paintPanel(const Camera& camera, const std::array<Vec3, 4>& corners, const QImage& image) {
    QPolygonF seen;
    for (const Vec3& corner : corners) {
        const auto at = camera.project(corner);
        if (!at)
            return {};
        seen << QPointF(at->x, at->y);
    }
    const QRect box = seen.boundingRect()
                          .toAlignedRect()
                          .adjusted(-2, -2, 2, 2)
                          .intersected(QRect(0, 0, camera.width(), camera.height()));
    if (box.isEmpty())
        return {};
    const QPoint origin(box.left() & ~1, box.top() & ~1);
    seen.translate(-origin);
    QPolygonF flat;
    flat << QPointF(0, 0) << QPointF(image.width(), 0) << QPointF(image.width(), image.height())
         << QPointF(0, image.height());
    QTransform transform;
    if (!QTransform::quadToQuad(flat, seen, transform))
        return {};
    QImage surface = paintSurface(box.width() + 2, box.height() + 2);
    QPainter painter(&surface);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setTransform(transform);
    painter.drawImage(0, 0, image);
    painter.end();
    return Tile::fromImage(surface, origin.x(), origin.y());
}

Tile paintFlash(double x, double y, double radius, float strength) {
    const int r = static_cast<int>(std::ceil(radius));
    Tile tile(static_cast<int>(x) - r, static_cast<int>(y) - r, 2 * r + 2, 2 * r + 2);
    const Ycc light = toYcc(Light{1.0F, 1.02F, 1.06F} * strength);
    for (int line = 0; line < tile.height(); ++line)
        for (int i = 0; i < tile.width(); ++i) {
            const double dx = std::abs(i + tile.x() + 0.5 - x) / radius;
            const double dy = std::abs(line + tile.y() + 0.5 - y) / radius;
            const double round = std::exp(-12 * (dx * dx + dy * dy));
            const double star =
                0.6 * (std::exp(-60 * dx * dx - 4 * dy * dy) + std::exp(-60 * dy * dy - 4 * dx * dx));
            const double edge = std::max(0.0, 1 - std::hypot(dx, dy));
            const auto coverage = static_cast<float>(std::min(1.0, (round + star) * edge));
            if (coverage > 0.01F)
                Tile::blend(tile.row(line)[i], light, coverage);
        }
    return tile;
}

} // namespace cutaway::demo
