#include "core/demo/swim_hall.h"

#include "core/demo/graphics.h"
#include "core/demo/swim_race.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr double ceiling = 34;

Lettering deckLettering() {
    QImage image(2000, 160, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setPen(Qt::white);
    QFont font = graphicsFont(150, QFont::Black);
    font.setLetterSpacing(QFont::PercentageSpacing, 110);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, QStringLiteral("MERIDIAN GAMES"));
    painter.end();
    return Lettering(image);
}

} // namespace

SwimHall::SwimHall()
    : Bowl({8, 42, -swim::poolWidth / 2, 25}, 77, "SWIMMING FINALS  DAY 1")
    , m_deckName(deckLettering()) {}

Light SwimHall::bottom(double x, double y, double footX, double footY) const {
    static const Light tiles = srgb(0x6FD3EA);
    static const Light line = srgb(0x0D2B57);
    Light floor = tiles * (0.86F + 0.05F * coveredBands(x, 2.5, 1.25, footX));
    // The black line of each lane ends in a T two metres before the wall.
    const double lane = y / swim::laneWidth - 0.5;
    const double side = (lane - std::floor(lane) - 0.5) * swim::laneWidth;
    const bool inLane = y < -1.25 && y > -swim::poolWidth + 1.25;
    if (inLane) {
        const float along = covered(x, 2, 48, footX) * covered(side, -0.125, 0.125, footY);
        const float cap =
            (covered(x, 2, 2.25, footX) + covered(x, 47.75, 48, footX)) * covered(side, -0.5, 0.5, footY);
        floor = mix(floor, line, std::min(1.0F, along + cap) * 0.9F);
    }
    return floor;
}

Light SwimHall::floor(double x, double y, double footX, double footY) const {
    using namespace swim;
    if (x > 0 && x < poolLength && y < 0 && y > -poolWidth) {
        // The ropes float on the surface; their first five metres are red, the rest blue and white in turn.
        const double rope = y / laneWidth - 0.5;
        const double fromRope = (rope - std::round(rope)) * laneWidth;
        float floats = 0;
        Light ropeColour;
        if (y < -0.6 && y > -poolWidth + 0.6) {
            floats =
                covered(fromRope, -0.075, 0.075, footY) * (0.8F + 0.2F * coveredBands(x, 0.15, 0.11, footX));
            const bool ends = x < 5 || x > poolLength - 5;
            static const Light red = srgb(0xD23A2E);
            static const Light white = srgb(0xE9EEF2);
            static const Light blue = srgb(0x1E5FAF);
            static const Light yellow = srgb(0xEFC02E);
            const double band = x - std::floor(x / 2.5) * 2.5;
            const bool marker = std::abs(x - 15) < 0.15 || std::abs(x - 35) < 0.15;
            ropeColour = marker ? yellow : ends ? red : band < 1.25 ? blue : white;
        }
        static const Light water = srgb(0x1B86B8);
        const double depthShift = 0.6; // the floor seems to lie higher and further away than it does
        Light pool = mix(bottom(x, y + depthShift * 0.35, footX + 0.02, footY + 0.02), water, 0.38F) * 0.78F;
        pool = mix(pool, srgb(0xBFE6F2) * 0.7F,
                   0.10F * static_cast<float>(std::exp(-std::abs(x - poolLength / 2) / 30)));
        return mix(pool, ropeColour * 0.85F, floats);
    }
    // The deck: pale tiles, a gutter, the wall's blocks, the Games' name.
    static const Light deck = srgb(0xB9C4CC);
    static const Light gutter = srgb(0x3E6C8A);
    const double outX = std::max({-x, x - poolLength, 0.0});
    const double outY = std::max({y, -poolWidth - y, 0.0});
    const double out = std::max(outX, outY);
    const float joints = std::max(coveredBands(x, 0.6, 0.02, footX), coveredBands(y, 0.6, 0.02, footY));
    Light ground = deck * (0.62F - 0.10F * joints);
    ground = mix(ground, gutter * 0.7F, covered(out, 0, 0.35, std::max(footX, footY)));
    ground = mix(ground, srgb(0x12356B) * 0.8F, covered(out, 2.6, 3.0, std::max(footX, footY)));
    if (y > 0.9 && y < 2.3) {
        const double place = (x - 5) / 20;
        if (place > 0 && place < 2)
            ground = mix(
                ground, srgb(0x12356B),
                m_deckName.at(place - std::floor(place), 1 - (y - 0.9) / 1.4, std::max(footX, footY) / 20).g);
    }
    return ground;
}

Light SwimHall::above(const Vec3& from, const Vec3& direction, double pixelAngle) const {
    if (direction.z < 0.01)
        return srgb(0x1A2230) * 0.5F;
    const double t = (ceiling - from.z) / direction.z;
    const double x = from.x + direction.x * t;
    const double y = from.y + direction.y * t;
    const double footprint = pixelAngle * t;
    const float lamp = coveredBands(y, 6, 0.9, footprint) * coveredBands(x, 5, 3.2, footprint);
    const float beam = coveredBands(x, 10, 0.6, footprint);
    const Light roof = srgb(0x2B3A4C) * (0.55F + 0.3F * beam);
    return mix(roof, Light{3.4F, 3.5F, 3.6F}, lamp);
}

} // namespace cutaway::demo
