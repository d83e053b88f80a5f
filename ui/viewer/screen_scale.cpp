#include "ui/viewer/screen_scale.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace cutaway::ui {

namespace {

/// Between which two pixels of `from` a pixel lies, and how many 256ths beyond the first.
struct Place {
    int first = 0;
    int second = 0;
    std::uint32_t part = 0;
};

std::vector<Place> places(int from, int to) {
    std::vector<Place> found(static_cast<std::size_t>(to));
    for (int n = 0; n < to; ++n) {
        const int twice = (2 * n + 1) * from;
        const int at = std::max(twice / to * 128 + twice % to * 128 / to - 128, 0);
        const int first = std::min(at / 256, from - 1);
        found[static_cast<std::size_t>(n)] = {first, std::min(first + 1, from - 1),
                                              static_cast<std::uint32_t>(at % 256)};
    }
    return found;
}

void blendRows(const std::uint8_t* above, const std::uint8_t* below, std::uint32_t part, std::size_t count,
               std::uint16_t* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = static_cast<std::uint16_t>(above[i] * (256 - part) + below[i] * part);
}

} // namespace

QImage scaledToScreen(const QImage& picture, const QSize& size) {
    QImage out(size, QImage::Format_RGB32);
    if (picture.isNull() || out.isNull())
        return out;
    const std::vector<Place> across = places(picture.width(), size.width());
    const std::vector<Place> down = places(picture.height(), size.height());
    std::vector<std::uint16_t> row(static_cast<std::size_t>(picture.width()) * 4); // in 256ths of a code
    for (int y = 0; y < size.height(); ++y) {
        const Place& rows = down[static_cast<std::size_t>(y)];
        blendRows(picture.constScanLine(rows.first), picture.constScanLine(rows.second), rows.part,
                  row.size(), row.data());
        auto* to = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (const Place& place : across) {
            const std::uint16_t* a = row.data() + static_cast<std::ptrdiff_t>(place.first) * 4;
            const std::uint16_t* b = row.data() + static_cast<std::ptrdiff_t>(place.second) * 4;
            const auto mix = [&](int c) {
                return (a[c] * (256 - place.part) + b[c] * place.part + 32768) >> 16;
            };
            *to++ = 0xff000000U | mix(0) << 16 | mix(1) << 8 | mix(2);
        }
    }
    return out;
}

} // namespace cutaway::ui
