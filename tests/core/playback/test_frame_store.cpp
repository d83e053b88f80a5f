#include "core/playback/frame_store.h"
#include "core/playback/tams_media_access.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::playback;

namespace {

StoredFrame picture(int size, int rung) {
    return {media::allocateFrame(size, size, media::PixelFormat::Yuv420p10, media::Colour::hlg()).share(),
            rung};
}

} // namespace

class TestFrameStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesAreBoundedAndTheLeastWantedGoesFirst() {
        const std::size_t one = picture(64, 540).picture->bytes();
        FrameStore store(one * 10);
        const Uuid source = Uuid::random();
        for (int i = 0; i < 10; ++i)
            store.put({source, i}, picture(64, 540));
        QVERIFY(store.get({source, 0})); // wanted again: now the newest
        for (int i = 10; i < 15; ++i)
            store.put({source, i}, picture(64, 540));
        QVERIFY(store.bytes() <= one * 10);
        QCOMPARE(store.count(), std::size_t(10));
        QVERIFY(store.holds({source, 0}));
        QVERIFY(!store.holds({source, 1}));
    }
    void whatIsExpectedOutlivesWhatWasShown() {
        const std::size_t one = picture(64, 540).picture->bytes();
        FrameStore store(one * 10);
        const Uuid source = Uuid::random();
        for (int i = 0; i < 10; ++i)
            store.put({source, i}, picture(64, 540));
        for (int i = 0; i < 5; ++i)
            QVERIFY(store.get({source, i})); // shown
        std::vector<FrameKey> next;
        for (int i = 5; i < 13; ++i) // the last three are not there yet
            next.push_back({source, i});
        store.expect(next);
        for (int i = 10; i < 15; ++i)
            store.put({source, i}, picture(64, 540));
        for (int i = 0; i < 15; ++i)
            QCOMPARE(store.holds({source, i}), i >= 5);
    }
    void aSmallerRungNeverReplacesALargerOne() {
        FrameStore store(1 << 20);
        const FrameKey key{Uuid::random(), 5};
        store.put(key, picture(64, 540));
        store.put(key, picture(32, 270));
        QCOMPARE(store.get(key)->rungHeight, 540);
        const FrameKey other{key.source, 6};
        store.put(other, picture(32, 270));
        store.put(other, picture(64, 540));
        QCOMPARE(store.get(other)->rungHeight, 540);
    }
    void nearestIsOfTheSameSourceAndWithinReach() {
        FrameStore store(1 << 24);
        const Uuid a = Uuid::random(), b = Uuid::random();
        store.put({a, 100}, picture(64, 1));
        store.put({a, 110}, picture(64, 2));
        store.put({b, 104}, picture(64, 3));
        QCOMPARE(store.nearest({a, 104}, 50)->rungHeight, 1);
        QCOMPARE(store.nearest({a, 106}, 50)->rungHeight, 2);
        QVERIFY(!store.nearest({a, 200}, 50));
    }
    void errorsAreForgottenWhenThePictureComes() {
        FrameStore store(1 << 20);
        const FrameKey key{Uuid::random(), 5};
        store.putError(key, true, {ErrorCategory::Corrupt, "Damaged.", {}});
        QVERIFY(store.error(key, true));
        QVERIFY(!store.error(key, false));
        store.put(key, picture(64, 270)); // a small picture does not heal the large one
        QVERIFY(store.error(key, true));
        QVERIFY(store.holds(key) && !store.holdsBest(key));
        StoredFrame best = picture(64, 540);
        best.best = true;
        store.put(key, best);
        QVERIFY(store.holdsBest(key) && !store.error(key, true));
    }
    void segmentsBecomeWholeFrames() {
        // At 59.94 a Segment that starts a nanosecond off its frame, inside an Object, still enters at that
        // frame.
        const SourceClock clock{{36000, 0}, {60000, 1001}};
        const std::int64_t first = clock.originUnit();
        tams::Segment segment;
        segment.objectId = Uuid::random().toString();
        segment.timerange =
            TimeRange::halfOpen(clock.timeOf(first + 14), clock.timeOf(first + 44) + Timestamp{0, 1});
        segment.tsOffset = clock.timeOf(first + 14) - durationOfUnits(7, clock.rate) + Timestamp{0, 1};
        const ObjectSpan span = spanOf(segment, clock);
        QCOMPARE(span.firstUnit, first + 14);
        QCOMPARE(span.count, std::int64_t(30));
        QCOMPARE(span.objectUnit, std::int64_t(7));
    }
};

QTEST_APPLESS_MAIN(TestFrameStore)
#include "test_frame_store.moc"
