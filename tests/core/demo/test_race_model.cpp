#include "core/demo/race_model.h"
#include "core/demo/sprint_shot.h"

#include <QTest>

#include <cmath>

using namespace cutaway::demo;

class TestRaceModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The published 10 m times of the fastest race, and the published fit of the model to them.
    void fitsMeasuredSplits() {
        SprintModel model;
        model.a = 13.2163;
        model.tau1 = 1.5777;
        model.tau2 = 104.98;
        model.offset = -0.1316;
        model.reaction = 0.146;
        const double measured[] = {1.89, 2.88, 3.78, 4.64, 5.47, 6.29, 7.10, 7.92, 8.75, 9.58};
        for (int i = 0; i < 10; ++i) {
            const double error = model.timeAt(10.0 * (i + 1)) - measured[i];
            QVERIFY2(std::abs(error) < 0.0105, qPrintable(QString::number(error)));
        }
        double fastest = 0;
        double where = 0;
        for (double t = 0.2; t < 9.5; t += 0.005)
            if (model.trendSpeed(t) > fastest) {
                fastest = model.trendSpeed(t);
                where = model.trendPosition(t);
            }
        QVERIFY(std::abs(fastest - 12.21) < 0.01);
        QVERIFY(std::abs(where - 66) < 2);
        QVERIFY(std::abs(model.trendSpeed(model.timeAt(100) - 1e-6) - 12.03) < 0.01);
    }

    void speedIsTheDerivativeOfPosition() {
        const Race race = Race::make(sprint::seed);
        for (const SprintModel& lane : race.lanes)
            for (double t = 0.4; t < 11; t += 0.037) {
                constexpr double h = 1e-5;
                const double slope = (lane.position(t + h) - lane.position(t - h)) / (2 * h);
                QVERIFY2(std::abs(slope - lane.speed(t)) < 1e-3, qPrintable(QString::number(t)));
            }
    }

    void trendAndInstantaneousAreToldApart() {
        const SprintModel lane = Race::make(sprint::seed).lanes[3];
        double apart = 0;
        for (double t = 3; t < 8; t += 0.01) {
            apart = std::max(apart, std::abs(lane.speed(t) - lane.trendSpeed(t)));
            QVERIFY(std::abs(lane.position(t) - lane.trendPosition(t)) < 0.03);
        }
        QVERIFY(std::abs(apart - lane.ripple) < 0.01);
    }

    void finalIsPlausibleAndRepeatable() {
        const Race race = Race::make(sprint::seed);
        const Race again = Race::make(sprint::seed);
        for (std::size_t i = 0; i < race.lanes.size(); ++i) {
            const SprintModel& lane = race.lanes[i];
            const double time = lane.timeAt(100);
            QVERIFY(time > 9.8 && time < 10.25);
            QVERIFY(lane.reaction >= 0.100);
            QCOMPARE(lane.position(lane.reaction), 0.0);
            QCOMPARE(time, again.lanes[i].timeAt(100));
        }
        const std::vector<int> order = race.order();
        for (std::size_t i = 1; i < order.size(); ++i)
            QVERIFY(race.lanes[static_cast<std::size_t>(order[i - 1] - 1)].timeAt(100) <=
                    race.lanes[static_cast<std::size_t>(order[i] - 1)].timeAt(100));
        // Everybody is over the line before the pictures end.
        const double end = static_cast<double>(sprint::frames - sprint::gunFrame) / sprint::rate.num;
        QVERIFY(race.lanes[static_cast<std::size_t>(order.back() - 1)].timeAt(100) < end);
    }
};

QTEST_APPLESS_MAIN(TestRaceModel)
#include "test_race_model.moc"
