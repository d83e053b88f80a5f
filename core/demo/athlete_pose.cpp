#include "core/demo/athlete.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cutaway::demo {

namespace {

constexpr double degree = std::numbers::pi / 180;

/// One leg through a full stride, from its foot's touchdown: share of the stride, thigh and knee in degrees.
struct LegKey {
    double at, hip, knee, foot;
};
constexpr std::array legKeys{
    LegKey{0.00, 26, 18, 82},  LegKey{0.12, 2, 30, 95},   LegKey{0.24, -24, 14, 55},
    LegKey{0.38, -14, 84, 50}, LegKey{0.52, 30, 122, 68}, LegKey{0.67, 68, 100, 85},
    LegKey{0.83, 58, 42, 90},  LegKey{1.00, 26, 18, 82},
};

double catmullRom(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

LegKey legAt(double stride) {
    const double s = stride - std::floor(stride);
    std::size_t i = 0;
    while (i + 2 < legKeys.size() && s >= legKeys[i + 1].at)
        ++i;
    constexpr std::size_t distinct = legKeys.size() - 1;
    const LegKey& a = legKeys[(i + distinct - 1) % distinct];
    const LegKey& b = legKeys[i];
    const LegKey& c = legKeys[i + 1];
    const LegKey& d = legKeys[(i + 2) % distinct];
    const double t = (s - b.at) / (c.at - b.at);
    return {s, catmullRom(a.hip, b.hip, c.hip, d.hip, t), catmullRom(a.knee, b.knee, c.knee, d.knee, t),
            catmullRom(a.foot, b.foot, c.foot, d.foot, t)};
}

} // namespace

Pose lerp(const Pose& a, const Pose& b, double t) {
    Pose p;
    p.trunk = lerp(a.trunk, b.trunk, t);
    p.twist = lerp(a.twist, b.twist, t);
    p.head = lerp(a.head, b.head, t);
    p.lift = lerp(a.lift, b.lift, t);
    for (std::size_t i = 0; i < 2; ++i) {
        p.hip[i] = lerp(a.hip[i], b.hip[i], t);
        p.knee[i] = lerp(a.knee[i], b.knee[i], t);
        p.foot[i] = lerp(a.foot[i], b.foot[i], t);
        p.shoulder[i] = lerp(a.shoulder[i], b.shoulder[i], t);
        p.elbow[i] = lerp(a.elbow[i], b.elbow[i], t);
        p.armSpread[i] = lerp(a.armSpread[i], b.armSpread[i], t);
    }
    return p;
}

Pose setPose() {
    Pose p;
    p.trunk = 98 * degree;
    p.hip = {12 * degree, -12 * degree};
    p.knee = {82 * degree, 48 * degree};
    p.foot = {75 * degree, 75 * degree};
    p.shoulder = {2 * degree, 2 * degree};
    p.elbow = {3 * degree, 3 * degree};
    p.armSpread = {0.10, 0.10};
    p.head = 8 * degree;
    return p;
}

Pose sprintPose(double steps, double trunkLean, double effort) {
    Pose p;
    p.trunk = trunkLean;
    for (std::size_t side = 0; side < 2; ++side) {
        const double stride = steps / 2 + (side == 0 ? 0.0 : 0.5);
        const LegKey leg = legAt(stride);
        // In the drive out of the blocks the body leans as one: the leg on the ground pushes far behind it.
        const double drive = std::max(0.0, trunkLean - 0.14);
        const double swinging = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * (stride - 0.12));
        p.hip[side] = (leg.hip * (0.45 + 0.55 * effort)) * degree + drive * (0.75 * swinging - 0.55);
        p.knee[side] = std::max(4.0, leg.knee * (0.5 + 0.5 * effort)) * degree;
        p.foot[side] = leg.foot * degree;
        // The arm goes with the other leg; 0.17 of a stride puts its turn at the knee's highest point.
        const double swing = std::cos(2 * std::numbers::pi * (stride - 0.17));
        p.shoulder[side] = (-8 + 52 * effort * swing) * degree + trunkLean * 0.3;
        p.elbow[side] = (88 + 14 * swing) * degree;
        p.armSpread[side] = 0.16;
    }
    p.twist = 0.22 * effort * std::cos(2 * std::numbers::pi * (steps / 2 - 0.17));
    p.head = trunkLean * 0.75;
    const double flight = std::sin(std::numbers::pi * (steps - std::floor(steps)));
    p.lift = 0.045 * effort * std::max(0.0, flight - 0.35);
    return p;
}

Pose standingPose(double sway) {
    Pose p;
    p.trunk = 3 * degree;
    p.hip = {3 * degree, -2 * degree};
    p.knee = {4 * degree, 4 * degree};
    p.foot = {88 * degree, 88 * degree};
    p.shoulder = {(4 + 6 * std::sin(sway)) * degree, (2 - 5 * std::sin(sway)) * degree};
    p.elbow = {16 * degree, 14 * degree};
    return p;
}

Pose celebratingPose(double sway) {
    Pose p = standingPose(sway);
    p.trunk = -8 * degree;
    p.shoulder = {(160 + 8 * std::sin(sway)) * degree, (155 - 8 * std::sin(sway)) * degree};
    p.elbow = {20 * degree, 25 * degree};
    p.armSpread = {0.55, 0.55};
    p.head = -10 * degree;
    return p;
}

} // namespace cutaway::demo
