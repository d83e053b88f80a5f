#include "core/demo/football_match.h"

#include "core/demo/random.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace cutaway::demo {

namespace {

/// Where each position plays when the attack begins, home team attacking towards +x.
constexpr std::array<Vec3, football::teamSize> attack{{{-38, 0, 0},
                                                       {2, 20, 0},
                                                       {-6, 7, 0},
                                                       {-6, -7, 0},
                                                       {8, -22, 0},
                                                       {14, 4, 0},
                                                       {20, 17, 0},
                                                       {22, -6, 0},
                                                       {29, -21, 0},
                                                       {33, 3, 0},
                                                       {35, 12, 0}}};
constexpr std::array<Vec3, football::teamSize> defence{{{50.6, 0.5, 0},
                                                        {38, -18, 0},
                                                        {41, -5, 0},
                                                        {40.5, 5, 0},
                                                        {39, 15, 0},
                                                        {28, -11, 0},
                                                        {28, 1, 0},
                                                        {26, 12, 0},
                                                        {14, -8, 0},
                                                        {12, 9, 0},
                                                        {4, 0, 0}}};
constexpr double followShare = 0.10; // how much a team shifts with the ball
constexpr double bending = 0.75;     // seconds around a touch in which its player goes to the ball

} // namespace

FootballMatch::FootballMatch()
    : m_events{{0.0, {15, -3, 0.11}, 5, 0.05, "pass"},        {0.9, {23, -13, 0.11}, 7, 0.08, "pass"},
               {1.9, {35.5, -23.5, 0.11}, 8, 0.0, "dribble"}, {2.7, {42.5, -23, 0.11}, 8, 3.4, "cross"},
               {3.75, {44.2, 1.6, 0.35}, 9, 0.3, "shot"},     {4.2, {53.4, -2.3, 0.8}, -1, 0.0, "goal"},
               {4.6, {53.7, -2.5, 0.11}, -1, 0.0, "rest"}} {
    for (std::size_t i = 0; i < attack.size(); ++i) {
        m_home[i] = attack[i];
        m_home[i + attack.size()] = defence[i];
    }
}

double FootballMatch::goalTime() const {
    for (const BallEvent& event : m_events)
        if (std::strcmp(event.kind, "goal") == 0)
            return event.t;
    return 0;
}

Vec3 FootballMatch::ball(double t) const {
    if (t <= m_events.front().t)
        return m_events.front().at;
    for (std::size_t i = 0; i + 1 < m_events.size(); ++i) {
        const BallEvent& a = m_events[i];
        const BallEvent& b = m_events[i + 1];
        if (t >= b.t)
            continue;
        const double u = (t - a.t) / (b.t - a.t);
        Vec3 at = lerp(a.at, b.at, u);
        at.z += a.arc * 4 * u * (1 - u);
        return at;
    }
    return m_events.back().at;
}

Vec3 FootballMatch::player(int index, double t) const {
    const Vec3 base = m_home[static_cast<std::size_t>(index)];
    const Vec3 ball = this->ball(std::max(0.0, t - 0.35));
    const bool keeper = index % football::teamSize == 0;
    const auto id = static_cast<std::uint32_t>(index);
    // Everybody drifts with the play: attackers forward, defenders back towards their goal.
    const double surge = (index < football::teamSize ? 1.7 : 0.9) * (0.6 + 0.8 * hashUnit(id, 3)) * t;
    Vec3 at{base.x + (keeper ? 0.0 : surge) + 1.1 * std::sin(t * 0.9 + 6 * hashUnit(id, 1)),
            base.y + followShare * (ball.y - base.y) + 1.2 * std::sin(t * 0.8 + 6 * hashUnit(id, 2)), 0};
    if (keeper) {
        at = base + Vec3{0, (index < football::teamSize ? 0.05 : 0.16) * ball.y, 0};
        if (index >= football::teamSize && t > 3.75) // the dive comes too late
            at.y -= 1.7 * smoothStep(3.82, 4.3, t);
    }
    for (const BallEvent& event : m_events) {
        if (event.player != index)
            continue;
        const double away = (t - event.t) / bending;
        const double weight = std::exp(-away * away);
        const Vec3 beside{event.at.x - 0.35, event.at.y + (event.at.y < 0 ? 0.25 : -0.25), 0};
        at = lerp(at, beside, weight);
    }
    // After the goal the scorer turns away to celebrate and others follow.
    if (index < football::teamSize && !keeper) {
        const double joy = smoothStep(4.3, 6.0, t);
        at = lerp(at, Vec3{46.5 - 0.9 * (index % 4), -14 + 1.6 * (index % 5), 0}, 0.40 * joy);
    }
    return at;
}

Vec3 FootballMatch::velocity(int index, double t) const {
    constexpr double h = 0.02;
    return (player(index, t + h) - player(index, t - h)) * (1 / (2 * h));
}

} // namespace cutaway::demo
