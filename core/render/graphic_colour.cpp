#include "core/render/graphic_colour.h"

#include <algorithm>
#include <cmath>

namespace cutaway::render {

namespace {

constexpr double displayGamma = 2.4; // BT.1886
constexpr double reference = 203;    // cd/m2
constexpr double peak = 1000;        // cd/m2, of an HLG display
constexpr double systemGamma = 1.2;  // of that display

Rgb mapped(const Rgb& c, double (*curve)(double)) {
    return {curve(c.r), curve(c.g), curve(c.b)};
}

Rgb wide(const Rgb& c) { // BT.709 to BT.2020, both linear
    return {0.627404 * c.r + 0.329283 * c.g + 0.043313 * c.b,
            0.069097 * c.r + 0.919540 * c.g + 0.011362 * c.b,
            0.016391 * c.r + 0.088013 * c.g + 0.895595 * c.b};
}

double hlgSignal(double scene) {
    constexpr double a = 0.17883277;
    constexpr double b = 0.28466892;
    constexpr double c = 0.55991073;
    return scene <= 1.0 / 12 ? std::sqrt(3 * std::max(scene, 0.0)) : a * std::log(12 * scene - b) + c;
}

/// `light` is relative to reference white.
Rgb hlg(const Rgb& light) {
    constexpr double white = reference / peak;
    const double luminance = white * (0.2627 * light.r + 0.6780 * light.g + 0.0593 * light.b);
    if (luminance <= 0)
        return {};
    const double scene = white * std::pow(luminance, (1 - systemGamma) / systemGamma);
    return mapped({light.r * scene, light.g * scene, light.b * scene}, hlgSignal);
}

double pqSignal(double light) {
    constexpr double m1 = 2610.0 / 16384;
    constexpr double m2 = 2523.0 / 4096 * 128;
    constexpr double c1 = 3424.0 / 4096;
    constexpr double c2 = 2413.0 / 4096 * 32;
    constexpr double c3 = 2392.0 / 4096 * 32;
    const double y = std::pow(std::max(light, 0.0) * reference / 10'000, m1);
    return std::pow((c1 + c2 * y) / (1 + c3 * y), m2);
}

} // namespace

Rgb signalOf(const Rgb& colour, const media::Colour& canvas) {
    const bool isWide = canvas.primaries == 9;
    if (!isWide && !canvas.isHlg() && !canvas.isPq())
        return colour;
    Rgb light = mapped(colour, [](double signal) { return std::pow(signal, displayGamma); });
    if (isWide)
        light = wide(light);
    if (canvas.isHlg())
        return hlg(light);
    if (canvas.isPq())
        return mapped(light, pqSignal);
    return mapped(light,
                  [](double linear) { return std::pow(std::clamp(linear, 0.0, 1.0), 1 / displayGamma); });
}

} // namespace cutaway::render
