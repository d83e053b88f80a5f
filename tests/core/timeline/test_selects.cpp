#include "timeline_fixture.h"

#include "core/timeline/editor_session.h"
#include "core/timeline/selects.h"

#include <algorithm>

using namespace cutaway;
using namespace cutaway::timeline;

/// Ranges kept for later, in bins: what each step does, and that it can be undone.
class TestSelects : public QObject {
    Q_OBJECT

    Sequence m_sequence;
    Uuid m_one, m_two, m_three, m_bin;

    void take(const Result<Change>& change) {
        if (const auto after = doUndoRedo(m_sequence, change))
            m_sequence = *after;
    }
    Uuid add(const char* name, const Uuid& bin = {}) {
        Select select{Uuid::random(), name, part(angle(1), 10, 20), bin, 0, {}};
        take(addSelect(m_sequence, select));
        return select.id;
    }
    Uuid bin(const char* name, const Uuid& parent = {}) {
        const Bin made{Uuid::random(), name, parent};
        take(addBin(m_sequence, made));
        return made.id;
    }
    QString order() const {
        QStringList names;
        for (const Select& select : selectsOf(m_sequence))
            names << QString::fromStdString(select.name);
        return names.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void init() {
        m_sequence = emptySequence("S", {50, 1}, false);
        m_one = add("1");
        m_two = add("2");
        m_three = add("3");
        m_bin = bin("A");
    }

    void everythingIsKeptWithTheSequence() {
        take(rateSelects(m_sequence, {m_two}, 4));
        take(noteSelects(m_sequence, {m_two}, "Smiles at “him”\nand leaves"));
        take(moveSelects(m_sequence, {m_two}, m_bin, {}));
        const Selects kept = keptIn(m_sequence);
        QCOMPARE(kept.range(m_two)->rating, 4);
        QCOMPARE(kept.range(m_two)->note, std::string("Smiles at “him”\nand leaves"));
        QCOMPARE(kept.range(m_two)->bin, m_bin);
        QCOMPARE(kept.range(m_two)->range, part(angle(1), 10, 20));
        QCOMPARE(kept.bin(m_bin)->name, std::string("A"));
        QCOMPARE(order(), QStringLiteral("2 1 3")); // bins come first
    }
    void manyMoveAsOneStepAndKeepTheirOrder() {
        take(moveSelects(m_sequence, {m_three, m_one}, m_bin, {}));
        QCOMPARE(order(), QStringLiteral("1 3 2"));
        const Uuid four = add("4", m_bin);
        QCOMPARE(order(), QStringLiteral("1 3 4 2"));
        take(moveSelects(m_sequence, {four}, m_bin, m_three)); // before 3, in the same bin
        QCOMPARE(order(), QStringLiteral("1 4 3 2"));
        take(moveSelects(m_sequence, {m_three}, {}, m_two)); // out of the bin
        QCOMPARE(order(), QStringLiteral("1 4 3 2"));
        QVERIFY(keptIn(m_sequence).range(m_three)->bin.isNil());
    }
    void binsLieInOneAnotherAndNeverInThemselves() {
        const Uuid inner = bin("B", m_bin), innermost = bin("C", inner);
        add("in C", innermost);
        QVERIFY(!moveSelects(m_sequence, {m_bin}, innermost, {}).ok());
        QVERIFY(!moveSelects(m_sequence, {m_bin}, m_bin, {}).ok());
        take(moveSelects(m_sequence, {inner}, {}, {}));
        QVERIFY(keptIn(m_sequence).bin(inner)->parent.isNil());
        QCOMPARE(keptIn(m_sequence).bin(innermost)->parent, inner);
        Uuid deepest = innermost;
        for (int i = 2; i < deepestBin; ++i)
            deepest = bin("D", deepest);
        QVERIFY(!addBin(m_sequence, {Uuid::random(), "too deep", deepest}).ok());
        QVERIFY(!moveSelects(m_sequence, {inner}, m_bin, {}).ok()); // what is in it would be too deep
    }
    void whatIsInABinGoesAndComesWithIt() {
        const Uuid inner = bin("B", m_bin);
        take(moveSelects(m_sequence, {m_one}, inner, {}));
        const Sequence before = m_sequence;
        take(removeSelects(m_sequence, {m_bin, m_three}));
        QCOMPARE(order(), QStringLiteral("2"));
        QVERIFY(keptIn(m_sequence).bins.empty());
        QCOMPARE(keptIn(before).ranges.size(), std::size_t(3));
    }
    void namesAndRatingsHaveLimits() {
        take(renameSelect(m_sequence, m_one, "The start"));
        take(renameSelect(m_sequence, m_bin, "Gold"));
        QCOMPARE(keptIn(m_sequence).range(m_one)->name, std::string("The start"));
        QCOMPARE(keptIn(m_sequence).bin(m_bin)->name, std::string("Gold"));
        QVERIFY(!renameSelect(m_sequence, m_one, "").ok());
        QVERIFY(!rateSelects(m_sequence, {m_one}, 6).ok());
        QVERIFY(!rateSelects(m_sequence, {Uuid::random()}, 3).ok());
        QVERIFY(!addSelect(m_sequence, {Uuid::random(), "empty", part(angle(1), 5, 5), {}, 0, {}}).ok());
    }
    void subclipsAreWhatTheClipsShow() {
        Sequence cut = m_sequence;
        const MarkedRange range = part(angle(2), 100, 150);
        take(insert(m_sequence, 0, range, targetPatches(m_sequence, range.source, true, true)));
        std::vector<Uuid> clips;
        for (const auto& track : m_sequence.tracks)
            for (const Item& item : track->items)
                if (item.clip)
                    clips.push_back(item.clip->id);
        QVERIFY(clips.size() > 1); // a picture and its sounds
        take(addSubclips(m_sequence, clips, m_bin, angles()));
        const auto kept = keptIn(m_sequence).ranges;
        QCOMPARE(kept.size(), std::size_t(4));
        QCOMPARE(kept.back().range.in, range.in);
        QCOMPARE(kept.back().range.out, range.out);
        QCOMPARE(kept.back().bin, m_bin);
    }
    void subclipsOfSoundsAreWholeFrames() {
        const FrameRate rate{30000, 1001};
        m_sequence = emptySequence("S", rate, false);
        const MarkedRange range = part(angle(2, rate), 100, 150);
        take(insert(m_sequence, 0, range, targetPatches(m_sequence, range.source, true, true)));
        std::vector<Uuid> sounds;
        for (const auto& track : m_sequence.tracks)
            for (const Item& item : track->items)
                if (item.clip && track->kind == TrackKind::Audio)
                    sounds.push_back(item.clip->id);
        take(addSubclips(m_sequence, sounds, {}, angles(rate)));
        const auto kept = keptIn(m_sequence).ranges;
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept.back().range.in, range.in);
        QCOMPARE(kept.back().range.out, range.out);
    }
    /// Two bins of one id, one of them in the other: they must not be walked for ever.
    void ofTwoBinsOfOneIdTheFirstCounts() {
        const Uuid other = bin("B");
        const std::string theirs = "\"id\":\"" + other.toString() + "\"";
        const std::string mine = "\"id\":\"" + m_bin.toString() + "\"";
        Sequence twice = m_sequence;
        twice.foreignMetadata.replace(twice.foreignMetadata.find(theirs), theirs.size(),
                                      mine + ",\"parent\":\"" + m_bin.toString() + "\"");
        const Selects kept = keptIn(twice);
        QCOMPARE(kept.bins.size(), std::size_t(1));
        QCOMPARE(kept.bins.front().name, std::string("A"));
        QCOMPARE(kept.inOrder().size(), std::size_t(3));
    }
    /// What another version or a hand wrote: the good stays, and nothing lies in a circle.
    void strangeOnesDoNoHarm() {
        const Sequence good = m_sequence;
        const auto damage = [&](const char* from, const char* to) {
            Sequence sequence = good;
            const std::size_t at = sequence.foreignMetadata.find(from);
            QVERIFY(at != std::string::npos);
            sequence.foreignMetadata.replace(at, std::string(from).size(), to);
            m_sequence = sequence;
        };
        damage("\"name\":\"2\"", "\"name\":7");
        QCOMPARE(order(), QStringLiteral("1 3"));
        m_sequence = good;
        const Uuid inner = bin("B", m_bin);
        const std::string mine = "\"id\":\"" + m_bin.toString() + "\"";
        Sequence circle = m_sequence;
        circle.foreignMetadata.replace(circle.foreignMetadata.find(mine), mine.size(),
                                       mine + ",\"parent\":\"" + inner.toString() + "\"");
        const Selects kept = keptIn(circle);
        QCOMPARE(kept.bins.size(), std::size_t(2));
        QVERIFY(
            std::any_of(kept.bins.begin(), kept.bins.end(), [](const Bin& b) { return b.parent.isNil(); }));
        QCOMPARE(kept.inOrder().size(), std::size_t(3));
    }
    void soundAloneGoesToSoundTracksAlone() {
        SourceTiming voice = angle(1);
        voice.clock = {{}, sampleRate48k};
        voice.first = 0;
        voice.end = 96'000;
        voice.sounds = 1;
        EditorSession session(History(std::make_shared<const Sequence>(emptySequence("S", {50, 1}, false))));
        QVERIFY(session.stringOut({{voice, 0, 96'000}}).ok());
        const Sequence& cut = *session.sequence();
        QVERIFY(cut.rate == (FrameRate{50, 1}));
        QCOMPARE(cut.durationFrames(), std::int64_t(100));
        for (const auto& track : cut.tracks)
            QVERIFY(track->kind == TrackKind::Audio || track->items.empty());
        QVERIFY(checkInvariants(cut).ok());
        const Sequence pictures =
            *doUndoRedo(m_sequence, append(m_sequence, part(angle(2), 0, 10),
                                           targetPatches(m_sequence, angle(2), true, false)));
        QVERIFY(!swapAngle(pictures, {clipOn(pictures, 0, 0)}, voice, angles()).ok());
    }
    void filesOfBeforeAreRead() {
        // No bin, rating or note is written where there is none, so that nothing changes for them.
        QVERIFY(m_sequence.foreignMetadata.find("rating") == std::string::npos);
        QVERIFY(m_sequence.foreignMetadata.find("\"bin\"") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestSelects)
#include "test_selects.moc"
