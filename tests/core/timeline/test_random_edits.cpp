#include "timeline_fixture.h"

#include "core/timeline/serialise.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

/// Makes edits that a restless user could make. The same seed makes the same kinds of edit at the same
/// places.
class RandomEditor {
public:
    RandomEditor(unsigned seed, FrameRate rate)
        : m_random(seed)
        , m_rate(rate) {}

    Result<Change> edit(const Sequence& s) {
        const std::int64_t frame = number(0, s.durationFrames() + 5);
        const SourceTiming source = angle(static_cast<int>(number(1, 4)), m_rate);
        const std::int64_t in = number(0, 950);
        const MarkedRange range = part(source, in, in + number(1, 40));
        const auto patches = targetPatches(s, source, number(0, 3) > 0, number(0, 3) > 0);
        switch (number(0, 31)) {
        case 0:
        case 1:
        case 2:
            return insert(s, frame, range, patches);
        case 3:
        case 4:
            return overwrite(s, frame, range, patches);
        case 5:
            return append(s, range, patches);
        case 6:
            return lift(s, frame, frame + number(1, 20));
        case 7:
            return extract(s, frame, frame + number(1, 20));
        case 8:
            return razor(s, frame, {});
        case 9:
            return deleteClips(s, selection(s));
        case 10:
            return rippleDelete(s, selection(s));
        case 11:
            return moveClips(s, selection(s), number(-40, 40), static_cast<int>(number(-1, 1)));
        case 12:
            return slip(s, anyClip(s), number(-30, 30), number(0, 1) == 1, angles(m_rate));
        case 13:
            return swapAngle(s, selection(s), source, angles(m_rate));
        case 14: {
            const auto toggle = static_cast<TrackToggle>(number(0, 4));
            return setTrack(s, anyTrack(s), toggle, number(0, 2) > 0);
        }
        case 15:
            return rearrange(s, selection(s), frame);
        case 16:
            return number(0, 1) ? addMarker(s, {{}, frame, 0, "M", "RED"})
                                : setEnabled(s, selection(s), number(0, 1) == 1);
        case 17: {
            std::vector<Uuid> tracks;
            for (const auto& track : s.tracks)
                if (track->targeted && !track->locked)
                    tracks.push_back(track->id);
            return addTransitions(s, frame, tracks, anyKind(), number(1, 30), angles(m_rate));
        }
        case 18:
            return number(0, 2) ? addTransitionsTo(s, selection(s), anyKind(), number(1, 30), angles(m_rate))
                                : removeTransitions(s, selection(s));
        case 19: {
            const bool sound = number(0, 1) == 1;
            const auto units = [&](std::int64_t frames) {
                return sound ? samplesAtFrame(frames, m_rate) : frames;
            };
            return setTransition(s, anyClip(s), static_cast<Edge>(number(0, 1)),
                                 Transition{anyKind(), units(number(0, 9)), units(number(0, 9))},
                                 angles(m_rate));
        }
        case 20:
            if (s.tracks.size() < 6)
                return addTrack(s, number(0, 1) ? TrackKind::Video : TrackKind::Audio, number(0, 2));
            return number(0, 3) ? moveTrack(s, anyTrack(s), static_cast<int>(number(-2, 2)))
                                : removeTrack(s, anyTrack(s));
        case 21:
            if (number(0, 1) == 1)
                return soundEdit(s);
            return number(0, 1) ? setGain(s, selection(s), static_cast<int>(number(-900, 900)))
                                : setColour(s, selection(s), number(0, 1) ? "GREEN" : "");
        case 22:
            return slide(s, anyClip(s), number(-30, 30), number(0, 1) == 1, angles(m_rate));
        case 23:
            if (const auto place = clipAt(s, 0, frame); place && number(0, 1) == 1)
                return cutToAngle(s, withLinked(s, {place->clip->id}), frame, source, angles(m_rate));
            return number(0, 1) ? extendEdit(s, frame, std::vector<Uuid>{anyTrack(s)}, angles(m_rate))
                                : joinThroughEdits(s, selection(s));
        case 24:
            return number(0, 1) ? paste(s, frame, copyClips(s, selection(s)), number(0, 1) == 1)
                                : replaceMedia(s, selection(s), frame, source, source.first + in);
        case 25:
            return setSpeed(s, selection(s), anySpeed(),
                            number(0, 1) ? SpeedLength::Ripple : SpeedLength::Keep, angles(m_rate));
        case 26:
            if (number(0, 2) == 0)
                return insertFreeze(s, selection(s), frame, number(1, 20));
            return number(0, 1) ? setSpeed(s, selection(s), {}, SpeedLength::Ripple, angles(m_rate))
                                : freezeFrame(s, selection(s), frame);
        case 27:
            return fitToFill(s, frame, frame + number(1, 60), range, patches);
        case 28:
            return editPicture(s, frame);
        case 29:
            return number(0, 2) ? setPictureKeyframe(s, selection(s), anyParameter(), frame, number(0, 3) > 0)
                                : movePictureKeyframes(s, anyClip(s), frame, frame + number(-10, 10));
        case 30:
            return graphic(s, frame);
        default: {
            const EdgeHandle handle{anyClip(s), static_cast<Edge>(number(0, 1)),
                                    static_cast<TrimMode>(number(0, 2)), number(0, 1) == 1};
            return trimEdge(s, handle, number(-30, 30), angles(m_rate));
        }
        }
    }

    std::int64_t number(std::int64_t from, std::int64_t to) {
        return std::uniform_int_distribution<std::int64_t>(from, to)(m_random);
    }

private:
    Result<Change> editPicture(const Sequence& s, std::int64_t frame) {
        switch (number(0, 5)) {
        case 0:
            return resetPicture(s, selection(s), anyParameter());
        case 1:
            return setFraming(s, selection(s), static_cast<Framing>(number(0, 1)));
        case 2:
            return setInterpolation(s, selection(s), anyParameter(), frame,
                                    static_cast<Interpolation>(number(0, 2)));
        case 3:
            if (const auto place = clipAt(s, 0, frame))
                return pastePicture(s, selection(s), effectsOf(*place->clip));
            return resetPicture(s, selection(s), std::nullopt);
        default: {
            const auto& facts = factsOf(anyParameter());
            const ParameterValue value{facts.parameter, number(facts.lowest - 10, facts.highest + 10)};
            return setPictureParameters(s, selection(s), std::vector{value}, frame);
        }
        }
    }
    PictureParameter anyParameter() {
        return static_cast<PictureParameter>(number(0, pictureParameterCount - 1));
    }
    Result<Change> graphic(const Sequence& s, std::int64_t frame) {
        Graphic made;
        made.fields = {{"name", "N" + std::to_string(number(0, 9))}};
        switch (number(0, 2)) {
        case 0:
            if (const auto place = findClip(s, anyClip(s)); place && place->clip->graphic)
                return setGraphic(s, place->clip->id, std::move(made), "A graphic");
            [[fallthrough]];
        default:
            return addGraphic(s, std::move(made), "A graphic", frame, frame + number(1, 40));
        }
    }
    Result<Change> soundEdit(const Sequence& s) {
        const Uuid clip = anyClip(s);
        const std::int64_t unit = number(-2'000, 60'000);
        switch (number(0, 6)) {
        case 0:
        case 1:
            return setGainKeyframe(s, clip, unit, number(-12'000, 4'000));
        case 2: {
            const auto place = findClip(s, clip);
            const auto key =
                place && place->clip->sound ? place->clip->sound->gain.keyAfter(unit) : std::nullopt;
            return number(0, 2) ? moveGainKeyframe(s, clip, key.value_or(0), unit, number(-900, 900))
                                : removeGainKeyframe(s, clip, key.value_or(0));
        }
        case 3:
            return raiseGain(s, clip, unit, number(-300, 300));
        case 4:
            return toggleGainKeyframes(s, selection(s), number(0, s.durationFrames()));
        case 5:
            return number(0, 1) ? removeGainKeyframes(s, selection(s)) : makeLouder(s, selection(s), 100);
        default:
            return setSound(
                s, selection(s),
                {{}, static_cast<int>(number(-100, 100)), static_cast<int>(number(-2, 4)), {}, false});
        }
    }
    TransitionKind anyKind() { return static_cast<TransitionKind>(number(0, 2)); }
    ClipSpeed anySpeed() {
        const std::int64_t num = number(1, 7) * (number(0, 1) ? 1 : -1);
        return ClipSpeed::make(num, number(1, 7)).value();
    }
    Uuid anyTrack(const Sequence& s) {
        return s.tracks[static_cast<std::size_t>(number(0, std::ssize(s.tracks) - 1))]->id;
    }
    Uuid anyClip(const Sequence& s) {
        std::vector<Uuid> ids;
        for (const auto& track : s.tracks)
            for (const Item& item : track->items)
                if (item.clip)
                    ids.push_back(item.clip->id);
        return ids.empty() ? Uuid() : ids[static_cast<std::size_t>(number(0, std::ssize(ids) - 1))];
    }
    std::set<Uuid> selection(const Sequence& s) {
        std::set<Uuid> ids;
        for (std::int64_t n = number(1, 3); n > 0; --n)
            ids.insert(anyClip(s));
        return number(0, 1) ? withLinked(s, ids) : ids;
    }

    std::mt19937 m_random;
    FrameRate m_rate;
};

} // namespace

class TestRandomEdits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEditHoldsTheInvariants_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94") << 60000 << 1001;
        QTest::newRow("29.97") << 30000 << 1001;
    }
    void everyEditHoldsTheInvariants() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        RandomEditor editor(seedOr(20260711U), rate);
        const Sequence start = emptySequence("Test", rate, rate.allowsDropFrame());
        History history(std::make_shared<const Sequence>(start));
        std::vector<SequencePtr> past; // what each undo must bring back
        int edits = 0;
        for (int step = 0; step < 5000; ++step) {
            const SequencePtr before = history.current();
            if (editor.number(0, 9) == 0 && history.canUndo()) {
                QVERIFY(history.undo().ok());
                QVERIFY2(*history.current() == *past.back(), qPrintable(QString::number(step)));
                past.pop_back();
                if (editor.number(0, 1) == 0) {
                    past.push_back(history.current());
                    QVERIFY(history.redo().ok());
                    QVERIFY2(*history.current() == *before, qPrintable(QString::number(step)));
                }
                continue;
            }
            const auto change = editor.edit(*before);
            if (!change.ok() || change->isEmpty())
                continue; // refused in words, or nothing to do: nothing happened
            QVERIFY2(history.push(*change).ok(), qPrintable(QString::number(step)));
            past.push_back(before);
            const auto sound = checkInvariants(*history.current());
            QVERIFY2(sound.ok(), sound.ok() ? "" : sound.error().message.c_str());
            const auto reread = parseChange(changeText(*change));
            QVERIFY2(reread.ok() && *reread == *change, qPrintable(QString::number(step)));
            checkSoundEdges(*history.current());
            ++edits;
        }
        qInfo("%d edits, %zu items on V1", edits, history.current()->tracks[0]->items.size());
        QVERIFY(edits > 1000);
        const auto reread = parseSequence(sequenceText(*history.current()));
        QVERIFY(reread.ok() && **reread == *history.current());
        while (history.canUndo())
            QVERIFY(history.undo().ok());
        QCOMPARE(*history.current(), start);
        while (history.canRedo())
            QVERIFY(history.redo().ok());
    }

private:
    /// Every edge that the editor made lies at S(n).
    static void checkSoundEdges(const Sequence& sequence) {
        for (const auto& track : sequence.tracks) {
            if (track->kind != TrackKind::Audio)
                continue;
            const TrackIndex index(*track);
            for (std::size_t i = 0; i <= index.size(); ++i) {
                const std::int64_t unit = index.start(i);
                QCOMPARE(samplesAtFrame(frameAtSample(unit, sequence.rate), sequence.rate), unit);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRandomEdits)
#include "test_random_edits.moc"
