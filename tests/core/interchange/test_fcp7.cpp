#include "../timeline/timeline_fixture.h"

#include "core/interchange/fcp7_writer.h"

#include <QXmlStreamReader>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

namespace {

/// Each leaf of a document as "sequence/media/video/track/clipitem/start=12", in order.
QStringList leaves(const std::string& text) {
    QXmlStreamReader xml(QByteArray::fromStdString(text));
    QStringList path;
    QStringList found;
    QString words;
    bool leaf = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            path << xml.name().toString();
            words.clear();
            leaf = true;
            break;
        case QXmlStreamReader::Characters:
            words += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            if (leaf)
                found << path.mid(1).join(QLatin1Char('/')) + QLatin1Char('=') + words;
            leaf = false;
            path.removeLast();
            break;
        default:
            break;
        }
    }
    if (xml.hasError())
        QTest::qFail(qPrintable(xml.errorString()), __FILE__, __LINE__);
    return found;
}

/// The values of one path, in order.
QStringList valuesOf(const QStringList& leaves, const char* path) {
    QStringList values;
    const QString start = QLatin1String(path) + QLatin1Char('=');
    for (const QString& leaf : leaves)
        if (leaf.startsWith(start))
            values << leaf.mid(start.size());
    return values;
}

QStringList listOf(std::initializer_list<const char*> values) {
    QStringList list;
    for (const char* value : values)
        list << QString::fromUtf8(value);
    return list;
}

Sequence threeClips(FrameRate rate = {50, 1}) {
    Sequence s = emptySequence("Final & \"more\" <cut>\x01", rate, rate.allowsDropFrame());
    for (const auto& [number, in] : {std::pair(1, 100), std::pair(2, 200), std::pair(3, 300)}) {
        SourceTiming source = angle(number, rate);
        source.sounds = 1;
        s = *doUndoRedo(s, append(s, part(source, in, in + 40), targetPatches(s, source, true, true)));
    }
    return s;
}

} // namespace

#define COMPARE_VALUES(leaves, path, ...) QCOMPARE(valuesOf(leaves, path), listOf({__VA_ARGS__}))

class TestFcp7 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutsLinksAndNames() {
        const Sequence s = threeClips();
        const auto file = writeFcp7(s, angles());
        QVERIFY(file.ok());
        QVERIFY(file->report.isLossless());
        const QStringList all = leaves(file->text);
        COMPARE_VALUES(all, "sequence/name", "Final & \"more\" <cut>?");
        COMPARE_VALUES(all, "sequence/rate/timebase", "50");
        COMPARE_VALUES(all, "sequence/timecode/string", "01:00:00:00");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/start", "0", "40", "80");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/end", "40", "80", "120");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/in", "100", "200", "300");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/out", "140", "240", "340");
        COMPARE_VALUES(all, "sequence/media/audio/track/clipitem/in", "100", "200", "300");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/link/linkclipref", "clipitem-1",
                       "clipitem-4", "clipitem-2", "clipitem-5", "clipitem-3", "clipitem-6");
        QCOMPARE(valuesOf(all, "sequence/media/video/track/clipitem/comments/mastercomment1").front(),
                 QStringLiteral("tams source ") + QString::fromStdString(angle(1).multiSource.toString()));
        // Each file is described once, and named after that.
        QCOMPARE(valuesOf(all, "sequence/media/video/track/clipitem/file/name").size(), 3);
        QCOMPARE(valuesOf(all, "sequence/media/audio/track/clipitem/file/name").size(), 0);
    }
    void dropFrameAndNtsc() {
        const auto file = writeFcp7(threeClips({60000, 1001}), angles({60000, 1001}));
        const QStringList all = leaves(file->text);
        COMPARE_VALUES(all, "sequence/rate/timebase", "60");
        COMPARE_VALUES(all, "sequence/rate/ntsc", "TRUE");
        COMPARE_VALUES(all, "sequence/timecode/string", "01:00:00;00");
        COMPARE_VALUES(all, "sequence/timecode/displayformat", "DF");
        COMPARE_VALUES(all, "sequence/media/audio/track/clipitem/start", "0", "40", "80");
    }
    void transitionsShowTheirHandles() {
        Sequence s = threeClips();
        const std::vector<Uuid> both{s.tracks[0]->id, s.tracks[1]->id};
        s = **apply(s, *addTransitions(s, 40, both, TransitionKind::Dissolve, 10, angles()));
        s = **apply(s, *addTransitions(s, 120, {both.data(), 1}, TransitionKind::Dip, 8, angles()));
        const auto file = writeFcp7(s, angles());
        const QStringList all = leaves(file->text);
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/start", "0", "-1", "80");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/end", "-1", "80", "-1");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/in", "100", "195", "300");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/out", "145", "240", "340");
        COMPARE_VALUES(all, "sequence/media/audio/track/clipitem/in", "100", "195", "300");
        COMPARE_VALUES(all, "sequence/media/video/track/transitionitem/start", "35", "112");
        COMPARE_VALUES(all, "sequence/media/video/track/transitionitem/end", "45", "120");
        COMPARE_VALUES(all, "sequence/media/video/track/transitionitem/alignment", "center", "end-black");
        QCOMPARE(file->report.count(Fate::Approximated), std::size_t(1)); // the dip
        QCOMPARE(file->report.count(Fate::Lost), std::size_t(0));
    }
    void whatItCannotHoldIsSaid() {
        Sequence s = threeClips();
        const auto id = [&](std::size_t track, std::int64_t frame) {
            return clipAt(s, track, frame)->clip->id;
        };
        s = **apply(s, *setGain(s, {id(1, 50)}, -600));
        s = **apply(s, *setColour(s, {id(0, 50)}, "GREEN"));
        s = **apply(s, *setEnabled(s, {id(0, 90)}, false));
        s = **apply(s, *setTrackLanguage(s, s.tracks[1]->id, "de"));
        s = **apply(s, *addMarker(s, {{}, 60, 5, "Gun", "RED"}));
        const auto file = writeFcp7(s, angles());
        const QStringList all = leaves(file->text);
        COMPARE_VALUES(all, "sequence/media/audio/track/clipitem/filter/effect/parameter/value",
                       "0.5011872336272722");
        COMPARE_VALUES(all, "sequence/media/video/track/clipitem/enabled", "TRUE", "TRUE", "FALSE");
        COMPARE_VALUES(all, "sequence/marker/out", "65");
        QCOMPARE(file->report.count(Fate::Lost), std::size_t(2)); // label and language
        QVERIFY(file->report.text().find("language of A1") != std::string::npos);
        QVERIFY(!file->report.isLossless());
    }
};

QTEST_APPLESS_MAIN(TestFcp7)
#include "test_fcp7.moc"
