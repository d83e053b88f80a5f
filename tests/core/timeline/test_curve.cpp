#include "core/timeline/curve.h"
#include "core/timeline/curve_json.h"

#include <QtTest>
#include <nlohmann/json.hpp>
#include <random>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

constexpr std::int64_t lowest = -1000;
constexpr std::int64_t highest = 1000;

Curve someCurve(std::mt19937& random) {
    const auto upTo = [&](int most) { return static_cast<std::int64_t>(random() % unsigned(most + 1)); };
    if (upTo(4) == 0)
        return Curve::of(upTo(2000) - 1000);
    std::vector<Keyframe> keys;
    const std::int64_t count = 1 + upTo(5);
    for (std::int64_t i = 0; i < count; ++i)
        keys.push_back({upTo(60) - 20, upTo(2000) - 1000, static_cast<Interpolation>(upTo(2))});
    return Curve::of(keys);
}

} // namespace

class TestCurve : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesFromKeyToKey() {
        const Curve curve = Curve::of({{10, 0, Interpolation::Linear},
                                       {14, 100, Interpolation::Hold},
                                       {20, 50, Interpolation::Smooth},
                                       {24, -50}});
        QCOMPARE(curve.at(-5), 0);
        QCOMPARE(curve.at(10), 0);
        QCOMPARE(curve.at(11), 25);
        QCOMPARE(curve.at(13), 75);
        QCOMPARE(curve.at(14), 100);
        QCOMPARE(curve.at(19), 100);
        QCOMPARE(curve.at(20), 50);
        // 3t² - 2t³ at a quarter is 10/64, at a half the half.
        QCOMPARE(curve.at(21), 50 - 16); // 15.6 of the 100 on the way down
        QCOMPARE(curve.at(22), 0);
        QCOMPARE(curve.at(23), -34);
        QCOMPARE(curve.at(24), -50);
        QCOMPARE(curve.at(1000), -50);
    }

    void roundsToTheNearest() {
        const Curve up = Curve::of({{0, 0}, {3, 1}});
        QCOMPARE(up.at(1), 0);
        QCOMPARE(up.at(2), 1);
        const Curve halves = Curve::of({{0, 0}, {2, 1}});
        QCOMPARE(halves.at(1), 1); // halves upwards
        const Curve down = Curve::of({{0, 0}, {2, -1}});
        QCOMPARE(down.at(1), 0);
    }

    void changesOneThing() {
        const Curve curve = Curve::of(7).with({5, 70}).with({1, 10}).with({5, 50});
        QCOMPARE(curve.keys.size(), std::size_t{2});
        QCOMPARE(curve.constant, 10);
        QCOMPARE(curve.at(3), 30);
        QCOMPARE(curve.keyBefore(5).value(), 1);
        QVERIFY(!curve.keyBefore(1));
        QCOMPARE(curve.keyAfter(1).value(), 5);
        QVERIFY(!curve.keyAfter(5));
        QVERIFY(curve.keyAt(5) && !curve.keyAt(4));
        QCOMPARE(curve.moved(5, 9).at(9), 50);
        QCOMPARE(curve.moved(5, 1), Curve::of({{1, 50}}));
        QCOMPARE(curve.without(1).without(5), Curve::of(50));
        QCOMPARE(curve.without(4), curve);
        QCOMPARE(curve.clamped(20, 40), Curve::of({{1, 20}, {5, 40}}));
    }

    void moveWithACut_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned s = 1; s <= 50; ++s)
            QTest::addRow("%u", s) << s;
    }
    void moveWithACut() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const Curve curve = someCurve(random);
        QVERIFY(curve.isSound(lowest, highest));
        const auto by = static_cast<std::int64_t>(random() % 100) - 50;
        for (std::int64_t unit = -60; unit < 100; ++unit)
            QCOMPARE(curve.shifted(-by).at(unit - by), curve.at(unit));
        QCOMPARE(curve.shifted(by).shifted(-by), curve);
    }

    void goBackwards() {
        const Curve curve = Curve::of({{2, 10, Interpolation::Hold},
                                       {6, 30, Interpolation::Linear},
                                       {10, 70, Interpolation::Smooth},
                                       {18, 70 + 64}});
        const Curve back = curve.mirrored(20);
        QVERIFY(back.isSound(lowest, highest));
        for (std::int64_t unit = -5; unit < 25; ++unit)
            QVERIFY2(std::abs(back.at(unit) - curve.at(19 - unit)) <= 1, qPrintable(QString::number(unit)));
        for (std::int64_t unit = -5; unit < 8; ++unit) // holding is exact
            QCOMPARE(back.at(19 - unit), curve.at(unit));
    }

    void stretch() {
        const Curve curve = Curve::of({{0, 0}, {10, 100}, {11, 200}});
        QCOMPARE(curve.stretched(2, 1), Curve::of({{0, 0}, {20, 100}, {22, 200}}));
        QCOMPARE(curve.stretched(1, 10), Curve::of({{0, 0}, {1, 200}})); // the later one of those on one unit
    }

    void readBack_data() { moveWithACut_data(); }
    void readBack() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const Curve curve = someCurve(random);
        QCOMPARE(curveFrom(nlohmann::json::parse(curveJson(curve).dump()), lowest, highest), curve);
    }

    void refusesWhatIsNone_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("words") << QByteArray(R"("loud")");
        QTest::newRow("fraction") << QByteArray("1.5");
        QTest::newRow("beyond") << QByteArray("1001");
        QTest::newRow("nothing") << QByteArray("[]");
        QTest::newRow("order") << QByteArray(R"([[5, 1, "hold"], [4, 1, "hold"]])");
        QTest::newRow("twice") << QByteArray(R"([[5, 1, "hold"], [5, 1, "hold"]])");
        QTest::newRow("interpolation") << QByteArray(R"([[5, 1, "bouncy"]])");
        QTest::newRow("short") << QByteArray(R"([[5, 1]])");
        QTest::newRow("far") << QByteArray(R"([[9223372036854775807, 1, "hold"]])");
        QTest::newRow("huge") << QByteArray(R"([[1, 9223372036854775807, "hold"]])");
    }
    void refusesWhatIsNone() {
        QFETCH(QByteArray, text);
        QVERIFY_EXCEPTION_THROWN(curveFrom(nlohmann::json::parse(text.constData()), lowest, highest),
                                 std::exception);
    }
};

QTEST_APPLESS_MAIN(TestCurve)
#include "test_curve.moc"
