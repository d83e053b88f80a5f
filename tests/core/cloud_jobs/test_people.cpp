#include "core/cloud/projects_api/people.h"

#include <QtTest>

using namespace cutaway;
using namespace cutaway::cloud;

/// Who edits a project and who watches: the rules alone.
class TestPeople : public QObject {
    Q_OBJECT

    static constexpr std::int64_t second = 1'000'000;
    static constexpr std::int64_t holds = 15 * second;
    const Uuid anna = Uuid::random(), ben = Uuid::random(), cleo = Uuid::random();

    static PersonSays says(const Uuid& client, const char* name, bool edit, bool ask = false,
                           std::optional<Uuid> from = {}) {
        return {client, name, edit, ask, from};
    }
    static Uuid editorOf(const People& people) { return people.editor() ? people.editor()->client : Uuid(); }

private Q_SLOTS:
    void theFirstWhoWantsToEditsAndTheOthersWatch() {
        People people;
        QVERIFY(people.hear(says(ben, "Ben", false), 0).ok());
        QVERIFY(people.hear(says(anna, "Anna", true), 1).ok());
        QVERIFY(people.hear(says(cleo, "Cleo", true), 2).ok());
        QCOMPARE(editorOf(people), anna);
        QCOMPARE(people.all().size(), std::size_t(3));
        // Said again it is the same.
        const auto told = people.told();
        QVERIFY(people.hear(says(anna, "Anna", true), 5 * second).ok());
        QCOMPARE(people.told(), told);
        QCOMPARE(people.editor()->since, std::int64_t(1));
    }
    void whoFallsSilentHoldsItUntilSomebodySaysOtherwise() {
        People people;
        QVERIFY(people.hear(says(anna, "Anna", true), 0).ok());
        QVERIFY(people.hear(says(ben, "Ben", true), holds - 1).ok());
        QCOMPARE(editorOf(people), anna);
        QVERIFY(!people.editor()->isGone(holds - 1));
        QVERIFY(people.editor()->isGone(holds));
        QVERIFY(people.hear(says(ben, "Ben", true), holds + 1).ok()); // wanting is not taking over
        QCOMPARE(editorOf(people), anna);
        // Who comes back before that goes on.
        QVERIFY(people.hear(says(anna, "Anna", true), holds + 2).ok());
        QCOMPARE(editorOf(people), anna);
        QVERIFY(!people.editor()->isGone(holds + 2));
    }
    void whatIsTakenOverIsTakenOverOnce() {
        People people;
        QVERIFY(people.hear(says(anna, "Anna", true), 0).ok());
        QVERIFY(people.hear(says(ben, "Ben", false), 10 * second).ok());
        QVERIFY(people.hear(says(cleo, "Cleo", false), 10 * second).ok());
        const auto early = people.hear(says(ben, "Ben", true, false, anna), 14 * second);
        QVERIFY(!early.ok());
        QVERIFY(QString::fromStdString(early.error().message).contains(QStringLiteral("Anna")));
        QVERIFY(people.hear(says(ben, "Ben", true, false, anna), 16 * second).ok());
        QCOMPARE(editorOf(people), ben);
        QVERIFY(!people.find(anna));
        const auto late = people.hear(says(cleo, "Cleo", true, false, anna), 17 * second);
        QVERIFY(!late.ok());
        QVERIFY(QString::fromStdString(late.error().message).contains(QStringLiteral("Ben")));
        // Anna is back: she watches.
        QVERIFY(people.hear(says(anna, "Anna", true), 18 * second).ok());
        QCOMPARE(editorOf(people), ben);
        QVERIFY(people.find(anna) && !people.find(anna)->edits);
    }
    void whoAsksGetsItWhenItIsFree() {
        People people;
        QVERIFY(people.hear(says(anna, "Anna", true), 0).ok());
        QVERIFY(people.hear(says(ben, "Ben", false, true), 1).ok());
        QVERIFY(people.find(ben)->asks);
        QCOMPARE(editorOf(people), anna);
        people.leave(anna);
        QCOMPARE(editorOf(people), Uuid());
        QVERIFY(people.hear(says(ben, "Ben", false, true), 2).ok());
        QCOMPARE(editorOf(people), ben);
        QVERIFY(!people.find(ben)->asks);
    }
    void itIsHandedOverToWhoIsThere() {
        People people;
        QVERIFY(people.hear(says(anna, "Anna", true), 0).ok());
        QVERIFY(people.hear(says(ben, "Ben", false, true), 1).ok());
        QVERIFY(!people.handOver(ben, cleo, 2).ok()); // it is not Ben's to give
        QVERIFY(!people.handOver(anna, cleo, 2).ok());
        QVERIFY(!people.handOver(anna, ben, 60 * second).ok()); // gone meanwhile
        QVERIFY(people.handOver(anna, ben, 3).ok());
        QCOMPARE(editorOf(people), ben);
        QVERIFY(people.find(anna) && !people.find(anna)->edits);
    }
    void whoOnlyWatchedAndFellSilentIsForgotten() {
        People people;
        QVERIFY(people.hear(says(ben, "Ben", false), 0).ok());
        QVERIFY(people.hear(says(anna, "Anna", true), holds + 1).ok());
        QCOMPARE(people.all().size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestPeople)
#include "test_people.moc"
