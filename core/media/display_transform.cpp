#include "core/media/colour_convert.h"
#include "core/media/internal/colour_maths.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>

namespace cutaway::media {

namespace {

/// Signals above nominal white are legal up to 109 %; what lies beyond is clamped.
constexpr double signalLimit = 1.1;
constexpr double lightLimit = 12; ///< of reference white: more than HLG or PQ at 1000 cd/m2 reach
/// Light of one and a half codes. Below it the power's slope grows without end, and would make codes of the
/// last bits of a float, different ones on each machine; the straight line differs from it by half a code.
constexpr double toeLight = 1.0 / (1 << 18);

bool isBt2020(const Colour& colour) {
    return colour.primaries == 9;
}

bool isHdr(const Colour& colour) {
    return colour.isHlg() || colour.isPq();
}

/// Signal to light of one channel. For HLG it is scene light, scaled so that the OOTF's power gives light
/// relative to reference white without another factor.
double toLight(double signal, const Colour& colour) {
    if (colour.isHlg())
        return maths::inverseOetfHlg(signal) *
               std::pow(maths::hlgPeak / maths::referenceWhite, 1 / maths::hlgGamma);
    if (colour.isPq())
        return maths::eotfPq(signal) / maths::referenceWhite;
    return std::pow(std::max(signal, 0.0), maths::sdrGamma);
}

double toneRatio(double light, const Colour& colour) {
    if (!isHdr(colour))
        return 1;
    const double floor = std::max(light, 1e-4);
    return maths::toneMap(floor, colour.isHlg() ? maths::hlgPeak : maths::pqPeak) / floor;
}

maths::Matrix gamutMatrix(const Colour& colour) {
    return isBt2020(colour) ? maths::bt2020ToBt709() : maths::Matrix{1, 0, 0, 0, 1, 0, 0, 0, 1};
}

double toCode(double light) {
    const double clamped = std::clamp(light, 0.0, 1.0);
    if (clamped < toeLight)
        return 255 * std::pow(toeLight, 1 / maths::sdrGamma) * clamped / toeLight;
    return 255 * std::pow(clamped, 1 / maths::sdrGamma);
}

template <std::size_t N>
std::array<float, N> toFloats(const std::array<double, N>& values) {
    std::array<float, N> out{};
    std::transform(values.begin(), values.end(), out.begin(), [](double v) { return static_cast<float>(v); });
    return out;
}

DisplayTransform build(const Colour& colour, int bits) {
    DisplayTransform t;
    t.yuvToRgb = toFloats(maths::yuvToRgb(colour, bits));
    t.yuvOffset = toFloats(maths::yuvOffset(colour, bits));
    t.passThrough = !isHdr(colour) && !isBt2020(colour);
    t.hasOotf = colour.isHlg();
    t.luminance = toFloats(maths::luminance(colour.primaries));
    t.gamut = toFloats(gamutMatrix(colour));
    constexpr int last = DisplayTransform::tableSize - 1;
    t.linearScale = static_cast<float>(last / signalLimit);
    for (std::size_t i = 0; i < t.toLinear.size(); ++i)
        t.toLinear[i] =
            static_cast<float>(toLight(std::min(static_cast<double>(i) / last, 1.0) * signalLimit, colour));
    t.ootf.fill([](double ys) { return static_cast<float>(std::pow(ys, maths::hlgGamma - 1)); });
    t.toneRatio.fill(
        [&](double light) { return static_cast<float>(toneRatio(std::min(light, lightLimit), colour)); });
    t.toDisplay.fill([](double light) { return static_cast<float>(toCode(light)); });
    return t;
}

} // namespace

std::shared_ptr<const DisplayTransform> displayTransform(Colour colour, int bits) {
    using Key = std::tuple<int, int, int, bool, int>;
    static std::mutex mutex;
    static std::map<Key, std::shared_ptr<const DisplayTransform>> known;
    const Key key{colour.primaries, colour.transfer, colour.matrix, colour.fullRange, bits};
    const std::lock_guard lock(mutex);
    auto& transform = known[key];
    if (!transform)
        transform = std::make_shared<const DisplayTransform>(build(colour, bits));
    return transform;
}

std::array<double, 3> lumaWeights(const Colour& colour) {
    return maths::luminance(colour.matrix);
}

std::array<double, 3> displayRgbExact(std::array<double, 3> yuv, Colour colour, int bits) {
    const double top = (1 << bits) - 1;
    const maths::Vector offset = maths::yuvOffset(colour, bits);
    for (std::size_t i = 0; i < 3; ++i)
        yuv[i] = yuv[i] / top - offset[i];
    maths::Vector rgb = maths::multiply(maths::yuvToRgb(colour, bits), yuv);
    if (!isHdr(colour) && !isBt2020(colour)) {
        for (double& channel : rgb)
            channel = 255 * std::clamp(channel, 0.0, 1.0);
        return rgb;
    }
    for (double& channel : rgb)
        channel = toLight(std::clamp(channel, 0.0, signalLimit), colour);
    if (colour.isHlg()) {
        const maths::Vector k = maths::luminance(colour.primaries);
        const double ys = std::max(k[0] * rgb[0] + k[1] * rgb[1] + k[2] * rgb[2], 1e-6);
        for (double& channel : rgb)
            channel *= std::pow(ys, maths::hlgGamma - 1);
    }
    const double ratio = toneRatio(std::min(*std::max_element(rgb.begin(), rgb.end()), lightLimit), colour);
    for (double& channel : rgb)
        channel *= ratio;
    rgb = maths::intoGamut(maths::multiply(gamutMatrix(colour), rgb));
    for (double& channel : rgb)
        channel = 255 * std::pow(channel, 1 / maths::sdrGamma);
    return rgb;
}

} // namespace cutaway::media
