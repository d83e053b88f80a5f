#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/picture_source.h"
#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/media/decoder.h"
#include "core/render/compositor.h"
#include "core/render/mix.h"
#include "core/render/sound.h"
#include "core/timeline/transitions.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace cutaway::conform;
using fixtures::clipOf;
using fixtures::MemoryStore;
using timeline::Transition;
using timeline::TransitionKind;

namespace {

constexpr int width = 480;
constexpr int height = 270;
constexpr std::int64_t each = 30; ///< frames of every clip

/// One of the clips that follow each other: 30 frames, and how it begins.
struct Part {
    std::size_t angle;
    std::int64_t offset; ///< of its first frame
    Transition head;
    int gain;
};

const std::vector<Part> parts{{0, 20, {TransitionKind::Dissolve, 0, 5}, 0},
                              {1, 40, {TransitionKind::Dissolve, 6, 7}, -600},
                              {0, 60, {TransitionKind::Dip, 8, 3}, 0},
                              {2, 25, {TransitionKind::Wipe, 5, 10}, 350}};
const Transition tail{TransitionKind::Dissolve, 9, 0};
constexpr std::int64_t frames = 4 * each;

struct Scene {
    FrameRate rate;
    MemoryStore store;
    std::vector<SourceMedia> angles;
    timeline::Sequence sequence;
    std::map<std::pair<std::size_t, std::int64_t>, media::VideoFramePtr> decoded;

    explicit Scene(FrameRate r)
        : rate(r) {
        for (std::uint32_t n = 1; n <= 3; ++n)
            angles.push_back(store.add({"CAM " + std::to_string(n), n, rate, width, height, 100, 25}));
        sequence = timeline::emptySequence("Mixed", rate, rate.allowsDropFrame());
        timeline::Track video = *sequence.tracks[0];
        timeline::Track audio = *sequence.tracks[1];
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Part& part = parts[i];
            timeline::Clip clip = clipOf(angles[part.angle], part.offset, each);
            clip.head = part.head;
            if (i + 1 == parts.size())
                clip.tail = tail;
            video.items.push_back(timeline::Item::of(clip));
            const std::int64_t record = each * static_cast<std::int64_t>(i);
            clip.mediaRate = sampleRate48k;
            clip.in = angles[part.angle].clock.audio().originUnit() + samplesAtFrame(part.offset, rate);
            clip.duration = at(record + each) - at(record);
            clip.head = Transition{part.head.kind, at(record) - at(record - part.head.before),
                                   at(record + part.head.after) - at(record)};
            if (clip.tail)
                clip.tail->before = at(record + each) - at(record + each - tail.before);
            clip.gain = part.gain;
            audio.items.push_back(timeline::Item::of(clip));
        }
        QVERIFY(timeline::transitionsFit(video.items) && timeline::transitionsFit(audio.items));
        sequence.tracks[0] = std::make_shared<const timeline::Track>(video);
        sequence.tracks[1] = std::make_shared<const timeline::Track>(audio);
    }
    std::int64_t at(std::int64_t frame) const { return samplesAtFrame(frame, rate); }

    ConformPlan plan(const std::vector<Profile>& profiles) const {
        const auto map = fixtures::mapOf(angles);
        auto prepared = prepareConform(
            sequence, profiles, [&](const Uuid& id) -> Result<SourceMedia> { return map.at(id); },
            store.lookup());
        if (!prepared.ok() || !prepared->problems.empty())
            qFatal("the scene cannot be planned");
        return prepared->plan;
    }
    /// A frame of a master, decoded by itself.
    media::VideoFramePtr master(std::size_t angle, std::int64_t offset) {
        auto& kept = decoded[{angle, offset}];
        if (!kept) {
            const std::string id = angles[angle].label + " video " + std::to_string(offset / 25 * 25);
            auto decoder = media::VideoDecoder::open(media::memorySource(store.objects.at(id))).value();
            kept = decoder.frameAt(offset % 25).value();
        }
        return kept;
    }
    /// What a frame of the delivery has to be, worked out from the edit and not from the plan.
    media::VideoFramePtr expected(std::int64_t frame, const render::Canvas& canvas) {
        const auto seen = [&](std::size_t i) {
            const std::int64_t offset = parts[i].offset + frame - each * static_cast<std::int64_t>(i);
            return render::compose(std::vector{render::Picture{master(parts[i].angle, offset), {}}}, canvas)
                .value();
        };
        if (frame >= frames - tail.before)
            return render::mix(seen(3), nullptr, {tail.kind, true, frame - frames + tail.before, tail.before},
                               canvas);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Transition& head = parts[i].head;
            const std::int64_t cut = each * static_cast<std::int64_t>(i);
            if (frame >= cut - head.before && frame < cut + head.after)
                return render::mix(i > 0 ? seen(i - 1) : nullptr, seen(i),
                                   {head.kind, true, frame - cut + head.before, head.duration()}, canvas);
        }
        return seen(static_cast<std::size_t>(frame / each));
    }
    bool isMixed(std::int64_t frame) const {
        bool mixed = frame >= frames - tail.before;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::int64_t cut = each * static_cast<std::int64_t>(i);
            mixed = mixed || (frame >= cut - parts[i].head.before && frame < cut + parts[i].head.after);
        }
        return mixed;
    }
    /// The same for the sound: each clip's own samples, at its gain, in and out by the law of the mixer.
    std::vector<std::int32_t> expectedSound() const {
        std::vector<double> sum(static_cast<std::size_t>(at(frames)) * 2, 0);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::int64_t record = each * static_cast<std::int64_t>(i);
            const Transition& head = parts[i].head;
            const bool last = i + 1 == parts.size();
            const Transition& out = last ? tail : parts[i + 1].head;
            const std::int64_t first = at(record - head.before);
            const std::int64_t end = at(record + each + out.after);
            const auto sound =
                test::testSound(2, samplesAtFrame(parts[i].offset, rate) - (at(record) - first), end - first,
                                static_cast<std::uint32_t>(parts[i].angle + 1));
            const auto share = [](std::int64_t k, std::int64_t n) {
                return std::sin(M_PI / 2 * static_cast<double>(2 * k + 1) / static_cast<double>(2 * n));
            };
            const std::int64_t in = at(record + head.after);
            const std::int64_t away = at(record + each - out.before);
            for (std::int64_t s = first; s < end; ++s) {
                double level = std::pow(10.0, parts[i].gain / 2000.0);
                if (s < in)
                    level *= share(s - first, in - first);
                if (s >= away)
                    level *= share(end - 1 - s, end - away);
                for (std::size_t channel : {0u, 1u})
                    sum[static_cast<std::size_t>(s) * 2 + channel] +=
                        level * sound.samples[static_cast<std::size_t>(s - first) * 2 + channel];
            }
        }
        std::vector<std::int32_t> samples(sum.size());
        std::transform(sum.begin(), sum.end(), samples.begin(), [](double value) {
            return static_cast<std::int32_t>(std::clamp(value, -2147483648.0, 2147483647.0));
        });
        return samples;
    }
};

std::vector<Profile> smallProfiles() {
    auto profiles = readProfiles(CUTAWAY_SOURCE_DIR "/resources/profiles").value();
    for (Profile& profile : profiles) {
        profile.width = width;
        profile.height = height;
        profile.preset = "ultrafast";
        profile.crf = 8;
        profile.maxKilobits = 80000;
        profile.bufferKilobits = 80000;
        if (profile.intraClass != 0) { // AVC Intra classes have fixed sizes
            profile.intraClass = 0;
            profile.videoCodec = media::VideoCodec::H264;
            profile.gopMilliseconds = 1;
            profile.bFrames = 0;
        }
    }
    return profiles;
}

/// Luma codes by which two pictures differ on average, in hundredths.
std::int64_t difference(const media::VideoFrame& a, const media::VideoFrame& b) {
    std::int64_t sum = 0;
    for (int y = 0; y < height; ++y) {
        const auto* one = reinterpret_cast<const std::uint16_t*>(a.planes[0] + y * a.strides[0]);
        const auto* other = reinterpret_cast<const std::uint16_t*>(b.planes[0] + y * b.strides[0]);
        for (int x = 0; x < width; ++x)
            sum += std::abs(one[x] - other[x]);
    }
    return sum * 100 / (width * height);
}

std::int64_t wrongSamples(const media::VideoFrame& a, const media::VideoFrame& b) {
    std::int64_t wrong = 0;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int rows = plane == 0 || chromaShiftY(a.format) == 0 ? a.height : (a.height + 1) / 2;
        const int columns = plane == 0 ? a.width : a.width / 2;
        for (int y = 0; y < rows; ++y)
            wrong +=
                std::memcmp(a.planes[plane] + y * a.strides[plane], b.planes[plane] + y * b.strides[plane],
                            static_cast<std::size_t>(columns) * 2) != 0
                    ? 1
                    : 0;
    }
    return wrong;
}

} // namespace

class TestTransitions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatGoesToTheEncoderIsTheMixValueByValue() {
        Scene scene({50, 1});
        const auto profiles = smallProfiles();
        const ConformPlan plan = scene.plan(profiles);
        QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
        RunState state({});
        PictureSource pictures(plan, scene.store, state, 1);
        std::int64_t next = 0;
        const bool all = pictures.run([&](std::int64_t record, const std::vector<render::Picture>& layers) {
            if (record != next++)
                return false;
            for (const Profile& profile : profiles) { // 4:2:0 and 4:2:2
                const auto canvas = canvasOf(profile);
                const auto made = render::compose(layers, canvas).value();
                if (wrongSamples(*made, *scene.expected(record, canvas)) != 0) {
                    qWarning("frame %lld is wrong", static_cast<long long>(record));
                    return false;
                }
            }
            return true;
        });
        QVERIFY(all);
        QCOMPARE(next, frames);
    }

    void theDeliveredFilesShowAndSoundLikeIt_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94") << 60000 << 1001;
    }
    void theDeliveredFilesShowAndSoundLikeIt() {
        QFETCH(int, num);
        QFETCH(int, den);
        Scene scene({num, den});
        const auto profiles = smallProfiles();
        QTemporaryDir folder;
        const auto outcome =
            runConformJob(conformWork(scene.plan(profiles), {"hevc-hlg-mp4", "xavc-i300-mxf"}), profiles,
                          scene.store, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        QCOMPARE(outcome.files.size(), std::size_t{2});
        std::int64_t mixed = 0;
        for (std::int64_t frame = 0; frame < frames; ++frame)
            mixed += scene.isMixed(frame) ? 1 : 0;
        for (std::size_t f = 0; f < 2; ++f) {
            const DeliveredFile& file = outcome.files[f];
            const auto canvas = canvasOf(profiles[f]);
            auto decoder = media::VideoDecoder::open(media::fileSource(file.path).value()).value();
            std::int64_t good = 0;
            const auto done = decoder.decodeRange(0, -1, [&](std::int64_t index, media::VideoFramePtr frame) {
                // Nearer to its own mix than to those of its neighbours, whose shares are one step away.
                const auto own = difference(*frame, *scene.expected(index, canvas));
                if (own > 400)
                    qWarning("frame %lld is off by %lld", static_cast<long long>(index),
                             static_cast<long long>(own));
                bool right = own <= 400;
                if (scene.isMixed(index) && index > 0 && index + 1 < frames)
                    right = right && own < difference(*frame, *scene.expected(index - 1, canvas)) &&
                            own < difference(*frame, *scene.expected(index + 1, canvas));
                good += right ? 1 : 0;
                return right;
            });
            QVERIFY(done.ok());
            QCOMPARE(good, frames);
            QCOMPARE(file.check.ids.rendered, mixed);
            QCOMPARE(file.check.ids.stepsBroken, 0);
            QCOMPARE(file.check.ids.readable, frames - mixed);
        }
        const auto report = nlohmann::json::parse(outcome.resultJson);
        QCOMPARE(report.at("rendered_frames").get<std::int64_t>(), mixed);
        const auto& row = report.at("report").at(2); // the dissolve from CAM 1 to CAM 2
        QCOMPARE(row.at("record_frame").get<std::int64_t>(), each - 6);
        QCOMPARE(row.at("source_frame").get<std::int64_t>(),
                 scene.angles[0].clock.originUnit() + 20 + each - 6);
        QCOMPARE(row.at("mixed_with").at(0).at("source_frame").get<std::int64_t>(),
                 scene.angles[1].clock.originUnit() + 40 - 6);
        QCOMPARE(row.at("mixed_with").at(0).at("transition").at("kind").get<std::string>(),
                 std::string("dissolve"));

        const auto wanted = scene.expectedSound();
        const auto source = media::fileSource(outcome.files[1].path).value();
        for (int channel : {0, 1}) {
            auto decoder = media::AudioDecoder::open(source, channel).value();
            const auto heard = decoder.read(0, scene.at(frames)).value();
            std::int64_t most = 0;
            for (std::size_t k = 0; k < heard.samples.size(); ++k)
                most =
                    std::max<std::int64_t>(most, std::abs(std::int64_t{heard.samples[k]} -
                                                          wanted[k * 2 + static_cast<std::size_t>(channel)]));
            QVERIFY2(most <= 512, qPrintable(QString::number(most))); // two steps of the file's 24 bits
        }
    }

    void aMissingMasterIsNamed() {
        Scene scene({50, 1});
        auto profiles = smallProfiles();
        profiles.resize(1);
        const ConformPlan plan = scene.plan(profiles);
        scene.store.objects.erase("CAM 2 video 25"); // first needed by the dissolve, from frame 34 on
        QTemporaryDir folder;
        const auto outcome = runConform(plan, profiles, scene.store, folder.path().toStdString(), {}, {});
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->recordFrame, std::optional<std::int64_t>(each - 6));
        QVERIFY(outcome.failure->error.message.find("CAM 2") != std::string::npos);
        QCOMPARE(outcome.failure->clipId, plan.picture.at(2).over.at(0).clipId);
    }
};

QTEST_APPLESS_MAIN(TestTransitions)
#include "test_transitions.moc"
