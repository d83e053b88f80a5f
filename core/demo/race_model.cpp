#include "core/demo/race_model.h"

#include "core/demo/random.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace cutaway::demo {

namespace {

constexpr double twoPi = 2 * std::numbers::pi;
constexpr double slowestJog = 2.5;      // m/s, to which a runner comes down after the line
constexpr double slowingTime = 1.9;     // s, time constant of that
constexpr double firstStepsTime = 0.55; // s, over which steps reach their full rate and surge

double modelPosition(const SprintModel& m, double x) {
    return m.a * (m.tau2 * (1 - std::exp(-x / m.tau2)) - m.tau1 * (1 - std::exp(-x / m.tau1)));
}

double modelSpeed(const SprintModel& m, double x) {
    return m.a * (std::exp(-x / m.tau2) - std::exp(-x / m.tau1));
}

double crossing(const SprintModel& m, double metres) {
    double low = 0;
    double high = 60;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (modelPosition(m, middle) < metres ? low : high) = middle;
    }
    return high;
}

} // namespace

// Past the line nobody follows the race model: the speed then falls towards a jog.
double SprintModel::trendPosition(double t) const {
    const double x = t - reaction - offset;
    if (t <= reaction || x <= 0)
        return 0;
    const double finish = crossing(*this, raceDistance);
    if (x <= finish)
        return modelPosition(*this, x);
    const double after = x - finish;
    const double atLine = modelSpeed(*this, finish);
    return raceDistance + slowestJog * after +
           (atLine - slowestJog) * slowingTime * (1 - std::exp(-after / slowingTime));
}

double SprintModel::trendSpeed(double t) const {
    const double x = t - reaction - offset;
    if (t <= reaction || x <= 0)
        return 0;
    const double finish = crossing(*this, raceDistance);
    if (x <= finish)
        return modelSpeed(*this, x);
    return slowestJog + (modelSpeed(*this, finish) - slowestJog) * std::exp(-(x - finish) / slowingTime);
}

double SprintModel::steps(double t) const {
    const double x = std::max(0.0, t - reaction);
    return strideRate * (x - firstStepsTime * 0.3 * (1 - std::exp(-x / firstStepsTime)));
}

// The surge is the derivative of its own displacement, so position and speed always agree.
double SprintModel::position(double t) const {
    const double x = t - reaction;
    if (x <= 0)
        return 0;
    const double fade = 1 - std::exp(-x / firstStepsTime);
    const double w = twoPi * strideRate;
    return trendPosition(t) + fade * ripple / w * (std::cos(phase) - std::cos(w * x + phase));
}

double SprintModel::speed(double t) const {
    const double x = t - reaction;
    if (x <= 0)
        return 0;
    const double fade = 1 - std::exp(-x / firstStepsTime);
    const double fadeRate = std::exp(-x / firstStepsTime) / firstStepsTime;
    const double w = twoPi * strideRate;
    return trendSpeed(t) + fade * ripple * std::sin(w * x + phase) +
           fadeRate * ripple / w * (std::cos(phase) - std::cos(w * x + phase));
}

double SprintModel::timeAt(double metres) const {
    return reaction + offset + crossing(*this, metres);
}

void SprintModel::solveFinish(double seconds) {
    const double x = seconds - reaction - offset;
    const SprintModel unit{1.0, tau1, tau2, offset, reaction, strideRate, ripple, phase};
    a = raceDistance / modelPosition(unit, x);
}

Race Race::make(std::uint64_t seed) {
    Random random(seed);
    Race race;
    for (SprintModel& lane : race.lanes) {
        lane.tau1 = random.normal(1.55, 0.05);
        lane.tau2 = random.normal(105, 6);
        lane.a = random.normal(12.6, 0.25);
        lane.reaction = std::max(0.112, random.normal(0.150, 0.015));
        lane.strideRate = random.uniform(4.2, 4.8);
        lane.phase = random.uniform(0, twoPi);
        // A final has no stragglers: what the draw gives is kept within the times of a final.
        lane.solveFinish(std::clamp(lane.timeAt(raceDistance), 9.82, 10.24));
    }
    return race;
}

std::vector<int> Race::order() const {
    std::vector<int> numbers(laneCount);
    std::iota(numbers.begin(), numbers.end(), 1);
    std::ranges::stable_sort(numbers, {}, [this](int lane) {
        return lanes[static_cast<std::size_t>(lane - 1)].timeAt(raceDistance);
    });
    return numbers;
}

} // namespace cutaway::demo
