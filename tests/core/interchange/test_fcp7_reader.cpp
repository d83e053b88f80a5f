#include "random_sequence.h"

#include "core/interchange/fcp7_reader.h"
#include "core/interchange/fcp7_writer.h"

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

/// A file of another program with these tracks of pictures and of sounds.
std::string foreign(const std::string& video, const std::string& audio = {}) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xmeml>
<xmeml version="4"><project><name>P</name><children><bin><name>B</name><children>
<sequence id="sequence-1"><duration>500</duration>
<rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><name>Other</name>
<media><video><format><samplecharacteristics><width>1920</width><height>1080</height></samplecharacteristics></format>)" +
           video + "</video><audio>" + audio + R"(</audio></media>
<timecode><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><string>01:00:00;00</string><frame>107892</frame><displayformat>DF</displayformat></timecode>
<marker><name>Gun</name><in>12</in><out>-1</out></marker>
</sequence></children></bin></children></project></xmeml>)";
}

std::string fileOf(const char* name, const char* timecode) {
    return std::string("<file id=\"") + name + "\"><name>" + name +
           "</name><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>" +
           "<duration>1000</duration><timecode><rate><timebase>30</timebase><ntsc>TRUE</ntsc></"
           "rate><string>" +
           timecode +
           "</string><displayformat>NDF</displayformat><reel><name>R1</name></reel></timecode></file>";
}

std::string clipOf(const char* name, int start, int end, int in, const std::string& more) {
    const auto tag = [](const char* key, int value) {
        return std::string("<") + key + ">" + std::to_string(value) + "</" + key + ">";
    };
    return std::string("<clipitem id=\"") + name + std::to_string(start) + "\"><name>" + name + "</name>" +
           tag("start", start) + tag("end", end) + tag("in", in) + more + "</clipitem>";
}

} // namespace

class TestFcp7Reader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ourOwnFileGivesTheSameClips_data() { addRates(); }
    void ourOwnFileGivesTheSameClips() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        std::mt19937 random(seedOr(20261201U));
        for (int i = 0; i < 150; ++i) {
            const Sequence s = randomSequence(random, rate);
            QVERIFY(checkInvariants(s).ok());
            const auto written = writeFcp7(s, angles(rate));
            QVERIFY(written.ok());
            for (const MediaFinder& media : {finderOf(angles(rate)), MediaFinder{}}) {
                const auto read = readFcp7(written->text, media);
                QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
                QCOMPARE(read->read.sequence.rate, rate);
                QCOMPARE(read->read.sequence.startFrame, s.startFrame);
                QCOMPARE(read->read.sequence.dropFrame, s.dropFrame);
                const auto was = clipsInWords(s), is = clipsInWords(read->read.sequence);
                QCOMPARE(is.size(), was.size());
                for (std::size_t n = 0; n < is.size(); ++n)
                    QCOMPARE(QByteArray::fromStdString(is[n]), QByteArray::fromStdString(was[n]));
            }
        }
    }
    void whatAnotherProgramChangedIsBelieved() {
        Sequence s = emptySequence("Slipped", {25, 1}, false);
        const SourceTiming source = angle(1, {25, 1});
        s = **apply(s, *append(s, part(source, 100, 140), targetPatches(s, source, true, false)));
        std::string text = writeFcp7(s, angles({25, 1}))->text;
        const auto replace = [&](const std::string& from, const std::string& to) {
            const std::size_t at = text.find(from);
            QVERIFY(at != std::string::npos);
            text.replace(at, from.size(), to);
        };
        replace("<in>100</in>", "<in>107</in>");
        replace("<out>140</out>", "<out>147</out>");
        const auto read = readFcp7(text, finderOf(angles({25, 1})));
        QVERIFY(read.ok());
        QCOMPARE(read->read.sequence.tracks[0]->items[0].clip->in, source.first + 107);
    }
    void anotherProgramsFile() {
        const std::string dissolve =
            "<transitionitem><start>95</start><end>105</end><alignment>center</alignment><effect><name>Cross "
            "Dissolve</name><effectid>Cross "
            "Dissolve</effectid><effectcategory>Dissolve</effectcategory></effect></transitionitem>";
        const std::string slow = "<duration>2000</duration><filter><effect><effectid>timeremap</"
                                 "effectid><parameter><parameterid>speed</parameterid><value>50</value>"
                                 "</parameter></effect></filter>";
        const std::string level =
            "<filter><effect><effectid>audiolevels</effectid><parameter><parameterid>level</"
            "parameterid><value>0.5</value></parameter></effect></filter>";
        const std::string blur =
            "<filter><effect><name>Blur</name><effectid>blur</effectid></effect></filter>";
        const std::string link =
            "<link><linkclipref>A0</linkclipref></link><link><linkclipref>S0</linkclipref></link>";
        const std::string text =
            foreign("<track>" + clipOf("A", 0, -1, 50, fileOf("A", "10:00:00:00") + link) + dissolve +
                        clipOf("B", -1, 150, 195, fileOf("B", "10:00:00:00")) +
                        clipOf("A", 160, 200, 400, "<file id=\"A\"/>" + slow + blur) + "</track><track/>",
                    "<track currentExplodedTrackIndex=\"0\">" +
                        clipOf("S", 0, 100, 50,
                               "<file id=\"A\"/><sourcetrack><trackindex>2</trackindex></sourcetrack>" +
                                   level + link) +
                        "</track><track currentExplodedTrackIndex=\"1\">" +
                        clipOf("S", 0, 100, 50, "<file id=\"A\"/>") + "</track>");
        const FrameRate rate{30000, 1001};
        SourceTimings sources = angles(rate);
        for (auto& [id, source] : sources)
            source.startTimecode = 30 * 36000;
        const auto read = readFcp7(text, finderOf(sources));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const Sequence& s = read->read.sequence;
        QCOMPARE(s.name, std::string("Other"));
        QCOMPARE(s.rate, rate);
        QVERIFY(s.dropFrame);
        QCOMPARE(s.startFrame, 107892);
        QCOMPARE(s.width, 1920);
        QCOMPARE(s.markers.size(), 1U);
        COMPARE_TRACK(s, 0, "A50+100 B200+50 gap10 A200+40@1/2");
        const Clip& b = *s.tracks[0]->items[1].clip;
        QVERIFY(b.head == (Transition{TransitionKind::Dissolve, 5, 5}));
        QCOMPARE(s.tracks.size(),
                 4U); // two of pictures, one of a stereo sound, and A2, which is always there
        const Clip& sound = *s.tracks[2]->items[0].clip;
        QCOMPARE(sound.audioMember, 2);
        QCOMPARE(sound.gain, -602);
        QVERIFY(sound.linkGroup == s.tracks[0]->items[0].clip->linkGroup && !sound.linkGroup.isNil());
        QCOMPARE(read->report.count(Fate::Lost), std::size_t(1));
        QVERIFY(read->report.text().find("effect Blur on A") != std::string::npos);
    }
    void fadesAtFreeEdges() {
        const std::string in = "<transitionitem><start>10</start><end>20</end><alignment>start-black</"
                               "alignment></transitionitem>";
        const std::string out =
            "<transitionitem><start>40</start><end>50</end><alignment>end-black</alignment></transitionitem>";
        const auto read = readFcp7(
            foreign("<track>" + in + clipOf("A", -1, -1, 100, fileOf("A", "00:00:00:00")) + out + "</track>"),
            {});
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const Clip& clip = *read->read.sequence.tracks[0]->items[1].clip;
        QCOMPARE(clip.duration, 40);
        QCOMPARE(clip.in, 100);
        QVERIFY(clip.head == (Transition{TransitionKind::Dissolve, 0, 10}));
        QVERIFY(clip.tail == (Transition{TransitionKind::Dissolve, 10, 0}));
    }
    void nestedSequencesAndGeneratorsKeepTheirPlace() {
        const std::string nest =
            "<sequence id=\"n\"><name>N</name><rate><timebase>25</timebase></rate><media/></sequence>";
        const auto read = readFcp7(foreign("<track>" + clipOf("N", 0, 20, 0, nest) +
                                           clipOf("A", 20, 30, 0, fileOf("A", "00:00:00:00")) + "</track>"),
                                   {});
        QVERIFY(read.ok());
        QCOMPARE(read->read.sequence.tracks[0]->items.size(), 2U);
        QVERIFY(read->report.text().find("nested sequence N") != std::string::npos);
        QCOMPARE(read->read.problems.size(), 1U);
    }
    void hostileFilesAreRefusedWithTheirLine_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& text, const char* says) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(says);
        };
        const std::string file = fileOf("A", "00:00:00:00");
        row("no xml", "TITLE: x", "Line 1");
        row("cut off", "<xmeml><sequence>", "Line 1");
        row("other root", "<fcpxml/>", "xmeml");
        row("no sequence", "<xmeml/>", "no sequence");
        row("entities", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xmeml>&b;</xmeml>",
            "entities");
        std::string deep;
        for (int i = 0; i < 100'000; ++i)
            deep += "<a>";
        row("deep", deep, "too deep");
        row("overlap",
            foreign("<track>" + clipOf("A", 0, 20, 0, file) + clipOf("A", 10, 30, 0, file) + "</track>"),
            "overlaps");
        row("backwards", foreign("<track>" + clipOf("A", 20, 10, 0, file) + "</track>"),
            "ends before it starts");
        row("nowhere", foreign("<track>" + clipOf("A", -1, 10, 0, file) + "</track>"), "no place");
        row("huge",
            foreign("<track>" + clipOf("A", 0, 2'000'000'000, 0, "<in>99999999999999999999</in>" + file) +
                    "</track>"),
            "");
        row("no number", foreign("<track><clipitem><start>NaN</start><end>1</end></clipitem></track>"),
            "whole number");
        row("beyond", foreign("<track><clipitem><start>99999999999</start><end>1</end></clipitem></track>"),
            "beyond any sequence");
        row("drop-frame", foreign("<track>" + clipOf("A", 0, 20, 0, fileOf("A", "00:01:00;00")) + "</track>"),
            "string");
        row("level",
            foreign(
                "<track/>",
                "<track>" +
                    clipOf(
                        "A", 0, 20, 0,
                        file +
                            "<filter><effect><effectid>audiolevels</effectid><parameter><parameterid>level</"
                            "parameterid><value>nan</value></parameter></effect></filter>") +
                    "</track>"),
            "ought to be a number");
        row("speed",
            foreign("<track>" +
                    clipOf("A", 0, 20, 0,
                           file +
                               "<filter><effect><effectid>timeremap</effectid><parameter><parameterid>speed</"
                               "parameterid><value>inf</value></parameter></effect></filter>") +
                    "</track>"),
            "ought to be a number");
        row("transition",
            foreign("<track><transitionitem><start>20</start><end>10</end></transitionitem></track>"),
            "no length");
        row("rate", "<xmeml><sequence><rate><timebase>0</timebase></rate><media/></sequence></xmeml>",
            "timebase");
    }
    void hostileFilesAreRefusedWithTheirLine() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto read = readFcp7(text.toStdString(), {});
        if (says.isEmpty())
            return; // it only must not crash
        QVERIFY(!read.ok());
        const QString message = QString::fromStdString(read.error().message);
        QVERIFY2(message.contains(says) && message.startsWith(QStringLiteral("Line ")), qPrintable(message));
    }
};

QTEST_APPLESS_MAIN(TestFcp7Reader)
#include "test_fcp7_reader.moc"
