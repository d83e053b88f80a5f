#include "random_sequence.h"

#include "core/interchange/fcpxml_reader.h"
#include "core/interchange/fcpxml_writer.h"

#include <QXmlStreamReader>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

namespace {

MediaFinder finderOf(const SourceTimings& sources) {
    return {[sources](const MediaName& name) -> Result<ResolvedMedia> {
                const auto found = sources.find(name.id);
                if (found == sources.end())
                    return Error{ErrorCategory::NotFound, "none", {}};
                return ResolvedMedia{found->second, 0};
            },
            [sources](const ReelName& name) -> Result<SourceTiming> {
                for (const auto& [id, source] : sources)
                    if (source.name == name.clipName)
                        return source;
                return Error{ErrorCategory::NotFound, "none", {}};
            }};
}

/// What the format has no place for set aside: tracks are lanes, which are neither muted nor locked, nor
/// there when nothing lies in them.
Sequence asLanes(Sequence s) {
    std::vector<std::shared_ptr<const Track>> tracks;
    int pictures = 0, sounds = 0;
    for (const auto& track : s.tracks) {
        if (track->items.empty())
            continue;
        Track changed = *track;
        changed.muted = changed.locked = false;
        const bool sound = track->kind == TrackKind::Audio;
        changed.name = (sound ? "A" : "V") + std::to_string(sound ? ++sounds : ++pictures);
        tracks.push_back(std::make_shared<const Track>(std::move(changed)));
    }
    s.tracks = std::move(tracks);
    return s;
}

/// A file of another program at 25 frames, with this in its spine.
std::string foreign(const std::string& spine, const char* assetStart = "36000s") {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fcpxml>
<fcpxml version="1.10"><resources>
<format id="r1" name="FFVideoFormat1080p25" frameDuration="100/2500s" width="1920" height="1080"/>
<asset id="r2" name="A" start=")" +
           std::string(assetStart) + R"(" duration="40s" hasVideo="1" hasAudio="1" format="r1"/>
<asset id="r3" name="B" start="36000s" duration="40s" hasVideo="1" format="r1"/>
</resources><library><event><project name="Other"><sequence format="r1" tcStart="3600s" tcFormat="NDF" duration="10s">
<spine>)" + spine +
           "</spine></sequence></project></event></library></fcpxml>";
}

} // namespace

class TestFcpxml : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ourOwnFileGivesTheSameClips_data() { addRates(); }
    void ourOwnFileGivesTheSameClips() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        std::mt19937 random(seedOr(20261202U));
        for (int i = 0; i < 150; ++i) {
            const Sequence s = asLanes(randomSequence(random, rate));
            const auto written = writeFcpxml(s, angles(rate), {});
            QVERIFY(written.ok());
            QXmlStreamReader xml(QByteArray::fromStdString(written->text));
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            for (const MediaFinder& media : {finderOf(angles(rate)), MediaFinder{}}) {
                const auto read = readFcpxml(written->text, media);
                QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
                QCOMPARE(read->read.sequence.rate, rate);
                QCOMPARE(read->read.sequence.startFrame, s.startFrame);
                QCOMPARE(read->read.sequence.dropFrame, s.dropFrame);
                const auto was = clipsInWords(s), is = clipsInWords(asLanes(read->read.sequence));
                QCOMPARE(is.size(), was.size());
                for (std::size_t n = 0; n < is.size(); ++n)
                    QCOMPARE(QByteArray::fromStdString(is[n]), QByteArray::fromStdString(was[n]));
            }
        }
    }
    void withoutOurMetadataThePicturesAreTheSame() {
        std::mt19937 random(seedOr(20261203U));
        const FrameRate rate{60000, 1001};
        for (int i = 0; i < 100; ++i) {
            Sequence s = asLanes(randomSequence(random, rate));
            std::erase_if(s.tracks, [](const auto& track) { return track->kind == TrackKind::Audio; });
            std::string text = writeFcpxml(s, angles(rate), {})->text;
            for (std::size_t at = 0; (at = text.find("tv.cutaway.clip", at)) != std::string::npos;)
                text.replace(at, 15, "com.example.set");
            const auto read = readFcpxml(text, finderOf(angles(rate)));
            QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
            const Sequence other = asLanes(read->read.sequence);
            const auto unlinked = [](const Sequence& sequence) {
                std::vector<std::string> words = clipsInWords(sequence);
                for (std::string& each : words)
                    each = each.substr(0, each.find(" link"));
                return words;
            };
            const auto was = unlinked(s), is = unlinked(other);
            QCOMPARE(is.size(), was.size());
            for (std::size_t n = 0; n < is.size(); ++n)
                QCOMPARE(QByteArray::fromStdString(is[n]), QByteArray::fromStdString(was[n]));
        }
    }
    void anotherProgramsFile() {
        const std::string text = foreign(R"(
<asset-clip ref="r2" offset="3600s" start="36002s" duration="4s" name="A">
  <adjust-volume amount="-6dB"/>
  <asset-clip ref="r3" lane="1" offset="36003s" start="36010s" duration="1s" name="B"/>
  <spine lane="2" offset="36003s"><asset-clip ref="r3" offset="0s" start="36000s" duration="1s"/>
    <transition name="Cross Dissolve" offset="20/25s" duration="10/25s"/>
    <asset-clip ref="r3" offset="1s" start="36020s" duration="1s"/></spine>
  <marker start="36003s" duration="1/25s" value="Gun"/>
  <filter-video name="Blur"/>
</asset-clip>
<transition name="Cross Dissolve" offset="90090/25s" duration="20/25s"/>
<clip name="C" offset="3604s" start="36001s" duration="2s"><video ref="r2" offset="36000s" start="36005s"><audio ref="r2" lane="-1" offset="36005s"/></video></clip>
<gap offset="3606s" duration="1s" start="3600s"><title name="T" lane="1" offset="3600s" duration="1s"/></gap>
<video ref="r3" offset="3607s" start="36000s" duration="2s">
  <timeMap><timept time="36000s" value="36000s" interp="linear"/><timept time="36010s" value="36005s" interp="linear"/></timeMap></video>)");
        const FrameRate rate{25, 1};
        SourceTimings sources = angles(rate);
        for (auto& [id, source] : sources)
            source.startTimecode = 25 * 36000;
        const auto read = readFcpxml(text, finderOf(sources));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const Sequence& s = read->read.sequence;
        QCOMPARE(s.name, std::string("Other"));
        QCOMPARE(s.startFrame, 90000);
        COMPARE_TRACK(s, 0, "A50+100 C150+50 gap25 B0+50@1/2");
        COMPARE_TRACK(s, 1, "gap25 B250+25");
        COMPARE_TRACK(s, 2, "gap25 B0+25 B500+25");
        COMPARE_TRACK(s, 3, "A50+100 C150+50");
        QVERIFY(s.tracks[0]->items[1].clip->head == (Transition{TransitionKind::Dissolve, 10, 10}));
        QVERIFY(s.tracks[2]->items[2].clip->head == (Transition{TransitionKind::Dissolve, 5, 5}));
        QCOMPARE(s.tracks[3]->items[0].clip->gain, -600);
        QVERIFY(s.tracks[3]->items[0].clip->linkGroup == s.tracks[0]->items[0].clip->linkGroup);
        QCOMPARE(s.markers.size(), 1U);
        QCOMPARE(s.markers[0].frame, 25);
        QCOMPARE(read->report.count(Fate::Lost), std::size_t(2)); // the filter and the title
    }
    void hostileFilesAreRefusedWithTheirLine_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& text, const char* says) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(says);
        };
        const auto clip = [](const std::string& attributes, const std::string& inside = {}) {
            return foreign("<asset-clip ref=\"r2\" " + attributes + ">" + inside + "</asset-clip>");
        };
        row("no xml", "TITLE: x", "Line 1");
        row("other root", "<xmeml/>", "fcpxml");
        row("no sequence", "<fcpxml/>", "no sequence");
        row("no format", "<fcpxml><project><sequence><spine/></sequence></project></fcpxml>", "no format");
        row("NaN", clip("duration=\"NaNs\""), "wrong time");
        row("no denominator", clip("duration=\"1/0s\""), "wrong time");
        row("no unit", clip("duration=\"5\""), "wrong time");
        row("huge", clip("duration=\"9000000000000000000s\""), "beyond any sequence");
        row("negative", clip("duration=\"-5s\""), "no possible length");
        row("before", clip("offset=\"0s\" duration=\"5s\""), "before the sequence");
        row("overlap",
            foreign("<gap offset=\"3600s\" duration=\"5s\"/><gap offset=\"3601s\" duration=\"5s\"/>"),
            "overlaps");
        row("lane", clip("duration=\"5s\"", "<asset-clip ref=\"r3\" lane=\"99999999\" duration=\"1s\"/>"),
            "lane");
        row("speed",
            clip("duration=\"5s\"",
                 "<timeMap><timept time=\"0s\" value=\"0s\"/><timept time=\"0s\" value=\"1s\"/></timeMap>"),
            "after the point");
        row("too fast",
            clip("duration=\"5s\"", "<timeMap><timept time=\"0s\" value=\"0s\"/><timept time=\"1/1000s\" "
                                    "value=\"900s\"/></timeMap>"),
            "speed that no clip");
        row("level", clip("duration=\"5s\"", "<adjust-volume amount=\"loud\"/>"), "amount");
        row("transition", foreign("<transition offset=\"3600s\" duration=\"0s\"/>"), "no length");
        std::string deep;
        for (int i = 0; i < 100'000; ++i)
            deep += "<spine>";
        row("deep", deep, "too deep");
    }
    void hostileFilesAreRefusedWithTheirLine() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto read = readFcpxml(text.toStdString(), {});
        QVERIFY(!read.ok());
        const QString message = QString::fromStdString(read.error().message);
        QVERIFY2(message.contains(says) && message.startsWith(QStringLiteral("Line ")), qPrintable(message));
    }
};

QTEST_APPLESS_MAIN(TestFcpxml)
#include "test_fcpxml.moc"
