#include "core/demo/camera.h"
#include "core/demo/random.h"

#include <QTest>

using namespace cutaway::demo;

class TestCamera : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groundAndBack() {
        Random random(5);
        for (int i = 0; i < 2000; ++i) {
            const Camera camera = Camera::lookingAt(
                {random.uniform(-50, 150), random.uniform(-60, 60), random.uniform(2, 20)},
                {random.uniform(0, 100), random.uniform(-10, 0), 0}, random.uniform(0.1, 1.2), 3840, 2160);
            const double px = random.uniform(0, 3840);
            const double py = random.uniform(1080, 2160);
            const auto ground = camera.onGround(px, py);
            QVERIFY(ground.has_value());
            QVERIFY(std::abs(ground->z) < 1e-9);
            const auto back = camera.project(*ground);
            QVERIFY(back.has_value());
            QVERIFY(std::abs(back->x - px) < 1e-6 && std::abs(back->y - py) < 1e-6);
        }
    }

    void targetIsInTheMiddle() {
        const Vec3 target{30, -4, 1};
        const auto at = Camera::lookingAt({54, -24, 6.2}, target, 0.6, 1920, 1080).project(target);
        QVERIFY(at && std::abs(at->x - 960) < 1e-9 && std::abs(at->y - 540) < 1e-9);
    }

    void fieldOfViewAndScale() {
        const Camera camera = Camera::atAngles({0, 0, 2}, 0, 0, 1.0, 2000, 1000);
        const double half = 10 * std::tan(0.5);
        const auto edge = camera.project({10, -half, 2});
        QVERIFY(edge && std::abs(edge->x - 2000) < 1e-9 && std::abs(edge->y - 500) < 1e-9);
        QVERIFY(std::abs(camera.pixelsPerMetre(10) - 1000 / half) < 1e-9);
        QVERIFY(!camera.project({-1, 0, 2}));
        QVERIFY(!camera.onGround(1000, 400));
    }
};

QTEST_APPLESS_MAIN(TestCamera)
#include "test_camera.moc"
