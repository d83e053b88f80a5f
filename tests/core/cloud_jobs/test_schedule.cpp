#include "core/cloud/jobs/schedule.h"

#include <QtTest>

using namespace cutaway;
using namespace cutaway::cloud;
using Phase = ScheduledJob::Phase;

class TestSchedule : public QObject {
    Q_OBJECT

    const Uuid m_a = Uuid::named({}, "a");
    const Uuid m_b = Uuid::named({}, "b");
    const Uuid m_c = Uuid::named({}, "c");
    using Ids = std::vector<Uuid>;

private Q_SLOTS:
    void olderFirstAmongEquals() {
        const std::vector<ScheduledJob> jobs{{m_b, 5, 2}, {m_a, 5, 1}};
        const auto step = scheduleJobs(jobs, {});
        QCOMPARE(step.start, Ids{m_a});
        QVERIFY(step.pause.empty() && step.resume.empty());
    }

    void equalPriorityDoesNotDisplace() {
        const std::vector<ScheduledJob> jobs{{m_b, 5, 2, Phase::Working}, {m_a, 5, 1}};
        const auto step = scheduleJobs(jobs, {});
        QVERIFY(step.start.empty() && step.pause.empty());
    }

    void higherPriorityDisplacesAndTheOtherComesBack() {
        std::vector<ScheduledJob> jobs{{m_a, 0, 1, Phase::Working}, {m_b, 7, 2}};
        auto step = scheduleJobs(jobs, {});
        QCOMPARE(step.pause, Ids{m_a});
        QCOMPARE(step.start, Ids{m_b});
        jobs = {{m_a, 0, 1, Phase::Paused}};
        step = scheduleJobs(jobs, {});
        QCOMPARE(step.resume, Ids{m_a});
    }

    void backgroundWorkStandsStillWhileSomebodyPlays() {
        const std::vector<ScheduledJob> jobs{{m_a, 0, 1, Phase::Working}, {m_b, 0, 2}, {m_c, 1, 3}};
        const auto step = scheduleJobs(jobs, {2, true});
        QCOMPARE(step.pause, Ids{m_a});
        QCOMPARE(step.start, Ids{m_c});
    }

    void whatIsLiveWaitsForNobodyAndTakesNoSlot() {
        std::vector<ScheduledJob> jobs{{m_a, 9, 1, Phase::Working}, {m_b, 0, 2, Phase::Waiting, false, true}};
        auto step = scheduleJobs(jobs, {1, true});
        QCOMPARE(step.start, Ids{m_b});
        QVERIFY(step.pause.empty());
        jobs[1] = {m_b, 0, 2, Phase::Working, true, true}; // unless the user says so
        step = scheduleJobs(jobs, {1, false});
        QCOMPARE(step.pause, Ids{m_b});
    }

    void heldJobsKeepTheirPlaceButNotTheirSlot() {
        const std::vector<ScheduledJob> jobs{{m_a, 9, 1, Phase::Working, true}, {m_b, 1, 2}};
        const auto step = scheduleJobs(jobs, {});
        QCOMPARE(step.pause, Ids{m_a});
        QCOMPARE(step.start, Ids{m_b});
    }

    void slotsAreNeverExceeded() {
        const std::vector<ScheduledJob> jobs{
            {m_a, 5, 1, Phase::Working}, {m_b, 5, 2, Phase::Paused}, {m_c, 5, 3}};
        const auto step = scheduleJobs(jobs, {2, false});
        QCOMPARE(step.resume, Ids{m_b});
        QVERIFY(step.start.empty() && step.pause.empty());
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "test_schedule.moc"
