#include "core/render/frame_plan.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/invariants.h"
#include "core/timeline/transitions.h"

#include <QTest>
#include <random>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

std::shared_ptr<const Track> videoTrack(std::vector<Item> items, FrameRate rate, bool muted = false) {
    Track track;
    track.kind = TrackKind::Video;
    track.rate = rate;
    track.muted = muted;
    track.items = std::move(items);
    return std::make_shared<const Track>(std::move(track));
}

Item clipItem(std::int64_t in, std::int64_t duration, FrameRate rate, bool enabled = true) {
    Clip clip;
    clip.id = Uuid::random();
    clip.mediaRate = rate;
    clip.in = in;
    clip.duration = duration;
    clip.enabled = enabled;
    return Item::of(std::move(clip));
}

Sequence sequenceOf(FrameRate rate, std::vector<std::shared_ptr<const Track>> tracks) {
    Sequence sequence;
    sequence.rate = rate;
    sequence.tracks = std::move(tracks);
    return sequence;
}

/// Transitions of any kind wherever the items let them be.
void addTransitions(std::vector<Item>& items, std::mt19937& random) {
    const auto some = [&](int most) { return static_cast<std::int64_t>(random() % unsigned(most)); };
    for (Item& item : items) {
        if (!item.clip)
            continue;
        Clip clip = *item.clip;
        const auto kind = static_cast<TransitionKind>(random() % 3);
        if (random() % 2)
            clip.head = Transition{kind, some(4), some(4)};
        if (random() % 2)
            clip.tail = Transition{kind, some(4), 0};
        item = Item::of(clip);
    }
    for (int twice = 0; twice < 2; ++twice) // what one was shortened by may let the next one be
        fitTransitions(items);
    QVERIFY(transitionsFit(items));
}

/// "A105 B95+" for each layer: clip by its name, source frame, + coming and - leaving.
std::string layersAt(const Sequence& sequence, std::int64_t frame) {
    std::string text;
    for (const auto& layer : render::planFrame(sequence, frame).layers)
        text += (text.empty() ? "" : " ") + layer.clip->name + std::to_string(layer.sourceFrame) +
                (layer.fade ? layer.fade->coming ? "+" : "-" : "");
    return text;
}

Clip named(const char* name, std::int64_t in, std::int64_t duration) {
    Clip clip;
    clip.id = Uuid::random();
    clip.name = name;
    clip.mediaRate = {50, 1};
    clip.in = in;
    clip.duration = duration;
    return clip;
}

/// V1: A fades in, dissolves to B around frame 20, B fades out. V2: a wipe in and a dip out over V1.
Sequence mixedSequence() {
    const FrameRate rate{50, 1};
    Clip a = named("A", 100, 20);
    a.head = Transition{TransitionKind::Dissolve, 0, 5};
    Clip b = named("B", 200, 20);
    b.head = Transition{TransitionKind::Dissolve, 4, 3};
    b.tail = Transition{TransitionKind::Dissolve, 6, 0};
    Clip c = named("C", 500, 10);
    c.head = Transition{TransitionKind::Wipe, 0, 4};
    c.tail = Transition{TransitionKind::Dip, 2, 0};
    return sequenceOf(
        rate, {videoTrack({Item::of(a), Item::of(b)}, rate), videoTrack({Item::gap(14), Item::of(c)}, rate)});
}

/// Two of three run at another speed, with what a cut may have left over.
Item atAnySpeed(const Item& item, std::mt19937& random) {
    Clip clip = *item.clip;
    if (random() % 3 != 0) {
        clip.speed = ClipSpeed::make(static_cast<std::int64_t>(random() % 9) - 4, 1 + random() % 5).value();
        clip.speed.phase = static_cast<std::int64_t>(random() % 60) % clip.speed.den;
    }
    return Item::of(clip);
}

Sequence randomSequence(std::mt19937& random) {
    const FrameRate rate{50, 1};
    std::vector<std::shared_ptr<const Track>> tracks;
    for (int t = 0; t < 3; ++t) {
        std::vector<Item> items;
        for (int i = 0; i < 12; ++i) {
            const auto duration = static_cast<std::int64_t>(1 + random() % 9);
            if (random() % 3 == 0)
                items.push_back(Item::gap(duration));
            else
                items.push_back(
                    atAnySpeed(clipItem(static_cast<std::int64_t>(random() % 1000), duration,
                                        random() % 5 == 0 ? FrameRate{25, 1} : rate, random() % 6 != 0),
                               random));
        }
        normalise(items);
        addTransitions(items, random);
        tracks.push_back(videoTrack(std::move(items), rate, random() % 7 == 0));
    }
    return sequenceOf(rate, std::move(tracks));
}

} // namespace

class TestFramePlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void topmostEnabledClipIsSeen() {
        const FrameRate rate{50, 1};
        const Sequence sequence = sequenceOf(
            rate, {videoTrack({clipItem(100, 20, rate)}, rate),
                   videoTrack({Item::gap(5), clipItem(500, 5, rate), clipItem(900, 5, rate, false)}, rate)});
        QCOMPARE(render::planFrame(sequence, 4).layers.at(0).sourceFrame, 104);
        QCOMPARE(render::planFrame(sequence, 5).layers.at(0).sourceFrame, 500);
        QCOMPARE(render::planFrame(sequence, 5).layers.at(0).track, std::size_t{1});
        QCOMPARE(render::planFrame(sequence, 10).layers.at(0).sourceFrame, 110);
        QVERIFY(render::planFrame(sequence, 20).layers.empty());
        QVERIFY(render::planFrame(sequence, -1).layers.empty());
        QCOMPARE(render::planPictures(sequence, 0, 20).size(), std::size_t{3});
    }

    void hiddenTrackShowsWhatLiesBelow() {
        const FrameRate rate{50, 1};
        const Sequence sequence = sequenceOf(rate, {videoTrack({clipItem(100, 20, rate)}, rate),
                                                    videoTrack({clipItem(500, 20, rate)}, rate, true)});
        QCOMPARE(render::planFrame(sequence, 3).layers.at(0).sourceFrame, 103);
    }

    void bothSidesOfATransitionAreNamed() {
        Sequence sequence = mixedSequence();
        sequence.tracks.pop_back();
        QCOMPARE(layersAt(sequence, 0), std::string("A100+"));
        QCOMPARE(layersAt(sequence, 4), std::string("A104+"));
        QCOMPARE(layersAt(sequence, 5), std::string("A105"));
        QCOMPARE(layersAt(sequence, 15), std::string("A115"));
        QCOMPARE(layersAt(sequence, 16), std::string("A116 B196+")); // ahead of what B shows by itself
        QCOMPARE(layersAt(sequence, 22), std::string("A122 B202+")); // beyond what A does
        QCOMPARE(layersAt(sequence, 23), std::string("B203"));
        QCOMPARE(layersAt(sequence, 34), std::string("B214-"));
        QCOMPARE(layersAt(sequence, 39), std::string("B219-"));
        QCOMPARE(layersAt(sequence, 40), std::string());
        const auto layer = render::planFrame(sequence, 18).layers.at(1);
        QCOMPARE(layer.fade->at(18), (render::FadeStep{TransitionKind::Dissolve, true, 2, 7}));
        QCOMPARE(render::planPictures(sequence, 0, 40).size(), std::size_t{5});
        // The middle frame is of the one that comes.
        QCOMPARE(render::planFrame(sequence, 18).leading(18)->clip->name, std::string("A"));
        QCOMPARE(render::planFrame(sequence, 19).leading(19)->clip->name, std::string("B"));
        QCOMPARE(render::planFrame(sequence, 39).leading(39)->clip->name, std::string("B"));
        QVERIFY(!render::planFrame(sequence, 40).leading(40));
    }

    void aFadeAboveShowsWhatLiesBelow() {
        const Sequence sequence = mixedSequence();
        QCOMPARE(layersAt(sequence, 14), std::string("A114 C500+"));
        QCOMPARE(layersAt(sequence, 17), std::string("A117 B197+ C503+"));
        QCOMPARE(layersAt(sequence, 18), std::string("C504"));
        QCOMPARE(layersAt(sequence, 22), std::string("A122 B202+ C508-"));
        QCOMPARE(layersAt(sequence, 23), std::string("B203 C509-"));
        QCOMPARE(layersAt(sequence, 24), std::string("B204"));
        QCOMPARE(render::planFrame(sequence, 15).leading(15)->clip->name, std::string("A"));
        QCOMPARE(render::planFrame(sequence, 16).leading(16)->clip->name, std::string("C"));
        QCOMPARE(render::planFrame(sequence, 22).leading(22)->clip->name, std::string("C"));
        QCOMPARE(render::planFrame(sequence, 23).leading(23)->clip->name, std::string("B"));
    }

    void aDisabledSideIsNotThere() {
        for (const bool leaving : {true, false}) {
            Sequence sequence = mixedSequence();
            Track track = *sequence.tracks[0];
            Clip off = *track.items[leaving ? 0 : 1].clip;
            off.enabled = false;
            track.items[leaving ? 0 : 1] = Item::of(off);
            sequence.tracks = {std::make_shared<const Track>(track)};
            QCOMPARE(layersAt(sequence, 15), std::string(leaving ? "" : "A115"));
            QCOMPARE(layersAt(sequence, 16), std::string(leaving ? "B196+" : "A116-"));
            QCOMPARE(layersAt(sequence, 22), std::string(leaving ? "B202+" : "A122-"));
            QCOMPARE(layersAt(sequence, 23), std::string(leaving ? "B203" : ""));
        }
    }

    void otherRateShowsNearestFrame() {
        Clip clip;
        clip.mediaRate = {25, 1};
        clip.in = 10;
        QCOMPARE(timeline::sourceUnitAt(clip, 0, {50, 1}), 10);
        QCOMPARE(timeline::sourceUnitAt(clip, 4, {50, 1}), 12);
        clip.mediaRate = {60000, 1001};
        QCOMPARE(timeline::sourceUnitAt(clip, 5, {50, 1}), 16);
    }

    void aSpeedIsOneSpanAndShowsWhatItsMapSays() {
        const FrameRate rate{50, 1};
        Clip slow = named("A", 100, 20);
        slow.speed = {1, 2, 1};
        Clip turned = named("B", 200, 20);
        turned.speed = {-2, 1, 0};
        Clip held = named("C", 300, 20);
        held.speed = ClipSpeed::freeze();
        held.head = Transition{TransitionKind::Dissolve, 3, 4};
        const Sequence sequence =
            sequenceOf(rate, {videoTrack({Item::of(slow), Item::of(turned), Item::of(held)}, rate)});
        QCOMPARE(layersAt(sequence, 0), std::string("A100"));
        QCOMPARE(layersAt(sequence, 1), std::string("A101"));
        QCOMPARE(layersAt(sequence, 2), std::string("A101"));
        QCOMPARE(layersAt(sequence, 19), std::string("A110"));
        QCOMPARE(layersAt(sequence, 20), std::string("B200"));
        QCOMPARE(layersAt(sequence, 21), std::string("B198"));
        QCOMPARE(layersAt(sequence, 38), std::string("B164 C300+"));
        QCOMPARE(layersAt(sequence, 43), std::string("B154 C300+")); // beyond what B shows by itself
        QCOMPARE(layersAt(sequence, 59), std::string("C300"));
        const auto spans = render::planPictures(sequence, 0, 60);
        QCOMPARE(spans.size(), std::size_t{4});
        QCOMPARE(spans[0].count, 20);
    }

    void spansAgreeWithFramesOfRandomSequences() {
        std::mt19937 random(20260711);
        for (int round = 0; round < 300; ++round) {
            const Sequence sequence = randomSequence(random);
            const std::int64_t first = static_cast<std::int64_t>(random() % 20) - 5;
            const std::int64_t count = static_cast<std::int64_t>(random() % 120);
            std::int64_t next = first;
            for (const auto& span : render::planPictures(sequence, first, count)) {
                QCOMPARE(span.recordFrame, next); // no hole, no overlap
                QVERIFY(span.count > 0);
                for (std::int64_t k = 0; k < span.count; ++k) {
                    auto layers = span.layers;
                    for (auto& layer : layers) {
                        layer.sourceFrame += layer.speed.stepsIn(k);
                        layer.speed = layer.speed.after(k);
                        layer.offset += k;
                    }
                    QVERIFY(render::planFrame(sequence, next + k).layers == layers);
                }
                next += span.count;
            }
            QCOMPARE(next, first + count);
        }
    }
};

QTEST_APPLESS_MAIN(TestFramePlan)
#include "test_frame_plan.moc"
