#include "core/catalogue/outbox_sender.h"
#include "tests/core/tams/scripted_server.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace cutaway;
using namespace cutaway::catalogue;

namespace {

const std::string here = "http://127.0.0.1:1";

SubmissionRequest delivery(const std::string& title, const std::string& otio = R"({"OTIO_SCHEMA":"x"})") {
    SubmissionRequest request;
    request.id = Uuid::random();
    request.title = title;
    request.otio = otio;
    request.profiles = {"hevc-hlg-mp4", "xavc-i300-mxf"};
    request.ingestResult = false;
    return request;
}

} // namespace

/// What waits to be sent, on the disk.
class TestOutbox : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path folder() const { return m_folder->path().toStdString() + "/outbox"; }

    /// What an answer does to the one item that waits.
    SendOutcome outcomeOf(int status, const std::string& body, Outbox& outbox) const {
        const test::ScriptedServer server([&](const test::SeenRequest&) {
            test::ScriptedReply reply;
            reply.status = status;
            reply.headers = {{"Content-Type", "application/json"}};
            reply.body = body;
            return reply;
        });
        return sendNext(outbox, here, CloudClient({server.url(), "token", false}), {});
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everythingOfARequestComesBack() {
        const SubmissionRequest sent = delivery("Final, “gold”\nsecond line", "{\"OTIO_SCHEMA\":\n\"x\"}");
        RevisionRequest save{Uuid::random(),   Uuid::random(), "Cut",  Uuid::random(),
                             {Uuid::random()}, Uuid::random(), "Trim", "{}"};
        QVERIFY(Outbox(folder()).add(here, sent).ok());
        QVERIFY(Outbox(folder()).add("elsewhere", save).ok());
        const Outbox again(folder());
        const auto items = again.items();
        QCOMPARE(items.size(), std::size_t(2));
        QVERIFY(items[0].submission() && items[1].revision());
        QCOMPARE(items[0].submission()->id, sent.id);
        QCOMPARE(items[0].submission()->title, sent.title);
        QCOMPARE(items[0].submission()->profiles, sent.profiles);
        QCOMPARE(items[0].submission()->ingestResult, false);
        QCOMPARE(*again.document(items[0]), sent.otio);
        QCOMPARE(items[1].cloud, std::string("elsewhere"));
        QCOMPARE(items[1].revision()->projectId, save.projectId);
        QCOMPARE(items[1].revision()->parent, save.parent);
        QCOMPARE(items[1].revision()->unanswered, save.unanswered);
        QCOMPARE(items[1].title(), std::string("Cut"));
        QCOMPARE(*again.document(items[1]), save.otio);
    }

    void theOrderIsThatOfHandingIn() {
        Outbox outbox(folder());
        std::vector<Uuid> ids;
        for (int i = 0; i < 12; ++i) {
            auto request = delivery(std::to_string(i));
            ids.push_back(request.id);
            QVERIFY(outbox.add(here, request).ok());
        }
        QVERIFY(outbox.remove(ids[11]).ok()); // the last number may come again, never a smaller one
        auto last = delivery("last");
        QVERIFY(outbox.add(here, last).ok());
        ids[11] = last.id;
        const auto items = outbox.items();
        QCOMPARE(items.size(), ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(items[i].id(), ids[i]);
    }

    /// A program that is killed while it hands in one after the other: all that it was told are kept are
    /// there, whole, and nothing else but perhaps the one under way.
    void whatWasKeptSurvivesSigkill() {
        const std::string document(200'000, 'x');
        for (int round = 0; round < 8; ++round) {
            const auto path = m_folder->path().toStdString() + "/killed" + std::to_string(round);
            int told[2];
            QCOMPARE(::pipe(told), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                Outbox outbox(path);
                for (;;) {
                    const auto request = delivery("one", document);
                    if (outbox.add(here, request))
                        (void)!::write(told[1], &request.id, sizeof request.id);
                }
            }
            ::close(told[1]);
            Uuid id;
            std::vector<Uuid> acknowledged;
            for (int i = 0; i < 3 + round; ++i)
                if (::read(told[0], &id, sizeof id) == sizeof id)
                    acknowledged.push_back(id);
            QTest::qSleep(round);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            while (::read(told[0], &id, sizeof id) == sizeof id)
                acknowledged.push_back(id);
            ::close(told[0]);
            const Outbox outbox(path);
            const auto items = outbox.items();
            QVERIFY(items.size() >= acknowledged.size() && items.size() <= acknowledged.size() + 1);
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (i < acknowledged.size())
                    QCOMPARE(items[i].id(), acknowledged[i]);
                QCOMPARE(*outbox.document(items[i]), document);
            }
        }
    }

    void whatCannotBeReadIsLeftWhereItIs() {
        Outbox outbox(folder());
        QVERIFY(outbox.add(here, delivery("good")).ok());
        std::ofstream(folder() / "000000000007-x.item") << "{\"cutaway_outbox\": 1";
        std::ofstream(folder() / "000000000008-y.item") << "{\"cutaway_outbox\": 99}\n{}";
        QCOMPARE(outbox.items().size(), std::size_t(1));
        const auto next = outbox.add(here, delivery("next"));
        QVERIFY(next.ok());
        QCOMPARE(next->number, std::int64_t(9)); // never under a name that is taken
        QVERIFY(std::filesystem::exists(folder() / "000000000007-x.item"));
    }

    void whatANoticeOfCancellationMeans() {
        Outbox outbox(folder());
        const auto fresh = delivery("fresh"), tried = delivery("tried");
        QVERIFY(outbox.add(here, fresh).ok() && outbox.add(here, tried).ok());
        QVERIFY(*outbox.markTried(tried.id));
        QVERIFY(outbox.cancel(fresh.id).ok() && outbox.cancel(tried.id).ok());
        QVERIFY(!outbox.find(fresh.id));
        // It may have arrived: the cloud must be told.
        QVERIFY(outbox.find(tried.id)->cancelled);
        QVERIFY(!*outbox.markTried(tried.id));
        QVERIFY(outbox.cancel(fresh.id).ok()); // twice is once
        // An answer that comes after the notice does not make it forgotten.
        QVERIFY(!*outbox.removeUnlessCancelled(tried.id));
        QVERIFY(outbox.find(tried.id)->cancelled);
    }

    void whichAnswersAreFinal_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("final");
        for (const int status : {400, 404, 409, 501})
            QTest::addRow("%d", status) << status << true;
        for (const int status : {401, 403, 408, 429, 500, 503, 507})
            QTest::addRow("%d", status) << status << false;
    }
    void whichAnswersAreFinal() {
        QFETCH(int, status);
        QFETCH(bool, final);
        Outbox outbox(folder());
        const auto request = delivery("one");
        QVERIFY(outbox.add(here, request).ok());
        const auto outcome = outcomeOf(status, R"({"type": "x", "summary": "This is why."})", outbox);
        const auto item = outbox.find(request.id);
        QVERIFY(item);
        QCOMPARE(outcome.kind, final ? SendOutcome::Kind::Refused : SendOutcome::Kind::Later);
        QCOMPARE(item->refusal.has_value(), final);
        QCOMPARE(final ? item->refusal->sentence : outcome.sentence, std::string("This is why."));
        QCOMPARE(item->tried, !final);
        // What was refused lets others past, until it is taken up again.
        QCOMPARE(sendNext(outbox, here, CloudClient({"http://127.0.0.1:1", "token", false}), {}).kind,
                 final ? SendOutcome::Kind::Nothing : SendOutcome::Kind::Later);
        QVERIFY(outbox.takeUp(request.id).ok());
        QVERIFY(!outbox.find(request.id)->refusal);
    }

    void aPageOfSomethingInBetweenIsNoAnswer() {
        Outbox outbox(folder());
        QVERIFY(outbox.add(here, delivery("one")).ok());
        QCOMPARE(outcomeOf(200, "<html>Sign in to the hotel's network</html>", outbox).kind,
                 SendOutcome::Kind::Later);
        QCOMPARE(outbox.items().size(), std::size_t(1));
    }

    void whatIsForAnotherCloudStays() {
        Outbox outbox(folder());
        QVERIFY(outbox.add("https://other:443", delivery("one")).ok());
        QCOMPARE(outcomeOf(200, "{}", outbox).kind, SendOutcome::Kind::Nothing);
    }

    void oneSendsAtATime() {
        Outbox outbox(folder());
        QVERIFY(outbox.add(here, delivery("one")).ok());
        const auto turn = Outbox(folder()).takeTurn();
        QVERIFY(turn.ok());
        QCOMPARE(outcomeOf(200, "{}", outbox).kind, SendOutcome::Kind::Nothing);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "test_outbox.moc"
