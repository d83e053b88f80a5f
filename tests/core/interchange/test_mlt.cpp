#include "../timeline/timeline_fixture.h"

#include "core/interchange/mlt_writer.h"

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

// What is written, and what is said of it; test_melt renders it.

namespace {

Sequence oneCut() {
    Sequence s = emptySequence("Cut \"1\" & more", {50, 1}, false);
    for (const auto& [number, in] : {std::pair(1, 100), std::pair(2, 200)}) {
        SourceTiming source = angle(number);
        s = *doUndoRedo(s, append(s, part(source, in, in + 40), targetPatches(s, source, true, true)));
    }
    return s;
}

} // namespace

class TestMlt : public QObject {
    Q_OBJECT

    static QString written(const Sequence& s, const MediaLocator& files = {}) {
        return QString::fromStdString(writeMlt(s, angles(), files)->text);
    }

private Q_SLOTS:
    void mediaIsNamedOrLocated() {
        const Sequence s = oneCut();
        QVERIFY(written(s).contains(QStringLiteral("<property name=\"resource\">A</property>")));
        const QString located = written(s, [](const SourceTiming& source, int member) {
            return std::optional(
                MediaFile{"/m/" + source.name + " & " + std::to_string(member), source.first + 90, 3});
        });
        QVERIFY(located.contains(QStringLiteral("<property name=\"resource\">/m/A &amp; 0</property>")));
        QVERIFY(located.contains(QStringLiteral("<property name=\"audio_index\">3</property>")));
        // The file begins 90 frames later than the angle, and the clip with frame 100.
        QVERIFY(located.contains(QStringLiteral("<entry producer=\"clip0\" in=\"10\" out=\"49\"/>")));
    }
    void everyRateIsExact() {
        Sequence s = emptySequence("Rate", {60000, 1001}, true);
        QVERIFY(written(s).contains(QStringLiteral("frame_rate_num=\"60000\" frame_rate_den=\"1001\"")));
    }
    void whatItCannotHoldIsSaid() {
        Sequence s = oneCut();
        const auto id = [&](std::size_t track, std::int64_t frame) {
            return clipAt(s, track, frame)->clip->id;
        };
        s = **apply(s, *setColour(s, {id(0, 50)}, "GREEN"));
        s = **apply(s, *setEnabled(s, {id(0, 10)}, false));
        s = **apply(s, *setTrackLanguage(s, s.tracks[1]->id, "de"));
        s = **apply(s, *addMarker(s, {{}, 60, 5, "Gun", "RED"}));
        const auto file = writeMlt(s, angles(), {});
        const std::string report = file->report.text();
        for (const char* each : {"label GREEN of B", "language of A1", "marker Gun", "links between clips",
                                 "it is disabled, so there is a gap"})
            QVERIFY2(report.find(each) != std::string::npos, report.c_str());
        QCOMPARE(file->report.count(Fate::Lost), std::size_t(4));
        QVERIFY(QString::fromStdString(file->text).contains(QStringLiteral("<blank length=\"40\"/>")));
    }
    void aSoundThatIsCutWithinAFrameMovesAndIsReported() {
        Sequence s = oneCut();
        Track track = *s.tracks[1];
        Clip clip = *track.items[0].clip;
        clip.duration -= 300;
        track.items[0] = Item::of(clip);
        s.tracks[1] = std::make_shared<const Track>(track);
        const auto file = writeMlt(s, angles(), {});
        QVERIFY(file->report.text().find("within a frame") != std::string::npos);
        QCOMPARE(file->report.count(Fate::Approximated), std::size_t(2)); // it, and the one that begins there
    }
};

QTEST_APPLESS_MAIN(TestMlt)
#include "test_mlt.moc"
