#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/object_queue.h"
#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "core/render/sound.h"
#include "core/render/sound_speed.h"
#include "core/timeline/clip_map.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>
#include <set>

using namespace cutaway;
using namespace cutaway::conform;
using fixtures::clipOf;
using fixtures::MemoryStore;
using timeline::ClipSpeed;
using timeline::Transition;
using timeline::TransitionKind;

namespace {

constexpr int width = 480;
constexpr int height = 270;

/// One of the clips that follow each other.
struct Part {
    std::size_t angle;
    std::int64_t offset; ///< of its first frame
    std::int64_t frames;
    ClipSpeed speed;
    std::int64_t dissolve; ///< frames on both sides of the cut before it
};

/// Slow, in thirds and cut in the middle of a held frame; backwards over several Objects; held; fast; slowly
/// backwards into a dissolve.
const std::vector<Part> parts{
    {0, 10, 31, {1, 2, 0}, 0}, {1, 40, 20, {1, 3, 2}, 0}, {2, 95, 70, {-1, 1, 0}, 0},
    {0, 33, 15, {0, 1, 0}, 0}, {1, 5, 30, {5, 2, 1}, 0},  {2, 60, 30, {-2, 5, 4}, 4},
    {0, 50, 20, {1, 1, 0}, 3},
};

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

struct Scene {
    FrameRate rate;
    MemoryStore store;
    std::vector<SourceMedia> angles;
    timeline::Sequence sequence;
    std::int64_t frames = 0;

    Scene(FrameRate r, const std::vector<Part>& all)
        : rate(r) {
        for (std::uint32_t n = 1; n <= 3; ++n)
            angles.push_back(store.add({"CAM " + std::to_string(n), n, rate, width, height, 100, 25}));
        sequence = timeline::emptySequence("At speed", rate, rate.allowsDropFrame());
        timeline::Track video = *sequence.tracks[0];
        timeline::Track audio = *sequence.tracks[1];
        for (const Part& part : all) {
            timeline::Clip clip = clipOf(angles[part.angle], part.offset, part.frames);
            clip.speed = part.speed;
            if (part.dissolve > 0)
                clip.head = Transition{TransitionKind::Dissolve, part.dissolve, part.dissolve};
            video.items.push_back(timeline::Item::of(clip));
            const std::int64_t count = at(frames + part.frames) - at(frames);
            if (part.speed.isFreeze()) {
                audio.items.push_back(timeline::Item::gap(count));
            } else {
                const SourceClock& clock = angles[part.angle].clock;
                clip.mediaRate = sampleRate48k;
                clip.in = timeline::soundUnit(clip, clock, clip.in);
                clip.duration = count;
                clip.head.reset();
                audio.items.push_back(timeline::Item::of(clip));
            }
            frames += part.frames;
        }
        sequence.tracks[0] = std::make_shared<const timeline::Track>(video);
        sequence.tracks[1] = std::make_shared<const timeline::Track>(audio);
    }
    std::int64_t at(std::int64_t frame) const { return samplesAtFrame(frame, rate); }

    Prepared prepared(const std::vector<Profile>& profiles) const {
        const auto map = fixtures::mapOf(angles);
        return prepareConform(
                   sequence, profiles, [&](const Uuid& id) -> Result<SourceMedia> { return map.at(id); },
                   store.lookup())
            .value();
    }
    /// The id of the master's frame that each frame has to be; none in a dissolve. Counted from the edit,
    /// with fractions and not with the product's map.
    std::vector<std::optional<media::FrameId>> expected(const std::vector<Part>& all) const {
        std::vector<std::optional<media::FrameId>> ids;
        for (std::size_t p = 0; p < all.size(); ++p) {
            const Part& part = all[p];
            const std::int64_t mixedTo = part.dissolve;
            const std::int64_t mixedFrom = part.frames - (p + 1 < all.size() ? all[p + 1].dissolve : 0);
            for (std::int64_t k = 0; k < part.frames; ++k) {
                std::int64_t unit = part.offset;
                std::int64_t left = k * part.speed.num + part.speed.phase;
                for (; left >= part.speed.den; left -= part.speed.den)
                    ++unit;
                for (; left < 0; left += part.speed.den)
                    --unit;
                ids.push_back(
                    k < mixedTo || k >= mixedFrom
                        ? std::nullopt
                        : std::optional(media::FrameId{std::uint32_t(part.angle + 1), std::uint32_t(unit)}));
            }
        }
        return ids;
    }
    /// The whole of each clip's sound at once, as the viewer's mixer has it.
    std::vector<std::int32_t> expectedSound() const {
        std::vector<std::int32_t> whole;
        for (const auto& piece : render::planSound(sequence, 0, at(frames))) {
            const auto angle = std::find_if(angles.begin(), angles.end(), [&](const SourceMedia& a) {
                return a.sourceId == piece.clip->media.sourceId;
            });
            const auto number = static_cast<std::uint32_t>(angle - angles.begin() + 1);
            const std::int64_t origin = angle->clock.audio().originUnit();
            const std::int64_t length = samplesAtFrame(100, rate);
            const auto all = test::testSound(2, 0, length, number);
            const auto needed = render::samplesNeeded(piece.sourceSample, piece.speed, piece.count);
            auto held = media::AudioBlock::silence(2, needed.count());
            for (std::int64_t s = std::max(needed.first, origin); s < std::min(needed.end, origin + length);
                 ++s)
                for (std::int64_t c = 0; c < 2; ++c)
                    held.samples[static_cast<std::size_t>((s - needed.first) * 2 + c)] =
                        all.samples[static_cast<std::size_t>((s - origin) * 2 + c)];
            whole.resize(static_cast<std::size_t>(piece.recordSample) * 2, 0);
            const auto heard = piece.speed.isNormal()
                                   ? held.samples
                                   : render::soundAtSpeed(held.samples, needed.first, 2, piece.sourceSample,
                                                          piece.speed, piece.count);
            whole.insert(whole.end(), heard.begin(), heard.end());
        }
        whole.resize(static_cast<std::size_t>(at(frames)) * 2, 0);
        return whole;
    }
};

} // namespace

class TestConformSpeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDeliveredFilesShowTheFramesOfTheMap_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94") << 60000 << 1001;
    }
    void theDeliveredFilesShowTheFramesOfTheMap() {
        QFETCH(int, num);
        QFETCH(int, den);
        Scene scene({num, den}, parts);
        const auto profiles = smallProfiles();
        const Prepared prepared = scene.prepared(profiles);
        if (!prepared.problems.empty())
            QFAIL(prepared.problems.front().summary.c_str());
        QCOMPARE(planFromJson(planToJson(prepared.plan)).value(), prepared.plan);
        QTemporaryDir folder;
        const auto outcome = runConformJob(conformWork(prepared.plan, {"hevc-hlg-mp4", "xavc-i300-mxf"}),
                                           profiles, scene.store, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        const auto ids = scene.expected(parts);
        std::int64_t mixed = 0;
        for (const auto& id : ids)
            mixed += id ? 0 : 1;
        QCOMPARE(outcome.files.size(), std::size_t{2});
        for (const DeliveredFile& file : outcome.files) {
            auto decoder = media::VideoDecoder::open(media::fileSource(file.path).value()).value();
            QCOMPARE(decoder.frameCount(), scene.frames);
            const auto done = decoder.decodeRange(0, -1, [&](std::int64_t index, media::VideoFramePtr frame) {
                const auto& wanted = ids[static_cast<std::size_t>(index)];
                const auto shown = media::readFrameId(*frame);
                if (wanted && shown != wanted)
                    QTest::qFail(qPrintable(QStringLiteral("frame %1 shows %2 and not %3")
                                                .arg(index)
                                                .arg(shown ? int(shown->frame) : -1)
                                                .arg(int(wanted->frame))),
                                 __FILE__, __LINE__);
                return true;
            });
            QVERIFY(done.ok());
            QCOMPARE(file.check.ids.rendered, mixed);
            QCOMPARE(file.check.ids.stepsBroken, 0);
            QCOMPARE(file.check.ids.readable, scene.frames - mixed);
        }
        const auto wanted = scene.expectedSound();
        const auto source = media::fileSource(outcome.files[1].path).value();
        for (int channel : {0, 1}) {
            auto decoder = media::AudioDecoder::open(source, channel).value();
            const auto heard = decoder.read(0, scene.at(scene.frames)).value();
            for (std::size_t k = 0; k < heard.samples.size(); ++k) // the file has 24 bits
                QVERIFY(std::abs(std::int64_t{heard.samples[k]} -
                                 wanted[k * 2 + static_cast<std::size_t>(channel)]) <= 256);
        }
        const auto report = nlohmann::json::parse(outcome.resultJson).at("report");
        QCOMPARE(report.at(0).at("speed").dump(), std::string(R"({"den":2,"num":1,"phase":0})"));
        QCOMPARE(report.at(0).at("count").get<std::int64_t>(), 31);
    }

    /// Backwards from the last Object; very fast, those that nothing is seen of are not fetched.
    void objectsAreFetchedOnceAndInTheOrderOfUse() {
        const auto order = [](const Part& part) {
            Scene scene({50, 1}, {part});
            const auto prepared = scene.prepared(smallProfiles());
            std::vector<std::string> ids = objectOrder({&prepared.plan.picture.front()});
            std::string text;
            for (const std::string& id : ids)
                text += (text.empty() ? "" : " ") + id.substr(id.rfind(' ') + 1);
            return text;
        };
        QCOMPARE(order({0, 95, 96, {-1, 1, 0}, 0}), std::string("75 50 25 0"));
        QCOMPARE(order({0, 20, 40, {1, 2, 0}, 0}), std::string("0 25"));
        QCOMPARE(order({0, 10, 2, {60, 1, 0}, 0}), std::string("0 50"));
        QCOMPARE(order({0, 99, 2, {-90, 1, 0}, 0}), std::string("75 0"));
        QCOMPARE(order({0, 30, 99, {0, 1, 0}, 0}), std::string("25"));
        // A held picture is decoded from one Object, however long it is.
        Scene scene({50, 1}, {{0, 30, 99, {0, 1, 0}, 0}});
        int opened = 0;
        scene.store.onOpen = [&](const std::string&) { ++opened; };
        auto profiles = smallProfiles();
        profiles.resize(1);
        QTemporaryDir folder;
        const auto outcome = runConform(scene.prepared(profiles).plan, profiles, scene.store,
                                        folder.path().toStdString(), {}, {});
        QVERIFY(!outcome.failure);
        QCOMPARE(opened, 1);
    }

    void tooLittleMediaIsSaidInFramesOfTheSequence() {
        Scene scene({50, 1}, {{0, 10, 20, {-1, 2, 1}, 0}});
        QVERIFY(scene.prepared(smallProfiles()).problems.empty());
        Scene beyond({50, 1}, {{0, 5, 20, {-1, 2, 1}, 0}});
        const auto problems = beyond.prepared(smallProfiles()).problems;
        QVERIFY(!problems.empty());
        QVERIFY(problems.front().summary.find("CAM 1 has no picture from") == 0);
        // The coming clip needs 6 frames at half its speed before its first one, and there are 2 pictures.
        Scene handles({50, 1}, {{1, 10, 30, {1, 1, 0}, 0}, {0, 2, 30, {1, 2, 0}, 6}});
        const auto lacking = handles.prepared(smallProfiles()).problems;
        QCOMPARE(lacking.size(), std::size_t{1});
        QVERIFY2(lacking.front().summary.find("needs 2 more frames") != std::string::npos,
                 lacking.front().summary.c_str());
    }

    void damagedSpeedsOfAJobAreRefused() {
        Scene scene({50, 1}, parts);
        const auto text = planToJson(scene.prepared(smallProfiles()).plan);
        const auto with = [&](auto change) {
            auto json = nlohmann::json::parse(text);
            change(json);
            return planFromJson(json.dump()).ok();
        };
        QVERIFY(with([](auto&) {}));
        QVERIFY(!with([](auto& j) { j["picture"][0]["speed"] = {1, 0, 0}; }));
        QVERIFY(!with([](auto& j) { j["picture"][0]["speed"] = {1, 2, 2}; }));
        QVERIFY(!with([](auto& j) { j["picture"][0]["speed"] = {2, 1, 0}; }));
        QVERIFY(!with([](auto& j) { j["picture"][0]["speed"] = "1/2"; }));
        QVERIFY(!with([](auto& j) { j["picture"][0]["held_from"] = 7; }));
        QVERIFY(!with([](auto& j) { j["sound"][0]["spans"][0]["speed"] = {0, 1, 0}; }));
        QVERIFY(!with([](auto& j) { j["sound"][0]["spans"][0]["held_from"] = 7; }));
    }
};

QTEST_APPLESS_MAIN(TestConformSpeed)
#include "test_speed.moc"
