#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/media/decoder.h"
#include "core/media/jpeg.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace cutaway;
using namespace cutaway::conform;
using fixtures::AngleSpec;
using fixtures::append;
using fixtures::clipOf;
using fixtures::MemoryStore;

namespace {

const FrameRate p50{50, 1};
const FrameRate p5994{60000, 1001};
constexpr int width = 480;
constexpr int height = 270;

/// Small pictures, the containers, codecs and tracks of the real formats.
std::vector<Profile> smallProfiles() {
    auto profiles = readProfiles(CUTAWAY_SOURCE_DIR "/resources/profiles").value();
    for (Profile& profile : profiles) {
        profile.width = width;
        profile.height = height;
        profile.preset = "ultrafast";
        profile.crf = 24;
        profile.maxKilobits = 20000;
        profile.bufferKilobits = 20000;
        if (profile.intraClass != 0) { // AVC Intra classes have fixed sizes
            profile.intraClass = 0;
            profile.videoCodec = media::VideoCodec::H264;
            profile.gopMilliseconds = 1;
            profile.bFrames = 0;
        }
    }
    return profiles;
}

/// What the delivery has to be, worked out from the edit and not from the plan.
struct Expected {
    std::vector<media::FrameId> ids;
    std::vector<std::int32_t> sound; ///< stereo
};

struct Cut {
    std::size_t angle;
    std::int64_t offset; ///< frames from the angle's first
    std::int64_t frames;
};

struct Scene {
    MemoryStore store;
    std::vector<SourceMedia> angles;
    timeline::Sequence sequence;
    Expected expected;
};

/// Three angles; the second cut is picture only, over the sound of the first angle running on.
std::unique_ptr<Scene> makeScene(FrameRate rate) {
    auto scene = std::make_unique<Scene>();
    const std::int64_t each = rate.timecodeBase() / 2;
    static std::map<int, Scene> masters; // encoded once for each rate, then copied
    Scene& made = masters[rate.num];
    for (std::uint32_t n = 1; made.angles.size() < 3; ++n)
        made.angles.push_back(
            made.store.add({"CAM " + std::to_string(n), n, rate, width, height, each * 4, each}));
    *scene = made;
    scene->sequence = timeline::emptySequence("100 m: Final / Highlight", rate, rate == p5994);
    timeline::Track video = *scene->sequence.tracks[0];
    timeline::Track audio = *scene->sequence.tracks[1];
    const std::vector<Cut> cuts{{0, 7, 31}, {1, 38, 27}, {2, 61, 33}};
    std::int64_t record = 0;
    for (const Cut& cut : cuts) {
        video.items.push_back(timeline::Item::of(clipOf(scene->angles[cut.angle], cut.offset, cut.frames)));
        for (std::int64_t k = 0; k < cut.frames; ++k)
            scene->expected.ids.push_back(
                {static_cast<std::uint32_t>(cut.angle + 1), static_cast<std::uint32_t>(cut.offset + k)});
        const bool pictureOnly = cut.angle == 1;
        const std::size_t heard = pictureOnly ? 0 : cut.angle;
        const std::int64_t first = samplesAtFrame(cut.offset, rate);
        const std::int64_t count = samplesAtFrame(record + cut.frames, rate) - samplesAtFrame(record, rate);
        timeline::Clip sound = clipOf(scene->angles[heard], 0, 1);
        sound.mediaRate = sampleRate48k;
        sound.in = scene->angles[heard].clock.audio().originUnit() + first;
        sound.duration = count;
        audio.items.push_back(timeline::Item::of(sound));
        const auto truth = test::testSound(2, first, count, static_cast<std::uint32_t>(heard + 1));
        scene->expected.sound.insert(scene->expected.sound.end(), truth.samples.begin(), truth.samples.end());
        record += cut.frames;
    }
    scene->sequence.tracks[0] = std::make_shared<const timeline::Track>(video);
    scene->sequence.tracks[1] = std::make_shared<const timeline::Track>(audio);
    return scene;
}

ConformPlan planOf(const Scene& scene, const std::vector<Profile>& profiles) {
    const auto map = fixtures::mapOf(scene.angles);
    auto prepared = prepareConform(
        scene.sequence, profiles, [&](const Uuid& id) -> Result<SourceMedia> { return map.at(id); },
        scene.store.lookup());
    if (!prepared.ok() || !prepared->problems.empty())
        qFatal("the scene cannot be planned");
    return prepared->plan;
}

/// Frames whose id is not the expected one, by decoding.
std::vector<std::int64_t> wrongFrames(const DeliveredFile& file, const std::vector<media::FrameId>& ids) {
    auto decoder = media::VideoDecoder::open(media::fileSource(file.path).value()).value();
    std::vector<std::int64_t> wrong;
    std::int64_t frames = 0;
    const auto done = decoder.decodeRange(0, -1, [&](std::int64_t index, media::VideoFramePtr frame) {
        const auto id = media::readFrameId(*frame);
        if (static_cast<std::size_t>(index) >= ids.size() || id != ids[static_cast<std::size_t>(index)])
            wrong.push_back(index);
        ++frames;
        return true;
    });
    if (!done.ok() || frames != static_cast<std::int64_t>(ids.size()))
        wrong.push_back(-1);
    return wrong;
}

std::vector<std::int32_t> soundOf(const DeliveredFile& file, int track) {
    auto decoder = media::AudioDecoder::open(media::fileSource(file.path).value(), track).value();
    return decoder.read(0, decoder.sampleCount()).value().samples;
}

/// The lag in samples at which `got` fits `wanted` best around `centre` (left channel of stereo).
std::int64_t bestLag(const std::vector<std::int32_t>& wanted, const std::vector<std::int32_t>& got,
                     std::int64_t centre) {
    constexpr std::int64_t window = 4000;
    constexpr std::int64_t maxLag = 300;
    const auto frames = static_cast<std::int64_t>(wanted.size()) / 2;
    const std::int64_t from = std::clamp<std::int64_t>(centre - window / 2, 0, frames - window);
    double best = -1;
    std::int64_t lag = 0;
    for (std::int64_t candidate = -maxLag; candidate <= maxLag; ++candidate) {
        double product = 0;
        double energy = 1;
        for (std::int64_t k = from; k < from + window; ++k) {
            if (k + candidate < 0 || k + candidate >= static_cast<std::int64_t>(got.size()) / 2)
                continue;
            const double a = wanted[static_cast<std::size_t>(k * 2)];
            const double b = got[static_cast<std::size_t>((k + candidate) * 2)];
            product += a * b;
            energy += b * b;
        }
        const double score = product / std::sqrt(energy);
        if (score > best) {
            best = score;
            lag = candidate;
        }
    }
    return lag;
}

bool folderIsEmpty(const QTemporaryDir& folder) {
    return std::filesystem::is_empty(folder.path().toStdString());
}

} // namespace

class TestRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFrameAndSampleIsTheRightOne_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94 drop frame") << 60000 << 1001;
    }

    void everyFrameAndSampleIsTheRightOne() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        const auto profiles = smallProfiles();
        auto scene = makeScene(rate);
        const ConformPlan plan = planOf(*scene, profiles);
        QTemporaryDir folder;
        int lastPercent = 0;
        int previews = 0;
        RunCallbacks callbacks;
        callbacks.progress = [&](const Progress& progress) {
            QVERIFY(progress.percent >= lastPercent && progress.percent < 100);
            lastPercent = progress.percent;
        };
        callbacks.preview = [&](std::span<const std::byte> jpeg) {
            previews += media::decodeJpeg(jpeg).value().width == 640 ? 1 : 0;
        };
        const auto outcome = runConformJob(conformWork(plan, {"hevc-hlg-mp4", "xavc-i300-mxf"}), profiles,
                                           scene->store, folder.path().toStdString(), callbacks, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        QCOMPARE(outcome.files.size(), std::size_t{2});
        QVERIFY(lastPercent >= 88);
        QVERIFY(previews > 0);
        QCOMPARE(outcome.files[0].fileName, std::string("100 m- Final - Highlight.mp4"));
        for (const DeliveredFile& file : outcome.files) {
            QCOMPARE(wrongFrames(file, scene->expected.ids), std::vector<std::int64_t>{});
            QCOMPARE(file.check.ids.stepsBroken, 0);
            QCOMPARE(file.check.ids.stepsKept, 91 - 3);
        }
        const auto left = soundOf(outcome.files[1], 0);
        const auto right = soundOf(outcome.files[1], 1);
        const std::size_t samples = scene->expected.sound.size() / 2;
        for (std::size_t k = 0; k < samples; ++k) {
            QCOMPARE(left.at(k), scene->expected.sound[k * 2]);
            QCOMPARE(right.at(k), scene->expected.sound[k * 2 + 1]);
        }
        // MXF keeps whole samples for every picture: at 59.94 a silent sample fills the last of these 91.
        QCOMPARE(left.size(), rate == p50 ? samples : samples + 1);
        QVERIFY(rate == p50 || left.back() == 0);
        const auto compressed = soundOf(outcome.files[0], 0);
        QCOMPARE(compressed.size(), scene->expected.sound.size());
        for (std::int64_t frame : {0, 31, 58, 91})
            QCOMPARE(bestLag(scene->expected.sound, compressed, samplesAtFrame(frame, rate)), 0);
        QVERIFY(outcome.resultJson.find("\"source_frame\"") != std::string::npos);
    }

    void gapsAreDeliveredBlackAndSilent() {
        auto scene = makeScene(p50);
        auto video = *scene->sequence.tracks[0];
        video.items.insert(video.items.begin(), timeline::Item::gap(10));
        scene->sequence.tracks = {std::make_shared<const timeline::Track>(video)};
        auto profiles = smallProfiles();
        profiles.resize(1);
        QTemporaryDir folder;
        const auto outcome =
            runConform(planOf(*scene, profiles), profiles, scene->store, folder.path().toStdString(), {}, {});
        QCOMPARE(outcome.files.size(), std::size_t{1});
        auto decoder = media::VideoDecoder::open(media::fileSource(outcome.files[0].path).value()).value();
        const auto frame = decoder.frameAt(5).value();
        const auto* luma = reinterpret_cast<const std::uint16_t*>(frame->planes[0] + 90 * frame->strides[0]);
        QVERIFY(std::abs(luma[300] - 64) <= 1);
        const auto sound = soundOf(outcome.files[0], 0);
        QVERIFY(std::all_of(sound.begin(), sound.end(), [](auto s) { return std::abs(s) < 1 << 12; }));
        QCOMPARE(media::readFrameId(*decoder.frameAt(10).value()).value(), (media::FrameId{1, 7}));
    }

    void damagedAndMissingObjectsAreNamedWhereTheyAreSeen() {
        auto profiles = smallProfiles();
        profiles.resize(1);
        auto scene = makeScene(p50);
        const ConformPlan plan = planOf(*scene, profiles);
        QTemporaryDir folder;
        const auto run = [&] {
            return runConform(plan, profiles, scene->store, folder.path().toStdString(), {}, {});
        };
        const std::string id = "CAM 2 video 50"; // from record frame 31 + (50 - 38)
        const media::ByteBuffer good = scene->store.objects.at(id);
        media::ByteBuffer& object = scene->store.objects.at(id);
        for (std::size_t k = object.size() / 2; k < object.size() - 10; ++k)
            object[k] = std::byte{0x5a};
        const auto damaged = run();
        QVERIFY(damaged.failure);
        QVERIFY(damaged.failure->recordFrame >= 43 && damaged.failure->recordFrame < 58);
        QCOMPARE(damaged.failure->clipId, plan.picture.at(1).clipId);
        const std::string said = "The full-quality picture of CAM 2 (clip “CAM 2”) is damaged at " +
                                 plan.timecodeAt(*damaged.failure->recordFrame);
        QVERIFY(damaged.failure->error.message.starts_with(said));
        QVERIFY(damaged.files.empty() && folderIsEmpty(folder));

        scene->store.objects.erase(id);
        const auto missing = run();
        QVERIFY(missing.failure);
        QCOMPARE(missing.failure->error.category, ErrorCategory::NotFound);
        QCOMPARE(missing.failure->recordFrame, std::optional<std::int64_t>(43));
        QVERIFY(failureToJson(*missing.failure).find("\"record_frame\":43") != std::string::npos);
        QVERIFY(folderIsEmpty(folder));

        scene->store.objects[id] = good;
        scene->store.objects.at("CAM 1 audio-1 0").resize(2000);
        const auto silent = run();
        QVERIFY(silent.failure);
        QVERIFY(silent.failure->error.message.find("full-quality sound of CAM 1") != std::string::npos);
        QVERIFY(folderIsEmpty(folder));
    }

    void cancellingLeavesNothing() {
        const auto profiles = smallProfiles();
        auto scene = makeScene(p50);
        const ConformPlan plan = planOf(*scene, profiles);
        QTemporaryDir folder;
        std::stop_source stop;
        scene->store.onOpen = [&](const std::string& id) {
            if (id == "CAM 2 video 25")
                stop.request_stop();
        };
        const auto outcome =
            runConform(plan, profiles, scene->store, folder.path().toStdString(), {}, stop.get_token());
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->error.category, ErrorCategory::Cancelled);
        QVERIFY(folderIsEmpty(folder));
    }

    void aFileThatIsNotThePlanFailsItsCheck() {
        auto profiles = smallProfiles();
        auto scene = makeScene(p50);
        const ConformPlan plan = planOf(*scene, profiles);
        QTemporaryDir folder;
        const auto outcome =
            runConform(plan, {profiles[0]}, scene->store, folder.path().toStdString(), {}, {});
        QCOMPARE(outcome.files.size(), std::size_t{1});
        const auto failuresWith = [&](ConformPlan other, const Profile& profile) {
            return checkDelivery(outcome.files[0].path, other, profile, {}, {}).value().failures();
        };
        QCOMPARE(failuresWith(plan, profiles[0]), std::string());
        ConformPlan longer = plan;
        longer.picture.back().count += 1;
        longer.frames += 1;
        QVERIFY(failuresWith(longer, profiles[0]).find("frames is “91” and not “92”") != std::string::npos);
        ConformPlan later = plan;
        later.startFrame += 1;
        QVERIFY(failuresWith(later, profiles[0]).find("timecode") != std::string::npos);
        QVERIFY(failuresWith(plan, profiles[1]).find("codec") != std::string::npos);
        Profile sdr = profiles[0];
        sdr.colour = media::Colour::sdr();
        QVERIFY(failuresWith(plan, sdr).find("colour is “9/18/9 narrow” and not “1/1/1 narrow”") !=
                std::string::npos);
    }

    void workThatMakesNoSenseIsRefused() {
        MemoryStore store;
        QTemporaryDir folder;
        const auto profiles = smallProfiles();
        for (const char* work : {"", "{}", "[1]", R"({"plan": {}, "profiles": []})",
                                 R"({"plan": {}, "profiles": ["../../etc"]})"}) {
            const auto outcome = runConformJob(work, profiles, store, folder.path().toStdString(), {}, {});
            QVERIFY(outcome.failure);
            QVERIFY(!outcome.failure->error.message.empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestRun)
#include "test_run.moc"
