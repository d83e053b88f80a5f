#include "core/media/waveform_tile.h"

#include <QTest>
#include <random>

using namespace cutaway;
using namespace cutaway::media;

namespace {

AudioBlock noise(std::int64_t frames) {
    std::mt19937 random(20260711);
    AudioBlock block = AudioBlock::silence(2, frames);
    for (std::int32_t& sample : block.samples)
        sample = static_cast<std::int32_t>(random());
    return block;
}

AudioBlock part(const AudioBlock& block, std::int64_t first, std::int64_t count) {
    const auto begin = block.samples.begin() + first * block.channels;
    return {block.channels, {begin, begin + count * block.channels}};
}

ByteBuffer changed(ByteBuffer bytes, std::size_t at, int value) {
    bytes.at(at) = static_cast<std::byte>(value);
    return bytes;
}

} // namespace

class TestWaveformTile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Whatever the pieces that the sound comes in, and wherever on the grid it begins.
    void peaksAreThoseOfTheSamples() {
        const AudioBlock block = noise(5000);
        WaveformBuilder builder(240, 100);
        for (std::int64_t at = 0, n = 1; at < 5000; ++n) {
            const std::int64_t count = std::min<std::int64_t>(n * 37, 5000 - at);
            builder.add(block, at, count);
            at += count;
        }
        const WaveformTile& tile = builder.tile();
        QCOMPARE(tile.samples, std::int64_t{5000});
        QCOMPARE(static_cast<std::int64_t>(tile.peaks.size()), peakCount(240, 100, 5000));
        QVERIFY(tile.peaks[0] == peaks(part(block, 0, 100), 100)[0]);
        const auto rest = peaks(part(block, 100, 4900), 240);
        QVERIFY(std::vector<Peak>(tile.peaks.begin() + 1, tile.peaks.end()) == rest);
    }

    void packsAndUnpacks() {
        for (const std::int64_t samples : {1, 99, 100, 101, 340, 341, 4999}) {
            WaveformBuilder builder(240, 100);
            builder.add(noise(samples), 0, samples);
            const ByteBuffer bytes = packWaveform(builder.tile());
            QCOMPARE(bytes.size(), 24 + 4 * builder.tile().peaks.size());
            const auto back = unpackWaveform(bytes);
            QVERIFY2(back.ok(), back ? "" : back.error().detail.c_str());
            QVERIFY(*back == builder.tile());
        }
    }

    void anythingElseIsRefused() {
        WaveformBuilder builder(240, 240);
        builder.add(noise(1000), 0, 1000);
        const ByteBuffer good = packWaveform(builder.tile());
        QVERIFY(unpackWaveform(good).ok());
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(unpackWaveform({good.data(), size}).error().category == ErrorCategory::Corrupt);
        ByteBuffer longer = good;
        longer.push_back({});
        QVERIFY(!unpackWaveform(longer).ok());
        QVERIFY(unpackWaveform(changed(good, 4, 2)).error().category == ErrorCategory::Unsupported);
        QVERIFY(!unpackWaveform(changed(good, 0, 'X')).ok());
        QVERIFY(!unpackWaveform(changed(good, 8, 0)).ok());    // no samples in a peak
        QVERIFY(!unpackWaveform(changed(good, 12, 241)).ok()); // a first peak larger than the others
        QVERIFY(!unpackWaveform(changed(good, 17, 0xff)).ok());
        QVERIFY(!unpackWaveform(changed(good, 23, 0x7f)).ok()); // two thousand million peaks
        QVERIFY(!unpackWaveform(changed(changed(good, 25, 0x7f), 27, 0x80)).ok()); // upside down
    }
};

QTEST_APPLESS_MAIN(TestWaveformTile)
#include "test_waveform_tile.moc"
