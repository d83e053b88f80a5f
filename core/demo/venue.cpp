#include "core/demo/venue.h"

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

float coveredBands(double v, double pitch, double thickness, double width) {
    if (width > 2 * pitch)
        return static_cast<float>(thickness / pitch);
    // Integral of the bands up to x, differenced over the filter.
    const auto integral = [&](double x) {
        const double whole = std::floor(x / pitch);
        return whole * thickness + std::min(x - whole * pitch, thickness);
    };
    return static_cast<float>((integral(v + width / 2) - integral(v - width / 2)) / width);
}

Lettering::Lettering(const QImage& image) {
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    Level level{source.width(), source.height(), {}};
    for (int y = 0; y < level.height; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(source.constScanLine(y));
        for (int x = 0; x < level.width; ++x)
            level.texels.push_back(srgb(line[x] & 0xFFFFFF));
    }
    m_levels.push_back(std::move(level));
    while (m_levels.back().width > 1 && m_levels.back().height > 1) {
        const Level& big = m_levels.back();
        Level small{big.width / 2, big.height / 2, {}};
        for (int y = 0; y < small.height; ++y)
            for (int x = 0; x < small.width; ++x) {
                const auto at = [&](int dx, int dy) {
                    const int index = (2 * y + dy) * big.width + 2 * x + dx;
                    return big.texels[static_cast<std::size_t>(index)];
                };
                small.texels.push_back((at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) * 0.25F);
            }
        m_levels.push_back(std::move(small));
    }
}

Light Lettering::at(double u, double v, double size) const {
    const double wanted = std::log2(std::max(1.0, size * m_levels.front().width));
    const Level& level =
        m_levels[std::min(m_levels.size() - 1, static_cast<std::size_t>(std::lround(wanted)))];
    const double x = std::clamp(u, 0.0, 1.0) * level.width - 0.5;
    const double y = std::clamp(v, 0.0, 1.0) * level.height - 0.5;
    const int x0 = std::clamp(static_cast<int>(std::floor(x)), 0, level.width - 1);
    const int y0 = std::clamp(static_cast<int>(std::floor(y)), 0, level.height - 1);
    const int x1 = std::min(x0 + 1, level.width - 1);
    const int y1 = std::min(y0 + 1, level.height - 1);
    const auto fx = static_cast<float>(std::clamp(x - x0, 0.0, 1.0));
    const auto fy = static_cast<float>(std::clamp(y - y0, 0.0, 1.0));
    const auto at = [&level](int px, int py) -> const Light& {
        const int index = py * level.width + px;
        return level.texels[static_cast<std::size_t>(index)];
    };
    return mix(mix(at(x0, y0), at(x1, y0), fx), mix(at(x0, y1), at(x1, y1), fx), fy);
}

} // namespace cutaway::demo
