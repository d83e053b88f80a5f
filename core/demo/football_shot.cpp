#include "core/demo/football_shot.h"

#include "core/demo/athlete.h"
#include "core/demo/backdrop.h"
#include "core/demo/football_ground.h"
#include "core/demo/football_match.h"
#include "core/demo/graphics.h"
#include "core/demo/start_lists.h"

#include <nlohmann/json.hpp>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cutaway::demo {

namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr int players = 2 * football::teamSize;
constexpr int matchMinute = 63;
constexpr double goalHalf = 3.66;
constexpr double goalHeight = 2.44;
constexpr double goalDepth = 2.0;

double secondsAt(std::int64_t frame) {
    return static_cast<double>(frame) * football::rate.den / football::rate.num;
}

MaterialPtr cloth(std::uint32_t hex) {
    return std::make_shared<const Material>(srgb(hex));
}

class FootballShot : public Shot {
public:
    FootballShot(FootballAngle angle, const ShotSettings& settings)
        : m_angle(angle)
        , m_settings(settings)
        , m_backdrop(FootballGround(), camera(0), settings.threads, settings.stop)
        , m_graphics(settings.width)
        , m_white(std::make_shared<const Material>(srgb(0xF4F4F0), 0.2F))
        , m_dark(cloth(0x22252B)) {
        for (int i = 0; i < players; ++i)
            m_looks.push_back(playerLook(i));
        Look referee = m_looks[1];
        referee.shirt = cloth(0x17181C);
        referee.sleeve = referee.shirt;
        referee.shorts = cloth(0x17181C);
        referee.socks = referee.shorts;
        m_looks.push_back(referee);
        m_mark = m_graphics.title(QStringLiteral("Goal  ·  ") + QString::fromLatin1(homePlayers()[9]),
                                  QStringLiteral("Valmere 1  Tremond 0  ·  63'"));
        makeNet();
    }

    Camera camera(std::int64_t) const override {
        const int w = m_settings.width;
        const int h = m_settings.height;
        if (m_angle == FootballAngle::Main)
            return Camera::lookingAt({22, -46.2, 13.5}, {33.5, -1.5, 0}, 46 * degree, w, h);
        return Camera::lookingAt({59.5, 10.5, 3.0}, {41, -6.5, 0.9}, 58 * degree, w, h);
    }

    media::WritableFrame paint(std::int64_t frame) override {
        const double t = secondsAt(frame);
        const Camera cam = camera(frame);
        media::WritableFrame picture = m_backdrop.frame();
        std::vector<std::vector<Part>> all;
        for (int i = 0; i <= players; ++i)
            all.push_back(body(i, t));
        const Vec3 ball = m_match.ball(t);
        all.push_back(
            {{ball, ball + Vec3{0.001, 0, 0}, 0.115, 0.115, m_white},
             {ball + Vec3{0.03, -0.04, 0.03}, ball + Vec3{0.03, -0.03, 0.03}, .045, .045, m_dark, .2}});
        all.push_back(frameOfGoal());
        std::ranges::sort(all, std::greater(), [&cam](const std::vector<Part>& b) {
            return length(b.front().from - cam.position());
        });
        for (const std::vector<Part>& b : all)
            if (visible(b, cam))
                paintShadow(b, cam, 0.55F).compose(picture);
        bool netDrawn = false;
        for (const std::vector<Part>& b : all) {
            // The net hangs between the goal line and what stands in front of it.
            if (!netDrawn &&
                length(b.front().from - cam.position()) < length(Vec3{53, 0, 0} - cam.position())) {
                m_net.compose(picture, 0.7F);
                netDrawn = true;
            }
            if (visible(b, cam))
                paintFigure(b, cam, m_lighting).compose(picture);
        }
        if (!netDrawn)
            m_net.compose(picture, 0.7F);
        overlay(picture, t);
        return picture;
    }

    nlohmann::json truth(std::int64_t frame) const override {
        const double t = secondsAt(frame);
        const auto mm = [](double v) { return std::round(v * 1e4) / 1e4; };
        nlohmann::json list = nlohmann::json::array();
        for (int i = 0; i < players; ++i) {
            const Vec3 at = m_match.player(i, t);
            list.push_back({{"team", i < football::teamSize ? homeTeam : awayTeam},
                            {"number", i % football::teamSize + 1},
                            {"x", mm(at.x)},
                            {"y", mm(at.y)},
                            {"v", mm(length(m_match.velocity(i, t)))}});
        }
        const Vec3 ball = m_match.ball(t);
        list.push_back({{"ball", true}, {"x", mm(ball.x)}, {"y", mm(ball.y)}, {"z", mm(ball.z)}});
        return list;
    }

private:
    static Look playerLook(int index) {
        const bool home = index < football::teamSize;
        const int number = index % football::teamSize + 1;
        const Team& colours = team(home ? homeTeam : awayTeam);
        const bool keeper = number == 1;
        Look look;
        look.height = 1.76 + 0.02 * ((index * 7) % 6);
        look.girth = 0.98;
        look.skin = skinTone(static_cast<unsigned>(index * 5 + 1));
        const std::uint32_t main = keeper ? (home ? 0xE05AA0u : 0xF28C28u) : colours.main;
        const std::uint32_t trim = keeper ? 0x1A1A1Eu : colours.trim;
        look.shirt = shirtWithNumber(srgb(main), srgb(trim), std::to_string(number), !home && !keeper);
        look.sleeve = cloth(main);
        look.shorts = cloth(keeper ? 0x1A1A1Eu : colours.shorts);
        look.socks = cloth(main);
        look.shoes = cloth(index % 3 ? 0x1C1D20u : 0xF2C230u);
        look.hair = hairColour(static_cast<unsigned>(index));
        look.hairStyle = std::array{0, 3, 0, 2}[static_cast<std::size_t>(index) % 4];
        return look;
    }

    std::vector<Part> body(int index, double t) const {
        const bool referee = index == players;
        const Vec3 at = referee ? Vec3{24 + 1.4 * t, 7.5 - 0.5 * t, 0} : m_match.player(index, t);
        const Vec3 v = referee ? Vec3{1.4, -0.5, 0} : m_match.velocity(index, t);
        const double speed = length(v);
        const Vec3 toBall = m_match.ball(t) - at;
        // Walking players look at the ball; running ones look where they run.
        const double towardsBall = std::atan2(toBall.y, toBall.x);
        const double towardsRun = std::atan2(v.y, v.x);
        const double turn = std::remainder(towardsRun - towardsBall, 2 * std::numbers::pi);
        const double heading = towardsBall + turn * smoothStep(0.8, 2.4, speed);
        // Distance run gives the steps, so that feet do not slide: integrated in small parts.
        double steps = index * 0.37;
        const int parts = static_cast<int>(t / 0.1) + 1;
        for (int k = 0; k < parts; ++k) {
            const double when = t * (k + 0.5) / parts;
            const double s = referee ? 1.5 : length(m_match.velocity(index, when));
            steps += t / parts * s / (0.55 + 0.13 * s);
        }
        const double effort = std::clamp(0.25 + speed / 8, 0.0, 1.0);
        Pose pose = lerp(standingPose(t + index), sprintPose(steps, 0.06 + 0.02 * speed, effort),
                         smoothStep(0.2, 1.2, speed));
        if (index < football::teamSize && t > m_match.goalTime() + 0.25) {
            const Pose joy = celebratingPose(t * 5 + index);
            const double w = smoothStep(0.25, 0.8, t - m_match.goalTime()) * (index % 3 == 0 ? 1 : 0.6);
            for (std::size_t side = 0; side < 2; ++side) {
                pose.shoulder[side] = lerp(pose.shoulder[side], joy.shoulder[side], w);
                pose.elbow[side] = lerp(pose.elbow[side], joy.elbow[side], w);
                pose.armSpread[side] = lerp(pose.armSpread[side], joy.armSpread[side], w);
            }
        }
        for (const BallEvent& event : m_match.events())
            if (event.player == index && std::abs(t - event.t) < 0.3) { // the leg swings through the ball
                const double u = (t - event.t) / 0.3;
                const double w = 1 - u * u;
                pose.hip[1] = lerp(pose.hip[1], -0.6 + 1.5 * smoothStep(-0.7, 0.5, u), w);
                pose.knee[1] = lerp(pose.knee[1], u < 0 ? 1.3 : 0.15, w);
                pose.trunk = lerp(pose.trunk, 0.25, w);
            }
        return dress(m_looks[static_cast<std::size_t>(index)], pose, at, heading);
    }

    std::vector<Part> frameOfGoal() const {
        const double x = football::halfLength;
        std::vector<Part> goal;
        goal.push_back({{x, goalHalf, 0}, {x, goalHalf, goalHeight}, .06, .06, m_white});
        goal.push_back({{x, -goalHalf, 0}, {x, -goalHalf, goalHeight}, .06, .06, m_white});
        goal.push_back({{x, -goalHalf, goalHeight}, {x, goalHalf, goalHeight}, .06, .06, m_white});
        for (const double y : {-goalHalf, goalHalf}) {
            goal.push_back({{x + goalDepth, y, 0}, {x + goalDepth, y, 0.05}, .03, .03, m_dark});
            goal.push_back({{x, y, 0.03}, {x + goalDepth, y, 0.03}, .025, .025, m_white});
        }
        return goal;
    }

    void makeNet() {
        const Camera cam = camera(0);
        QImage image = paintSurface(cam.width(), cam.height());
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(toPaint(srgb(0xE6EAEE), 0.55F), cam.width() / 2400.0));
        const auto strand = [&](const Vec3& a, const Vec3& b) {
            const auto pa = cam.project(a);
            const auto pb = cam.project(b);
            if (pa && pb)
                painter.drawLine(QPointF(pa->x, pa->y), QPointF(pb->x, pb->y));
        };
        const double x = football::halfLength;
        constexpr double mesh = 0.24;
        const auto back = [&](double z) { return x + 0.8 + (goalDepth - 0.8) * (1 - z / goalHeight); };
        for (double y = -goalHalf; y <= goalHalf + 0.01; y += mesh) {
            strand({back(0), y, 0}, {back(goalHeight), y, goalHeight});
            strand({back(goalHeight), y, goalHeight}, {x, y, goalHeight});
        }
        for (double z = 0; z <= goalHeight; z += mesh) {
            strand({back(z), -goalHalf, z}, {back(z), goalHalf, z});
            for (const double y : {-goalHalf, goalHalf})
                strand({x, y, z}, {back(z), y, z});
        }
        for (double u = 0; u < 1; u += 0.12)
            for (const double y : {-goalHalf, goalHalf})
                strand({lerp(x, back(0), u), y, 0}, {lerp(x, back(goalHeight), u), y, goalHeight});
        painter.end();
        m_net = Tile::fromImage(image, 0, 0);
    }

    static bool visible(const std::vector<Part>& b, const Camera& cam) {
        const auto at = cam.project(b.front().from);
        const double margin = at ? 9 * cam.pixelsPerMetre(at->depth) : 0;
        return at && at->depth > 0.5 && at->x > -margin && at->x < cam.width() + margin && at->y > -margin &&
               at->y < cam.height() + margin;
    }

    void overlay(media::WritableFrame& picture, double t) const {
        if (m_angle != FootballAngle::Main)
            return;
        const bool scored = t > m_match.goalTime() + 0.5;
        const int seconds = 12 + static_cast<int>(t);
        m_graphics
            .score(QString::fromLatin1(homeTeam), QString::fromLatin1(awayTeam),
                   scored ? QStringLiteral("1 - 0") : QStringLiteral("0 - 0"),
                   QStringLiteral("%1:%2").arg(matchMinute).arg(seconds, 2, 10, QLatin1Char('0')))
            .compose(picture);
        m_mark.compose(picture,
                       static_cast<float>(smoothStep(m_match.goalTime() + 0.8, m_match.goalTime() + 1.1, t)));
    }

    FootballAngle m_angle;
    ShotSettings m_settings;
    FootballMatch m_match;
    FixedBackdrop m_backdrop;
    Graphics m_graphics;
    Lighting m_lighting;
    MaterialPtr m_white;
    MaterialPtr m_dark;
    std::vector<Look> m_looks;
    Tile m_mark;
    Tile m_net;
};

} // namespace

std::unique_ptr<Shot> makeFootballShot(FootballAngle angle, const ShotSettings& settings) {
    return std::make_unique<FootballShot>(angle, settings);
}

} // namespace cutaway::demo
