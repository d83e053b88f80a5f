#include "core/demo/track_stadium.h"

#include "core/demo/boards.h"
#include "core/demo/graphics.h"
#include "core/demo/random.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cutaway::demo {

namespace {

constexpr double bendRadius = 36.5; // from the bend's centre to the inner edge of lane 1
constexpr double straight = 84.39;  // metres, up to the finish
constexpr double finish = 100;
constexpr int lanes = 8;
constexpr double chuteStart = -9;
constexpr double boardsY = 3.2;
constexpr double boardsHeight = 0.95;
constexpr double boardsFrom = 6;
constexpr double boardsTo = 114;
constexpr double boardLength = 9;

Lettering laneNumber(int number) {
    QImage image(128, 128, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setPen(Qt::white);
    painter.setFont(graphicsFont(128, QFont::Bold));
    painter.drawText(image.rect(), Qt::AlignCenter, QString::number(number));
    painter.end();
    return Lettering(image);
}

/// The Games' name, painted on the run-off beside the track.
Lettering apronLettering() {
    QImage image(2400, 200, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setPen(Qt::white);
    QFont font = graphicsFont(200, QFont::Black);
    font.setLetterSpacing(QFont::PercentageSpacing, 112);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, QStringLiteral("MERIDIAN GAMES"));
    painter.end();
    return Lettering(image);
}

/// Slow variation of a surface, -1 to 1, that no eye can trace to a grid.
float mottle(double x, double y) {
    return static_cast<float>(0.5 * std::sin(x * 0.31 + 1.7 * std::sin(y * 0.23)) +
                              0.5 * std::sin(y * 0.41 + 1.3 * std::sin(x * 0.19 + 2)));
}

/// Pools of light under the lamps of the roof.
float floodlight(double x, double y) {
    return 0.94F + 0.05F * static_cast<float>(std::sin(x * 0.105 + 0.6)) +
           0.03F * static_cast<float>(std::sin(y * 0.16));
}

} // namespace

TrackStadium::TrackStadium()
    : Bowl({finish - straight, finish, bendRadius, 55}, 2031, "EVENING SESSION  DAY 1")
    , m_trackside(trackBoards())
    , m_apronName(apronLettering()) {
    for (int i = 1; i <= lanes; ++i)
        m_laneNumbers.push_back(laneNumber(i));
}

// A row of boards stands on the infield's edge and faces the home straight.
Light TrackStadium::look(const Vec3& from, const Vec3& direction, double pixelAngle) const {
    if (from.y < boardsY && direction.y > 0) {
        const double t = (boardsY - from.y) / direction.y;
        const Vec3 at = from + direction * t;
        const double footprint = pixelAngle * t;
        const double side = footprint / std::max(0.05, std::abs(direction.y));
        if (at.z > -footprint && at.z < boardsHeight + footprint && at.x > boardsFrom && at.x < boardsTo) {
            const double place = (at.x - boardsFrom) / boardLength;
            const auto index = static_cast<std::size_t>(place);
            const Light face = m_trackside[index % m_trackside.size()].at(
                place - std::floor(place), 1 - at.z / boardsHeight, side / boardLength);
            const float solid = covered(at.z, 0, boardsHeight, footprint);
            return mix(Bowl::look(from, direction, pixelAngle), face * 0.9F, solid);
        }
    }
    return Bowl::look(from, direction, pixelAngle);
}

Light TrackStadium::floor(double x, double y, double footX, double footY) const {
    const double d = distanceFromLine(x, y);
    const double inward = bendRadius - d; // the lanes' y, also in the bends
    const bool chute = x < finish - straight && y < bendRadius - 20;
    const double across = chute ? y : inward;
    const double footAcross =
        x > finish || (!chute && x < finish - straight) ? std::hypot(footX, footY) * 0.7 : footY;
    const float light = floodlight(x, y);

    static const Light red = srgb(0xB64C31);
    static const Light blue = srgb(0x2B6480);
    static const Light green = srgb(0x4F8A3A);
    static const Light gold = srgb(0xE0A93A);
    const float slow = mottle(x, y);
    const Light tartan = red * (0.96F + 0.035F * slow);
    const Light apron = blue * (0.70F + 0.02F * slow);
    const auto fleck = [&](float depth) {
        const double fade = 1 - smoothStep(0.006, 0.05, std::max(footX, footY));
        if (fade <= 0)
            return 1.0F;
        const auto gx = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(x / 0.012)));
        const auto gy = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(y / 0.012)));
        return 1 + depth * static_cast<float>(fade) * (hashUnit(gx, gy, 3) - 0.5F);
    };

    const double bottom = -TrackStadium::laneWidth * lanes;
    const float onTrack =
        std::max(covered(across, bottom, 0, footAcross) * (chute && x < chuteStart ? 0.0F : 1.0F),
                 covered(inward, bottom, 0, std::hypot(footX, footY) * 0.7));
    const float stripe = coveredBands(x, 11, 5.5, footX);
    const Light grass = green * ((0.52F + 0.10F * stripe) * (1 + 0.05F * slow));
    // The infield: grass, with the arcs of the high jump's apron at its ends.
    Light ground = apron;
    const float infield = covered(inward, 1.3, 1000, footAcross);
    ground = mix(ground, grass, infield);
    const double arc = std::hypot(x - finish - 4, y - bendRadius);
    if (inward > 1.3 && x > finish - 6)
        ground = mix(ground, tartan * 0.9F, covered(arc, 0, 22, 0.3));
    ground = mix(ground, tartan * fleck(0.05F), onTrack);

    // The apron: the Games' name and a line along its edge.
    if (y < bottom) {
        const double right = (x - 4) / 30;
        const double up = (y + 13.6) / 2.5;
        const double repeat = right - std::floor(right);
        if (x > 4 && x < 94 && up > 0 && up < 1)
            ground = mix(ground, Light{0.30F, 0.45F, 0.52F},
                         m_apronName.at(repeat, 1 - up, std::max(footX, footY * 2) / 30).g * 0.8F);
        ground = mix(ground, gold * 0.6F, covered(y, bottom - 0.75, bottom - 0.60, footY));
    }

    // White lines: the lane lines, a kerb, the start and the finish.
    float white = 0;
    for (int line = 0; line <= lanes; ++line) {
        const double at = -TrackStadium::laneWidth * line;
        const double edge = line == 0 ? at : at + TrackStadium::lineWidth;
        if (std::abs(across - at) < 1.0 && !(chute && x < chuteStart))
            white += covered(across, edge - TrackStadium::lineWidth, edge, footAcross);
        if (chute && std::abs(inward - at) < 1.0)
            white += covered(inward, edge - TrackStadium::lineWidth, edge, std::hypot(footX, footY) * 0.7);
    }
    const float inLanes = covered(y, bottom, 0, footY);
    if (y < 3) {
        white += covered(x, -TrackStadium::lineWidth, 0, footX) * inLanes;
        white += covered(x, finish, finish + TrackStadium::lineWidth, footX) * inLanes;
        // Ticks on each lane line every ten metres, at their real distances.
        if (y < 0.4 && y > bottom - 0.4 && x > 5 && x < 97) {
            const float tick = coveredBands(x + 0.05, 10, 0.10, footX);
            const float beside = coveredBands(y + 0.125, TrackStadium::laneWidth, 0.30, footY);
            white += tick * beside * 0.9F;
        }
    }
    ground = mix(ground, Light{0.80F, 0.80F, 0.78F}, std::min(1.0F, white));
    // Lane numbers before the finish and behind the start, to be read in the direction of running.
    const double lane = -y / TrackStadium::laneWidth;
    if (lane > 0 && lane < lanes) {
        const auto index = static_cast<std::size_t>(lane);
        for (const double from : {-4.2, 1.6, 96.6, 102.0}) {
            constexpr double size = 0.92;
            const double up = (x - from) / (size * 1.5);
            const double side =
                (lane - static_cast<double>(index) - 0.5) * TrackStadium::laneWidth / size + 0.5;
            if (up > 0 && up < 1 && side > 0 && side < 1)
                ground = mix(ground, Light{0.80F, 0.80F, 0.78F},
                             m_laneNumbers[index].at(side, 1 - up, std::max(footX / 1.5, footY) / size).g);
        }
    }
    return ground * light;
}

} // namespace cutaway::demo
