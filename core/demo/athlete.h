#pragma once

#include "core/demo/figure.h"

#include <array>
#include <string>
#include <vector>

namespace cutaway::demo {

/// Angles of a body's joints in radians, in its own plane of movement: 0 hangs straight down (limbs) or
/// stands upright (trunk), positive swings forward. Index 0 is the left side.
struct Pose {
    double trunk = 0.1;                            ///< lean forward
    double twist = 0;                              ///< of the shoulders against the hips
    std::array<double, 2> hip{};                   ///< thigh
    std::array<double, 2> knee{};                  ///< bend, 0 straight
    std::array<double, 2> foot{{1.3, 1.3}};        ///< of the foot against the shin
    std::array<double, 2> shoulder{};              ///< upper arm
    std::array<double, 2> elbow{};                 ///< bend, 0 straight
    std::array<double, 2> armSpread{{0.12, 0.12}}; ///< away from the body
    double head = 0;                               ///< lift of the head against the trunk's lean
    double lift = 0;                               ///< metres by which the lower foot is off the ground
};
Pose lerp(const Pose& a, const Pose& b, double t);

/// Ready in the blocks; one stride of a sprint, `steps` counted as one per foot; standing; arms thrown up.
Pose setPose();
Pose sprintPose(double steps, double trunkLean, double effort);
Pose standingPose(double sway);
Pose celebratingPose(double sway);

/// What an athlete looks like.
struct Look {
    double height = 1.82; ///< metres
    double girth = 1.0;   ///< 1 is a sprinter
    MaterialPtr skin;
    MaterialPtr shirt;  ///< of the torso, may be wrapped
    MaterialPtr sleeve; ///< null: bare shoulders
    MaterialPtr strap;  ///< of a singlet over bare shoulders, may be null
    MaterialPtr shorts;
    MaterialPtr socks;    ///< null: bare shins
    MaterialPtr trousers; ///< null: bare legs below the shorts
    MaterialPtr shoes;
    MaterialPtr hair;
    int hairStyle = 0; ///< 0 short, 1 cap or bun, 2 shaved, 3 full
};

/// The body in the venue: the chest is above `chest` (z ignored), it faces `heading` radians from +x.
std::vector<Part> dress(const Look& look, const Pose& pose, const Vec3& chest, double heading);

/// A shirt with a number on a bib, in front and on the back.
MaterialPtr shirtWithBib(const Light& main, const Light& trim, const std::string& name,
                         const std::string& number, int pattern);
/// A football shirt: number on the back, small in front.
MaterialPtr shirtWithNumber(const Light& main, const Light& trim, const std::string& number, bool stripes);

/// Skin, hair and shoes in the variety that a start list has.
MaterialPtr skinTone(unsigned index);
MaterialPtr hairColour(unsigned index);

} // namespace cutaway::demo
