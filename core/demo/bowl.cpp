#include "core/demo/bowl.h"

#include "core/demo/boards.h"
#include "core/demo/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cutaway::demo {

namespace {

// The section of the stand: metres outwards from the wall, and up.
constexpr double boardTop = 1.15;
constexpr double lowerStart = 1.35;
constexpr double lowerDepth = 23;
constexpr double lowerSlope = 0.56;
constexpr double lowerTop = lowerStart + lowerDepth * lowerSlope;
constexpr double ribbonHeight = 1.3;
constexpr double upperStart = lowerTop + ribbonHeight;
constexpr double upperDepth = 20;
constexpr double upperSlope = 0.74;
constexpr double upperTop = upperStart + upperDepth * upperSlope;
constexpr double backTop = upperTop + 4.2;
constexpr double roofInner = 9; // the canopy's edge above the lower tier
constexpr double roofInnerHeight = backTop + 3.5;
constexpr double lampBand = 1.6;

// A row is as deep as makes its visible height fit a seated person.
constexpr double rowPitch = 1.25;
constexpr double seatPitch = 0.56;

struct Point {
    double d, z;
};
constexpr std::array<std::array<Point, 2>, 6> section{{
    {{{0, 0}, {0, lowerStart}}},
    {{{0, lowerStart}, {lowerDepth, lowerTop}}},
    {{{lowerDepth, lowerTop}, {lowerDepth, upperStart}}},
    {{{lowerDepth, upperStart}, {lowerDepth + upperDepth, upperTop}}},
    {{{lowerDepth + upperDepth, upperTop}, {lowerDepth + upperDepth, backTop}}},
    {{{roofInner, roofInnerHeight}, {lowerDepth + upperDepth, backTop}}},
}};
constexpr double outside = lowerDepth + upperDepth + 6;

struct Nearest {
    double distance;
    std::size_t segment;
};

/// Distance to the section's outline, a safe step for a ray that comes from inside the bowl.
Nearest nearest(double d, double z) {
    Nearest best{1e18, 0};
    for (std::size_t i = 0; i < section.size(); ++i) {
        const Point& a = section[i][0];
        const Point& b = section[i][1];
        const double vd = b.d - a.d;
        const double vz = b.z - a.z;
        const double t = std::clamp(((d - a.d) * vd + (z - a.z) * vz) / (vd * vd + vz * vz), 0.0, 1.0);
        const double ed = d - a.d - t * vd;
        const double ez = z - a.z - t * vz;
        const double squared = ed * ed + ez * ez;
        if (squared < best.distance)
            best = {squared, i};
    }
    best.distance = std::sqrt(best.distance);
    return best;
}

/// Colours of a crowd: mostly dark and muted, some bright shirts.
Light clothing(float pick, float team) {
    static const std::array<Light, 12> colours{
        srgb(0x2E3A4F), srgb(0x4A4E57), srgb(0x8C8F96), srgb(0xC9C6BE), srgb(0x7A2E2E), srgb(0x23508A),
        srgb(0xD8D2C4), srgb(0x3B5B46), srgb(0xB8862F), srgb(0x5B3F63), srgb(0x2A2D33), srgb(0xA3483B)};
    static const std::array<Light, 5> teams{srgb(0xE3B723), srgb(0xC8372D), srgb(0x1C7A9C), srgb(0x1E8A53),
                                            srgb(0xE8E4DA)};
    const auto block = static_cast<std::size_t>(team * 9);
    if (block < teams.size() && pick < 0.42F)
        return teams[block];
    return colours[static_cast<std::size_t>(pick * 11.99F)];
}

} // namespace

Bowl::Bowl(const BowlShape& shape, std::uint32_t seed, const std::string& session)
    : m_shape(shape)
    , m_seed(seed)
    , m_boards(trackBoards())
    , m_ribbons(ribbonBoards(session)) {}

double Bowl::distanceFromLine(double x, double y) const {
    const double dx = x - std::clamp(x, m_shape.fromX, m_shape.toX);
    return std::hypot(dx, y - m_shape.lineY);
}

Vec3 Bowl::seat(double share, double rowShare) const {
    const double straight = m_shape.toX - m_shape.fromX;
    const double perimeter = 2 * straight + 2 * 3.14159265358979 * m_shape.wall;
    const double d = m_shape.wall + rowShare * lowerDepth;
    const double z = lowerStart + rowShare * lowerDepth * lowerSlope + 0.9;
    double s = share * perimeter;
    if (s < straight)
        return {m_shape.fromX + s, m_shape.lineY - d, z};
    s -= straight;
    const double half = 3.14159265358979 * m_shape.wall;
    if (s < half) {
        const double angle = s / m_shape.wall - 3.14159265358979 / 2;
        return {m_shape.toX + d * std::cos(angle), m_shape.lineY + d * std::sin(angle), z};
    }
    s -= half;
    if (s < straight)
        return {m_shape.toX - s, m_shape.lineY + d, z};
    const double angle = (s - straight) / m_shape.wall + 3.14159265358979 / 2;
    return {m_shape.fromX + d * std::cos(angle), m_shape.lineY + d * std::sin(angle), z};
}

double Bowl::alongPerimeter(double x, double y) const {
    // Measured at the wall, so that boards keep their length and rows stay radial.
    const double turn = m_shape.wall;
    const double straight = m_shape.toX - m_shape.fromX;
    const double half = 3.14159265358979 * turn;
    if (x > m_shape.toX)
        return straight + turn * (std::atan2(y - m_shape.lineY, x - m_shape.toX) + 3.14159265358979 / 2);
    if (x < m_shape.fromX)
        return 2 * straight + half +
               turn * (std::atan2(m_shape.lineY - y, m_shape.fromX - x) + 3.14159265358979 / 2);
    return y < m_shape.lineY ? x - m_shape.fromX : straight + half + (m_shape.toX - x);
}

double Bowl::exit(const Vec3& from, const Vec3& direction) const {
    double last = 0;
    const auto consider = [&](double t, bool inside) {
        if (inside && t > last)
            last = t;
    };
    if (std::abs(direction.y) > 1e-9)
        for (const double side : {-m_shape.wall, m_shape.wall}) {
            const double t = (m_shape.lineY + side - from.y) / direction.y;
            const double x = from.x + direction.x * t;
            consider(t, x >= m_shape.fromX && x <= m_shape.toX);
        }
    const double a = direction.x * direction.x + direction.y * direction.y;
    for (const double centre : {m_shape.fromX, m_shape.toX}) {
        const double dx = from.x - centre;
        const double dy = from.y - m_shape.lineY;
        const double b = dx * direction.x + dy * direction.y;
        const double c = dx * dx + dy * dy - m_shape.wall * m_shape.wall;
        const double root = b * b - a * c;
        if (a < 1e-12 || root < 0)
            continue;
        const double t = (-b + std::sqrt(root)) / a;
        const double x = from.x + direction.x * t;
        consider(t, centre == m_shape.fromX ? x <= centre : x >= centre);
    }
    return last;
}

// Cameras stand inside the wall or just above the tier behind it, so nothing is in the way before the ray
// leaves the field on the far side: there the search for the stand begins.
Light Bowl::look(const Vec3& from, const Vec3& direction, double pixelAngle) const {
    const double leaving = exit(from, direction);
    const double landing = direction.z < 0 ? -from.z / direction.z : 1e9;
    double t = std::min(leaving, landing);
    Vec3 at = from + direction * t;
    std::size_t segment = 0;
    bool hit = false;
    for (int i = 0; i < 60 && landing > leaving; ++i) {
        const double d = distanceFromLine(at.x, at.y) - m_shape.wall;
        if (d > outside || at.z > roofInnerHeight + 1)
            return above(from, direction, pixelAngle);
        const Nearest next = nearest(d, at.z);
        if (next.distance < 0.012 + 0.2 * pixelAngle * t) {
            segment = next.segment;
            hit = true;
            break;
        }
        t += next.distance;
        at = from + direction * t;
    }
    const double footprint = pixelAngle * std::max(t, 0.5);
    if (!hit && at.z > 1e-3)
        return above(from, direction, pixelAngle);
    const auto haze = static_cast<float>(1 - std::exp(-t / 1800));
    const Light air{0.16F, 0.19F, 0.24F};
    if (!hit) {
        const double flat = std::hypot(direction.x, direction.y);
        const double lengthwise = footprint / std::max(0.02, -direction.z);
        const double cx = std::abs(direction.x) / std::max(1e-6, flat);
        const double cy = std::abs(direction.y) / std::max(1e-6, flat);
        return mix(floor(at.x, at.y, lengthwise * cx + footprint * cy, lengthwise * cy + footprint * cx), air,
                   haze);
    }
    const double d = distanceFromLine(at.x, at.y) - m_shape.wall;
    const double along = alongPerimeter(at.x, at.y);
    // People stand upright on their row: what is seen part-way up the step behind them belongs to the place
    // where the ray passed their row.
    const bool bend = at.x < m_shape.fromX || at.x > m_shape.toX;
    const double inTier = segment == 3 ? d - lowerDepth : d;
    const double row = std::floor(inTier / rowPitch) * rowPitch;
    const double nearX = std::clamp(at.x, m_shape.fromX, m_shape.toX);
    const Vec3 outward = normalised({at.x - nearX, at.y - m_shape.lineY, 0});
    const double sideways = direction.y * outward.x - direction.x * outward.y;
    const double away = direction.x * outward.x + direction.y * outward.y;
    const double slant = std::clamp(sideways / std::max(0.05, away), -6.0, 6.0);
    const double rowRadius = m_shape.wall + d - inTier + row;
    const double seats =
        (along * (bend ? rowRadius / m_shape.wall : 1.0) - (inTier - row) * slant) / seatPitch;
    Light light;
    switch (segment) {
    case 0:
        light = board(along, at.z, footprint);
        break;
    case 1:
        light = softCrowd(d / rowPitch, seats, footprint, false);
        break;
    case 2:
        light = ribbon(along, (at.z - lowerTop) / ribbonHeight, footprint);
        break;
    case 3:
        light = softCrowd((d - lowerDepth) / rowPitch + 64, seats, footprint, true);
        break;
    case 4:
        light = srgb(0x161B24) * (coveredBands(along, 6, 0.5, footprint) * 0.8F + 0.7F);
        break;
    default:
        light = roof(at, d, footprint);
        break;
    }
    return mix(light, air, haze);
}

Light Bowl::above(const Vec3&, const Vec3& direction, double) const {
    const auto up = static_cast<float>(std::clamp(direction.z, 0.0, 1.0));
    const Light horizon = srgb(0xC77A5A) * 0.65F;
    const Light middle = srgb(0x4A5A86) * 0.55F;
    const Light top = srgb(0x14213F) * 0.55F;
    const Light low = mix(horizon, middle, static_cast<float>(smoothStep(0.10, 0.42, up)));
    return mix(low, top, static_cast<float>(smoothStep(0.35, 0.85, up)));
}

// The stands lie behind the plane in focus: a small disc of the crowd falls on every pixel.
Light Bowl::softCrowd(double row, double seat, double footprint, bool upper) const {
    constexpr double radius = 3.2; // pixels
    constexpr std::array<std::array<double, 2>, 7> disc{
        {{0, 0}, {1, 0}, {0.5, 0.87}, {-0.5, 0.87}, {-1, 0}, {-0.5, -0.87}, {0.5, -0.87}}};
    Light sum;
    for (const auto& [right, up] : disc)
        sum = sum + crowd(row + up * radius * 1.6 * footprint / rowPitch,
                          seat + right * radius * footprint / seatPitch, footprint * 1.6 / rowPitch,
                          footprint * 1.4 / seatPitch, upper);
    return sum * (1.0F / disc.size());
}

Light Bowl::crowd(double row, double along, double footprintRow, double footprintAlong, bool upper) const {
    const double aislePitch = 30; // seats
    const auto rowIndex = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(row)) & 0xFFFF);
    // Rows are staggered, and people do not sit like tiles.
    const double shifted = along + (rowIndex & 1 ? 0.5 : 0.0);
    const auto seat = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(shifted)) + 100000);
    const double v = row - std::floor(row);
    const double u = shifted - std::floor(shifted) - 0.5 + (hashUnit(seat, rowIndex, m_seed) - 0.5) * 0.22;
    const auto block =
        static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(along / aislePitch)) + 5000);
    const float team = hashUnit(block, upper ? 9 : 4, m_seed + 7);
    const float lit = (upper ? 0.44F : 0.62F) * (1.0F - 0.010F * static_cast<float>(rowIndex & 63));
    const double detail = 1 - smoothStep(0.22, 0.75, std::max(footprintRow, footprintAlong));

    const float pick = hashUnit(seat, rowIndex, m_seed + 1);
    const float tone = 0.75F + 0.5F * hashUnit(seat, rowIndex, m_seed + 2);
    const Light shirt = clothing(pick, team) * tone;
    const Light mean =
        mix(srgb(0x4E5058), clothing(hashUnit(seat / 3, rowIndex / 2, m_seed + 3), team), 0.45F);
    Light person = srgb(0x14161B);
    if (detail > 0) {
        const bool empty = hashUnit(seat, rowIndex, m_seed + 4) < 0.06F;
        static const std::array<Light, 4> skins{srgb(0xD9A583), srgb(0xA8714E), srgb(0x6E4630),
                                                srgb(0xEBC3A4)};
        const double headX = u / 0.235;
        const double headY = (v - 0.81) / 0.18;
        const double shoulder = std::clamp((v - 0.40) / 0.30, 0.0, 1.0);
        const double bodyX = u / (0.43 * std::sqrt(1 - 0.55 * shoulder * shoulder));
        if (empty)
            person = srgb(0x263A55) * (v < 0.6 ? 0.9F : 0.4F);
        else if (headX * headX + headY * headY < 1)
            person = headY > 0.45 ? srgb(0x241A14)
                                  : skins[hash(seat, rowIndex, m_seed + 5) & 3] *
                                        static_cast<float>(1.25 - 0.25 * headX);
        else if (v < 0.67 && bodyX * bodyX < 1)
            person = shirt * static_cast<float>(0.35 + 0.9 * v - 0.25 * bodyX * bodyX);
    }
    Light light = mix(mean * 0.62F, person, static_cast<float>(detail));
    const float aisle = coveredBands(along + aislePitch / 2, aislePitch, 1.9, footprintAlong);
    light = mix(light, srgb(0x6E747C) * (0.55F + 0.5F * coveredBands(row, 1, 0.4, footprintRow)), aisle);
    return light * (lit * 1.9F);
}

Light Bowl::board(double along, double height, double footprint) const {
    if (height > boardTop)
        return srgb(0x20242C) * 0.5F;
    constexpr double boardLength = 9;
    const double place = along / boardLength;
    const auto index = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(place)) & 0xFFFF);
    const Lettering& text = m_boards[index % m_boards.size()];
    // LED boards glow by themselves, somewhat under white so that they do not compete with the race.
    return text.at(1 - (place - std::floor(place)), 1 - height / boardTop, footprint / boardLength) * 0.85F;
}

Light Bowl::ribbon(double along, double height, double footprint) const {
    constexpr double ribbonLength = 24;
    const double place = along / ribbonLength;
    const auto index = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(place)) & 0xFFFF);
    const Lettering& text = m_ribbons[index % m_ribbons.size()];
    return text.at(1 - (place - std::floor(place)), 1 - height, footprint / ribbonLength) * 1.1F;
}

Light Bowl::roof(const Vec3& at, double distance, double footprint) const {
    const double along = alongPerimeter(at.x, at.y);
    if (distance < roofInner + lampBand) {
        // Lamps are far brighter than white: 4 is about 800 cd/m2 on a 1000 cd/m2 screen.
        const float on = coveredBands(along, 2.6, 1.5, footprint);
        return mix(srgb(0x2A2E36), Light{4.2F, 4.0F, 3.7F}, on);
    }
    const float truss =
        coveredBands(along, 9, 0.5, footprint) + coveredBands(distance, 5, 0.25, footprint) * 0.5F;
    const auto glow = static_cast<float>(std::exp(-(distance - roofInner) / 9));
    return (srgb(0x252C38) + srgb(0x9FB4CC) * (truss * 0.14F)) * (0.35F + 0.9F * glow);
}

} // namespace cutaway::demo
