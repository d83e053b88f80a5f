#include "master_fixtures.h"
#include "plan_fixtures.h"

#include "core/conform/prepare.h"
#include "core/conform/run.h"
#include "core/media/decoder.h"
#include "core/media/probe.h"

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
};

QTEST_APPLESS_MAIN(TestUhd)
#include "test_uhd.moc"
