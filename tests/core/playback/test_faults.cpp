#include "tests/core/playback/faulty_cloud.h"

#include <QTest>

#include <atomic>
#include <optional>
#include <random>

using namespace cutaway;
using namespace cutaway::test::faults;
using cutaway::test::ScriptedReply;

class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeekAsksForItsGopAndNoMore() {
        FaultyCloud cloud;
        Viewer viewer(cloud);
        viewer.seek(10);
        QVERIFY(viewer.shows(10));
        // The picture at rest on opening, and the one that was sought: each byte once.
        QCOMPARE(cloud.askedBytes(0), cloud.bytesFor(0, {0, 10}));
        viewer.seek(50 + 36);
        QVERIFY(viewer.shows(86));
        auto ranges = cloud.ranges(1);
        std::sort(ranges.begin(), ranges.end());
        const auto& second = cloud.layout(1);
        QVERIFY(!second.pictures[34].disposable && second.pictures[37].disposable);
        const auto to36 = second.needed(36, 36);
        QCOMPARE(to36.size(), std::size_t{1});
        QCOMPARE(ranges, (std::vector{range(0, second.headerBytes), range(to36[0].first, to36[0].end)}));
        viewer.seek(50 + 34); // on the way
        QVERIFY(viewer.shows(84));
        QCOMPARE(cloud.ranges(1).size(), std::size_t{2});
        viewer.seek(50 + 37); // only what is missing: the reference behind it, and the picture itself
        QVERIFY(viewer.shows(87));
        ranges = cloud.ranges(1);
        ranges.erase(ranges.begin(), ranges.begin() + 2);
        std::sort(ranges.begin(), ranges.end());
        std::vector expected{range(to36[0].end, second.pictures[38].bytes.end),
                             range(second.pictures[37].bytes.first, second.pictures[37].bytes.end)};
        std::sort(expected.begin(), expected.end());
        QCOMPARE(ranges, expected);
        QCOMPARE(cloud.askedBytes(1), cloud.bytesFor(1, {36, 37}));
    }

    void aLinkCutInTheMiddleGoesOnWhereItBroke() {
        FaultyCloud cloud;
        std::atomic<std::int64_t> brokeAt = 0, lost = 0;
        cloud.setFault([&](ScriptedReply& reply, int nth) {
            if (nth == 1) {
                reply.breakAfter = reply.body.size() / 2;
                brokeAt = numberAt(reply.headers[0].second, 6) + static_cast<std::int64_t>(*reply.breakAfter);
                lost = static_cast<std::int64_t>(reply.body.size() - *reply.breakAfter);
            }
        });
        Viewer viewer(cloud);
        viewer.seek(10);
        QVERIFY(viewer.shows(10));
        QVERIFY(viewer.neverWrong());
        // Only what did not arrive was asked for again, from the byte where it broke.
        QCOMPARE(cloud.askedBytes(0), cloud.bytesFor(0, {0, 10}) + lost);
        const auto all = cloud.ranges(0);
        QVERIFY(std::any_of(all.begin(), all.end(),
                            [&](const std::string& r) { return numberAt(r, 0) == brokeAt; }));
    }

    void aBurstOfServerErrorsPasses() {
        FaultyCloud cloud;
        Viewer viewer(cloud);
        viewer.seek(10);
        QVERIFY(viewer.shows(10));
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth <= 2)
                reply = {nth == 1 ? 503 : 500, {}, "", {}};
        });
        viewer.seek(60);
        QVERIFY(viewer.shows(60));
        QVERIFY(viewer.neverWrong());
        QVERIFY(viewer.neverComplained());
        // Asked twice more, for the same bytes.
        QCOMPARE(cloud.ranges(1),
                 std::vector<std::string>(3, range(0, cloud.layout(1).needed(10, 10)[0].end)));
    }

    void aWrongRangeIsNeverTakenForTheRightOne() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth <= 2)
                reply.headers[0].second = "bytes 1-" + std::to_string(reply.body.size()) + "/999999";
        });
        Viewer viewer(cloud);
        viewer.seek(60);
        QVERIFY(viewer.complains(60, ErrorCategory::Corrupt));
        QVERIFY(viewer.shows(60)); // by itself, a little later
        QVERIFY(viewer.neverWrong());
        // Asked once more, and for nothing else.
        for (const std::string& r : cloud.ranges(1))
            QCOMPARE(r, range(0, cloud.layout(1).needed(10, 10)[0].end));
        QVERIFY(cloud.ranges(0).size() + cloud.ranges(1).size() <= 4);
    }

    void damagedBytesAreFetchedAgain() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth <= 2)
                for (std::size_t i = reply.body.size() / 2; i < reply.body.size(); ++i)
                    reply.body[i] = static_cast<char>(i * 31);
        });
        Viewer viewer(cloud);
        viewer.seek(65);
        QVERIFY(viewer.shows(65));
        QVERIFY(viewer.neverWrong());
    }

    /// What no decoder notices: the last byte of the last picture asked for, changed on its way.
    void aSingleWrongByteIsSeen() {
        FaultyCloud cloud;
        std::atomic<int> spoiled = 0;
        cloud.setFault([&](ScriptedReply& reply, int nth) {
            if (nth <= 2) {
                reply.body.back() = static_cast<char>(reply.body.back() ^ 1);
                ++spoiled;
            }
        });
        Viewer viewer(cloud);
        viewer.seek(65);
        QVERIFY(viewer.shows(65));
        QCOMPARE(spoiled.load(), 2);
        QVERIFY(cloud.ranges(1).size() >= 2);
        QVERIFY(viewer.neverWrong());
    }

    void aTruncatedObjectIsAnErrorOfItsFrames() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int) {
            const std::string whole = reply.headers[0].second;
            if (whole.find("bytes 0-") == std::string::npos) {
                reply.body.resize(reply.body.size() / 2);
                const std::int64_t first = numberAt(whole, 6);
                reply.headers[0].second =
                    "bytes " + range(first, first + static_cast<std::int64_t>(reply.body.size())) + "/*";
            }
        });
        Viewer viewer(cloud);
        viewer.seek(45);
        QVERIFY(viewer.complains(45, ErrorCategory::Corrupt));
        viewer.seek(110); // the first GOP of another Object is whole
        QVERIFY(viewer.shows(110));
        QVERIFY(viewer.neverWrong());
    }

    void anAddressThatHasRunOutIsAskedForAgain() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int) { reply = {403, {}, "", {}}; });
        Viewer viewer(cloud);
        viewer.seek(30);
        QVERIFY(viewer.complains(30, ErrorCategory::Forbidden));
        cloud.setFault(nullptr);
        QVERIFY(viewer.shows(30));
        QVERIFY(viewer.neverWrong());
    }

    void aListThatShrinksTakesItsFramesAway() {
        FaultyCloud cloud;
        Viewer viewer(cloud);
        viewer.seek(10);
        QVERIFY(viewer.shows(10));
        cloud.setListed(2);
        cloud.access()->refresh();
        viewer.seek(160);
        QVERIFY(viewer.complains(160, ErrorCategory::NotFound));
        viewer.seek(90);
        QVERIFY(viewer.shows(90));
        cloud.setListed(seconds);
        cloud.access()->refresh();
        viewer.seek(160);
        QVERIFY(viewer.shows(160));
        QVERIFY(viewer.neverWrong());
    }

    /// What five lost packets in a hundred are to whoever waits for them: each is sent again, about two round
    /// trips later, and holds back what is behind it.
    void fivePercentLossOnlyTakesLonger() {
        FaultyCloud cloud;
        std::mt19937 random(5);
        std::mutex mutex;
        int lost = 0, sent = 0;
        cloud.setFault([&](ScriptedReply& reply, int) {
            reply.heldBack = [&](std::size_t) {
                const std::lock_guard lock(mutex);
                ++sent;
                const bool gone = random() % 20 == 0;
                lost += gone;
                return std::chrono::milliseconds(gone ? 80 : 0);
            };
        });
        Viewer viewer(cloud);
        for (const int frame : {10, 90, 130, 40, 199, 60, 24, 155}) {
            viewer.seek(frame);
            QVERIFY(viewer.shows(frame));
        }
        QVERIFY(viewer.neverWrong());
        QVERIFY(viewer.neverComplained());
        const std::lock_guard lock(mutex);
        QVERIFY2(lost > 0 && sent > 20, qPrintable(QStringLiteral("%1 of %2").arg(lost).arg(sent)));
        // Each byte once: a late packet is no reason to ask again.
        for (int second = 0; second < seconds; ++second)
            QVERIFY(cloud.askedBytes(second) <= cloud.layout(second).bytes);
    }

    void aStallOfTenSecondsStopsItsFramesOnlyAndIsWaitedOut() {
        FaultyCloud cloud;
        using std::chrono::steady_clock;
        const std::string third = "/" + std::to_string(cloud.layout(2).bytes);
        std::optional<steady_clock::time_point> over; // guarded by the cloud
        cloud.setFault([&](ScriptedReply& reply, int) {
            if (!reply.headers[0].second.ends_with(third))
                return;
            if (!over)
                over = steady_clock::now() + std::chrono::seconds(10);
            reply.heldBack = [until = *over](std::size_t) {
                const auto left = until - steady_clock::now();
                return std::max(std::chrono::ceil<std::chrono::milliseconds>(left), {});
            };
        });
        Viewer viewer(cloud, true);
        viewer.play(0);
        QVERIFY(viewer.isBuffering(true)); // and is said to be
        QVERIFY(viewer.shows(99));
        QVERIFY(viewer.isBuffering(false)); // by itself
        QVERIFY(viewer.shows(180));
        QVERIFY(viewer.neverWrong());
        QVERIFY(viewer.neverComplained());
        for (const std::int64_t frame : viewer.stoodAt())
            QVERIFY2(frame >= 100 && frame < 150, qPrintable(QString::number(frame)));
        // The few pictures that were on their way ahead are asked for again when they have become urgent, and
        // then waited for; nothing else is, and nobody asks over and over.
        const std::int64_t again = cloud.askedBytes(2) - cloud.layout(2).bytes;
        QVERIFY2(again >= 0 && again < cloud.layout(2).bytes / 2, qPrintable(QString::number(again)));
        QVERIFY2(cloud.ranges(2).size() <= 8, qPrintable(QString::number(cloud.ranges(2).size())));
    }

    void aStallLetsGoOfWhatNobodyWantsAnyMore() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int) {
            if (reply.headers[0].second.find("/") != std::string::npos && reply.body.size() > 3000)
                reply.stallAfterHeaders = reply.headers[0].second.starts_with("bytes 0-");
        });
        Viewer viewer(cloud);
        viewer.seek(10);
        cloud.setFault(nullptr);
        viewer.seek(130);
        QVERIFY(viewer.shows(130));
        QVERIFY(viewer.neverWrong());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
