#include "core/demo/athlete.h"

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

namespace {

// Lengths of a body as shares of its height.
constexpr double thighLength = 0.245;
constexpr double shinLength = 0.246;
constexpr double footLength = 0.135;
constexpr double ankleHeight = 0.035;
constexpr double trunkLength = 0.30;
constexpr double neckLength = 0.052;
constexpr double headRadius = 0.056;
constexpr double upperArmLength = 0.172;
constexpr double foreArmLength = 0.150;
constexpr double halfHips = 0.052;
constexpr double halfShoulders = 0.108;

/// A body's own directions in the venue.
struct Axes {
    Vec3 forward;
    Vec3 left;

    /// From the body's plane: `f` forward, `l` to the left, `u` up.
    Vec3 at(double f, double l, double u) const { return forward * f + left * l + Vec3{0, 0, u}; }
    /// A limb of length 1 that swings forward by `angle` and out by `spread` (to the left when positive).
    Vec3 limb(double angle, double spread) const {
        return at(std::sin(angle) * std::cos(spread), std::sin(spread), -std::cos(angle) * std::cos(spread));
    }
};

struct Leg {
    Vec3 hip, knee, ankle, toe, heel;
};

Leg bend(const Axes& axes, const Pose& pose, std::size_t side, const Vec3& hip, double height) {
    Leg leg;
    leg.hip = hip;
    const double inward = side == 0 ? -0.03 : 0.03;
    leg.knee = hip + axes.limb(pose.hip[side], inward) * (thighLength * height);
    const double shin = pose.hip[side] - pose.knee[side];
    leg.ankle = leg.knee + axes.limb(shin, inward * 0.5) * (shinLength * height);
    const Vec3 foot = axes.limb(shin + pose.foot[side], 0);
    leg.toe = leg.ankle + foot * (footLength * 0.72 * height) + axes.limb(shin, 0) * (0.022 * height);
    leg.heel = leg.ankle - foot * (footLength * 0.22 * height) + axes.limb(shin, 0) * (0.018 * height);
    return leg;
}

void addLeg(std::vector<Part>& parts, const Look& look, const Leg& leg, double k) {
    const Vec3 hem = lerp(leg.hip, leg.knee, 0.52);
    const double g = look.girth;
    const MaterialPtr& bare = look.trousers ? look.trousers : look.skin;
    parts.push_back({lerp(leg.hip, leg.knee, 0.3), leg.knee, .078 * k * g, .052 * k * g, bare});
    parts.push_back({leg.hip, hem, .094 * k * g, .078 * k * g, look.shorts, 0.01});
    const Vec3 calf = lerp(leg.knee, leg.ankle, 0.30);
    const MaterialPtr& shin = look.socks ? look.socks : bare;
    parts.push_back({leg.knee, calf, .050 * k * g, .056 * k * g, bare});
    parts.push_back({calf, leg.ankle, .056 * k * g, .034 * k, shin});
    parts.push_back({leg.heel, leg.toe, .036 * k, .028 * k, look.shoes, 0.01});
    parts.push_back({leg.ankle, leg.heel, .036 * k, .034 * k, look.shoes});
}

void addArm(std::vector<Part>& parts, const Look& look, const Axes& axes, const Pose& pose, std::size_t side,
            const Vec3& shoulder, double k) {
    const double out = side == 0 ? pose.armSpread[side] : -pose.armSpread[side];
    const double height = look.height;
    const Vec3 elbow = shoulder + axes.limb(pose.shoulder[side], out) * (upperArmLength * height);
    const double fore = pose.shoulder[side] + pose.elbow[side];
    const Vec3 wrist = elbow + axes.limb(fore, -out * 1.4) * (foreArmLength * height);
    const Vec3 hand = wrist + axes.limb(fore + 0.15, -out * 1.2) * (0.045 * height);
    const double g = look.girth;
    parts.push_back({shoulder, elbow, .057 * k * g, .042 * k * g, look.skin});
    if (look.sleeve)
        parts.push_back(
            {shoulder, lerp(shoulder, elbow, 0.62), .066 * k * g, .060 * k * g, look.sleeve, 0.01});
    parts.push_back({elbow, wrist, .043 * k * g, .030 * k, look.skin});
    parts.push_back({wrist, hand, .034 * k, .036 * k, look.skin});
}

void addHead(std::vector<Part>& parts, const Look& look, const Axes& axes, const Pose& pose, const Vec3& neck,
             double k) {
    const double tilt = pose.trunk - pose.head;
    const double height = look.height;
    const double r = headRadius * height;
    const Vec3 up = axes.at(std::sin(tilt), 0, std::cos(tilt));
    const Vec3 face = axes.at(std::cos(tilt), 0, -std::sin(tilt));
    const Vec3 base = neck + up * (neckLength * height);
    const Vec3 centre = base + up * (r * 0.95);
    parts.push_back({neck, base + up * (r * 0.3), .052 * k, .050 * k, look.skin});
    // The skull carries the hair; the face is a second, smaller solid in front of it.
    const double thick = look.hairStyle == 2 ? 0.93 : look.hairStyle == 3 ? 1.16 : 1.0;
    parts.push_back({centre + up * (r * 0.10) - face * (r * 0.16),
                     centre + up * (r * 0.16) + face * (r * 0.04), r * 0.94 * thick, r * 0.94 * thick,
                     look.hairStyle == 2 ? look.skin : look.hair});
    parts.push_back({centre - up * (r * 0.46) + face * (r * 0.24),
                     centre - up * (r * 0.02) + face * (r * 0.18), r * 0.66, r * 0.84, look.skin, 0.02});
    // Brow shadow and nose are enough for a face at the distances of a broadcast.
    const MaterialPtr& dark = look.hair;
    for (const double side : {-1.0, 1.0}) {
        const Vec3 eye = centre + face * (r * 0.86) + axes.left * (side * r * 0.36) + up * (r * 0.08);
        parts.push_back({eye, eye + axes.left * (side * r * 0.12), r * 0.10, r * 0.09, dark, 0.04});
        const Vec3 ear = centre + axes.left * (side * r * 0.94) - up * (r * 0.05);
        parts.push_back({ear, ear - up * (r * 0.2), r * 0.17, r * 0.12, look.skin, 0.01});
    }
    const Vec3 nose = centre + face * (r * 0.98) - up * (r * 0.14);
    parts.push_back({nose + up * (r * 0.2), nose, r * 0.10, r * 0.14, look.skin, 0.05});
    if (look.hairStyle == 1)
        parts.push_back({centre - face * (r * 1.05) + up * (r * 0.35), centre - face * (r * 1.25), r * 0.42,
                         r * 0.34, look.hair});
}

} // namespace

std::vector<Part> dress(const Look& look, const Pose& pose, const Vec3& chest, double heading) {
    const double height = look.height;
    const double k = height / 1.82;
    const Axes axes{{std::cos(heading), std::sin(heading), 0}, {-std::sin(heading), std::cos(heading), 0}};
    const Vec3 trunk = axes.at(std::sin(pose.trunk), 0, std::cos(pose.trunk));
    const Vec3 front = axes.at(std::cos(pose.trunk), 0, -std::sin(pose.trunk));

    // Pelvis first at the origin; then everything is moved so that the chest is where it should be and the
    // lower foot stands on the ground.
    const Vec3 hipLine = axes.left * std::cos(pose.twist) + axes.forward * (0.6 * std::sin(pose.twist));
    const Vec3 shoulderLine = axes.left * std::cos(pose.twist) - axes.forward * std::sin(pose.twist);
    std::array<Leg, 2> legs;
    double lowest = 1e9;
    for (std::size_t side = 0; side < 2; ++side) {
        const double sign = side == 0 ? 1 : -1;
        legs[side] = bend(axes, pose, side, hipLine * (sign * halfHips * height), height);
        lowest = std::min({lowest, legs[side].toe.z - 0.026 * k, legs[side].heel.z - 0.034 * k,
                           legs[side].ankle.z - ankleHeight * height});
    }
    const Vec3 top = trunk * (trunkLength * height);
    const Vec3 move{chest.x - top.x, chest.y - top.y, pose.lift - lowest};
    for (Leg& leg : legs)
        for (Vec3* joint : {&leg.hip, &leg.knee, &leg.ankle, &leg.toe, &leg.heel})
            *joint = *joint + move;
    const Vec3 pelvis = move;
    const Vec3 neck = pelvis + top;

    std::vector<Part> parts;
    parts.reserve(40);
    const double g = look.girth;
    for (const Leg& leg : legs)
        addLeg(parts, look, leg, k);
    parts.push_back(
        {legs[0].hip + trunk * 0.03, legs[1].hip + trunk * 0.03, .100 * k * g, .100 * k * g, look.shorts});
    Part body{pelvis + trunk * (0.055 * height),
              neck - trunk * (0.075 * height),
              .140 * k * g,
              .185 * k * g,
              look.shirt,
              0.02};
    body.front = normalised(front + shoulderLine * (0.3 * std::sin(pose.twist)));
    body.flatness = 0.74;
    parts.push_back(body);
    const MaterialPtr& yoke = look.sleeve ? look.sleeve : look.skin;
    for (std::size_t side = 0; side < 2; ++side) {
        const double sign = side == 0 ? 1 : -1;
        const Vec3 shoulder =
            neck - trunk * (0.028 * height) + shoulderLine * (sign * halfShoulders * height);
        parts.push_back({shoulder, neck + trunk * (0.012 * height), .060 * k * g, .050 * k, yoke, -0.01});
        if (look.strap)
            parts.push_back({neck - trunk * (0.10 * height) + shoulderLine * (sign * 0.055 * height),
                             neck - trunk * (0.004 * height) + shoulderLine * (sign * 0.062 * height),
                             .080 * k * g, .050 * k, look.strap, 0.01});
        addArm(parts, look, axes, pose, side, shoulder, k);
    }
    addHead(parts, look, axes, pose, neck, k);
    return parts;
}

} // namespace cutaway::demo
