#include "../timeline/timeline_fixture.h"

#include "core/interchange/edl_reader.h"
#include "core/interchange/edl_writer.h"
#include "core/timeline/transitions.h"

#include <QRegularExpression>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

namespace {

MediaFinder finder(FrameRate rate) {
    return {[rate](const MediaName& name) -> Result<ResolvedMedia> {
                for (const auto& [id, source] : angles(rate))
                    if (id == name.id)
                        return ResolvedMedia{source, 0};
                return Error{ErrorCategory::NotFound, "There is no such angle here.", {}};
            },
            [rate](const ReelName& name) -> Result<SourceTiming> {
                for (const auto& [id, source] : angles(rate))
                    if (source.name == name.clipName || source.name == name.reel)
                        return source;
                return Error{ErrorCategory::NotFound, "There is no such angle here.", {}};
            }};
}

/// What an EDL holds of a track, in a form that says where it differs.
QString picture(const Sequence& s, std::size_t index) {
    const Track& track = *s.tracks.at(index);
    QString text;
    const auto transition = [&](const char* which, const std::optional<Transition>& t, bool fade) {
        // Those of sounds start between frames and are moved to the nearest, which the report says.
        if (!t || track.kind == TrackKind::Audio)
            return;
        // What an EDL has no word for becomes a dissolve.
        const bool dissolve = fade && t->kind == TransitionKind::Dip;
        text += QStringLiteral(" %1%2:%3+%4")
                    .arg(QLatin1String(which))
                    .arg(dissolve ? 0 : static_cast<int>(t->kind))
                    .arg(t->before)
                    .arg(t->after);
    };
    bool touches = false;
    for (const Item& item : track.items) {
        if (item.clip) {
            text += QString::fromStdString(item.clip->name + " " + item.clip->media.sourceId.toString());
            text += QStringLiteral(" in%1 sound%2").arg(item.clip->in).arg(item.clip->audioMember);
            text += QStringLiteral(" at %1/%2 %3")
                        .arg(item.clip->speed.num)
                        .arg(item.clip->speed.den)
                        .arg(item.clip->speed.phase);
            transition("head", item.clip->head, !touches);
            transition("tail", item.clip->tail, true);
        }
        text += QStringLiteral(" +%1\n").arg(item.duration);
        touches = item.clip != nullptr;
    }
    return text;
}

const char* const head = "TITLE: From elsewhere\nFCM: NON-DROP FRAME\n";

Result<ReadFile> readLines(const std::string& lines) {
    return readEdl(head + lines, finder({25, 1}));
}

} // namespace

class TestEdl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ownFilesRoundTrip_data() { addRates(); }
    void ownFilesRoundTrip() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        std::mt19937 random(seedOr(20260712U));
        const auto number = [&](std::int64_t from, std::int64_t to) {
            return std::uniform_int_distribution<std::int64_t>(from, to)(random);
        };
        std::size_t transitions = 0;
        for (int round = 0; round < 30; ++round) {
            Sequence s = emptySequence("Round trip", rate, rate.allowsDropFrame() && number(0, 1));
            const auto take = [&](const Result<Change>& change) {
                if (change.ok())
                    s = **apply(s, *change);
            };
            for (int edit = 0; edit < 30; ++edit) {
                const SourceTiming source = angle(static_cast<int>(number(1, 4)), rate);
                const std::int64_t in = number(40, 800);
                const auto patches = targetPatches(s, source, number(0, 2) > 0, number(0, 2) > 0);
                const MarkedRange marked = part(source, in, in + number(1, 60));
                const std::int64_t frame = number(0, s.durationFrames() + 10);
                take(number(0, 1) ? insert(s, frame, marked, patches) : overwrite(s, frame, marked, patches));
                std::set<Uuid> some;
                for (const auto& each : s.tracks)
                    for (const Item& item : each->items)
                        if (item.clip && number(0, 5) == 0)
                            some.insert(item.clip->id);
                const auto speed = ClipSpeed::make(number(1, 5) * (number(0, 1) ? 1 : -1), number(1, 5));
                take(setSpeed(s, some, *speed, SpeedLength::Keep, angles(rate)));
                take(razor(s, number(0, s.durationFrames()), {})); // within a frame that is held
                take(freezeFrame(s, some, number(0, s.durationFrames())));
                take(addTransitionsTo(s, some, static_cast<TransitionKind>(number(0, 2)), number(2, 30),
                                      angles(rate)));
            }
            for (const auto& track : s.tracks)
                transitions += transitionsOf(*track).size();
            const auto written = writeEdl(s, angles(rate));
            QVERIFY(written.ok());
            for (const ConversionEvent& event : written->report.events)
                QVERIFY2(event.fate != Fate::Lost || event.how == "it is shorter than half a frame",
                         written->report.text().c_str());
            const auto back = readEdl(written->text, finder(rate));
            if (!back)
                qInfo("%s", written->text.c_str());
            QVERIFY2(back.ok(), back.ok() ? "" : back.error().message.c_str());
            QVERIFY2(back->report.isLossless(), back->report.text().c_str());
            QCOMPARE(back->read.sequence.rate, s.rate);
            QCOMPARE(back->read.sequence.dropFrame, s.dropFrame);
            QCOMPARE(back->read.sequence.startFrame, s.startFrame);
            for (std::size_t track = 0; track < 3; ++track) {
                if (picture(back->read.sequence, track) != picture(s, track))
                    qInfo("%s", written->text.c_str());
                const QStringList is = picture(back->read.sequence, track).split(QLatin1Char('\n'));
                const QStringList was = picture(s, track).split(QLatin1Char('\n'));
                for (qsizetype i = 0; i < std::min(is.size(), was.size()); ++i)
                    QCOMPARE(is[i], was[i]);
                QCOMPARE(is.size(), was.size());
            }
        }
        QVERIFY2(transitions > 100, std::to_string(transitions).c_str());
    }
    void aDissolveHasTwoLines() {
        const FrameRate rate{25, 1};
        Sequence s = emptySequence("M", rate, false);
        SourceTiming a = angle(1, rate), b = angle(2, rate);
        a.startTimecode = b.startTimecode = 10 * 3600 * 25;
        SourceTimings sources{{a.multiSource, a}, {b.multiSource, b}};
        s = **apply(s, *overwrite(s, 0, part(a, 100, 150), targetPatches(s, a, true, false)));
        s = **apply(s, *overwrite(s, 50, part(b, 200, 250), targetPatches(s, b, true, false)));
        const std::set<Uuid> coming{s.tracks[0]->items[1].clip->id};
        Clip clip = *s.tracks[0]->items[1].clip;
        clip.head = Transition{TransitionKind::Dissolve, 5, 5};
        Track track = *s.tracks[0];
        track.items[1] = Item::of(clip);
        s.tracks[0] = std::make_shared<const Track>(track);
        const auto written = writeEdl(s, sources);
        QVERIFY(written.ok() && written->report.isLossless());
        QString text = QString::fromStdString(written->text);
        QVERIFY2(
            text.contains(QRegularExpression(QStringLiteral(
                "001  AXXX[0-9A-F]{4} V     C        10:00:04:00 10:00:05:20 01:00:00:00 01:00:01:20\n"))),
            written->text.c_str());
        QVERIFY2(text.contains(QRegularExpression(QStringLiteral(
                     "002  AXXX[0-9A-F]{4} V     C        10:00:05:20 10:00:05:20 01:00:01:20 01:00:01:20\n"
                     "002  BXXX[0-9A-F]{4} V     D    010 10:00:07:20 10:00:10:00 01:00:01:20 01:00:04:00\n"
                     "\\* BLEND, DISSOLVE\n\\* FROM CLIP NAME:  A\n\\* TO CLIP NAME:  B\n"))),
                 written->text.c_str());
    }
    void whatItCannotHoldIsReported() {
        Sequence s = emptySequence("Much", {50, 1}, false);
        const SourceTiming source = angle(1);
        s = **apply(s, *overwrite(s, 0, part(source, 0, 50), targetPatches(s, source, true, true)));
        Track v2 = *s.tracks[0];
        v2.id = Uuid::random();
        v2.name = "V2";
        Clip clip = *v2.items[0].clip;
        clip.id = Uuid::random();
        v2.items[0] = Item::of(clip);
        s.tracks.insert(s.tracks.begin() + 1, std::make_shared<const Track>(v2));
        Track a1 = *s.tracks[2];
        clip = *a1.items[0].clip;
        clip.gain = -450;
        clip.colour = "CYAN";
        a1.items[0] = Item::of(clip);
        s.tracks[2] = std::make_shared<const Track>(a1);
        Track a2 = *s.tracks[3];
        clip = *a2.items[0].clip;
        clip.enabled = false;
        a2.items[0] = Item::of(clip);
        s.tracks[3] = std::make_shared<const Track>(a2);
        const auto written = writeEdl(s, angles());
        QVERIFY(written.ok());
        const std::string report = written->report.text();
        QCOMPARE(written->report.count(Fate::Lost), 4U);
        for (const char* part : {"V2  A: an EDL holds one picture track", "gain -4.50 dB of A", "label CYAN",
                                 "A2  A: it is disabled"})
            QVERIFY2(report.find(part) != std::string::npos, (std::string(part) + "\n" + report).c_str());
        QVERIFY(written->text.find("COUNTS EVERY FRAME OF 50") != std::string::npos);
    }
    void readsWhatOthersWrite() {
        const auto read =
            readLines("001  A        V     C        00:00:01:00 00:00:02:00 01:00:00:00 01:00:01:00\n"
                      "002  A        V     C        00:00:02:00 00:00:02:00 01:00:01:00 01:00:01:00\n"
                      "002  B        V     D    010 00:00:03:00 00:00:04:00 01:00:01:00 01:00:02:00\n"
                      "003  B        B     C        00:00:05:00 00:00:06:00 01:00:02:00 01:00:04:00\r\n"
                      "M2   B        012.5                00:00:05:00\n"
                      "* LOC: 01:00:01:14 RED     Gun\n"
                      "004  C        NONE  C        00:00:05:00 00:00:06:00 01:00:02:00 01:00:03:00\n"
                      "AUD  3\n"
                      "005  ZZZ      V     C        00:00:05:00 00:00:06:00 01:00:04:00 01:00:05:00\n");
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const Sequence& s = read->read.sequence;
        QCOMPARE(s.rate, (FrameRate{25, 1}));
        QCOMPARE(s.startFrame, std::int64_t(90000));
        QCOMPARE(s.tracks.size(), 4U);
        QCOMPARE(s.tracks[0]->items.size(), 4U);
        QCOMPARE(*s.tracks[0]->items[1].clip->head, (Transition{TransitionKind::Dissolve, 0, 10}));
        QCOMPARE(s.tracks[0]->items[1].clip->in, angle(2, {25, 1}).first + 75);
        QCOMPARE(s.tracks[3]->items.back().clip->audioMember, 3);
        QCOMPARE(s.markers.at(0).frame, std::int64_t(39));
        QCOMPARE(read->report.count(Fate::Lost), 0U);
        QCOMPARE(s.tracks[0]->items[2].clip->speed, (ClipSpeed{1, 2, 0}));
        QCOMPARE(s.tracks[0]->items[2].clip->in, angle(2, {25, 1}).first + 125);
        QCOMPARE(s.tracks[1]->items.back().clip->speed, (ClipSpeed{1, 2, 0}));
        QCOMPARE(read->read.problems.size(), 1U);
    }
    void readsSpeedsOfOthers_data() {
        QTest::addColumn<QByteArray>("speed");
        QTest::addColumn<qint64>("num");
        QTest::addColumn<qint64>("den");
        QTest::addColumn<qint64>("in"); // of 00:00:05:00
        QTest::addColumn<int>("notKept");
        QTest::newRow("half") << QByteArray("012.5") << qint64(1) << qint64(2) << qint64(0) << 0;
        QTest::newRow("a third") << QByteArray("008.3") << qint64(1) << qint64(3) << qint64(0) << 1;
        QTest::newRow("backwards") << QByteArray("-025.0") << qint64(-1) << qint64(1) << qint64(24) << 0;
        QTest::newRow("held") << QByteArray("000.0") << qint64(0) << qint64(1) << qint64(0) << 0;
        QTest::newRow("normal") << QByteArray("025.0") << qint64(1) << qint64(1) << qint64(0) << 0;
        QTest::newRow("nonsense") << QByteArray("fast") << qint64(1) << qint64(1) << qint64(0) << 1;
        QTest::newRow("too fast") << QByteArray("99999.0") << qint64(1) << qint64(1) << qint64(0) << 1;
    }
    void readsSpeedsOfOthers() {
        QFETCH(QByteArray, speed);
        QFETCH(qint64, num);
        QFETCH(qint64, den);
        QFETCH(qint64, in);
        QFETCH(int, notKept);
        const auto read =
            readLines("001  B        V     C        00:00:05:00 00:00:06:00 01:00:00:00 01:00:02:00\n"
                      "M2   B        " +
                      speed.toStdString() + "                00:00:05:00\n");
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const Clip& clip = *read->read.sequence.tracks[0]->items[0].clip;
        QCOMPARE(clip.speed.num, num);
        QCOMPARE(clip.speed.den, den);
        QCOMPARE(clip.in, angle(2, {25, 1}).first + 125 + in);
        // That the list does not say its rate is one, too.
        QCOMPARE(int(read->report.events.size() - read->report.count(Fate::Kept)), 1 + notKept);
    }
    void writesSpeedsAsOthersReadThem() {
        Sequence s = emptySequence("Speeds", {25, 1}, false);
        const auto append1 = [&](const ClipSpeed& speed, std::int64_t in) {
            const SourceTiming source = angle(2, {25, 1});
            s = **apply(s, *append(s, part(source, in, in + 50), targetPatches(s, source, true, false)));
            const Uuid id = s.tracks[0]->items.back().clip->id;
            if (speed.isFreeze())
                s = **apply(s, *freezeFrame(s, {id}, s.durationFrames() - 50));
            else
                s = **apply(s, *setSpeed(s, {id}, speed, SpeedLength::Ripple, angles({25, 1})));
        };
        append1({1, 2, 0}, 0);
        append1({-1, 1, 0}, 100);
        append1(ClipSpeed::freeze(), 200);
        const auto written = writeEdl(s, angles({25, 1}));
        QVERIFY(written.ok() && written->report.isLossless());
        const auto has = [&](const char* line) {
            if (written->text.find(line) == std::string::npos)
                QTest::qFail(("no \"" + std::string(line) + "\" in\n" + written->text).c_str(), __FILE__,
                             __LINE__);
        };
        const std::string reel = written->text.substr(written->text.find("CUTAWAY REEL ") + 13, 8);
        has((reel + " V     C        00:00:00:00 00:00:02:00 01:00:00:00 01:00:04:00").c_str());
        has(("M2   " + reel + " 012.5                 00:00:00:00").c_str());
        has((reel + " V     C        00:00:04:00 00:00:06:00 01:00:04:00 01:00:06:00").c_str());
        has(("M2   " + reel + " -025.0                00:00:05:24").c_str());
        has(("M2   " + reel + " 000.0                 00:00:08:00").c_str());
        has("* * FREEZE FRAME");
    }
    void refusesWithTheLine_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("message");
        const auto event = [](const char* times) { return QByteArray("001  A  V  C  ") + times + "\n"; };
        const QByteArray good = event("00:00:01:00 00:00:02:00 01:00:00:00 01:00:01:00");
        QTest::newRow("nothing") << QByteArray() << "no event";
        QTest::newRow("skipped number") << event("00:01:00;00 00:01:01;00 01:00:00;00 01:00:01;00")
                                        << "Line 3 of the EDL has drop-frame timecode";
        QTest::newRow("skipped number in drop frame")
            << QByteArray("FCM: DROP FRAME\n* CUTAWAY SEQUENCE RATE 30000/1001\n") +
                   event("00:01:00;00 00:01:01;00 01:00:00;00 01:00:01;00")
            << "drop-frame timecode skips this number";
        QTest::newRow("minute 60") << event("00:60:00:00 00:00:02:00 01:00:00:00 01:00:01:00") << "Line 3";
        QTest::newRow("frame 25") << event("00:00:01:25 00:00:02:25 01:00:00:00 01:00:01:00") << "below 25";
        QTest::newRow("words") << event("a b c d") << "Line 3";
        QTest::newRow("record backwards") << event("00:00:01:00 00:00:02:00 01:00:01:00 01:00:00:00")
                                          << "Line 3 of the EDL ends before it starts on the record side";
        QTest::newRow("source backwards") << event("00:00:02:00 00:00:01:00 01:00:00:00 01:00:01:00")
                                          << "Line 3 of the EDL ends before it starts on the source side";
        QTest::newRow("overlap") << good + event("00:00:01:00 00:00:02:00 01:00:00:12 01:00:01:12")
                                 << "Line 4 of the EDL overlaps line 3";
        QTest::newRow("short") << QByteArray("001 A V C 00:00:01:00\n") << "Line 3";
        QTest::newRow("channel") << QByteArray(good).replace("V", "Q") << "channels \"Q\"";
        QTest::newRow("edit") << QByteArray(good).replace("  C  ", "  X  ") << "the edit \"X\"";
        QTest::newRow("huge transition")
            << QByteArray(good).replace("  C  ", "  D 99999999999999999999 ") << "no proper length";
        QTest::newRow("long transition")
            << QByteArray(good).replace("  C  ", "  D 200 ") << "longer than its event";
        QTest::newRow("zero byte") << good + QByteArray("* a\0b\n", 6) << "Line 4 of the EDL has a zero byte";
        QTest::newRow("100 MB") << good + QByteArray(100 << 20, 'x') << "Line 4 of the EDL is longer";
        QTest::newRow("no id") << good + "* CUTAWAY SOURCE ../../x 0:0\n"
                               << "Line 4";
        QTest::newRow("far away") << good + "* CUTAWAY SOURCE 11111111-1111-4111-8111-111111111111 "
                                            "[281474976710655:0_281474976710655:1)\n"
                                  << "no proper timerange";
        QTest::newRow("cut elsewhere") << good + "* CUTAWAY CUT 5\n"
                                       << "outside of its transition";
        QTest::newRow("sound 9") << good + "AUD 9\n"
                                 << "not 1 to 4";
        QTest::newRow("a million events") << QByteArray(good).repeated(100'001) << "one event too many";
    }
    void refusesWithTheLine() {
        QFETCH(QByteArray, lines);
        QFETCH(QString, message);
        const auto read = readLines(lines.toStdString());
        QVERIFY(!read.ok());
        QVERIFY2(QString::fromStdString(read.error().message).contains(message),
                 read.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestEdl)
#include "test_edl.moc"
