#include "timeline_fixture.h"

#include "core/timeline/editor_session.h"
#include "core/timeline/serialise.h"

using namespace cutaway;
using namespace cutaway::timeline;

/// Clips that go together beside their links, and markers that stay at their pictures.
class TestGroups : public QObject {
    Q_OBJECT

    Sequence m_sequence;

    void take(const Result<Change>& change) {
        if (const auto after = doUndoRedo(m_sequence, change))
            m_sequence = *after;
    }
    Uuid clip(std::int64_t frame, std::size_t track = 0) const { return clipOn(m_sequence, track, frame); }
    void mark(const Uuid& on, std::int64_t frame, std::int64_t frames = 0) {
        take(addClipMarker(m_sequence, on, frame, frames, {{}, 0, 0, "M", "RED", "see \"here\""}));
    }
    /// Where markers are seen: "V1 25" or "V1 25+5".
    QString seen() const {
        QStringList all;
        for (const ShownMarker& marker : clipMarkers(m_sequence)) {
            QString text = QString::fromStdString(m_sequence.tracks[marker.track]->name) + u' ' +
                           QString::number(marker.frame);
            if (marker.duration > 0)
                text += u'+' + QString::number(marker.duration);
            all << text;
        }
        return all.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    /// V1 and A1: A 100..140, B 200..240, A 300..340, each linked with its sound.
    void init() {
        m_sequence = emptySequence("S", {50, 1}, false);
        for (const auto& [number, in] : {std::pair(1, 100), std::pair(2, 200), std::pair(1, 300)}) {
            SourceTiming source = angle(number);
            source.sounds = 1;
            take(
                append(m_sequence, part(source, in, in + 40), targetPatches(m_sequence, source, true, true)));
        }
    }

    void aGroupIsSelectedAndMovedTogether() {
        take(group(m_sequence, {clip(0), clip(80)}));
        QCOMPARE(withGrouped(m_sequence, {clip(0)}).size(), std::size_t(4)); // with their sounds
        QCOMPARE(withCompanions(m_sequence, {clip(40)}).size(), std::size_t(2));
        EditorSession session(History(std::make_shared<const Sequence>(m_sequence)));
        session.select({clip(0)});
        QCOMPARE(session.selection().size(), std::size_t(4));
        session.setLinkedSelection(false);
        session.select({clip(80)});
        QCOMPARE(session.selection().size(), std::size_t(4)); // groups hold beside links
        session.select({clip(40)});
        QCOMPARE(session.selection().size(), std::size_t(1));
        QVERIFY(!session.ungroup().ok()); // it is in none
        session.select({clip(0)});
        QVERIFY(session.ungroup().ok());
        session.select({clip(0)});
        QCOMPARE(session.selection().size(), std::size_t(1));
        QVERIFY(session.undo().ok());
        session.select({clip(0)});
        QCOMPARE(session.selection().size(), std::size_t(4));
    }
    void aGroupIsTrimmedTogetherWhereItsEdgesAreOne() {
        take(addTrack(m_sequence, TrackKind::Video, 1));
        const auto title = part(angle(3), 500, 540);
        take(overwrite(m_sequence, 40, title, std::vector<Patch>{{m_sequence.tracks[1]->id, 0}}));
        const Uuid above = clip(40, 1), below = clip(40);
        take(group(m_sequence, {above, below}));
        take(trimEdge(m_sequence, {below, Edge::Tail, TrimMode::Normal, true}, -10, angles()));
        COMPARE_TRACK(m_sequence, 1, "gap40 C500+30");
        COMPARE_TRACK(m_sequence, 0, "A100+40 B200+30 gap10 A300+40");
        take(ungroup(m_sequence, {above}));
        take(trimEdge(m_sequence, {below, Edge::Tail, TrimMode::Normal, true}, -10, angles()));
        COMPARE_TRACK(m_sequence, 1, "gap40 C500+30");
    }
    void aPastedGroupIsAnotherOne() {
        take(group(m_sequence, {clip(0), clip(40)}));
        const Clipboard clipboard = copyClips(m_sequence, withGrouped(m_sequence, {clip(0)}));
        take(paste(m_sequence, 120, clipboard, false));
        QCOMPARE(withGrouped(m_sequence, {clip(0)}).size(), std::size_t(4));
        QCOMPARE(withGrouped(m_sequence, {clip(120)}).size(), std::size_t(4));
        QVERIFY(!withGrouped(m_sequence, {clip(0)}).contains(clip(120)));
    }
    void aMarkerStaysAtItsPicture() {
        mark(clip(50), 50);
        mark(clip(50), 60, 10);
        QCOMPARE(seen(), QStringLiteral("V1 50, V1 60+10"));
        take(moveClips(m_sequence, withLinked(m_sequence, {clip(50)}), 100, 0));
        QCOMPARE(seen(), QStringLiteral("V1 150, V1 160+10"));
        take(slip(m_sequence, clip(150), 5, true, angles())); // other pictures come earlier
        QCOMPARE(seen(), QStringLiteral("V1 145, V1 155+10"));
        take(setSpeed(m_sequence, withLinked(m_sequence, {clip(150)}), *ClipSpeed::make(1, 2),
                      SpeedLength::Ripple, angles()));
        QCOMPARE(seen(), QStringLiteral("V1 150, V1 170+20"));
    }
    void aMarkerIsSeenAtAnySpeed() {
        mark(clip(50), 50); // frame 210 of B
        mark(clip(50), 61, 9);
        const auto speed = [&](std::int64_t num, std::int64_t den) {
            take(setSpeed(m_sequence, withLinked(m_sequence, {clip(50)}), *ClipSpeed::make(num, den),
                          SpeedLength::Ripple, angles()));
        };
        const Sequence before = m_sequence;
        speed(3, 1); // leaves 210 out: the next one that is seen
        QVERIFY2(seen().startsWith(QStringLiteral("V1 44, V1 47+")), qPrintable(seen()));
        m_sequence = before;
        speed(-1, 1); // the end comes first
        QCOMPARE(seen(), QStringLiteral("V1 50+9, V1 69"));
    }
    void ofARangeThatIsCutThePartThatIsSeen() {
        mark(clip(50), 60, 10);
        take(razor(m_sequence, 65, std::vector{m_sequence.tracks[0]->id}));
        QCOMPARE(seen(), QStringLiteral("V1 60+5, V1 65+5"));
    }
    void whatIsTrimmedAwayComesBack() {
        mark(clip(50), 75);
        take(trimEdge(m_sequence, {clip(50), Edge::Tail, TrimMode::Normal, true}, -10, angles()));
        QCOMPARE(seen(), QString());
        take(trimEdge(m_sequence, {clip(50), Edge::Tail, TrimMode::Normal, true}, 10, angles()));
        QCOMPARE(seen(), QStringLiteral("V1 75"));
    }
    void aCutAndAJoinLoseNone() {
        mark(clip(50), 45);
        take(razor(m_sequence, 60, std::vector{m_sequence.tracks[0]->id}));
        mark(clip(60), 70);
        QCOMPARE(seen(), QStringLiteral("V1 45, V1 70"));
        take(joinThroughEdits(m_sequence, {clip(40), clip(60)}));
        QCOMPARE(seen(), QStringLiteral("V1 45, V1 70"));
    }
    void anotherAngleKeepsTheMoment() {
        mark(clip(50), 50, 4);
        take(swapAngle(m_sequence, withLinked(m_sequence, {clip(50)}), angle(3), angles()));
        QCOMPARE(seen(), QStringLiteral("V1 50+4"));
        SourceTiming other = angle(4);
        other.sounds = 1;
        take(replaceMedia(m_sequence, {clip(50)}, 50, other, other.first + 500));
        QCOMPARE(seen(), QString());
    }
    void aMarkerIsNamedAndRemoved() {
        const Uuid on = clip(50);
        mark(on, 50);
        ShownMarker shown = clipMarkers(m_sequence).front();
        shown.marker.name = "Finish";
        shown.marker.colour = "GREEN";
        take(setClipMarker(m_sequence, on, shown.marker));
        QCOMPARE(clipMarkers(m_sequence).front().marker, shown.marker);
        take(removeClipMarker(m_sequence, on, shown.marker.id));
        QCOMPARE(seen(), QString());
        QVERIFY(!removeClipMarker(m_sequence, on, shown.marker.id).ok());
        QVERIFY(!addClipMarker(m_sequence, on, 10, 0, {}).ok()); // the clip is not there
    }
    void bothAreWrittenAndReadBack() {
        take(group(m_sequence, {clip(0), clip(40)}));
        mark(clip(50), 50, 4);
        const auto again = parseSequence(sequenceText(m_sequence));
        QVERIFY(again.ok());
        QVERIFY(**again == m_sequence);
    }
};

QTEST_APPLESS_MAIN(TestGroups)
#include "test_groups.moc"
