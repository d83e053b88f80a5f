#include "core/demo/hlg.h"
#include "core/demo/sound.h"
#include "core/demo/tile.h"

#include <QTest>

#include <cmath>

using namespace cutaway;
using namespace cutaway::demo;

class TestSignal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // BT.2408: SDR white is 75 % HLG, code 721; 1000 cd/m2 is the top of the range.
    void whiteIsReferenceWhite() {
        const Ycc white = toYcc(Light{1, 1, 1});
        QCOMPARE(std::lround(lumaCode(white.y)), 721L);
        QVERIFY(std::abs(white.cb) < 1e-3F && std::abs(white.cr) < 1e-3F);
        const float peak = 1 / 0.203F;
        QCOMPARE(std::lround(lumaCode(toYcc(Light{peak, peak, peak}).y)), 940L);
        QCOMPARE(std::lround(lumaCode(toYcc(Light{}).y)), 64L);
        // 26 cd/m2 is 38 % HLG, code 397.
        const float grey = 26.0F / 203.0F;
        QVERIFY(std::abs(lumaCode(toYcc(Light{grey, grey, grey}).y) - 397) < 1.5F);
    }

    void aTileCoversWhatItLiesOn() {
        media::WritableFrame frame =
            media::allocateFrame(64, 32, media::PixelFormat::Yuv420p10, media::Colour::hlg());
        const auto luma = [&](int x, int y) {
            return reinterpret_cast<std::uint16_t*>(frame.planes[0] + y * frame.frame.strides[0])[x];
        };
        for (std::size_t plane = 0; plane < 3; ++plane)
            for (int y = 0; y < (plane ? 16 : 32); ++y) {
                auto* row =
                    reinterpret_cast<std::uint16_t*>(frame.planes[plane] + y * frame.frame.strides[plane]);
                std::fill(row, row + (plane ? 32 : 64), std::uint16_t(plane ? 512 : 64));
            }
        Tile tile(-4, -4, 20, 20); // partly outside: what is outside is cut off
        for (int y = 0; y < tile.height(); ++y)
            for (int x = 0; x < tile.width(); ++x)
                Tile::blend(tile.row(y)[x], toYcc(Light{1, 1, 1}), 1);
        tile.compose(frame);
        QVERIFY(std::abs(luma(0, 0) - 721) <= 1);
        QVERIFY(std::abs(luma(10, 10) - 721) <= 1);
        QCOMPARE(luma(30, 10), std::uint16_t(64));
        tile.moveTo(40, 8);
        tile.compose(frame, 0.5F);
        QVERIFY(std::abs(luma(44, 12) - (64 + 721) / 2) <= 2);
    }

    void toneStartsOnItsSample_data() {
        QTest::addColumn<int>("angle");
        for (std::size_t i = 0; i < angles().size(); ++i)
            QTest::addRow("%s", angles()[i].file.c_str()) << static_cast<int>(i);
    }

    void toneStartsOnItsSample() {
        QFETCH(int, angle);
        const AngleSpec& spec = angles()[static_cast<std::size_t>(angle)];
        SoundTrack track(spec);
        const std::int64_t total = samplesAtFrame(spec.frames, spec.rate);
        media::AudioBlock sound;
        sound.samples.reserve(static_cast<std::size_t>(2 * total));
        for (std::int64_t done = 0; done < total; done += 1001) { // uneven pieces give the same sound
            const auto block = track.next(std::min<std::int64_t>(1001, total - done));
            sound.samples.insert(sound.samples.end(), block.samples.begin(), block.samples.end());
        }
        QCOMPARE(sound.frames(), total);
        // Where the tone is expected, a sine of its frequency and phase explains the sound; a millisecond
        // earlier it does not.
        for (std::int64_t frame = 2 * spec.rate.timecodeBase(); frame < spec.frames;
             frame += spec.rate.timecodeBase()) {
            const std::int64_t start = samplesAtFrame(frame, spec.rate);
            if (start + tone::length > total)
                break;
            const auto projection = [&](std::int64_t from, std::int64_t count) {
                double sum = 0;
                for (std::int64_t i = 0; i < count; ++i)
                    sum += sound.samples[static_cast<std::size_t>(2 * (from + i))] / 2147483648.0 *
                           std::sin(2 * M_PI * tone::frequency * static_cast<double>(i) / 48000);
                return 2 * sum / static_cast<double>(count);
            };
            QVERIFY(std::abs(projection(start, tone::length) - tone::peak) < 0.02);
            QVERIFY(std::abs(projection(start, 96) - tone::peak) < 0.04);
            QVERIFY(std::abs(projection(start - 1920, 1920)) < 0.06);
        }
    }

    void anglesSoundDifferent() {
        SoundTrack a(angles()[0]);
        SoundTrack b(angles()[1]);
        SoundTrack again(angles()[0]);
        const auto first = a.next(4800);
        QVERIFY(!(first == b.next(4800)));
        QVERIFY(first == again.next(4800));
    }
};

QTEST_MAIN(TestSignal)
#include "test_signal.moc"
