#include "core/render/frame_plan.h"

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
                items.push_back(clipItem(static_cast<std::int64_t>(random() % 1000), duration,
                                         random() % 5 == 0 ? FrameRate{25, 1} : rate, random() % 6 != 0));
        }
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

    void otherRateShowsNearestFrame() {
        Clip clip;
        clip.mediaRate = {25, 1};
        clip.in = 10;
        QCOMPARE(render::sourceFrameAt(clip, 0, {50, 1}), 10);
        QCOMPARE(render::sourceFrameAt(clip, 4, {50, 1}), 12);
        clip.mediaRate = {60000, 1001};
        QCOMPARE(render::sourceFrameAt(clip, 5, {50, 1}), 16);
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
                    const auto layers = render::planFrame(sequence, next + k).layers;
                    QCOMPARE(layers.empty(), span.clip == nullptr);
                    if (span.clip) {
                        QCOMPARE(layers.at(0).clip, span.clip);
                        QCOMPARE(layers.at(0).sourceFrame, span.sourceFrame + k);
                    }
                }
                next += span.count;
            }
            QCOMPARE(next, first + count);
        }
    }
};

QTEST_APPLESS_MAIN(TestFramePlan)
#include "test_frame_plan.moc"
