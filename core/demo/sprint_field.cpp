#include "core/demo/sprint_field.h"

#include "core/demo/sprint_shot.h"
#include "core/demo/start_lists.h"
#include "core/demo/track_stadium.h"

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr double lean = 0.14;       // of the trunk at full speed, radians
constexpr double driveLean = 1.10;  // more of it out of the blocks
constexpr double driveTime = 1.05;  // seconds over which the runner rises
constexpr double settingOff = 0.26; // seconds from the reaction to the first full step
constexpr double chestBehindLine = 0.12;

Look official(std::uint32_t jacket, unsigned skin) {
    const auto cloth = [](std::uint32_t hex) { return std::make_shared<const Material>(srgb(hex)); };
    Look look;
    look.height = 1.76;
    look.girth = 1.06;
    look.skin = skinTone(skin);
    look.shirt = cloth(jacket);
    look.sleeve = look.shirt;
    look.shorts = cloth(0x23262E);
    look.trousers = look.shorts;
    look.shoes = cloth(0x18191C);
    look.hair = hairColour(skin);
    return look;
}

} // namespace

SprintField::SprintField()
    : m_race(Race::make(sprint::seed))
    , m_metal(std::make_shared<const Material>(srgb(0x8A9098), 0.6F))
    , m_pad(std::make_shared<const Material>(srgb(0x20242B))) {
    for (std::size_t i = 0; i < m_looks.size(); ++i)
        m_looks[i] = sprinterLook(sprintFinalists()[i]);
    m_officials = {official(0xB3262E, 3), official(0x1E3D7A, 0), official(0x1E3D7A, 5),
                   official(0xE0C23A, 1)};
}

Pose SprintField::pose(int lane, double t) const {
    const SprintModel& model = m_race.lanes[static_cast<std::size_t>(lane - 1)];
    const double since = t - model.reaction;
    const double speed = model.trendSpeed(t);
    const double finish = model.timeAt(raceDistance);
    const double after = t - finish;
    double trunk = lean + driveLean * std::exp(-std::max(0.0, since) / driveTime);
    trunk += 0.30 * std::exp(-std::pow((after + 0.02) / 0.13, 2)); // the dip at the line
    const double effort = since < 0 ? 1
                                    : std::clamp(0.55 + speed / 22, 0.0, 1.0) *
                                          (after > 0 ? std::clamp(speed / 11.5, 0.35, 1.0) : 1.0);
    Pose running = sprintPose(model.steps(t) + 0.35 + lane * 0.02, trunk, effort);
    if (after > 0.2 && m_race.order().front() == lane) {
        const Pose joy = celebratingPose(t * 4);
        const double w = smoothStep(0.2, 0.75, after);
        running.shoulder = {lerp(running.shoulder[0], joy.shoulder[0], w),
                            lerp(running.shoulder[1], joy.shoulder[1], w)};
        running.elbow = {lerp(running.elbow[0], joy.elbow[0], w), lerp(running.elbow[1], joy.elbow[1], w)};
        running.armSpread = joy.armSpread;
        running.trunk = lerp(running.trunk, joy.trunk, w);
        running.head = lerp(running.head, joy.head, w);
    }
    if (since >= settingOff)
        return running;
    Pose set = setPose();
    // Nobody is a statue in the blocks.
    set.trunk += 0.012 * std::sin(t * 2.1 + lane);
    set.head += 0.03 * std::sin(t * 1.3 + lane * 2);
    return lerp(set, running, smoothStep(0, settingOff, since));
}

std::vector<std::vector<Part>> SprintField::runners(double t) const {
    std::vector<std::vector<Part>> bodies;
    for (int lane = 1; lane <= laneCount; ++lane) {
        const auto i = static_cast<std::size_t>(lane - 1);
        const SprintModel& model = m_race.lanes[i];
        const double behind = chestBehindLine * (1 - smoothStep(0, 0.6, t - model.reaction));
        bodies.push_back(dress(m_looks[i], pose(lane, t),
                               {model.position(t) - behind, TrackStadium::laneCentre(lane), 0}, 0));
    }
    return bodies;
}

std::vector<std::vector<Part>> SprintField::furniture(double t) const {
    std::vector<std::vector<Part>> things;
    for (int lane = 1; lane <= laneCount; ++lane) {
        const double y = TrackStadium::laneCentre(lane);
        std::vector<Part> blocks;
        blocks.push_back({{-1.25, y, 0.03}, {-0.32, y, 0.03}, .025, .025, m_metal});
        for (const auto& [x, side] : {std::pair(-0.74, 0.13), std::pair(-1.02, -0.13)}) {
            blocks.push_back(
                {{x, y + side - 0.05, 0.06}, {x - 0.12, y + side - 0.05, 0.20}, .035, .035, m_pad});
            blocks.push_back(
                {{x, y + side + 0.05, 0.06}, {x - 0.12, y + side + 0.05, 0.20}, .035, .035, m_pad});
            blocks.push_back({{x - 0.16, y + side, 0.03}, {x - 0.12, y + side, 0.15}, .018, .018, m_metal});
        }
        // The loudspeaker behind the blocks, with the lane's number on real tracks.
        blocks.push_back({{-1.9, y - 0.14, 0.10}, {-1.9, y + 0.14, 0.10}, .09, .09, m_pad});
        things.push_back(std::move(blocks));
    }
    Pose starter = standingPose(t);
    const double lowering = smoothStep(0.5, 1.1, t);
    starter.shoulder[1] = lerp(2.85, 0.15, lowering);
    starter.elbow[1] = lerp(0.1, 0.3, lowering);
    things.push_back(dress(m_officials[0], starter, {7.5, -12.6, 0}, 2.5));
    things.push_back(dress(m_officials[1], standingPose(t * 0.7), {3.2, 2.1, 0}, -1.7));
    things.push_back(dress(m_officials[2], standingPose(t * 0.6 + 1), {-2.5, 2.3, 0}, -1.2));
    things.push_back(dress(m_officials[2], standingPose(t * 0.8 + 2), {99.2, 2.0, 0}, -1.5));
    things.push_back(dress(m_officials[1], standingPose(t * 0.9 + 3), {101.6, -12.2, 0}, 1.7));
    things.push_back(dress(m_officials[3], standingPose(t * 0.5 + 4), {72.0, 2.2, 0}, -1.4));
    things.push_back(dress(m_officials[3], standingPose(t * 0.5 + 5), {44.0, 2.2, 0}, -1.8));
    return things;
}

double SprintField::leaders(double t) const {
    // A short average over time takes out what an operator's hand would not follow.
    double sum = 0;
    constexpr int taps = 7;
    constexpr int middle = taps / 2;
    for (int k = 0; k < taps; ++k) {
        const double at = t + 0.06 * (k - middle) + 0.10;
        double front = 0;
        double all = 0;
        for (const SprintModel& lane : m_race.lanes) {
            const double s = lane.trendPosition(at);
            front = std::max(front, s);
            all += s / laneCount;
        }
        sum += 0.5 * front + 0.5 * all;
    }
    return sum / taps;
}

} // namespace cutaway::demo
