#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace cutaway::demo {

/// How one sprinter runs: the fatigue model v = A (exp(-x/tau2) - exp(-x/tau1)) with x the seconds since the
/// reaction, plus the surge of each step. Times in seconds from the gun, distances in metres from the start
/// line. *Trend* is what a speed graphic should show; *instantaneous* is how the body really moves.
struct SprintModel {
    double a = 12.6;         ///< m/s
    double tau1 = 1.55;      ///< s, how fast the runner gets going
    double tau2 = 105.0;     ///< s, how slowly the runner tires
    double offset = 0.0;     ///< s, shift of x that a fit to measured times may ask for
    double reaction = .150;  ///< s from the gun to the first movement, 0.100 at least
    double strideRate = 4.5; ///< steps per second
    double ripple = 0.25;    ///< m/s, how much each step surges around the trend
    double phase = 0.0;      ///< of the first step, radians

    double trendPosition(double t) const;
    double trendSpeed(double t) const;
    double position(double t) const;
    double speed(double t) const;
    /// Seconds from the gun at which the trend passes `metres`.
    double timeAt(double metres) const;
    /// Steps taken at `t`, with the fraction of the present one: what the legs follow.
    double steps(double t) const;

    /// Sets `a` so that 100 m takes `seconds` from the gun.
    void solveFinish(double seconds);
};

inline constexpr int laneCount = 8;
inline constexpr double raceDistance = 100.0;

/// Eight models drawn from the distributions of a final, the same ones for the same seed.
struct Race {
    std::array<SprintModel, laneCount> lanes; ///< lane 1 first

    static Race make(std::uint64_t seed);
    /// Lane numbers (1 to 8) in the order of finish.
    std::vector<int> order() const;
};

} // namespace cutaway::demo
