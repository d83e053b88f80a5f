#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/media/decoder.h"
#include "core/media/scale.h"
#include "core/render/frame_plan.h"
#include "core/render/graphic_painter.h"
#include "core/render/template_library.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace cutaway::conform;
using fixtures::clipOf;
using fixtures::MemoryStore;

namespace {

constexpr int width = 960;
constexpr int height = 540;
constexpr std::int64_t frames = 50;
constexpr std::int64_t first = 10; // of the graphic
constexpr std::int64_t shown = 30;
const FrameRate rate{50, 1};

/// CAM 1 on V1, and a lower third from 10 to 40 on V2, cut in two, in German.
struct Scene {
    MemoryStore store;
    SourceMedia angle;
    timeline::Sequence sequence;

    Scene() {
        angle = store.add({"CAM 1", 1, rate, width, height, 100, 25});
        sequence = timeline::emptySequence("Titles", rate, false);
        sequence.language = "de";
        timeline::Track lower = *sequence.tracks[0];
        lower.items = {timeline::Item::of(clipOf(angle, 5, frames))};
        timeline::Track upper = *sequence.tracks[0];
        upper.id = Uuid::random();
        const auto library = render::loadTemplates({{CUTAWAY_SOURCE_DIR "/resources/graphics"}});
        timeline::Graphic title = render::graphicFrom(*library.find("lower-third"));
        title.fields = {{"name", "Ada Morrow"}, {"detail", "Final", {{"de", "Endlauf"}}}};
        timeline::Clip clip;
        clip.name = "Lower third";
        clip.mediaRate = rate;
        clip.graphic = timeline::shared(title);
        upper.items = {timeline::Item::gap(first)};
        for (const std::int64_t part : {12, 18}) {
            clip.id = Uuid::random();
            clip.duration = part;
            upper.items.push_back(timeline::Item::of(clip));
        }
        sequence.tracks[0] = std::make_shared<const timeline::Track>(lower);
        sequence.tracks.insert(sequence.tracks.begin() + 1, std::make_shared<const timeline::Track>(upper));
    }

    ConformPlan plan(const std::vector<Profile>& profiles) const {
        auto prepared = prepareConform(
            sequence, profiles,
            [&](const Uuid& id) -> Result<SourceMedia> {
                if (id != angle.sourceId)
                    return Error{ErrorCategory::NotFound, "unknown", {}};
                return angle;
            },
            store.lookup());
        if (!prepared.ok() || !prepared->problems.empty())
            qFatal("the scene cannot be planned");
        return prepared->plan;
    }

    media::VideoFramePtr master(std::int64_t offset) const {
        const std::string id = "CAM 1 video " + std::to_string(offset / 25 * 25);
        auto decoder = media::VideoDecoder::open(media::memorySource(store.objects.at(id))).value();
        return decoder.frameAt(offset % 25).value();
    }

    /// What the viewer shows, as the player has it.
    media::VideoFramePtr viewed(std::int64_t frame, render::GraphicPainter& painter,
                                bool withTitle = true) const {
        std::vector<render::Picture> pictures;
        for (const render::Layer& layer : render::planFrame(sequence, frame).layers) {
            render::Picture picture;
            picture.graphic = render::graphicOf(layer, sequence);
            if (picture.graphic && !withTitle)
                continue;
            if (!picture.graphic)
                picture.frame = master(layer.sourceFrame - angle.clock.originUnit());
            picture.placement = render::placementOf(layer, sequence);
            pictures.push_back(std::move(picture));
        }
        const render::Canvas canvas{width, height};
        if (!render::drawGraphics(pictures, canvas, painter))
            qFatal("cannot draw");
        return render::compose(pictures, canvas).value();
    }
};

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

/// Luma codes by which two pictures differ on average within the lower third, in hundredths.
std::int64_t difference(const media::VideoFrame& a, const media::VideoFrame& b) {
    std::int64_t sum = 0;
    constexpr int top = height * 3 / 4;
    for (int y = top; y < height; ++y)
        for (int x = 0; x < width; ++x)
            sum += std::abs(reinterpret_cast<const std::uint16_t*>(a.planes[0] + y * a.strides[0])[x] -
                            reinterpret_cast<const std::uint16_t*>(b.planes[0] + y * b.strides[0])[x]);
    return sum * 100 / (width * (height - top));
}

} // namespace

class TestConformGraphics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePlanCarriesTheGraphic() {
        const Scene scene;
        const ConformPlan plan = scene.plan(smallProfiles());
        QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
        QCOMPARE(plan.picture.size(), std::size_t{4});
        QVERIFY(!plan.picture.front().isRendered() && !plan.picture.back().isRendered());
        QVERIFY(plan.picture[1].isRendered() && plan.picture[2].isRendered());
        const auto& later = *plan.picture[2].over.at(0).graphic;
        QCOMPARE(later.first, 12); // one showing, though it is cut
        QCOMPARE(later.frames, shown);
        QCOMPARE(later.language, std::string("de"));
        // No master is asked for it.
        QCOMPARE(plan.masters.size(), std::size_t{1});
        QCOMPARE(partsOf(plan.picture).size(), std::size_t{4});
    }

    void aDamagedPlanIsRefused() {
        const Scene scene;
        const auto sound = nlohmann::json::parse(planToJson(scene.plan(smallProfiles())));
        const auto refused = [&](auto change) {
            auto json = sound;
            change(json["picture"][1]["over"][0]);
            return !planFromJson(json.dump()).ok();
        };
        QVERIFY(!refused([](auto&) {}));
        QVERIFY(refused([](auto& over) { over["graphic"]["design"] = ""; }));
        QVERIFY(refused([](auto& over) { over["graphic_frames"] = 0; }));
        QVERIFY(refused([](auto& over) { over["language"] = 7; }));
        QVERIFY(refused([](auto& over) { over.erase("clip_id"); }));
    }

    void graphicsAloneAreOverBlack() {
        Scene scene;
        timeline::Track empty = *scene.sequence.tracks[0];
        empty.items.clear();
        scene.sequence.tracks[0] = std::make_shared<const timeline::Track>(empty);
        const auto outcome = planConform(scene.sequence, {});
        QVERIFY(outcome.problems.empty());
        QVERIFY(outcome.plan.picture[1].isBlack());
        QVERIFY(outcome.plan.picture[1].isRendered());
        QCOMPARE(planFromJson(planToJson(outcome.plan)).value(), outcome.plan);
    }

    void theDeliveryIsWhatTheViewerShows() {
        const Scene scene;
        const auto profiles = smallProfiles();
        QTemporaryDir folder;
        auto store = scene.store.objects; // the scene is const: a store of its own for the run
        MemoryStore objects;
        objects.objects = store;
        const auto outcome = runConformJob(conformWork(scene.plan(profiles), {profiles[0].id}), profiles,
                                           objects, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        auto decoder = media::VideoDecoder::open(media::fileSource(outcome.files.at(0).path).value()).value();
        render::GraphicPainter painter;
        std::int64_t good = 0;
        const auto done = decoder.decodeRange(0, -1, [&](std::int64_t index, media::VideoFramePtr frame) {
            const bool titled = index >= first && index < first + shown;
            const auto own = difference(*frame, *scene.viewed(index, painter));
            const auto plain = difference(*frame, *scene.viewed(index, painter, false));
            // Of the first and the last frame next to nothing is seen yet.
            const bool edge = index == first || index == first + shown - 1;
            bool right = own <= 250 && (titled ? plain > (edge ? own : 2 * own) : plain == own);
            // While it comes and goes each frame is its own.
            if (index > first && index < first + 10)
                right = right && own < difference(*frame, *scene.viewed(index - 1, painter)) &&
                        own < difference(*frame, *scene.viewed(index + 1, painter));
            if (!right)
                qWarning("frame %lld is off by %lld, without title by %lld", static_cast<long long>(index),
                         static_cast<long long>(own), static_cast<long long>(plain));
            good += right ? 1 : 0;
            return true;
        });
        QVERIFY(done.ok());
        QCOMPARE(good, frames);
        const auto report = nlohmann::json::parse(outcome.resultJson);
        QCOMPARE(report.at("rendered_frames").get<std::int64_t>(), shown);
        const auto& over = report.at("report").at(1).at("mixed_with").at(0);
        QCOMPARE(over.at("graphic").get<std::string>(), std::string("Lower third"));
        QVERIFY(!over.contains("source_id"));
    }
};

QTEST_MAIN(TestConformGraphics)
#include "test_graphics.moc"
