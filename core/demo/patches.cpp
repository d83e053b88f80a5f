#include "core/demo/figure.h"

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

void paintPatches(media::WritableFrame& frame, const std::vector<Patch>& patches, const Camera& camera,
                  const Light& colour) {
    const Ycc ink = toYcc(colour);
    for (const Patch& patch : patches) {
        const auto at = camera.project(patch.at);
        if (!at)
            continue;
        const Vec3 view = normalised(patch.at - camera.position());
        const double rx = patch.radius * camera.pixelsPerMetre(at->depth);
        const double ry = rx * std::clamp(std::abs(view.z), 0.10, 1.0);
        if (rx < 0.6 || at->x + rx < 0 || at->x - rx > camera.width() || at->y + ry < 0 ||
            at->y - ry > camera.height())
            continue;
        Tile tile(static_cast<int>(at->x - rx) - 1, static_cast<int>(at->y - ry) - 1,
                  static_cast<int>(2 * rx) + 3, static_cast<int>(2 * ry) + 3);
        for (int line = 0; line < tile.height(); ++line) {
            const double dy = (line + tile.y() + 0.5 - at->y) / ry;
            Tile::Pixel* row = tile.row(line);
            for (int i = 0; i < tile.width(); ++i) {
                const double dx = (i + tile.x() + 0.5 - at->x) / rx;
                const double away = dx * dx + dy * dy;
                if (away < 1)
                    Tile::blend(row[i], ink, patch.strength * static_cast<float>((1 - away) * (1 - away)));
            }
        }
        tile.compose(frame);
    }
}

} // namespace cutaway::demo
