#include "core/demo/swim_shot.h"

#include "core/demo/athlete.h"
#include "core/demo/backdrop.h"
#include "core/demo/graphics.h"
#include "core/demo/random.h"
#include "core/demo/start_lists.h"
#include "core/demo/swim_hall.h"
#include "core/demo/swim_race.h"
#include "core/demo/water.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cutaway::demo {

namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr double twoPi = 2 * std::numbers::pi;

double secondsAt(std::int64_t frame) {
    return static_cast<double>(frame) / swim::rate.num;
}

struct SwimLook {
    MaterialPtr skin;
    MaterialPtr wetSkin; ///< seen through water
    MaterialPtr cap;
    MaterialPtr wetCap;
    MaterialPtr suit;
};

class SwimShot : public Shot {
public:
    SwimShot(SwimAngle angle, const ShotSettings& settings)
        : m_angle(angle)
        , m_settings(settings)
        , m_race(swimRace())
        , m_backdrop(SwimHall(), camera(0), settings.threads, settings.stop)
        , m_graphics(settings.width)
        , m_foam(std::make_shared<const Material>(srgb(0xF2FAFF), 0.2F)) {
        const Light water = srgb(0x2A93BF);
        const auto wet = [&](const Light& c) {
            return std::make_shared<const Material>(mix(c, water, 0.52F));
        };
        static constexpr std::array<std::uint32_t, 3> tones{0xC98F6B, 0xE0AC8A, 0xB57B55};
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            const Entrant& e = swimFinalists()[i];
            const Light skin = srgb(tones[i % tones.size()]);
            const Light cap = srgb(team(e.team).main);
            m_looks[i] = {std::make_shared<const Material>(skin, 0.5F), wet(skin),
                          std::make_shared<const Material>(cap, 0.4F), wet(cap),
                          std::make_shared<const Material>(mix(srgb(0x14161C), water, 0.45F))};
        }
        m_mark = m_graphics.mark();
        m_title = m_graphics.title(QStringLiteral("Men's 100 m Freestyle Final"),
                                   QStringLiteral("Swimming  ·  Port Avella Aquatics Centre"));
    }

    Camera camera(std::int64_t) const override {
        const int w = m_settings.width;
        const int h = m_settings.height;
        if (m_angle == SwimAngle::Main)
            return Camera::lookingAt({36, -33.5, 8.2}, {41.0, -11.5, 0.4}, 50 * degree, w, h);
        return Camera::lookingAt({57.4, -12.5, 4.7}, {44, -10.6, 0}, 60 * degree, w, h);
    }

    media::WritableFrame paint(std::int64_t frame) override {
        const double t = secondsAt(frame);
        const Camera cam = camera(frame);
        media::WritableFrame picture = m_backdrop.frame();
        m_water.ripple(picture, cam, 0, swim::poolLength, -swim::poolWidth, 0, t);
        std::vector<Patch> wake;
        for (int lane = 1; lane <= 8; ++lane)
            addWake(wake, lane, t);
        paintPatches(picture, wake, cam, srgb(0xF4FBFF));
        for (int lane = 1; lane <= 8; ++lane) // the far lanes first
            paintFigure(body(lane, t), cam, m_lighting).compose(picture);
        for (int lane = 1; lane <= 8; ++lane)
            paintFigure(spray(lane, t), cam, m_lighting).compose(picture, 0.85F);
        overlay(picture, t);
        return picture;
    }

    nlohmann::json truth(std::int64_t frame) const override {
        const double t = secondsAt(frame);
        nlohmann::json list = nlohmann::json::array();
        const auto mm = [](double v) { return std::round(v * 1e4) / 1e4; };
        for (int lane = 1; lane <= 8; ++lane) {
            const SwimModel& m = m_race[static_cast<std::size_t>(lane - 1)];
            list.push_back({{"lane", lane},
                            {"x", mm(m.position(t))},
                            {"y", mm(swim::laneCentre(lane))},
                            {"z", mm(-m.depth(t))},
                            {"v", mm(m.velocity(t))}});
        }
        return list;
    }

private:
    /// A swimmer as solids; what is under water takes the water's colour.
    std::vector<Part> body(int lane, double t) const {
        const auto i = static_cast<std::size_t>(lane - 1);
        const SwimModel& m = m_race[i];
        const SwimLook& look = m_looks[i];
        const double x = m.position(t);
        const double y = swim::laneCentre(lane);
        const double z = -m.depth(t);
        const auto stage = m.stage(t);
        const double roll = smoothStep(m.touch - 0.75, m.touch, t);
        const double heading = stage == SwimModel::Stage::Swimming ? 1 : -1;
        std::vector<Part> parts;
        const auto add = [&](const Vec3& a, const Vec3& b, double ra, double rb, const MaterialPtr& dry,
                             const MaterialPtr& wet) {
            parts.push_back({a, b, ra, rb, (a.z + b.z) / 2 + std::max(ra, rb) * 0.62 > 0 ? dry : wet});
        };
        if (stage == SwimModel::Stage::Turning) {
            // Curled up, somersaulting, then feet on the wall.
            const double angle = roll * std::numbers::pi;
            const Vec3 hips{x + 0.35 * std::cos(angle) * 0.3 + 0.25, y, z * 0.7 + 0.10 * std::sin(angle)};
            const Vec3 head{x - 0.2 * roll, y, z * 0.8};
            add(hips, head, .17, .17, look.skin, look.wetSkin);
            add(head, head + Vec3{0.05, 0, 0.02}, .13, .12, look.cap, look.wetCap);
            const Vec3 knee{lerp(x - 0.3, x + 0.55, roll), y + 0.1, z * 0.6 + 0.25 * std::sin(angle)};
            const Vec3 foot{lerp(x - 1.0, swim::poolLength - 0.25, roll), y + 0.1,
                            z * 0.7 + 0.30 * std::sin(angle)};
            for (const double side : {-0.1, 0.12}) {
                add(hips, knee + Vec3{0, side, 0}, .09, .07, look.suit, look.suit);
                add(knee + Vec3{0, side, 0}, foot + Vec3{0, side, 0}, .06, .05, look.skin, look.wetSkin);
            }
            return parts;
        }
        const double cycle = twoPi * (m.strokeRate * t + m.phase);
        const bool gliding = stage == SwimModel::Stage::Gliding && m.depth(t) > 0.3;
        const double rock = gliding ? 0 : 0.10 * std::sin(cycle);
        const Vec3 head{x, y, z + 0.02};
        const Vec3 chest{x - heading * 0.30, y, z};
        const Vec3 hips{x - heading * 0.85, y, z - 0.04};
        add(chest + Vec3{0, 0.17, rock}, chest + Vec3{0, -0.17, -rock}, .10, .10, look.skin, look.wetSkin);
        add(chest, hips, .165, .125, look.skin, look.wetSkin);
        add(hips, hips - Vec3{heading * 0.22, 0, 0}, .125, .11, look.suit, look.suit);
        add(head - Vec3{heading * 0.04, 0, 0}, head + Vec3{heading * 0.05, 0, -0.02}, .115, .10, look.cap,
            look.wetCap);
        for (const double side : {0.09, -0.09}) {
            const double kick = (gliding ? 0.22 : 0.13) * std::sin(cycle * 3 + (gliding ? 0 : side * 35));
            const Vec3 knee = hips - Vec3{heading * 0.5, -side, 0.03 - kick * 0.5};
            const Vec3 foot = knee - Vec3{heading * 0.48, 0, 0.02 - kick};
            add(hips + Vec3{0, side, 0}, knee, .085, .06, look.suit, look.suit);
            add(knee, foot, .058, .045, look.skin, look.wetSkin);
        }
        for (const double side : {1.0, -1.0}) {
            const Vec3 shoulder = chest + Vec3{heading * 0.06, side * 0.19, side * rock};
            if (gliding) {
                add(shoulder, shoulder + Vec3{heading * 0.65, -side * 0.17, 0}, .05, .035, look.skin,
                    look.wetSkin);
                continue;
            }
            // The arm turns like a wheel: over the water forwards, under it backwards.
            const double turn = cycle + (side > 0 ? 0 : std::numbers::pi);
            const double reach = std::cos(turn);
            const double lift = std::sin(turn);
            const Vec3 elbow =
                shoulder + Vec3{heading * 0.30 * reach, side * 0.10 * std::max(0.0, lift), 0.28 * lift};
            const Vec3 hand = elbow + Vec3{heading * (0.30 * reach + 0.12), -side * 0.06, 0.24 * lift - 0.08};
            add(shoulder, elbow, .055, .045, look.skin, look.wetSkin);
            add(elbow, hand, .045, .035, look.skin, look.wetSkin);
            add(hand, hand + Vec3{heading * 0.1, 0, -0.03}, .04, .03, look.skin, look.wetSkin);
        }
        return parts;
    }

    bool atSurface(const SwimModel& m, double t) const { return m.depth(t) < 0.25; }

    void addWake(std::vector<Patch>& patches, int lane, double t) const {
        const SwimModel& m = m_race[static_cast<std::size_t>(lane - 1)];
        constexpr int trail = 34;
        for (int k = 0; k < trail; ++k) {
            // Foam stays where it was made and fades within two seconds.
            const double age = 0.055 * k + 0.02;
            const double then = std::floor((t - age) / 0.055) * 0.055;
            const auto id = static_cast<std::uint32_t>(std::llround(then / 0.055) + 1000);
            const double made = t - then;
            const bool splash = std::abs(then - m.touch) < 0.35;
            if (!atSurface(m, then) && !splash)
                continue;
            const double heading = m.velocity(then) > 0 ? 1 : -1;
            const auto u = static_cast<std::uint32_t>(lane);
            const double side = (hashUnit(id, u, 1) - 0.5) * (0.5 + 0.5 * made);
            const double back = 0.9 + 1.0 * hashUnit(id, u, 2);
            patches.push_back({{m.position(then) - heading * back, swim::laneCentre(lane) + side, 0},
                               0.16 + 0.30 * made + (splash ? 0.4 : 0.0),
                               static_cast<float>(0.75 * std::exp(-made / 0.75))});
        }
        if (atSurface(m, t)) {
            const double heading = m.velocity(t) > 0 ? 1 : -1;
            patches.push_back({{m.position(t) + heading * 0.22, swim::laneCentre(lane), 0}, 0.30, 0.5F});
        }
    }

    /// Drops thrown up by hands and feet, each on its own short flight.
    std::vector<Part> spray(int lane, double t) const {
        const SwimModel& m = m_race[static_cast<std::size_t>(lane - 1)];
        std::vector<Part> drops;
        constexpr int perLane = 46;
        constexpr double life = 0.36;
        for (int k = 0; k < perLane; ++k) {
            const auto u = static_cast<std::uint32_t>(lane * 100 + k);
            const double offset = hashUnit(u, 3) * life;
            const double birth = std::floor((t + offset) / life) * life - offset;
            const double age = t - birth;
            const auto id = static_cast<std::uint32_t>(std::llround(birth * 1000) + 100000);
            const bool rolling = std::abs(birth - m.touch + 0.25) < 0.4;
            if (!atSurface(m, birth) && !rolling)
                continue;
            const double heading = m.velocity(birth) > 0 ? 1 : -1;
            const bool feet = k % 2 == 0;
            const double strength = rolling ? 1.7 : feet ? 1.0 : 0.75;
            const Vec3 from{m.position(birth) + heading * (feet ? -1.75 : 0.45),
                            swim::laneCentre(lane) + (hashUnit(id, u, 4) - 0.5) * 0.5, 0};
            const Vec3 speed{heading * (hashUnit(id, u, 5) * 1.4 - 0.2), (hashUnit(id, u, 6) - 0.5) * 1.6,
                             strength * (0.9 + 1.5 * hashUnit(id, u, 7))};
            const Vec3 at = from + speed * age - Vec3{0, 0, 4.9 * age * age};
            if (at.z < -0.02)
                continue;
            const double size = 0.008 + 0.022 * hashUnit(id, u, 8) * (1 - age / life * 0.6);
            drops.push_back({at, at - speed * 0.02, size, size * 0.7, m_foam});
        }
        return drops;
    }

    void overlay(media::WritableFrame& picture, double t) const {
        if (m_angle != SwimAngle::Main)
            return;
        m_mark.compose(picture);
        m_title.compose(picture, 1 - static_cast<float>(smoothStep(1.2, 1.6, t)));
        const double clock = swim::raceTimeAtStart + t;
        m_graphics.clock(QString::number(std::floor(clock * 100) / 100, 'f', 2)).compose(picture);
        std::vector<std::pair<double, int>> order;
        for (int lane = 1; lane <= 8; ++lane)
            order.emplace_back(m_race[static_cast<std::size_t>(lane - 1)].touch, lane);
        std::ranges::sort(order);
        std::vector<Graphics::Line> lines;
        for (const auto& [touch, lane] : order) {
            if (lines.size() == 3)
                break;
            const Entrant& e = swimFinalists()[static_cast<std::size_t>(lane - 1)];
            lines.push_back(
                {QString::number(lines.size() + 1), QString::fromStdString(e.listName()),
                 QString::fromLatin1(e.team),
                 QString::number(std::floor((swim::raceTimeAtStart + touch) * 100) / 100, 'f', 2)});
        }
        const auto shown = static_cast<float>(smoothStep(order[2].first + 0.3, order[2].first + 0.6, t));
        if (shown > 0)
            m_graphics.list(QStringLiteral("50 m"), lines).compose(picture, shown);
    }

    SwimAngle m_angle;
    ShotSettings m_settings;
    std::array<SwimModel, 8> m_race;
    FixedBackdrop m_backdrop;
    Graphics m_graphics;
    Lighting m_lighting;
    Water m_water;
    std::array<SwimLook, 8> m_looks;
    MaterialPtr m_foam;
    Tile m_mark;
    Tile m_title;
};

} // namespace

std::unique_ptr<Shot> makeSwimShot(SwimAngle angle, const ShotSettings& settings) {
    return std::make_unique<SwimShot>(angle, settings);
}

} // namespace cutaway::demo
