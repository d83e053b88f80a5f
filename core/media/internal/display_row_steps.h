#pragma once

#include "core/media/internal/display_row.h"

#include <cstdint>

/// The row conversion for any width of vector. Included by one file per instruction set, which is compiled
/// for it: hence the unnamed namespace, and nothing from the standard library that could be emitted here and
/// used elsewhere.
namespace cutaway::media {
namespace {

/// Pointers and constants of a DisplayTransform.
struct RowTables {
    const float* linear;
    float linearScale, linearTop;
    DisplayTransform::Ootf::View ootf;
    DisplayTransform::ToneRatio::View toneRatio;
    DisplayTransform::ToDisplay::View toDisplay;
    const float *yuvToRgb, *luminance, *gamut;
    bool hasOotf;
};

template <class V>
[[gnu::always_inline]] inline V clampTo(V x, float low, float high) {
    return V::min(V::max(x, V::all(low)), V::all(high));
}

template <class V, class View>
[[gnu::always_inline]] inline V lookUp(const View& table, V x) {
    x = clampTo(x, table.lowest, table.highest);
    const typename V::Int bits = V::bits(x);
    const typename V::Int entry = V::minus(V::shiftRight(bits, View::shift), View::base);
    const V part = V::fromInt(V::low(bits, (1 << View::shift) - 1)) * V::all(1.0F / (1 << View::shift));
    const V a = V::gather(table.values, entry), b = V::gather(table.values + 1, entry);
    return a + part * (b - a);
}

template <class V>
[[gnu::always_inline]] inline V linearOf(const RowTables& t, V signal) {
    const V at = clampTo(signal * V::all(t.linearScale), 0.0F, t.linearTop);
    const typename V::Int low = V::toInt(at);
    const V a = V::gather(t.linear, low), b = V::gather(t.linear + 1, low);
    return a + (at - V::fromInt(low)) * (b - a);
}

template <class V>
[[gnu::always_inline]] inline V dot(const float* row, V a, V b, V c) {
    return V::all(row[0]) * a + V::all(row[1]) * b + V::all(row[2]) * c;
}

/// V::lanes pixels from `y`, `u`, `v` to `out`.
template <class V>
[[gnu::always_inline]] inline void pixels(const RowTables& t, const float* y, const float* u, const float* v,
                                          std::uint8_t* out) {
    const V py = V::load(y), pu = V::load(u), pv = V::load(v);
    V r = linearOf(t, dot(t.yuvToRgb, py, pu, pv));
    V g = linearOf(t, dot(t.yuvToRgb + 3, py, pu, pv));
    V b = linearOf(t, dot(t.yuvToRgb + 6, py, pu, pv));
    if (t.hasOotf) {
        const V factor = lookUp(t.ootf, dot(t.luminance, r, g, b));
        r = r * factor;
        g = g * factor;
        b = b * factor;
    }
    const V ratio = lookUp(t.toneRatio, V::max(r, V::max(g, b)));
    const V wideR = ratio * r, wideG = ratio * g, wideB = ratio * b;
    r = dot(t.gamut, wideR, wideG, wideB);
    g = dot(t.gamut + 3, wideR, wideG, wideB);
    b = dot(t.gamut + 6, wideR, wideG, wideB);

    constexpr float grey709[3] = {0.2126F, 0.7152F, 0.0722F};
    const V grey = clampTo(dot(grey709, r, g, b), 0.0F, 1.0F);
    // Where nothing lies outside, both quotients are one; the small term keeps 0/0 away.
    const V tiny = V::all(1e-12F);
    const V low = V::min(V::all(0.0F), V::min(r, V::min(g, b)));
    const V high = V::max(V::all(1.0F), V::max(r, V::max(g, b)));
    const V keep =
        V::min((grey + tiny) / (grey - low + tiny), (V::all(1.0F) - grey + tiny) / (high - grey + tiny));
    r = grey + keep * (r - grey);
    g = grey + keep * (g - grey);
    b = grey + keep * (b - grey);
    const V half = V::all(0.5F);
    V::store(out, V::toInt(lookUp(t.toDisplay, r) + half), V::toInt(lookUp(t.toDisplay, g) + half),
             V::toInt(lookUp(t.toDisplay, b) + half));
}

inline RowTables rowTables(const DisplayTransform& t) {
    return {&t.toLinear[0], t.linearScale,      DisplayTransform::tableSize - 1.0F,
            t.ootf.view(),  t.toneRatio.view(), t.toDisplay.view(),
            &t.yuvToRgb[0], &t.luminance[0],    &t.gamut[0],
            t.hasOotf};
}

} // namespace
} // namespace cutaway::media
