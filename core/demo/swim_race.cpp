#include "core/demo/swim_race.h"

#include "core/demo/random.h"
#include "core/demo/vec.h"

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr double tumble = 0.75;  // seconds before the touch in which the body rolls over
constexpr double pushOff = 0.22; // seconds on the wall
constexpr double pushSpeed = 2.95;
constexpr double glideDecay = 1.1;
constexpr double glideTime = 2.4;
constexpr double awaySpeed = 1.93;
constexpr double headAtTouch = 0.95; // metres from the wall: the swimmer is curled up

} // namespace

SwimModel::Stage SwimModel::stage(double t) const {
    if (t < touch - tumble)
        return Stage::Swimming;
    if (t < touch + pushOff)
        return Stage::Turning;
    return t < touch + pushOff + glideTime ? Stage::Gliding : Stage::Away;
}

double SwimModel::position(double t) const {
    const double wall = swim::poolLength - headAtTouch;
    const double rollStart = touch - tumble;
    const double start = wall - speed * tumble * 0.6;
    if (t < rollStart)
        return start - speed * (rollStart - t);
    if (t < touch) {
        const double u = (t - rollStart) / tumble;
        return start + (wall - start) * (1.6667 * u - 0.6667 * u * u);
    }
    if (t < touch + pushOff) {
        const double u = (t - touch) / pushOff;
        return wall - 0.5 * pushSpeed * pushOff * u * u;
    }
    const double since = t - touch - pushOff;
    return wall - 0.5 * pushSpeed * pushOff - awaySpeed * since -
           (pushSpeed - awaySpeed) * glideDecay * (1 - std::exp(-since / glideDecay));
}

double SwimModel::velocity(double t) const {
    constexpr double h = 1e-4;
    return (position(t + h) - position(t - h)) / (2 * h);
}

double SwimModel::depth(double t) const {
    const double down = smoothStep(touch + 0.1, touch + 0.8, t);
    const double up = smoothStep(touch + pushOff + glideTime * 0.45, touch + pushOff + glideTime, t);
    return 0.06 + 0.65 * down * (1 - up);
}

std::array<SwimModel, 8> swimRace() {
    Random random(41);
    std::array<SwimModel, 8> race;
    for (std::size_t i = 0; i < race.size(); ++i) {
        race[i].speed = random.uniform(1.97, 2.06);
        // The favourites swim in the middle.
        race[i].touch = 2.55 + 0.14 * std::abs(static_cast<double>(i) - 3.6) + random.uniform(0, 0.22);
        race[i].strokeRate = random.uniform(0.82, 0.92);
        race[i].phase = random.uniform(0, 1);
    }
    return race;
}

} // namespace cutaway::demo
