#include "core/demo/angles.h"
#include "core/demo/moments.h"
#include "core/demo/schedule.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace cutaway;
using namespace cutaway::demo;

class TestSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreValidAndUnique() {
        const QRegularExpression form(
            QStringLiteral("^[A-Z0-9]{3}[A-Z-][A-Z0-9-]{18}[A-Z0-9-]{4}[A-Z0-9-]{8}$"));
        std::set<std::string> codes;
        for (const catalogue::Unit& unit : meridianUnits()) {
            QCOMPARE(unit.rsc.size(), std::size_t(34));
            QVERIFY(form.match(QString::fromStdString(unit.rsc)).hasMatch());
            QVERIFY2(codes.insert(unit.rsc).second, unit.rsc.c_str());
        }
        QVERIFY(codes.contains("ATHM100M--------------FNL-000100--"));
        QVERIFY(codes.contains("SWMM100MFR------------FNL-000100--"));
        QVERIFY(codes.contains("FBLMTEAM11------------GPA-000300--"));
    }

    void everyStatusTwoDaysFourSports() {
        const auto units = meridianUnits();
        QVERIFY(units.size() >= 20);
        std::set<std::string> statuses;
        std::set<std::string> days;
        std::set<std::string> sports;
        for (const catalogue::Unit& unit : units) {
            statuses.insert(unit.status);
            days.insert(unit.day);
            sports.insert(unit.discipline);
            QVERIFY(!unit.venue.empty() && !unit.session.empty() && !unit.name.empty());
            QVERIFY(unit.start < unit.end);
        }
        const std::set<std::string> all{"UNSCHEDULED",     "SCHEDULED",   "GETTING_READY", "RUNNING",
                                        "SCHEDULED_BREAK", "INTERRUPTED", "DELAYED",       "RESCHEDULED",
                                        "POSTPONED",       "CANCELLED",   "FINISHED"};
        QVERIFY(statuses == all);
        QCOMPARE(days.size(), std::size_t(2));
        QVERIFY(sports.size() >= 4);
    }

    void unitsSurviveTheWire() {
        for (const catalogue::Unit& unit : meridianUnits()) {
            const auto back = catalogue::unitFromJson(catalogue::toJson(unit));
            QVERIFY(back.ok());
            QVERIFY(back.value() == unit);
        }
    }

    void anglesShareTheirTimeLine() {
        std::set<std::uint32_t> ids;
        bool dropFrame = false;
        for (const AngleSpec& spec : angles()) {
            QVERIFY(ids.insert(spec.idSource).second);
            QVERIFY(spec.startFrame > 0);
            QCOMPARE(spec.startFrame % 5, 0);
            QCOMPARE(spec.clock().originUnit(), spec.startFrame);
            // Absolute frames and absolute samples agree (docs/time.md).
            QCOMPARE(spec.clock().sampleAtFrame(spec.startFrame), spec.clock().audio().originUnit());
            QCOMPARE(spec.frames % spec.rate.timecodeBase() % (spec.rate.timecodeBase() / 2), 0);
            dropFrame |= spec.dropFrame && spec.rate == FrameRate{60000, 1001};
            for (const AngleSpec& other : angles())
                if (other.unit == spec.unit)
                    QVERIFY(other.startFrame == spec.startFrame && other.rate == spec.rate);
        }
        QVERIFY(dropFrame);
    }

    void marksLieWithinThePictures() {
        std::size_t marks = 0;
        for (const AngleSpec& spec : angles()) {
            if (spec.number != 1)
                continue;
            const auto list = marksOf(spec.unit);
            marks += list.size();
            std::set<Uuid> ids;
            for (const catalogue::Mark& mark : list) {
                const std::int64_t frame = spec.clock().unitAt(mark.time) - spec.startFrame;
                QVERIFY2(frame >= 0 && frame < spec.frames, mark.label.c_str());
                QVERIFY(spec.clock().timeOf(frame + spec.startFrame) == mark.time);
                QVERIFY(ids.insert(mark.id).second);
            }
        }
        QVERIFY(marks >= 24);
        const auto sprint = momentsOf("100m");
        QCOMPARE(sprint.front().label, std::string("Gun"));
        QVERIFY(std::ranges::is_sorted(sprint, {}, &UnitMoment::frame));
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "test_schedule.moc"
