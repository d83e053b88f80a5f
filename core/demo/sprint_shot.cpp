#include "core/demo/sprint_shot.h"

#include "core/demo/backdrop.h"
#include "core/demo/graphics.h"
#include "core/demo/random.h"
#include "core/demo/sprint_field.h"
#include "core/demo/start_lists.h"
#include "core/demo/track_stadium.h"

#include <nlohmann/json.hpp>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cutaway::demo {

namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr Vec3 mainLens{54, -24.0, 6.2};
constexpr double mainHalfWidth = 7.0; // metres of track to the left and right of the middle of the picture
constexpr double panoramaFocal = 1.9; // pixels per radian, per pixel of the picture's width
constexpr double lookAhead = -0.5;

double secondsAt(std::int64_t frame) {
    return static_cast<double>(frame - sprint::gunFrame) / sprint::rate.num;
}

/// A running clock shows the hundredths that have passed; an official time is rounded up.
QString officialTime(double t) {
    return QString::number(std::ceil(t * 100 - 1e-6) / 100, 'f', 2);
}

QString raceClock(double t) {
    return QString::number(std::floor(std::max(0.0, t) * 100) / 100, 'f', 2);
}

class SprintShot : public Shot {
public:
    SprintShot(SprintAngle angle, const ShotSettings& settings)
        : m_angle(angle)
        , m_settings(settings)
        , m_graphics(settings.width) {
        const TrackStadium stadium;
        if (angle == SprintAngle::Main)
            m_panorama =
                std::make_unique<Panorama>(stadium, mainLens, 7 * degree, 175 * degree, -0.43, 0.115,
                                           settings.width * panoramaFocal, settings.threads, settings.stop);
        else
            m_fixed = std::make_unique<FixedBackdrop>(stadium, camera(0), settings.threads, settings.stop);
        for (int i = 0; i < 1400; ++i) {
            const double share = hashUnit(static_cast<std::uint32_t>(i), 71);
            m_heads.push_back(stadium.seat(share, hashUnit(static_cast<std::uint32_t>(i), 72)));
        }
        makeGraphics();
    }

    Camera camera(std::int64_t frame) const override {
        const int w = m_settings.width;
        const int h = m_settings.height;
        switch (m_angle) {
        case SprintAngle::Start:
            return Camera::lookingAt({-10.6, -11.4, 3.3}, {12, -2.9, 0.35}, 47 * degree, w, h);
        case SprintAngle::Finish:
            return Camera::lookingAt({127, -10.4, 5.2}, {92, -3.75, 1.75}, 25 * degree, w, h);
        case SprintAngle::Main:
            break;
        }
        const double x = std::clamp(m_field.leaders(secondsAt(frame)) + lookAhead, 1.9, 106.5);
        const Vec3 target{x, -4.4, 1.15};
        const double distance = length(target - mainLens);
        const double fov = 2 * std::atan(mainHalfWidth / distance);
        const Camera aimed = Camera::lookingAt(mainLens, target, fov, w, h);
        // Tilted up a little, so that the runners stand in the lower half with the crowd above them.
        return Camera::atAngles(mainLens, aimed.pan(), aimed.tilt() + 0.11 * fov * h / w, fov, w, h);
    }

    media::WritableFrame paint(std::int64_t frame) override {
        const Camera cam = camera(frame);
        const double t = secondsAt(frame);
        media::WritableFrame picture = m_panorama ? m_panorama->frame(cam) : m_fixed->frame();
        flashes(picture, cam, frame);
        venueClock(picture, cam, t);
        bodies(picture, cam, t);
        overlay(picture, t);
        return picture;
    }

    nlohmann::json truth(std::int64_t frame) const override {
        const double t = secondsAt(frame);
        nlohmann::json list = nlohmann::json::array();
        for (int lane = 1; lane <= laneCount; ++lane) {
            const SprintModel& m = m_field.race().lanes[static_cast<std::size_t>(lane - 1)];
            const auto mm = [](double v) { return std::round(v * 1e4) / 1e4; };
            list.push_back({{"lane", lane},
                            {"bib", sprintFinalists()[static_cast<std::size_t>(lane - 1)].bib},
                            {"s", mm(m.position(t))},
                            {"v", mm(m.speed(t))},
                            {"s_trend", mm(m.trendPosition(t))},
                            {"v_trend", mm(m.trendSpeed(t))},
                            {"y", mm(TrackStadium::laneCentre(lane))}});
        }
        return list;
    }

private:
    void makeGraphics() {
        const auto text = [](const std::string& s) { return QString::fromStdString(s); };
        m_mark = m_graphics.mark();
        m_title = m_graphics.title(QStringLiteral("Men's 100 m Final"),
                                   QStringLiteral("Athletics  ·  Port Avella Stadium  ·  Wind +0.4 m/s"));
        std::vector<Graphics::Line> lines;
        for (const int lane : m_field.race().order()) {
            if (lines.size() == 3)
                break;
            const Entrant& e = sprintFinalists()[static_cast<std::size_t>(lane - 1)];
            const double time = m_field.race().lanes[static_cast<std::size_t>(lane - 1)].timeAt(raceDistance);
            lines.push_back(
                {QString::number(lines.size() + 1), text(e.listName()), text(e.team), officialTime(time)});
        }
        m_results = m_graphics.list(QStringLiteral("Men's 100 m Final"), lines);
        m_winningTime =
            m_field.race().lanes[static_cast<std::size_t>(m_field.race().order().front() - 1)].timeAt(
                raceDistance);
    }

    QString clockAt(double t) const { return t < m_winningTime ? raceClock(t) : officialTime(m_winningTime); }

    void flashes(media::WritableFrame& picture, const Camera& cam, std::int64_t frame) const {
        const double t = secondsAt(frame);
        // Everybody photographs the start and the finish.
        const double eager =
            0.0022 * (1 + 3 * std::exp(-std::pow(t / 0.5, 2)) + 4 * std::exp(-std::pow((t - 9.8) / 0.7, 2)));
        for (std::size_t i = 0; i < m_heads.size(); ++i) {
            const auto id = static_cast<std::uint32_t>(i);
            for (std::int64_t age = 0; age < 3; ++age) {
                if (hashUnit(id, static_cast<std::uint32_t>(frame - age), 5) > eager)
                    continue;
                const auto at = cam.project(m_heads[i]);
                if (!at || at->x < -50 || at->x > cam.width() + 50 || at->y < -50 ||
                    at->y > cam.height() + 50)
                    continue;
                const double radius = std::clamp(cam.pixelsPerMetre(at->depth) * 0.9, 4.0, 60.0) /
                                      (1.0 + static_cast<double>(age));
                paintFlash(at->x, at->y, radius, age == 0 ? 3.6F : 1.4F)
                    .compose(picture, age == 0 ? 1 : 0.5F);
            }
        }
    }

    void venueClock(media::WritableFrame& picture, const Camera& cam, double t) const {
        QImage board = paintSurface(420, 180);
        board.fill(toPaint(srgb(0x0B0D10)));
        QPainter painter(&board);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(figureFont(132));
        painter.setPen(toPaint(Light{2.2F, 1.55F, 0.25F}));
        painter.drawText(board.rect(), Qt::AlignCenter, clockAt(t));
        painter.end();
        // Two boxes: one faces the runners' approach and the main stand, one looks back down the straight.
        paintPanel(cam, {Vec3{100.6, 1.9, 1.75}, {102.3, 1.9, 1.75}, {102.3, 1.9, 1.05}, {100.6, 1.9, 1.05}},
                   board)
            .compose(picture);
        if (m_angle == SprintAngle::Finish)
            paintPanel(cam, {Vec3{86, 4.9, 1.75}, {86, 3.5, 1.75}, {86, 3.5, 1.15}, {86, 4.9, 1.15}},
                       mirroredIfBehind(cam, board))
                .compose(picture);
    }

    static QImage mirroredIfBehind(const Camera& cam, const QImage& board) {
        const auto a = cam.project({86, 4.9, 1});
        const auto b = cam.project({86, 3.5, 1});
        return a && b && a->x > b->x ? board.mirrored(true, false) : board;
    }

    void bodies(media::WritableFrame& picture, const Camera& cam, double t) const {
        std::vector<std::vector<Part>> all = m_field.runners(t);
        for (std::vector<Part>& thing : m_field.furniture(t))
            all.push_back(std::move(thing));
        std::ranges::sort(all, std::greater(), [&cam](const std::vector<Part>& body) {
            return length(body.front().from - cam.position());
        });
        for (const std::vector<Part>& body : all)
            if (visible(body, cam))
                paintShadow(body, cam, 0.62F).compose(picture);
        for (const std::vector<Part>& body : all)
            if (visible(body, cam))
                paintFigure(body, cam, m_lighting).compose(picture);
    }

    static bool visible(const std::vector<Part>& body, const Camera& cam) {
        const auto at = cam.project(body.front().from);
        const double margin = at ? 2.2 * cam.pixelsPerMetre(at->depth) : 0;
        return at && at->depth > 0.5 && at->x > -margin && at->x < cam.width() + margin && at->y > -margin &&
               at->y < cam.height() + margin;
    }

    void overlay(media::WritableFrame& picture, double t) const {
        if (m_angle != SprintAngle::Main)
            return;
        const auto fade = [](double from, double to, double v) {
            return static_cast<float>(smoothStep(from, to, v));
        };
        m_mark.compose(picture);
        m_title.compose(picture, 1 - fade(1.5, 1.9, t));
        if (t > -0.6)
            m_graphics.clock(clockAt(t)).compose(picture, fade(-0.6, -0.3, t));
        m_results.compose(picture, fade(m_winningTime + 0.45, m_winningTime + 0.75, t));
    }

    SprintAngle m_angle;
    ShotSettings m_settings;
    SprintField m_field;
    Graphics m_graphics;
    Lighting m_lighting;
    std::unique_ptr<Panorama> m_panorama;
    std::unique_ptr<FixedBackdrop> m_fixed;
    std::vector<Vec3> m_heads;
    Tile m_mark;
    Tile m_title;
    Tile m_results;
    double m_winningTime = 0;
};

} // namespace

std::unique_ptr<Shot> makeSprintShot(SprintAngle angle, const ShotSettings& settings) {
    return std::make_unique<SprintShot>(angle, settings);
}

} // namespace cutaway::demo
