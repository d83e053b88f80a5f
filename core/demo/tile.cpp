#include "core/demo/tile.h"

#include <QColor>
#include <QRgba64>

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr std::ptrdiff_t evenDown(int v) {
    return v & ~1;
}

std::int16_t scaled(float v) {
    return static_cast<std::int16_t>(std::lround(v * static_cast<float>(Tile::one)));
}

/// `below` (10-bit code less its offset, times 16) under a premultiplied sample.
std::uint16_t over(int code, int offset, int range, int premultiplied, int alpha) {
    const int kept = (code - offset) * (Tile::one - alpha);
    const int sum = kept + premultiplied * range;
    return static_cast<std::uint16_t>(std::clamp(offset + ((sum + Tile::one / 2) >> 14), 4, 1019));
}

} // namespace

Tile::Tile(int x, int y, int width, int height)
    : m_x(static_cast<int>(evenDown(x)))
    , m_y(static_cast<int>(evenDown(y)))
    , m_width(std::max(0, (width + 3) & ~1))
    , m_height(std::max(0, (height + 3) & ~1))
    , m_pixels(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height)) {}

void Tile::moveTo(int x, int y) {
    m_x = static_cast<int>(evenDown(x));
    m_y = static_cast<int>(evenDown(y));
}

Tile Tile::fromImage(const QImage& image, int x, int y) {
    Tile tile(x, y, image.width(), image.height());
    for (int line = 0; line < image.height(); ++line) {
        const auto* in = reinterpret_cast<const QRgba64*>(image.constScanLine(line));
        Pixel* out = tile.row(line);
        for (int i = 0; i < image.width(); ++i) {
            if (in[i].alpha() == 0)
                continue;
            constexpr float full = 1.0F / 65535;
            const Ycc c =
                toYcc(Signal{static_cast<float>(in[i].red()) * full, static_cast<float>(in[i].green()) * full,
                             static_cast<float>(in[i].blue()) * full});
            out[i] = {scaled(c.y), scaled(c.cb), scaled(c.cr),
                      scaled(static_cast<float>(in[i].alpha()) * full)};
        }
    }
    return tile;
}

void Tile::blend(Pixel& p, const Ycc& colour, float coverage) {
    const float keep = 1 - coverage;
    const float add = coverage * static_cast<float>(one);
    p.y = static_cast<std::int16_t>(static_cast<float>(p.y) * keep + colour.y * add);
    p.cb = static_cast<std::int16_t>(static_cast<float>(p.cb) * keep + colour.cb * add);
    p.cr = static_cast<std::int16_t>(static_cast<float>(p.cr) * keep + colour.cr * add);
    p.a = static_cast<std::int16_t>(static_cast<float>(p.a) * keep + add);
}

void Tile::compose(media::WritableFrame& frame, float opacity) const {
    const int gain = static_cast<int>(std::lround(std::clamp(opacity, 0.0F, 1.0F) * 256));
    const int left = std::max(0, m_x);
    const int right = std::min(frame.frame.width & ~1, m_x + m_width);
    const int top = std::max(0, m_y);
    const int bottom = std::min(frame.frame.height & ~1, m_y + m_height);
    if (gain == 0 || left >= right)
        return;
    const auto sample = [&frame](std::size_t plane, int line) {
        return reinterpret_cast<std::uint16_t*>(frame.planes[plane] + line * frame.frame.strides[plane]);
    };
    for (int line = top; line < bottom; line += 2) {
        const Pixel* upper = row(line - m_y) + (left - m_x);
        const Pixel* lower = upper + m_width;
        std::uint16_t* y0 = sample(0, line) + left;
        std::uint16_t* y1 = sample(0, line + 1) + left;
        std::uint16_t* u = sample(1, line / 2) + left / 2;
        std::uint16_t* v = sample(2, line / 2) + left / 2;
        for (int i = 0; i < right - left; i += 2, ++u, ++v) {
            const Pixel& a = upper[i];
            const Pixel& b = upper[i + 1];
            const Pixel& c = lower[i];
            const Pixel& d = lower[i + 1];
            if ((a.a | b.a | c.a | d.a) == 0)
                continue;
            const auto luma = [gain](std::uint16_t& code, const Pixel& p) {
                code = over(code, 64, 876, p.y * gain >> 8, p.a * gain >> 8);
            };
            luma(y0[i], a);
            luma(y0[i + 1], b);
            luma(y1[i], c);
            luma(y1[i + 1], d);
            const int alpha = (a.a + b.a + c.a + d.a) * gain >> 10;
            *u = over(*u, 512, 896, (a.cb + b.cb + c.cb + d.cb) * gain >> 10, alpha);
            *v = over(*v, 512, 896, (a.cr + b.cr + c.cr + d.cr) * gain >> 10, alpha);
        }
    }
}

QColor toPaint(const Light& light, float alpha) {
    const Signal s = toHlg(light);
    return QColor::fromRgbF(s.r, s.g, s.b, alpha);
}

QImage paintSurface(int width, int height) {
    QImage image(std::max(1, width), std::max(1, height), QImage::Format_RGBA64_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

} // namespace cutaway::demo
