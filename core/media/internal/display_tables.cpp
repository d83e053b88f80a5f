#include "core/media/internal/display_tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

namespace cutaway::media {

namespace {

float interpolate(const std::array<float, DisplayTransform::tableSize>& table, float at) {
    const float position = std::clamp(at, 0.0F, 1.0F) * (DisplayTransform::tableSize - 1);
    const auto low = std::min(static_cast<std::size_t>(position), table.size() - 2);
    const float part = position - static_cast<float>(low);
    return table[low] + part * (table[low + 1] - table[low]);
}

std::shared_ptr<const DisplayTables> build(std::shared_ptr<const DisplayTransform> transform) {
    auto tables = std::make_shared<DisplayTables>();
    const DisplayTransform& t = *transform;
    tables->linearScale = (DisplayTransform::tableSize - 1) / t.linearMax;
    std::copy(t.toLinear.begin(), t.toLinear.end(), tables->toLinear.begin());
    tables->toLinear.back() = t.toLinear.back();
    tables->ootf.fill([&](float ys) { return std::pow(std::max(ys, 1e-6F), t.ootfGamma - 1); });
    tables->toneRatio.fill([&](float m) { return interpolate(t.toneRatio, m / t.toneMax); });
    tables->toDisplay.fill(
        [](float light) { return 255 * std::pow(std::clamp(light, 0.0F, 1.0F), 1 / 2.4F); });
    tables->transform = std::move(transform);
    return tables;
}

} // namespace

std::shared_ptr<const DisplayTables> displayTables(Colour colour, int bits) {
    static std::mutex mutex;
    static std::map<const DisplayTransform*, std::shared_ptr<const DisplayTables>> known;
    auto transform = displayTransform(colour, bits);
    const std::lock_guard lock(mutex);
    auto& tables = known[transform.get()];
    if (!tables)
        tables = build(std::move(transform));
    return tables;
}

} // namespace cutaway::media
