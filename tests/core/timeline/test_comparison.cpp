#include "core/timeline/comparison.h"
#include "timeline_fixture.h"

#include <array>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

/// V1 and A1: A 100..140, B 200..240, C 300..340, linked.
Sequence threeClips() {
    Sequence sequence = emptySequence("Test", {50, 1}, false);
    for (const auto& [number, in] : {std::pair(1, 100), std::pair(2, 200), std::pair(3, 300)}) {
        SourceTiming source = angle(number);
        source.sounds = 1;
        sequence = *doUndoRedo(sequence, append(sequence, part(source, in, in + 40),
                                                targetPatches(sequence, source, true, true)));
    }
    return sequence;
}

std::string words(const std::vector<Difference>& differences) {
    static const std::array kinds{"added", "removed", "moved", "trimmed", "replaced", "changed"};
    std::string text;
    for (const Difference& each : differences)
        text += (text.empty() ? "" : "; ") + std::string(kinds.at(static_cast<std::size_t>(each.kind))) +
                " " + (each.track.empty() ? "" : each.track + " ") + std::to_string(each.frame) + " " +
                each.what + (each.how.empty() ? "" : " (" + each.how + ")");
    return text;
}

} // namespace

#define COMPARE_WORDS(before, after, text) QCOMPARE(words(compare(before, after)), std::string(text))

class TestComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatHappened() {
        const Sequence s = threeClips();
        COMPARE_WORDS(s, s, "");
        COMPARE_WORDS(s, **apply(s, *deleteClips(s, {clipOn(s, 0, 50)})), "removed V1 40 B");
        COMPARE_WORDS(**apply(s, *deleteClips(s, {clipOn(s, 0, 50)})), s, "added V1 40 B");
        COMPARE_WORDS(s, **apply(s, *moveClips(s, {clipOn(s, 0, 100)}, 12, 0)),
                      "moved V1 92 C (12 frames later)");
        const EdgeHandle tail{clipOn(s, 0, 10), Edge::Tail, TrimMode::Ripple, true};
        COMPARE_WORDS(s, **apply(s, *trimEdge(s, tail, -1, angles())),
                      "trimmed A1 0 A (1 frame shorter); moved A1 39 B (1 frame earlier); "
                      "moved A1 79 C (1 frame earlier); trimmed V1 0 A (1 frame shorter); "
                      "moved V1 39 B (1 frame earlier); moved V1 79 C (1 frame earlier)");
        COMPARE_WORDS(s, **apply(s, *slip(s, clipOn(s, 0, 50), 3, false, angles())),
                      "trimmed V1 40 B (slipped)");
        COMPARE_WORDS(s, **apply(s, *swapAngle(s, {clipOn(s, 0, 50)}, angle(4), angles())),
                      "replaced V1 40 D (instead of B)");
        const std::vector<Uuid> v1{s.tracks[0]->id};
        COMPARE_WORDS(s, **apply(s, *addTransitions(s, 40, v1, TransitionKind::Dissolve, 10, angles())),
                      "changed V1 40 B (another transition)");
    }
    void tracksMarkersAndNames() {
        const Sequence s = threeClips();
        COMPARE_WORDS(s, **apply(s, *addTrack(s, TrackKind::Video)), "added V2 0 track V2");
        COMPARE_WORDS(s, **apply(s, *addMarker(s, {{}, 60, 0, "Gun", "RED"})), "added 60 marker Gun");
        COMPARE_WORDS(s, **apply(s, *rename(s, "Final")), "changed 0 Final (was called Test)");
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "test_comparison.moc"
