#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/conform/sound_source.h"
#include "core/media/decoder.h"
#include "core/render/sound.h"
#include "core/timeline/edits.h"
#include "core/timeline/index.h"
#include "core/timeline/sound_effects.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cutaway;
using namespace cutaway::conform;
using namespace cutaway::timeline;
using fixtures::MemoryStore;

namespace {

constexpr std::int64_t frames = 80;
constexpr std::int64_t samples = 960 * frames;
constexpr std::int64_t firstFrame = 10; ///< of the angle, that the clip begins with

/// The gain that the test gives, reckoned from the numbers that it was told.
double gainFor(std::int64_t sample) {
    constexpr std::int64_t a = 5'000, b = 17'001, c = 40'000;
    const double decibels = sample < a   ? -6.0
                            : sample < b ? -6.0 - 18.0 * static_cast<double>(sample - a) / (b - a)
                            : sample < c ? -24.0 + 24.0 * static_cast<double>(sample - b) / (c - b)
                                         : 0.0;
    return std::pow(10.0, decibels / 20);
}

struct Scene {
    MemoryStore store;
    std::vector<SourceMedia> angles;
    Sequence sequence;

    Scene() {
        angles.push_back(store.add({"CAM 1", 1, {50, 1}, 480, 270, 100, 25}));
        sequence = emptySequence("Levels", {50, 1}, false);
        fixtures::append(sequence, angles[0], firstFrame, frames);
        const Uuid sound = clipAt(sequence, 1, 0)->clip->id;
        for (const auto& [unit, value] :
             {std::pair(5'000, -600), std::pair(17'001, -2400), std::pair(40'000, 0)})
            take(setGainKeyframe(sequence, sound, unit, value));
        SoundSettings settings;
        settings.pan = 60;
        settings.left = 2; // the sides change places
        settings.right = 1;
        take(setSound(sequence, {sound}, settings));
        // Cut where it goes down, and where it goes up: nothing of that is heard.
        take(razor(sequence, 9, {}));
        take(razor(sequence, 33, {}));
    }
    void take(const Result<Change>& change) {
        if (!change.ok())
            qFatal("%s", change.error().message.c_str());
        sequence = **apply(sequence, *change);
    }
    std::vector<double> expected() const {
        const auto raw = test::testSound(2, 960 * firstFrame, samples, 1);
        std::vector<double> heard;
        for (std::size_t k = 0; k < samples; ++k) {
            const double gain = gainFor(static_cast<std::int64_t>(k));
            heard.push_back(raw.samples[2 * k + 1] * gain * std::cos(M_PI / 2 * 0.6));
            heard.push_back(raw.samples[2 * k] * gain);
        }
        return heard;
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
};

std::vector<Profile> soundProfile() {
    auto profiles = readProfiles(CUTAWAY_SOURCE_DIR "/resources/profiles").value();
    std::erase_if(profiles, [](const Profile& profile) { return profile.intraClass == 0; });
    for (Profile& profile : profiles) {
        profile.width = 480;
        profile.height = 270;
        profile.preset = "ultrafast";
        profile.intraClass = 0; // AVC Intra classes have fixed sizes
        profile.videoCodec = media::VideoCodec::H264;
        profile.crf = 30;
        profile.maxKilobits = 80000;
        profile.bufferKilobits = 80000;
        profile.gopMilliseconds = 1;
        profile.bFrames = 0;
    }
    return profiles;
}

} // namespace

/// Gain keyframes, pan and channels in what is delivered.
class TestSoundEffects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePlanKeepsThem() {
        const Scene scene;
        const ConformPlan plan = scene.plan(soundProfile());
        QCOMPARE(plan.sound.at(0).spans.size(), std::size_t(3));
        QCOMPARE(plan.sound.at(0).spans.at(0).sound->pan, 60);
        QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
        // Each part counts its keyframes from its own first sample.
        QCOMPARE(plan.sound.at(0).spans.at(1).sound->gain.keys.at(1).unit, 17'001 - 9 * 960);
        QVERIFY(!planFromJson(QString::fromStdString(planToJson(plan))
                                  .replace(QStringLiteral("\"pan\":60"), QStringLiteral("\"pan\":600"))
                                  .toStdString())
                     .ok());
    }
    void whatGoesToTheEncoderIsTheMixOfTheViewer() {
        Scene scene;
        const ConformPlan plan = scene.plan(soundProfile());
        RunState state({});
        SoundSource source(plan, scene.store, state);
        // As a viewer asks: 40 ms at a time, from the sequence and not from the plan.
        const auto raw = test::testSound(2, 0, 100 * 960, 1);
        const std::int64_t origin = scene.angles[0].clock.audio().originUnit();
        for (std::int64_t first = 0; first < samples; first += 1920) {
            std::vector<render::SoundInput> inputs;
            const auto pieces = render::planSound(scene.sequence, first, 1920);
            for (const auto& piece : pieces)
                inputs.push_back({piece.recordSample, 2,
                                  std::span(raw.samples)
                                      .subspan(static_cast<std::size_t>(piece.sourceSample - origin) * 2,
                                               static_cast<std::size_t>(piece.count) * 2),
                                  render::SoundSide::Both, piece.clip->gain, piece.fade,
                                  piece.clip->sound.get(), piece.clipUnit});
            const auto delivered = source.read(first, 1920);
            QVERIFY(delivered);
            QCOMPARE(delivered->samples, render::mixSound(inputs, first, 1920));
        }
    }
    void theDeliveredFileSoundsLikeIt() {
        Scene scene;
        const auto profiles = soundProfile();
        QTemporaryDir folder;
        const auto outcome = runConformJob(conformWork(scene.plan(profiles), {profiles.front().id}), profiles,
                                           scene.store, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        const auto wanted = scene.expected();
        const auto file = media::fileSource(outcome.files.front().path).value();
        for (const std::size_t channel : {0u, 1u}) {
            auto decoder = media::AudioDecoder::open(file, static_cast<int>(channel)).value();
            const auto heard = decoder.read(0, samples).value();
            QCOMPARE(heard.frames(), samples);
            double most = 0;
            for (std::size_t k = 0; k < samples; ++k)
                most = std::max(most, std::abs(heard.samples[k] - wanted[2 * k + channel]));
            QVERIFY2(most <= 1024, qPrintable(QString::number(most))); // four steps of the file's 24 bits
        }
    }
};

QTEST_APPLESS_MAIN(TestSoundEffects)
#include "test_sound_effects.moc"
