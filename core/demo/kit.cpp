#include "core/demo/athlete.h"
#include "core/demo/graphics.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace cutaway::demo {

namespace {

constexpr int wrapWidth = 1024; // once round the body
constexpr int wrapHeight = 448;
constexpr int bibWidth = 250;
constexpr int bibHeight = 205;
constexpr int frontCentre = wrapWidth / 2;

void drawBib(QPainter& painter, int centre, const QString& name, const QString& number) {
    const QRect bib(centre - bibWidth / 2, 140, bibWidth, bibHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toPaint(srgb(0xF4F4F0)));
    painter.drawRoundedRect(bib, 6, 6);
    painter.setBrush(toPaint(srgb(0x1B2A6B)));
    painter.drawRect(QRect(bib.left(), bib.top() + 8, bibWidth, 34));
    painter.setPen(toPaint(srgb(0xFFFFFF)));
    painter.setFont(graphicsFont(22, QFont::Bold));
    painter.drawText(QRect(bib.left(), bib.top() + 8, bibWidth, 34), Qt::AlignCenter,
                     QStringLiteral("MERIDIAN"));
    painter.setPen(toPaint(srgb(0x101014)));
    const bool isName = number.isEmpty();
    const int size = isName ? std::min(60, 340 / std::max(1, static_cast<int>(name.size()))) : 108;
    painter.setFont(graphicsFont(size, QFont::ExtraBold));
    painter.drawText(QRect(bib.left(), bib.top() + 42, bibWidth, 136), Qt::AlignCenter,
                     isName ? name : number);
    painter.setFont(graphicsFont(26, QFont::Bold));
    painter.drawText(QRect(bib.left(), bib.top() + 166, bibWidth, 36), Qt::AlignCenter, name);
}

/// A shirt's picture with `draw` for the trim, on a sphere of `main`.
template <class Draw>
MaterialPtr paintShirt(const Light& main, Draw draw) {
    QImage image = paintSurface(wrapWidth, wrapHeight);
    image.fill(toPaint(main));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    return std::make_shared<const Material>(Wrap::fromImage(image));
}

} // namespace

MaterialPtr shirtWithBib(const Light& main, const Light& trim, const std::string& name,
                         const std::string& number, int pattern) {
    return paintShirt(main, [&](QPainter& painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toPaint(trim));
        switch (pattern % 4) {
        case 0: // side panels
            painter.drawRect(wrapWidth / 4 - 60, 0, 120, wrapHeight);
            painter.drawRect(wrapWidth * 3 / 4 - 60, 0, 120, wrapHeight);
            break;
        case 1: // chest band
            painter.drawRect(0, 60, wrapWidth, 54);
            break;
        case 2: // shoulder yoke
            painter.drawRect(0, 0, wrapWidth, 92);
            break;
        default: // hem
            painter.drawRect(0, wrapHeight - 96, wrapWidth, 96);
            break;
        }
        const QString text = QString::fromStdString(name);
        drawBib(painter, frontCentre, text, QString::fromStdString(number));
        drawBib(painter, 0, text, QString::fromStdString(number));
        drawBib(painter, wrapWidth, text, QString::fromStdString(number));
    });
}

MaterialPtr shirtWithNumber(const Light& main, const Light& trim, const std::string& number, bool stripes) {
    return paintShirt(main, [&](QPainter& painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toPaint(trim));
        if (stripes)
            for (int x = 0; x < wrapWidth; x += 128)
                painter.drawRect(x, 0, 64, wrapHeight);
        else
            painter.drawRect(0, 0, wrapWidth, 36);
        const QString text = QString::fromStdString(number);
        const auto write = [&](int centre, int top, int size) {
            painter.setFont(graphicsFont(size, QFont::ExtraBold));
            const QRect box(centre - 150, top, 300, size + 20);
            if (stripes) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(toPaint(main));
                painter.drawRect(box.adjusted(40, 4, -40, -4));
            }
            painter.setPen(toPaint(trim));
            painter.drawText(box, Qt::AlignCenter, text);
        };
        write(0, 90, 190);
        write(wrapWidth, 90, 190);
        write(frontCentre, 90, 90);
    });
}

MaterialPtr skinTone(unsigned index) {
    static constexpr std::array<std::uint32_t, 6> tones{0x8A5A3C, 0xC98F6B, 0x5E3B28,
                                                        0xE0AC8A, 0x74482F, 0xB57B55};
    return std::make_shared<const Material>(srgb(tones[index % tones.size()]), 0.30F);
}

MaterialPtr hairColour(unsigned index) {
    static constexpr std::array<std::uint32_t, 4> colours{0x17120F, 0x2B1C12, 0x4A2F1B, 0x0F0D0D};
    return std::make_shared<const Material>(srgb(colours[index % colours.size()]), 0.05F);
}

} // namespace cutaway::demo
