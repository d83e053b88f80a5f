#include "plan_fixtures.h"

#include "core/conform/prepare.h"
#include "core/conform/profiles.h"
#include "core/conform/run_progress.h"

#include <QTest>
#include <random>

using namespace cutaway;
using namespace cutaway::conform;

namespace {

std::vector<Profile> shipped() {
    return readProfiles(CUTAWAY_SOURCE_DIR "/resources/profiles").value();
}

const char* const smallest = R"({"id": "small", "name": "Small", "description": "d", "extension": "mp4",
    "container": "mp4",
    "video": {"codec": "hevc", "width": 320, "height": 180, "format": "yuv420p10", "primaries": 9,
              "transfer": 18, "matrix": 9, "full_range": false, "rates": ["50/1"], "preset": "ultrafast",
              "crf": 20, "max_kilobits": 1000, "buffer_kilobits": 1000, "gop_milliseconds": 500, "b_frames": 2},
    "audio": {"codec": "aac", "tracks": 1, "channels": 2, "kilobits": 128},
    "estimate": {"kilobits_per_second": 1000, "milliseconds_per_frame": 5,
                 "check_milliseconds_per_frame": 2}})";

std::string with(const std::string& from, const std::string& to) {
    std::string text = smallest;
    const auto at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

} // namespace

class TestProfiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedOnesAreRead() {
        const auto profiles = shipped();
        QCOMPARE(profiles.size(), std::size_t{2});
        QCOMPARE(profiles[0].id, std::string("hevc-hlg-mp4"));
        QCOMPARE(profiles[1].id, std::string("xavc-i300-mxf"));
        QCOMPARE(profiles[1].intraClass, 300);
        for (const Profile& profile : profiles) {
            QCOMPARE(profile.colour, media::Colour::hlg());
            QVERIFY(profilesToJson(profiles).find(profile.id) != std::string::npos);
        }
        ConformPlan plan;
        plan.rate = {60000, 1001};
        plan.dropFrame = true;
        const auto settings = writerSettings(profiles[0], plan);
        QCOMPARE(settings.video->gop, 30);
        QVERIFY(settings.timecode->format.dropFrame);
        plan.rate = {50, 1};
        QCOMPARE(writerSettings(profiles[0], plan).video->gop, 25);
    }

    void wrongOnesAreRefusedInWords() {
        QVERIFY(readProfile(smallest).ok());
        for (const auto& text :
             {with("320", "321"), with("\"hevc\"", "\"vp9\""),
              with("\"mp4\",\n    \"video\"", "\"mxf\",\n    \"video\""), with("\"small\"", "\"../small\""),
              with("\"50/1\"", "\"50\""), with("\"50/1\"", "\"0/0\""), with("\"crf\": 20", "\"crf\": 1e9"),
              with("ultrafast", "--exec"), with("\"aac\"", "\"mp3\""), std::string("{"), std::string()}) {
            const auto profile = readProfile(text);
            QVERIFY(!profile);
            QVERIFY(profile.error().message.find("cannot be used") != std::string::npos);
        }
    }

    void aRateThatAFormatCannotTakeIsSaid() {
        ConformPlan plan;
        plan.rate = {30, 1};
        const auto problems = checkProfile(plan, shipped()[1]);
        QCOMPARE(problems.size(), std::size_t{1});
        QVERIFY(problems[0].summary.find("cannot be made at 30") != std::string::npos);
        QVERIFY(checkProfile(plan, shipped()[0]).empty());
    }

    void anotherColourSpaceIsRefusedOnItsClip() {
        auto source = fixtures::sourceOf("CAM 4", {50, 1}, 100);
        source.flows[1].colour = media::Colour::sdr();
        auto sequence = timeline::emptySequence("Cut", {50, 1}, false);
        fixtures::append(sequence, source, 0, 10);
        const auto profiles = shipped();
        const auto prepared = prepareConform(
            sequence, profiles, [&](const Uuid&) -> Result<SourceMedia> { return source; },
            [](const Uuid&, const TimeRange&) -> Result<std::vector<SegmentView>> {
                return std::vector<SegmentView>{};
            });
        QVERIFY(prepared.ok());
        QCOMPARE(prepared->problems.size(), std::size_t{2}); // one for each format
        QVERIFY(prepared->problems[0].summary.find("CAM 4 is in another colour space") != std::string::npos);
    }

    void estimatesGrowWithLengthAndAddUp() {
        const auto profiles = shipped();
        const auto both = estimate(1000, {50, 1}, profiles);
        QCOMPARE(both.size(), std::size_t{2});
        QVERIFY(both[1].bytes > both[0].bytes * 10);
        // XAVC Intra class 300 has a fixed size: 1 260 032 bytes a frame and the sound.
        const double perFrame = static_cast<double>(both[1].bytes) / 1000;
        QVERIFY(perFrame > 1'260'032 && perFrame < 1'280'000);
        QVERIFY(estimate(2000, {50, 1}, profiles)[0].seconds >= 2 * both[0].seconds - 1);
        QVERIFY(estimate(0, {50, 1}, profiles).empty());
    }

    void theCheckOfTheFileTakesItsShareOfTheTime() {
        Profile profile = *readProfile(smallest);
        const std::int64_t seconds = estimate(100'000, {50, 1}, {profile})[0].seconds;
        profile.checkMillisecondsPerFrame += 100;
        QCOMPARE(estimate(100'000, {50, 1}, {profile})[0].seconds, seconds + 10'000);

        profile.checkMillisecondsPerFrame = static_cast<int>(costPerFrame({profile}).render);
        std::vector<Progress> seen;
        RunCallbacks callbacks;
        callbacks.progress = [&](const Progress& progress) { seen.push_back(progress); };
        RunProgress progress(callbacks, 100, {profile, profile});
        progress.assembling();
        progress.checking(0, 0);
        progress.checking(1, 0);
        QCOMPARE(seen.size(), std::size_t{3});
        const RunCost cost = costPerFrame({profile, profile});
        const std::int64_t whole = cost.render + 2 * cost.check[0];
        QCOMPARE(std::int64_t{seen[0].percent}, cost.render * 100 / whole);
        QCOMPARE(seen[1].percent, seen[0].percent);
        QCOMPARE(std::int64_t{seen[2].percent}, (cost.render + cost.check[0]) * 100 / whole);
        QVERIFY(seen[0].percent < 40); // of three equal parts, the first and a little
    }
};

QTEST_APPLESS_MAIN(TestProfiles)
#include "test_profiles.moc"
