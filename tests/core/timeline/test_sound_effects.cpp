#include "core/timeline/clip_map.h"
#include "core/timeline/comparison.h"
#include "core/timeline/serialise.h"
#include "core/timeline/sound_effects.h"
#include "timeline_fixture.h"

#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1 };

constexpr FrameRate fifty{50, 1};
constexpr std::int64_t frameSamples = 960;

/// A at 20..60 of the sequence, its frames 100..140; B 200..240 behind it; their sounds on A1.
Sequence twoClips() {
    Sequence sequence = emptySequence("Test", fifty, false);
    SourceTiming a = angle(1), b = angle(2);
    a.sounds = b.sounds = 1;
    sequence = *doUndoRedo(
        sequence, overwrite(sequence, 20, part(a, 100, 140), targetPatches(sequence, a, true, true)));
    return *doUndoRedo(sequence, append(sequence, part(b, 200, 240), targetPatches(sequence, b, true, true)));
}

/// A goes down and up again, B is on the left.
Sequence levelled() {
    Sequence sequence = twoClips();
    const Uuid a = clipOn(sequence, A1, 20);
    for (const auto& [unit, value] :
         {std::pair(1'001, 0), std::pair(9'600, -1'800), std::pair(20'000, -1'800), std::pair(33'333, 300)})
        sequence = *doUndoRedo(sequence, setGainKeyframe(sequence, a, unit, value));
    SoundSettings settings;
    settings.pan = -40;
    settings.left = 2;
    settings.right = sound_channel::none;
    return *doUndoRedo(sequence, setSound(sequence, {clipOn(sequence, A1, 60)}, settings));
}

/// What a sample of the track is: a sample of a Source, how loud, and where.
struct Heard {
    std::int64_t source = -1;
    std::int64_t gain = 0;
    int pan = 0;
    int left = 0;
    bool operator==(const Heard&) const = default;
};

Heard heardAt(const Sequence& sequence, std::int64_t sample) {
    const Track& track = *sequence.tracks[A1];
    std::int64_t start = 0;
    for (const Item& item : track.items) {
        if (sample < start + item.duration) {
            if (!item.clip)
                return {};
            const SoundEffects effects = soundEffectsOf(*item.clip);
            return {sourceUnitAt(*item.clip, sample - start, track.rate), gainAt(*item.clip, sample - start),
                    effects.pan, effects.left};
        }
        start += item.duration;
    }
    return {};
}

/// Every 37th sample, and all around the keyframes.
std::vector<Heard> heard(const Sequence& sequence) {
    std::vector<Heard> all;
    for (std::int64_t sample = 0; sample < 110 * frameSamples; sample += 37)
        all.push_back(heardAt(sequence, sample));
    for (const std::int64_t key : {1'001, 9'600, 20'000, 33'333})
        for (std::int64_t sample = key - 3; sample <= key + 3; ++sample)
            all.push_back(heardAt(sequence, 20 * frameSamples + sample));
    return all;
}

/// The same, by the sample of the Source that is heard: where else it lies does not matter.
std::map<std::int64_t, Heard> bySource(const Sequence& sequence) {
    std::map<std::int64_t, Heard> all;
    for (std::int64_t sample = 0; sample < 200 * frameSamples; ++sample)
        if (const Heard here = heardAt(sequence, sample); here.source >= 0)
            all.emplace(here.source, here);
    return all;
}

bool agrees(const std::map<std::int64_t, Heard>& part, const std::map<std::int64_t, Heard>& whole) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [&](const auto& each) {
        const auto found = whole.find(each.first);
        return found == whole.end() || found->second == each.second;
    });
}

} // namespace

class TestSoundEffects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keyframesStayAtTheirSamplesWhateverIsCut() {
        const Sequence s = levelled();
        const auto before = heard(s);
        const auto sources = bySource(s);
        // Cut into pieces, at frames and everywhere.
        SequencePtr now = doUndoRedo(s, razor(s, 30, {}));
        now = doUndoRedo(*now, razor(*now, 47, {}));
        QCOMPARE(heard(*now), before);
        // And joined again: one clip, as it was.
        now = doUndoRedo(
            *now, joinThroughEdits(*now, {clipOn(*now, A1, 25), clipOn(*now, A1, 35), clipOn(*now, A1, 50)}));
        QCOMPARE(clipAt(*now, A1, 25)->clip->sound, clipAt(s, A1, 25)->clip->sound);
        QCOMPARE(now->tracks[A1]->items.size(), s.tracks[A1]->items.size());
        // Trimmed, lifted, inserted into: what is left is heard as it was.
        for (const auto mode : {TrimMode::Normal, TrimMode::Ripple, TrimMode::Roll})
            for (const auto edge : {Edge::Head, Edge::Tail})
                for (const int delta : {-7, 5}) {
                    const EdgeHandle handle{clipOn(s, A1, 25), edge, mode, true};
                    const auto trimmed = doUndoRedo(s, trimEdge(s, handle, delta, angles()));
                    QVERIFY(agrees(bySource(*trimmed), sources));
                }
        QVERIFY(agrees(bySource(*doUndoRedo(s, lift(s, 30, 36))), sources));
        QVERIFY(agrees(bySource(*doUndoRedo(s, extract(s, 30, 36))), sources));
        // A slip takes them along.
        const auto slipped = doUndoRedo(s, slip(s, clipOn(s, V1, 25), 4, true, angles()));
        QVERIFY(agrees(bySource(*slipped), sources));
        QVERIFY(heard(*slipped) != before);
    }
    void speedTakesKeyframesAlong() {
        const Sequence s = levelled();
        const auto a = withLinked(s, {clipOn(s, A1, 25)});
        const ClipSpeed half{1, 2, 0};
        const auto slow = doUndoRedo(s, setSpeed(s, a, half, SpeedLength::Ripple, angles()));
        const Clip& before = *clipAt(s, A1, 25)->clip;
        const Clip& after = *clipAt(*slow, A1, 25)->clip;
        for (std::size_t i = 0; i < before.sound->gain.keys.size(); ++i) {
            QCOMPARE(after.sound->gain.keys[i].unit, 2 * before.sound->gain.keys[i].unit);
            QCOMPARE(sourceUnitAt(after, after.sound->gain.keys[i].unit, sampleRate48k),
                     sourceUnitAt(before, before.sound->gain.keys[i].unit, sampleRate48k));
        }
        const auto turned = doUndoRedo(s, setSpeed(s, a, {-1, 1, 0}, SpeedLength::Ripple, angles()));
        QVERIFY(agrees(bySource(*turned), bySource(s)));
        const auto back = doUndoRedo(*turned, setSpeed(*turned, a, {}, SpeedLength::Ripple, angles()));
        QCOMPARE(heard(*back), heard(s));
    }
    void keyframesAreSetMovedAndRemoved() {
        const Sequence s = twoClips();
        const Uuid a = clipOn(s, A1, 25);
        auto now = doUndoRedo(s, setGainKeyframe(s, a, 5'000, -600));
        QCOMPARE(gainAt(*findClip(*now, a)->clip, 0), -600);
        now = doUndoRedo(*now, setGainKeyframe(*now, a, 10'000, 0));
        QCOMPARE(gainAt(*findClip(*now, a)->clip, 7'500), -300);
        // Up and down between two keyframes: both go; beyond the last one, that one.
        now = doUndoRedo(*now, raiseGain(*now, a, 7'000, 100));
        QCOMPARE(gainAt(*findClip(*now, a)->clip, 7'500), -200);
        now = doUndoRedo(*now, raiseGain(*now, a, 20'000, 50));
        QCOMPARE(gainAt(*findClip(*now, a)->clip, 30'000), 150);
        QCOMPARE(gainAt(*findClip(*now, a)->clip, 0), -500);
        // A keyframe never passes another, and the gain never its limits.
        now = doUndoRedo(*now, moveGainKeyframe(*now, a, 5'000, 12'000, 99'999));
        QCOMPARE(findClip(*now, a)->clip->sound->gain.keys.front(), (Keyframe{9'999, highestGain}));
        now = doUndoRedo(*now, removeGainKeyframe(*now, a, 9'999));
        // The last keyframe leaves its value as the gain of the clip.
        now = doUndoRedo(*now, removeGainKeyframe(*now, a, 10'000));
        QVERIFY(!findClip(*now, a)->clip->sound);
        QCOMPARE(findClip(*now, a)->clip->gain, 150);
        // Without keyframes it is the clip as a whole.
        now = doUndoRedo(*now, raiseGain(*now, a, 3, -250));
        QCOMPARE(findClip(*now, a)->clip->gain, -100);
        // At the playhead: on all, and off again where all have one.
        const auto both = std::set<Uuid>{a, clipOn(*now, V1, 25)};
        now = doUndoRedo(*now, toggleGainKeyframes(*now, both, 30));
        QVERIFY(findClip(*now, a)->clip->sound->gain.keyAt(10 * frameSamples));
        QCOMPARE(gainAt(*findClip(*now, a)->clip, 0), -100);
        now = doUndoRedo(*now, toggleGainKeyframes(*now, both, 30));
        QVERIFY(!findClip(*now, a)->clip->sound);
        QVERIFY(!toggleGainKeyframes(*now, {a}, 80).ok());
        QVERIFY(!setGainKeyframe(*now, clipOn(*now, V1, 25), 0, 0).ok()); // no sound
    }
    void everythingIsKept() {
        const Sequence s = levelled();
        const auto read = parseSequence(sequenceText(s));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(**read, s);
        const auto change = setSound(s, {clipOn(s, A1, 25)}, {-250, 30, 1, sound_channel::sum, false});
        const auto reread = parseChange(changeText(*change));
        QVERIFY(reread.ok() && *reread == *change);
        // What cannot be is refused when it is read.
        for (const char* wrong : {R"({"pan": 101})", R"({"pan": "left"})", R"({"left": 0})",
                                  R"({"left": 33})", R"({"right": "all"})", R"({"gain": 100})",
                                  R"({"gain": []})", R"({"gain": [[0, 9999, "linear"]]})",
                                  R"({"gain": [[5, 0, "linear"], [5, 1, "linear"]]})", R"([])"}) {
            auto json = nlohmann::json::parse(sequenceText(s));
            for (auto& track : json["tracks"])
                for (auto& item : track["items"])
                    if (item.contains("sound"))
                        item["sound"] = nlohmann::json::parse(wrong);
            QVERIFY2(!parseSequence(json.dump()).ok(), wrong);
        }
    }
    void invariantsHold() {
        const Sequence s = levelled();
        const auto with = [&](std::size_t track, std::int64_t frame, SoundEffects effects) {
            Sequence broken = s;
            Track changed = *s.tracks[track];
            const auto place = *clipAt(s, track, frame);
            Clip clip = *place.clip;
            clip.sound = std::make_shared<const SoundEffects>(std::move(effects));
            changed.items[place.item] = Item::of(clip);
            broken.tracks[track] = std::make_shared<const Track>(changed);
            return checkInvariants(broken).ok();
        };
        SoundEffects effects;
        effects.pan = 10;
        QVERIFY(with(A1, 25, effects));
        QVERIFY(!with(V1, 25, effects));        // no sound
        QVERIFY(!with(A1, 25, SoundEffects())); // nothing to hold
        effects.pan = 101;
        QVERIFY(!with(A1, 25, effects));
        effects = {};
        effects.gain.constant = -600; // that is the clip's gain
        QVERIFY(!with(A1, 25, effects));
    }
    void differencesAreSaidInWords() {
        const Sequence s = twoClips();
        const Sequence after = levelled();
        QStringList words;
        for (const Difference& difference : compare(s, *doUndoRedo(s, difference_(s, after))))
            words << QString::fromStdString(difference.how);
        QCOMPARE(words,
                 (QStringList{QStringLiteral("other keyframes of the gain"),
                              QStringLiteral("panned 40 % to the left, left channel 2, right nothing")}));
        // A trim moves the keyframes along: that is no other gain.
        const EdgeHandle handle{clipOn(after, A1, 25), Edge::Head, TrimMode::Ripple, true};
        for (const Difference& difference :
             compare(after, *doUndoRedo(after, trimEdge(after, handle, 5, angles()))))
            QVERIFY2(difference.how.find("keyframes") == std::string::npos, difference.how.c_str());
    }

private:
    /// One of two versions that have other ids: the clips of `after` under those of `before`.
    static Result<Change> difference_(const Sequence& before, const Sequence& after) {
        Sequence same = before;
        for (std::size_t t = 0; t < before.tracks.size(); ++t) {
            Track track = *before.tracks[t];
            for (std::size_t i = 0; i < track.items.size(); ++i)
                if (track.items[i].clip) {
                    Clip clip = *track.items[i].clip;
                    clip.sound = after.tracks[t]->items[i].clip->sound;
                    track.items[i] = Item::of(clip);
                }
            same.tracks[t] = std::make_shared<const Track>(std::move(track));
        }
        return difference(before, same, "Levels");
    }
};

QTEST_APPLESS_MAIN(TestSoundEffects)
#include "test_sound_effects.moc"
