#include "timeline_fixture.h"

#include "core/timeline/source_position.h"

using namespace cutaway;
using namespace cutaway::timeline;

class TestSourcePosition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProgrammeNamesItsAngles_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94") << 60000 << 1001;
    }
    void theProgrammeNamesItsAngles() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        const SourceTiming one = angle(1, rate), two = angle(2, rate);
        const SourceTimings known{{one.multiSource, one}, {two.multiSource, two}};
        Sequence sequence = emptySequence("cut", rate, false);
        const auto clip = [&](const SourceTiming& source, std::int64_t in, std::int64_t duration) {
            Clip made;
            made.id = Uuid::random();
            made.media.sourceId = source.multiSource;
            made.mediaRate = rate;
            made.in = source.first + in;
            made.duration = duration;
            return Item::of(made);
        };
        Track track = *sequence.tracks.front();
        QCOMPARE(track.kind, TrackKind::Video);
        track.items = {clip(one, 100, 50), Item::gap(10), clip(two, 7, 40)};
        sequence.tracks.front() = std::make_shared<const Track>(track);

        const auto first = sourceAt(sequence, 0, known);
        QVERIFY(first);
        QCOMPARE(first->name, one.name);
        QCOMPARE(first->frame, one.first + 100);
        QCOMPARE(first->timecode, one.startTimecode + one.first + 100 - one.clock.originUnit());
        QCOMPARE(first->format.rate, rate);
        QCOMPARE(sourceAt(sequence, 49, known)->frame, one.first + 149);
        QVERIFY(!sourceAt(sequence, 50, known)); // the gap
        QCOMPARE(sourceAt(sequence, 60, known)->frame, two.first + 7);
        QCOMPARE(sourceAt(sequence, 99, known)->name, two.name);
        QVERIFY(!sourceAt(sequence, 100, known)); // behind the end
        QVERIFY(!sourceAt(sequence, 0, {}));      // nothing is known of it

        track.muted = true;
        sequence.tracks.front() = std::make_shared<const Track>(track);
        QVERIFY(!sourceAt(sequence, 0, known));
    }
};

QTEST_APPLESS_MAIN(TestSourcePosition)
#include "test_source_position.moc"
