#include "../timeline/timeline_fixture.h"

#include "core/interchange/formats.h"

#include <set>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

class TestFormats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFormatHasItsOwnExtensionAndDoesSomething() {
        std::set<std::string_view> extensions;
        for (const Format& format : formats()) {
            QVERIFY(!format.name.empty());
            QVERIFY(extensions.insert(format.extension).second);
            QVERIFY(format.read || format.write);
            QCOMPARE(formatOf("a.b/cut." + std::string(format.extension)), &format);
        }
    }
    void theExtensionChooses() {
        QVERIFY(formatOf("CUT.OTIO"));
        QVERIFY(!formatOf("otio"));
        QVERIFY(!formatOf("cut.doc"));
        QVERIFY(!formatOf(""));
    }
    void nothingReadableIsMadeOfNonsense() {
        for (const Format& format : formats())
            if (format.read)
                QVERIFY2(!format.read("\x01\x02 nonsense", {}).ok(), format.name.data());
    }
    void otioKeepsEveryClip() {
        Sequence s = emptySequence("Table", {50, 1}, false);
        const SourceTiming source = angle(1);
        s = **apply(s, *overwrite(s, 10, part(source, 0, 20), targetPatches(s, source, true, true)));
        const Format* otio = formatOf("x.otio");
        const auto written = otio->write(s, angles(), {});
        QVERIFY(written.ok() && written->report.isLossless());
        QCOMPARE(written->report.events.size(), 3U);
        QCOMPARE(written->report.events[0].frame, 10);
        QCOMPARE(written->report.events[0].timecode, std::string("01:00:00:10"));
        const auto read = otio->read(written->text, {});
        QVERIFY(read.ok());
        QCOMPARE(read->read.problems.size(), 3U); // the media is not known, the clips are kept
        QCOMPARE(read->read.sequence.tracks[0]->items.size(), 2U);
    }
};

QTEST_APPLESS_MAIN(TestFormats)
#include "test_formats.moc"
