#include "core/demo/hlg.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr float whiteOfPeak = 0.203F; // 203 of 1000 cd/m2
constexpr float systemGamma = 1.2F;

float oetf(float e) {
    constexpr float a = 0.17883277F;
    constexpr float b = 0.28466892F;
    constexpr float c = 0.55991073F;
    if (e <= 0)
        return 0;
    return e <= 1.0F / 12 ? std::sqrt(3 * e) : std::min(1.0F, a * std::log(12 * e - b) + c);
}

std::array<float, 256> linearBytes() {
    std::array<float, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const float v = static_cast<float>(i) / 255.0F;
        table[i] = v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F);
    }
    return table;
}

} // namespace

Light srgb(std::uint32_t hex) {
    static const std::array<float, 256> linear = linearBytes();
    return {linear[hex >> 16 & 0xFF], linear[hex >> 8 & 0xFF], linear[hex & 0xFF]};
}

Signal toHlg(const Light& light) {
    const std::array<float, 3> wide{0.6274F * light.r + 0.3293F * light.g + 0.0433F * light.b,
                                    0.0691F * light.r + 0.9195F * light.g + 0.0114F * light.b,
                                    0.0164F * light.r + 0.0880F * light.g + 0.8956F * light.b};
    const float luminance = whiteOfPeak * (0.2627F * wide[0] + 0.6780F * wide[1] + 0.0593F * wide[2]);
    if (luminance <= 0)
        return {};
    const float sceneGain = whiteOfPeak * std::pow(luminance, (1 - systemGamma) / systemGamma);
    return {oetf(wide[0] * sceneGain), oetf(wide[1] * sceneGain), oetf(wide[2] * sceneGain)};
}

Ycc toYcc(const Signal& s) {
    const float y = 0.2627F * s.r + 0.6780F * s.g + 0.0593F * s.b;
    return {y, (s.b - y) / 1.8814F, (s.r - y) / 1.4746F};
}

} // namespace cutaway::demo
