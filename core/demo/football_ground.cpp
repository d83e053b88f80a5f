#include "core/demo/football_ground.h"

#include "core/demo/boards.h"
#include "core/demo/football_match.h"
#include "core/demo/random.h"

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr double line = 0.12;
constexpr double boardsOut = 4.2; // metres beyond the lines
constexpr double boardsHeight = 0.95;
constexpr double boardLength = 9;

/// A line of the pitch between two places along one axis, seen through a box filter.
float straight(double across, double at, double along, double from, double to, double footAcross,
               double footAlong) {
    if (std::abs(across - at) > 1 + footAcross)
        return 0;
    return covered(across, at - line / 2, at + line / 2, footAcross) * covered(along, from, to, footAlong);
}

float circle(double x, double y, double cx, double cy, double radius, double foot) {
    const double d = std::hypot(x - cx, y - cy);
    return std::abs(d - radius) > 1 + foot ? 0 : covered(d, radius - line / 2, radius + line / 2, foot);
}

} // namespace

FootballGround::FootballGround()
    : Bowl({-32, 32, 0, 47}, 404, "FOOTBALL  GROUP A")
    , m_panels(trackBoards()) {}

Light FootballGround::look(const Vec3& from, const Vec3& direction, double pixelAngle) const {
    const double farY = football::halfWidth + boardsOut;
    const double endX = football::halfLength + boardsOut;
    const auto panel = [&](double t, double along, double side) -> Light {
        const Vec3 at = from + direction * t;
        const double place = along / boardLength + 100;
        const auto index = static_cast<std::size_t>(place);
        const Light face =
            m_panels[index % m_panels.size()].at(place - std::floor(place), 1 - at.z / boardsHeight,
                                                 pixelAngle * t / std::max(0.05, side) / boardLength);
        return mix(Bowl::look(from, direction, pixelAngle), face * 0.9F,
                   covered(at.z, 0, boardsHeight, pixelAngle * t));
    };
    if (direction.y > 0 && from.y < farY) {
        const double t = (farY - from.y) / direction.y;
        const Vec3 at = from + direction * t;
        if (std::abs(at.x) < endX && at.z > -0.1 && at.z < boardsHeight + 0.1)
            return panel(t, at.x, direction.y);
    }
    for (const double end : {-endX, endX}) {
        if ((end - from.x) * direction.x <= 0)
            continue;
        const double t = (end - from.x) / direction.x;
        const Vec3 at = from + direction * t;
        if (std::abs(at.y) < farY && at.z > -0.1 && at.z < boardsHeight + 0.1)
            return (end > 0) == (direction.x > 0)
                       ? panel(t, end > 0 ? -at.y : at.y, std::abs(direction.x))
                       : mix(Bowl::look(from, direction, pixelAngle), srgb(0x1B1E24),
                             covered(at.z, 0, boardsHeight, pixelAngle * t)); // their plain backs
    }
    return Bowl::look(from, direction, pixelAngle);
}

Light FootballGround::floor(double x, double y, double footX, double footY) const {
    using football::halfLength;
    using football::halfWidth;
    static const Light green = srgb(0x4C9138);
    static const Light apron = srgb(0x3B6E4A);
    const double foot = std::max(footX, footY);
    const float stripe = coveredBands(x + 0.25, 11, 5.5, footX);
    const float cross = coveredBands(y + 200, 17, 8.5, footY);
    const auto mottle = static_cast<float>(std::sin(x * 0.7 + std::sin(y * 0.9)) * std::sin(y * 0.63));
    Light ground = green * (0.50F + 0.13F * stripe + 0.03F * cross + 0.012F * mottle);
    const double fade = 1 - smoothStep(0.02, 0.12, foot);
    if (fade > 0) {
        const auto gx = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(x / 0.03)));
        const auto gy = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(y / 0.03)));
        ground = ground * (1 + 0.20F * static_cast<float>(fade) * (hashUnit(gx, gy, 8) - 0.5F));
    }
    const float onPitch = covered(x, -halfLength - 3.4, halfLength + 3.4, footX) *
                          covered(y, -halfWidth - 3.4, halfWidth + 3.4, footY);
    ground = mix(apron * 0.42F, ground, onPitch);
    const double ax = std::abs(x); // both halves are alike
    float white = straight(y, halfWidth, ax, -1, halfLength, footY, footX) +
                  straight(y, -halfWidth, ax, -1, halfLength, footY, footX) +
                  straight(ax, halfLength, y, -halfWidth, halfWidth, footX, footY) +
                  straight(x, 0, y, -halfWidth, halfWidth, footX, footY) + circle(x, y, 0, 0, 9.15, foot) +
                  covered(std::hypot(x, y), -0.2, 0.2, foot);
    for (const auto& [depth, half] : {std::pair(16.5, 20.16), std::pair(5.5, 9.16)}) {
        white += straight(ax, halfLength - depth, y, -half, half, footX, footY);
        white += straight(y, half, ax, halfLength - depth, halfLength, footY, footX);
        white += straight(y, -half, ax, halfLength - depth, halfLength, footY, footX);
    }
    if (ax < halfLength - 16.5)
        white += circle(ax, y, halfLength - 11, 0, 9.15, foot);
    white += covered(std::hypot(ax - halfLength + 11, y), -0.15, 0.15, foot);
    return mix(ground, Light{0.82F, 0.83F, 0.80F}, std::min(1.0F, white));
}

} // namespace cutaway::demo
