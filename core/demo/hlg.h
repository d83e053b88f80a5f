#pragma once

#include <cstdint>

namespace cutaway::demo {

/// Linear light of BT.709 primaries as it should look on a screen; 1 is SDR white, which graphics use, and
/// more is a highlight.
struct Light {
    float r = 0;
    float g = 0;
    float b = 0;

    constexpr Light operator+(const Light& o) const { return {r + o.r, g + o.g, b + o.b}; }
    constexpr Light operator*(float k) const { return {r * k, g * k, b * k}; }
    constexpr Light operator*(const Light& o) const { return {r * o.r, g * o.g, b * o.b}; }
};
constexpr Light mix(const Light& a, const Light& b, float t) {
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

/// A colour chosen on an sRGB screen, 0xRRGGBB.
Light srgb(std::uint32_t hex);

/// HLG signal of BT.2020 R'G'B', 0 to 1.
struct Signal {
    float r = 0;
    float g = 0;
    float b = 0;
};

/// HLG signal of BT.2020 Y'CbCr: y 0 to 1, cb and cr -0.5 to 0.5.
struct Ycc {
    float y = 0;
    float cb = 0;
    float cr = 0;
};

/// Display-referred mapping of BT.2408: SDR white at 203 cd/m2 on a 1000 cd/m2 screen, BT.2020 primaries, the
/// inverse of the OOTF (gamma 1.2), then the OETF. So white is 75 % HLG, narrow-range code 721.
Signal toHlg(const Light& light);
Ycc toYcc(const Signal& signal);
inline Ycc toYcc(const Light& light) {
    return toYcc(toHlg(light));
}

/// Narrow-range 10-bit codes of a signal, unrounded.
constexpr float lumaCode(float y) {
    return 64.0F + 876.0F * y;
}
constexpr float chromaCode(float c) {
    return 512.0F + 896.0F * c;
}

} // namespace cutaway::demo
