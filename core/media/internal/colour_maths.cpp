#include "core/media/internal/colour_maths.h"

#include <algorithm>
#include <cmath>

namespace cutaway::media::maths {

namespace {

constexpr double hlgA = 0.17883277;
constexpr double hlgB = 1 - 4 * hlgA;
const double hlgC = 0.5 - hlgA * std::log(4 * hlgA);

constexpr double pqM1 = 2610.0 / 16384;
constexpr double pqM2 = 2523.0 / 4096 * 128;
constexpr double pqC1 = 3424.0 / 4096;
constexpr double pqC2 = 2413.0 / 4096 * 32;
constexpr double pqC3 = 2392.0 / 4096 * 32;

} // namespace

Vector multiply(const Matrix& m, const Vector& v) {
    return {m[0] * v[0] + m[1] * v[1] + m[2] * v[2], m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
            m[6] * v[0] + m[7] * v[1] + m[8] * v[2]};
}

double inverseOetfHlg(double signal) {
    if (signal <= 0)
        return 0;
    if (signal <= 0.5)
        return signal * signal / 3;
    return (std::exp((signal - hlgC) / hlgA) + hlgB) / 12;
}

double oetfHlg(double light) {
    return light <= 1.0 / 12 ? std::sqrt(3 * std::max(light, 0.0))
                             : hlgA * std::log(12 * light - hlgB) + hlgC;
}

double eotfPq(double signal) {
    const double p = std::pow(std::clamp(signal, 0.0, 1.0), 1 / pqM2);
    return 10000 * std::pow(std::max(p - pqC1, 0.0) / (pqC2 - pqC3 * p), 1 / pqM1);
}

double inverseEotfPq(double nits) {
    const double y = std::pow(std::clamp(nits / 10000, 0.0, 1.0), pqM1);
    return std::pow((pqC1 + pqC2 * y) / (1 + pqC3 * y), pqM2);
}

double toneMap(double light, double peak) {
    const double sourcePeak = inverseEotfPq(peak * sdrPeak / referenceWhite);
    const double e = std::min(1.0, inverseEotfPq(light * sdrPeak) / sourcePeak);
    const double highest = inverseEotfPq(sdrPeak) / sourcePeak;
    const double knee = 1.5 * highest - 0.5;
    double mapped = e;
    if (e > knee) {
        const double t = (e - knee) / (1 - knee), t2 = t * t, t3 = t2 * t;
        mapped = (2 * t3 - 3 * t2 + 1) * knee + (t3 - 2 * t2 + t) * (1 - knee) + (-2 * t3 + 3 * t2) * highest;
    }
    return eotfPq(mapped * sourcePeak) / sdrPeak;
}

Vector luminance(int code) {
    switch (code) {
    case 5:
    case 6:
        return {0.299, 0.587, 0.114};
    case 9:
    case 10:
        return {0.2627, 0.6780, 0.0593};
    default:
        return {0.2126, 0.7152, 0.0722};
    }
}

Matrix yuvToRgb(const Colour& colour, int bits) {
    const double top = (1 << bits) - 1, step = 1 << (bits - 8);
    const double y = colour.fullRange ? 1 : top / (219 * step);
    const double c = colour.fullRange ? 1 : top / (224 * step);
    const Vector k = luminance(colour.matrix);
    const double rv = 2 * (1 - k[0]), bu = 2 * (1 - k[2]);
    return {y, 0, c * rv, y, -c * bu * k[2] / k[1], -c * rv * k[0] / k[1], y, c * bu, 0};
}

Vector yuvOffset(const Colour& colour, int bits) {
    const double top = (1 << bits) - 1, step = 1 << (bits - 8);
    return {colour.fullRange ? 0 : 16 * step / top, 128 * step / top, 128 * step / top};
}

Matrix bt2020ToBt709() {
    return {1.6604910,  -0.5876411, -0.0728499, -0.1245505, 1.1328999,
            -0.0083494, -0.0181508, -0.1005789, 1.1187297};
}

Vector intoGamut(const Vector& rgb) {
    const Vector weights = luminance(1);
    const double grey = std::clamp(weights[0] * rgb[0] + weights[1] * rgb[1] + weights[2] * rgb[2], 0.0, 1.0);
    const auto [low, high] = std::minmax_element(rgb.begin(), rgb.end());
    double keep = 1;
    if (*low < 0)
        keep = std::min(keep, grey / (grey - *low));
    if (*high > 1)
        keep = std::min(keep, (1 - grey) / (*high - grey));
    Vector out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = std::clamp(grey + keep * (rgb[i] - grey), 0.0, 1.0);
    return out;
}

} // namespace cutaway::media::maths
