#include "core/demo/boards.h"

#include "core/demo/graphics.h"

#include <QPainter>

#include <array>

namespace cutaway::demo {

namespace {

struct Design {
    const char* text;
    QRgb ground;
    QRgb ink;
    QRgb accent;
};

Lettering paint(const Design& design, int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(design.ground));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(design.accent));
    const int bar = height / 9;
    painter.drawRect(0, height - bar, width, bar);
    QPolygon slash;
    slash << QPoint(height / 3, height) << QPoint(height / 3 + height / 2, 0)
          << QPoint(height / 3 + height * 3 / 4, 0) << QPoint(height / 3 + height / 4, height);
    painter.drawPolygon(slash);
    QFont font = graphicsFont(height * 6 / 10, QFont::ExtraBold);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    painter.setFont(font);
    painter.setPen(QColor(design.ink));
    painter.drawText(QRect(height, 0, width - height, height - bar), Qt::AlignCenter,
                     QString::fromUtf8(design.text));
    return Lettering(image);
}

template <std::size_t N>
std::vector<Lettering> paintAll(const std::array<Design, N>& designs, int width, int height) {
    std::vector<Lettering> boards;
    for (const Design& design : designs)
        boards.push_back(paint(design, width, height));
    return boards;
}

} // namespace

std::vector<Lettering> trackBoards() {
    static constexpr std::array designs{Design{"MERIDIAN GAMES", 0x14245E, 0xFFFFFF, 0xE8B83A},
                                        Design{"Halden Air", 0x0E6E7C, 0xF4FBFB, 0x6FE0D8},
                                        Design{"NORVANE", 0xF2F0EA, 0x1A1C22, 0xC8372D},
                                        Design{"Solwick Energy", 0xE0962A, 0x1E160A, 0xFFF0D0},
                                        Design{"PORT AVELLA", 0x14245E, 0xF7F7F7, 0x36B3C8},
                                        Design{"kestrel one", 0x25282F, 0xEDEFF2, 0x8FD14F},
                                        Design{"Tamber & Rye", 0x5A1F36, 0xFBEFE3, 0xE8B83A},
                                        Design{"LUMEN BANK", 0x1C5A3C, 0xF1F8EE, 0xA6E07A}};
    return paintAll(designs, 1440, 184);
}

std::vector<Lettering> ribbonBoards(const std::string& session) {
    const std::array designs{Design{"MERIDIAN GAMES  PORT AVELLA", 0x101C4C, 0xF4D27A, 0x36B3C8},
                             Design{session.c_str(), 0x0C1740, 0xE8EEF8, 0xE8B83A}};
    return paintAll(designs, 1920, 104);
}

} // namespace cutaway::demo
