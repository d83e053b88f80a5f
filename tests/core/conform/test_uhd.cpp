#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/media/decoder.h"
#include "core/media/probe.h"
#include "core/render/compositor.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cutaway;
using namespace cutaway::conform;

/// The shipped formats at their real size, with few pictures: UHD is slow to encode.
class TestUhd : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedFormatsAreWhatTheySay() {
        const FrameRate rate{60000, 1001};
        fixtures::MemoryStore store;
        const auto one = store.add({"CAM 1", 1, rate, 3840, 2160, 4, 4});
        const auto two = store.add({"CAM 2", 2, rate, 3840, 2160, 4, 4});
        auto sequence = timeline::emptySequence("UHD", rate, true);
        fixtures::append(sequence, one, 1, 2);
        fixtures::append(sequence, two, 2, 2);
        const auto profiles = readProfiles(CUTAWAY_SOURCE_DIR "/resources/profiles").value();
        const auto map = fixtures::mapOf({one, two});
        const auto prepared = prepareConform(
            sequence, profiles, [&](const Uuid& id) -> Result<SourceMedia> { return map.at(id); },
            store.lookup());
        QVERIFY(prepared.ok() && prepared->problems.empty());
        QTemporaryDir folder;
        const auto outcome = runConform(prepared->plan, profiles, store, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        QCOMPARE(outcome.files.size(), std::size_t{2});
        for (const DeliveredFile& file : outcome.files) {
            const auto source = media::fileSource(file.path).value();
            const auto info = media::probe(source).value();
            QCOMPARE(info.video->width, 3840);
            QCOMPARE(info.video->height, 2160);
            QCOMPARE(info.video->bits, 10);
            QCOMPARE(info.video->colour, media::Colour::hlg());
            QCOMPARE(info.video->rate, rate);
            QCOMPARE(info.video->timecode, std::string("01:00:00;00"));
            QCOMPARE(info.video->frames, 4);
            const bool mxf = file.profile == "xavc-i300-mxf";
            QCOMPARE(info.video->codec, std::string(mxf ? "h264" : "hevc"));
            QCOMPARE(info.video->profile, std::string(mxf ? "High 4:2:2 Intra" : "Main 10"));
            QCOMPARE(info.audio.size(), std::size_t(mxf ? 2 : 1));
            auto decoder = media::VideoDecoder::open(source).value();
            const std::vector<media::FrameId> wanted{{1, 1}, {1, 2}, {2, 2}, {2, 3}};
            for (std::size_t k = 0; k < wanted.size(); ++k)
                QCOMPARE(media::readFrameId(*decoder.frameAt(static_cast<std::int64_t>(k)).value()),
                         wanted[k]);
        }
        // A picture of class 300 has one size, whatever it shows.
        QVERIFY(outcome.files[1].size > 4 * 1'260'000 && outcome.files[1].size < 4 * 1'320'000);
    }

    void mastersAreMixedAtFullSize() {
        const FrameRate rate{50, 1};
        fixtures::MemoryStore store;
        const auto one = store.add({"CAM 1", 1, rate, 3840, 2160, 4, 4});
        const auto two = store.add({"CAM 2", 2, rate, 3840, 2160, 4, 4});
        auto sequence = timeline::emptySequence("UHD", rate, false);
        fixtures::append(sequence, one, 0, 2);
        fixtures::append(sequence, two, 2, 2);
        auto video = *sequence.tracks[0];
        auto clip = *video.items[1].clip;
        clip.head = timeline::Transition{timeline::TransitionKind::Dissolve, 1, 1};
        video.items[1] = timeline::Item::of(clip);
        sequence.tracks[0] = std::make_shared<const timeline::Track>(video);
        auto profiles = readProfiles(CUTAWAY_SOURCE_DIR "/resources/profiles").value();
        const auto map = fixtures::mapOf({one, two});
        const auto prepared = prepareConform(
            sequence, profiles, [&](const Uuid& id) -> Result<SourceMedia> { return map.at(id); },
            store.lookup());
        QVERIFY(prepared.ok() && prepared->problems.empty());
        QTemporaryDir folder;
        const auto outcome = runConform(prepared->plan, profiles, store, folder.path().toStdString(), {}, {});
        if (outcome.failure)
            QFAIL(outcome.failure->error.message.c_str());
        const auto master = [&](const char* id, std::int64_t frame) {
            auto decoder = media::VideoDecoder::open(media::memorySource(store.objects.at(id))).value();
            return decoder.frameAt(frame).value();
        };
        for (const DeliveredFile& file : outcome.files) {
            QCOMPARE(file.check.ids.rendered, 2);
            auto decoder = media::VideoDecoder::open(media::fileSource(file.path).value()).value();
            QCOMPARE(media::readFrameId(*decoder.frameAt(0).value()), (media::FrameId{1, 0}));
            QCOMPARE(media::readFrameId(*decoder.frameAt(3).value()), (media::FrameId{2, 3}));
            for (std::int64_t step : {0, 1}) {
                const auto made = decoder.frameAt(1 + step).value();
                const render::Canvas canvas{3840, 2160, made->format, made->colour};
                const auto expected = render::compose(
                    std::vector{
                        render::Picture{master("CAM 1 video 0", 1 + step), {}},
                        render::Picture{master("CAM 2 video 0", 1 + step),
                                        render::FadeStep{timeline::TransitionKind::Dissolve, true, step, 2}}},
                    canvas);
                std::int64_t off = 0;
                for (int y = 0; y < 2160; ++y) {
                    const auto* a =
                        reinterpret_cast<const std::uint16_t*>(made->planes[0] + y * made->strides[0]);
                    const auto* b = reinterpret_cast<const std::uint16_t*>((*expected)->planes[0] +
                                                                           y * (*expected)->strides[0]);
                    for (int x = 0; x < 3840; ++x)
                        off += std::abs(a[x] - b[x]);
                }
                QVERIFY2(off < 3840 * 2160 * 8, qPrintable(QString::number(off / 3840 / 2160)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestUhd)
#include "test_uhd.moc"
