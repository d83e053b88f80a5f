#include "core/scopes/graticule.h"

#include "core/media/colour_convert.h"
#include "core/media/light_level.h"

#include <array>
#include <cmath>

namespace cutaway::scopes {

namespace {

std::string number(double value) {
    return value >= 1 || value == 0 ? std::to_string(std::lround(value))
                                    : "0." + std::to_string(std::lround(value * 10));
}

} // namespace

bool hasNits(const media::Colour& colour) {
    return colour.isHlg() || colour.isPq();
}

Unit signalUnit(const media::Colour& colour) {
    return colour.isHlg() ? Unit::HlgPercent : colour.isPq() ? Unit::PqPercent : Unit::Ire;
}

std::vector<Line> signalLines(const media::Colour& colour) {
    std::vector<Line> lines;
    for (int percent = 0; percent <= 100; percent += 10)
        lines.push_back({percent / 100.0, number(percent), percent == 0 || percent == 100, false});
    if (!colour.fullRange) // what narrow range has room for above white
        lines.push_back({1.09, "109", false, false});
    return lines;
}

std::vector<Line> lightLines(const media::Colour& colour) {
    if (!hasNits(colour))
        return {};
    std::vector<Line> lines;
    const auto add = [&](double light) {
        const bool white = light == media::hdrReferenceWhite;
        lines.push_back({*media::signalOfLight(light, colour), number(light), false, white});
    };
    add(media::hdrReferenceWhite);
    if (colour.isPq())
        for (const double light : {1000.0, 100.0, 10000.0, 10.0, 1.0, 4000.0, 400.0, 2000.0, 50.0, 0.1})
            add(light);
    else
        for (const double light : {1000.0, 50.0, 10.0, 500.0, 100.0, 1.0, 26.0})
            add(light);
    return lines;
}

std::vector<Target> vectorTargets(const media::Colour& colour) {
    struct Bar {
        const char* name;
        std::array<double, 3> rgb;
    };
    constexpr std::array bars{Bar{"R", {1, 0, 0}},  Bar{"Mg", {1, 0, 1}}, Bar{"B", {0, 0, 1}},
                              Bar{"Cy", {0, 1, 1}}, Bar{"G", {0, 1, 0}},  Bar{"Yl", {1, 1, 0}}};
    const std::array<double, 3> k = media::lumaWeights(colour);
    std::vector<Target> targets;
    for (const double amplitude : {0.75, 1.0})
        for (const Bar& bar : bars) {
            const double y = k[0] * bar.rgb[0] + k[1] * bar.rgb[1] + k[2] * bar.rgb[2];
            targets.push_back({bar.name, amplitude * (bar.rgb[2] - y) / (2 * (1 - k[2])),
                               amplitude * (bar.rgb[0] - y) / (2 * (1 - k[0])), amplitude == 1.0});
        }
    return targets;
}

} // namespace cutaway::scopes
