#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/picture_source.h"
#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "core/media/scale.h"
#include "core/render/compositor.h"
#include "core/render/frame_plan.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace cutaway::conform;
using fixtures::clipOf;
using fixtures::MemoryStore;
using timeline::Curve;
using timeline::Interpolation;
using P = timeline::PictureParameter;

namespace {

constexpr int width = 960;
constexpr int height = 540;
constexpr std::int64_t frames = 60;

/// CAM 1 on V1, whole; over it CAM 2 from 10 to 40, in the upper right quarter, and then CAM 3 from 40 to 60,
/// which grows from nothing until it fills the frame, by a dissolve of 6 frames.
struct Scene {
    FrameRate rate;
    MemoryStore store;
    std::vector<SourceMedia> angles;
    timeline::Sequence sequence;
    std::map<std::pair<std::size_t, std::int64_t>, media::VideoFramePtr> decoded;

    explicit Scene(FrameRate r)
        : rate(r) {
        for (std::uint32_t n = 1; n <= 3; ++n)
            angles.push_back(store.add({"CAM " + std::to_string(n), n, rate, width, height, 75, 25}));
        sequence = timeline::emptySequence("Layers", rate, rate.allowsDropFrame());
        timeline::Track lower = *sequence.tracks[0];
        lower.items.push_back(timeline::Item::of(clipOf(angles[0], 5, frames)));
        timeline::Track upper = *sequence.tracks[0];
        upper.id = Uuid::random();
        timeline::Clip corner = clipOf(angles[1], 20, 30);
        timeline::PictureEffects effects;
        effects.of(P::Scale) = Curve::of(50'000);
        effects.of(P::PositionX) = Curve::of(25'000);
        effects.of(P::PositionY) = Curve::of(-25'000);
        corner.picture = timeline::shared(effects);
        timeline::Clip growing = clipOf(angles[2], 30, 20);
        growing.head = timeline::Transition{timeline::TransitionKind::Dissolve, 3, 3};
        effects = {};
        effects.of(P::Scale) =
            Curve::of({{0, 0, Interpolation::Smooth}, {15, 100'000, Interpolation::Linear}});
        effects.of(P::Rotation) = Curve::of({{0, -90'000, Interpolation::Linear}, {15, 0}});
        growing.picture = timeline::shared(effects);
        upper.items = {timeline::Item::gap(10), timeline::Item::of(corner), timeline::Item::of(growing)};
        sequence.tracks[0] = std::make_shared<const timeline::Track>(lower);
        sequence.tracks.insert(sequence.tracks.begin() + 1, std::make_shared<const timeline::Track>(upper));
    }

    ConformPlan plan(const std::vector<Profile>& profiles) const {
        const auto map = fixtures::mapOf(angles);
        auto prepared = prepareConform(
            sequence, profiles, [&](const Uuid& id) -> Result<SourceMedia> { return map.at(id); },
            store.lookup());
        if (!prepared.ok() || !prepared->problems.empty())
            qFatal("the scene cannot be planned");
        return prepared->plan;
    }
    media::VideoFramePtr master(std::size_t angle, std::int64_t offset) {
        auto& kept = decoded[{angle, offset}];
        if (!kept) {
            const std::string id = angles[angle].label + " video " + std::to_string(offset / 25 * 25);
            auto decoder = media::VideoDecoder::open(media::memorySource(store.objects.at(id))).value();
            kept = decoder.frameAt(offset % 25).value();
        }
        return kept;
    }
    /// What the viewer shows, as the player has it: the plan of one frame, from proxies of half the size.
    media::VideoFramePtr viewed(std::int64_t frame) {
        std::vector<render::Picture> pictures;
        for (const render::Layer& layer : render::planFrame(sequence, frame).layers) {
            std::size_t angle = 0;
            while (angles[angle].sourceId != layer.clip->media.sourceId)
                ++angle;
            render::Picture picture;
            const auto whole = master(angle, layer.sourceFrame - angles[angle].clock.originUnit());
            picture.frame = media::scale(whole, width / 2, height / 2, whole->format).value();
            picture.placement = render::placementOf(layer, sequence);
            picture.replaces = layer.replaces;
            if (layer.fade)
                picture.fade = layer.fade->at(frame);
            pictures.push_back(std::move(picture));
        }
        return render::compose(pictures, {width / 2, height / 2}).value();
    }
};

/// Its masters are encoded once for each rate.
Scene& sceneAt(FrameRate rate) {
    static std::map<int, std::unique_ptr<Scene>> made;
    auto& scene = made[rate.num];
    if (!scene)
        scene = std::make_unique<Scene>(rate);
    return *scene;
}

std::vector<Profile> smallProfiles() {
    auto profiles = readProfiles(CUTAWAY_SOURCE_DIR "/resources/profiles").value();
    std::erase_if(profiles, [](const Profile& profile) { return profile.intraClass != 0; });
    for (Profile& profile : profiles) {
        profile.width = width;
        profile.height = height;
        profile.preset = "ultrafast";
        profile.crf = 4;
        profile.maxKilobits = 80000;
        profile.bufferKilobits = 80000;
    }
    return profiles;
}

media::VideoFrame upperRight(const media::VideoFrame& frame) {
    media::VideoFrame part = frame;
    part.width /= 2;
    part.height /= 2;
    for (std::size_t plane = 0; plane < 3; ++plane)
        part.planes[plane] += plane == 0 ? part.width * 2 : part.width;
    return part;
}

/// Luma codes by which two pictures of one size differ on average, in hundredths.
std::int64_t difference(const media::VideoFrame& a, const media::VideoFrame& b) {
    std::int64_t sum = 0;
    for (int y = 0; y < a.height; ++y) {
        const auto* one = reinterpret_cast<const std::uint16_t*>(a.planes[0] + y * a.strides[0]);
        const auto* other = reinterpret_cast<const std::uint16_t*>(b.planes[0] + y * b.strides[0]);
        for (int x = 0; x < a.width; ++x)
            sum += std::abs(one[x] - other[x]);
    }
    return sum * 100 / (a.width * a.height);
}

} // namespace

class TestConformLayers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePlanSaysWhatIsRenderedAndFromWhat() {
        Scene& scene = sceneAt({50, 1});
        const ConformPlan plan = scene.plan(smallProfiles());
        QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
        QCOMPARE(plan.picture.at(0).count, 10);
        QVERIFY(!plan.picture.at(0).isRendered()); // CAM 1 alone is taken as it is
        std::int64_t rendered = 0;
        for (const Span& span : plan.picture) {
            QVERIFY(!span.isBlack());
            rendered += span.isRendered() ? span.count : 0;
        }
        QCOMPARE(rendered, frames - 10);
        // Keyframes count from the first frame of each span.
        const Span& last = plan.picture.back();
        QCOMPARE(last.over.back().placementAt(frames - 1).of(P::Scale), 100'000);
        QCOMPARE(last.over.back().placementAt(43).of(P::Rotation), -72'000);
    }

    void aDamagedPlanIsRefused() {
        Scene& scene = sceneAt({50, 1});
        auto json = nlohmann::json::parse(planToJson(scene.plan(smallProfiles())));
        auto& picture = json["picture"][1]["over"][0]["picture"];
        QCOMPARE(picture["scale"].get<int>(), 50'000);
        picture["scale"] = 1'000'001;
        QVERIFY(!planFromJson(json.dump()).ok());
        picture["scale"] = {{0, 5, "linear"}, {0, 6, "linear"}};
        QVERIFY(!planFromJson(json.dump()).ok());
    }

    void idsAreReadFromEachPictureWhereItLies() {
        Scene& scene = sceneAt({50, 1});
        const auto profiles = smallProfiles();
        const ConformPlan plan = scene.plan(profiles);
        RunState state({});
        PictureSource pictures(plan, scene.store, state, 1);
        std::int64_t next = 0;
        const auto canvas = canvasOf(profiles[0]);
        const auto idOf = [](const media::VideoFrame& frame) {
            const auto id = media::readFrameId(frame);
            return id ? std::pair(id->source, id->frame) : std::pair(0u, 0u);
        };
        QVERIFY(pictures.run([&](std::int64_t record, const std::vector<render::Picture>& layers) {
            const auto frame = render::compose(layers, canvas).value();
            // The lower track is seen under the corner: its id lies below it.
            const auto at = static_cast<std::uint32_t>(record);
            if (record < 37 && idOf(*frame) != std::pair(1u, at + 5))
                return false;
            if (record >= 10 && record < 37 && idOf(upperRight(*frame)) != std::pair(2u, at + 10))
                return false;
            // And when it has grown, nothing is seen but the third.
            if (record >= 55 && idOf(*frame) != std::pair(3u, at - 10))
                return false;
            return record == next++;
        }));
        QCOMPARE(next, frames);
    }

    void theDeliveryIsWhatTheViewerShows_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94") << 60000 << 1001;
    }
    void theDeliveryIsWhatTheViewerShows() {
        QFETCH(int, num);
        QFETCH(int, den);
        Scene& scene = sceneAt({num, den});
        const auto profiles = smallProfiles();
        QTemporaryDir folder;
        const auto outcome = runConformJob(conformWork(scene.plan(profiles), {profiles[0].id}), profiles,
                                           scene.store, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        auto decoder = media::VideoDecoder::open(media::fileSource(outcome.files.at(0).path).value()).value();
        std::int64_t good = 0;
        const auto done = decoder.decodeRange(0, -1, [&](std::int64_t index, media::VideoFramePtr frame) {
            const auto small = media::scale(frame, width / 2, height / 2, frame->format).value();
            const auto own = difference(*small, *scene.viewed(index));
            bool right = own <= 300;
            // Nearer than to the frames beside it, which lie elsewhere while the third grows.
            if (index > 43 && index < 54)
                right = right && own < difference(*small, *scene.viewed(index - 1)) &&
                        own < difference(*small, *scene.viewed(index + 1));
            if (!right)
                qWarning("frame %lld is off by %lld", static_cast<long long>(index),
                         static_cast<long long>(own));
            good += right ? 1 : 0;
            return right;
        });
        QVERIFY(done.ok());
        QCOMPARE(good, frames);
        QCOMPARE(outcome.files[0].check.ids.rendered, frames - 10);
        const auto report = nlohmann::json::parse(outcome.resultJson);
        QCOMPARE(report.at("rendered_frames").get<std::int64_t>(), frames - 10);
        const auto& row = report.at("report").at(1);
        QCOMPARE(row.at("source_frame").get<std::int64_t>(), scene.angles[0].clock.originUnit() + 15);
        const auto& over = row.at("mixed_with").at(0);
        QCOMPARE(over.at("source_frame").get<std::int64_t>(), scene.angles[1].clock.originUnit() + 20);
        QCOMPARE(over.at("picture").at("position_y").get<int>(), -25'000);
        QVERIFY(!over.contains("transition"));
    }

    void anUprightSequenceIsDeliveredUprightWhereTheFormatCan() {
        Scene& scene = sceneAt({50, 1});
        const timeline::Sequence whole16to9 = scene.sequence;
        const auto putBack = qScopeGuard([&] { scene.sequence = whole16to9; });
        scene.sequence.width = 270;
        scene.sequence.height = 480;
        scene.sequence.framing = timeline::Framing::Fill;
        auto profiles = smallProfiles();
        const ConformPlan plan = scene.plan(profiles);
        QVERIFY(plan.picture.at(0).isRendered()); // filled, it is not the master's own picture any more
        QTemporaryDir folder;
        const auto outcome = runConform(plan, profiles, scene.store, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        auto decoder = media::VideoDecoder::open(media::fileSource(outcome.files.at(0).path).value()).value();
        const auto frame = decoder.frameAt(3).value();
        QCOMPARE(frame->width, 270);
        QCOMPARE(frame->height, 480);
        // The middle of the master, at the height of the frame.
        const auto whole = media::scale(scene.master(0, 8), 852, 480, frame->format).value();
        std::int64_t off = 0;
        for (int y = 0; y < 480; ++y)
            for (int x = 0; x < 270; ++x) {
                const auto at = [&](const media::VideoFrame& f, int column) {
                    return reinterpret_cast<const std::uint16_t*>(f.planes[0] + y * f.strides[0])[column];
                };
                off += std::abs(at(*frame, x) - at(*whole, x + (852 - 270) / 2));
            }
        QVERIFY2(off / (270 * 480) < 12, qPrintable(QString::number(off / (270 * 480))));
        // A format of one size says so.
        profiles[0].otherShapes = false;
        const auto map = fixtures::mapOf(scene.angles);
        const auto refused = prepareConform(
            scene.sequence, profiles, [&](const Uuid& id) -> Result<SourceMedia> { return map.at(id); },
            scene.store.lookup());
        QVERIFY(refused.ok());
        QCOMPARE(refused->problems.size(), std::size_t{1});
        QVERIFY(refused->problems[0].summary.find("is always 960x540, and the sequence is 270x480") !=
                std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestConformLayers)
#include "test_layers.moc"
