#include "core/playback/waveform_store.h"
#include "tests/core/playback/made_media.h"

#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace cutaway;
using namespace cutaway::playback;

namespace {

class Arrivals {
public:
    WaveformStore::OnArrival callback() {
        return [this](const Uuid&) {
            const std::lock_guard lock(m_mutex);
            ++m_count;
            m_changed.notify_all();
        };
    }
    bool waitFor(int count) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(30), [&] { return m_count >= count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

/// Lowest and highest of the made sound over absolute samples [first, end).
media::Peak expected(std::int64_t first, std::int64_t end) {
    media::Peak peak{INT16_MAX, INT16_MIN};
    for (std::int64_t s = first; s < end; ++s) {
        const auto value = static_cast<std::int16_t>(MadeMedia::ramp(s) >> 16);
        peak.low = std::min(peak.low, value);
        peak.high = std::max(peak.high, value);
    }
    return peak;
}

} // namespace

class TestWaveform : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peaksAreThoseOfTheSamples_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94") << 60000 << 1001;
    }

    void peaksAreThoseOfTheSamples() {
        QFETCH(int, num);
        QFETCH(int, den);
        const auto media = std::make_shared<MadeMedia>();
        const Uuid source = media->add(1, {num, den}, {10, 0}, 3);
        Arrivals arrivals;
        WaveformStore store(media, arrivals.callback());
        const std::int64_t first = media->made(source).clock.sampleAtFrame(media->made(source).firstFrame);
        std::vector<media::Peak> peaks(200);
        QCOMPARE(store.peaks(source, 1, first, 480, peaks), std::size_t{0});
        const std::int64_t tiles =
            (first + 200 * 480 - 1) / WaveformStore::perTile - first / WaveformStore::perTile + 1;
        QVERIFY(arrivals.waitFor(static_cast<int>(tiles)));
        QCOMPARE(store.peaks(source, 1, first, 480, peaks), std::size_t{200});
        for (std::size_t i = 0; i < peaks.size(); ++i) {
            // Peaks are whole fine ones: those that the stretch touches.
            const std::int64_t from = (first + static_cast<std::int64_t>(i) * 480) / 240 * 240;
            const std::int64_t to = (first + static_cast<std::int64_t>(i + 1) * 480 + 239) / 240 * 240;
            QVERIFY(peaks[i] == expected(std::max(from, first), to));
        }
        std::vector<media::Peak> wide(1);
        const std::int64_t tile = (first / WaveformStore::perTile + 1) * WaveformStore::perTile;
        QCOMPARE(store.peaks(source, 1, tile, WaveformStore::perTile, wide), std::size_t{1});
        QVERIFY(wide[0] == expected(tile, tile + WaveformStore::perTile));
    }

    void everyObjectIsFetchedOnce() {
        const auto media = std::make_shared<MadeMedia>();
        const Uuid source = media->add(2, {60000, 1001}, {0, 0}, 3);
        Arrivals arrivals;
        WaveformStore store(media, arrivals.callback());
        std::vector<media::Peak> peaks(100);
        (void)store.peaks(source, 1, 0, 1440, peaks);
        QVERIFY(arrivals.waitFor(3));
        QCOMPARE(media->fetched.load(), 3);
        QCOMPARE(store.peaks(source, 1, 0, 1440, peaks), std::size_t{100});
        QCOMPARE(media->fetched.load(), 3);
    }

    void whatIsNotThereIsSilenceAndTriedAgain() {
        const auto media = std::make_shared<MadeMedia>();
        const Uuid source = media->add(3, {50, 1}, {0, 0}, 2);
        media->away = true;
        Arrivals arrivals;
        WaveformStore store(media, arrivals.callback());
        std::vector<media::Peak> peaks(10, media::Peak{1, 2});
        QCOMPARE(store.peaks(source, 1, 0, 480, peaks), std::size_t{0});
        QVERIFY(peaks[3] == media::Peak{});
        QTRY_COMPARE(store.tileCount(), std::size_t{1});
        media->away = false;
        QCOMPARE(store.peaks(source, 1, 0, 480, peaks), std::size_t{0}); // it waits before it tries again
        store.retry();
        QCOMPARE(store.peaks(source, 1, 0, 480, peaks), std::size_t{0});
        QVERIFY(arrivals.waitFor(1));
        QCOMPARE(store.peaks(source, 1, 0, 480, peaks), std::size_t{10});
        QCOMPARE(store.peaks(source, 7, 0, 480, peaks), std::size_t{0});
        QCOMPARE(store.peaks(Uuid::random(), 1, 0, 480, peaks), std::size_t{0});
    }

    void keepsNoMoreThanItMay() {
        const auto media = std::make_shared<MadeMedia>();
        const Uuid source = media->add(4, {50, 1}, {0, 0}, 4);
        Arrivals arrivals;
        WaveformStore store(media, arrivals.callback(), 2);
        std::vector<media::Peak> peaks(4);
        (void)store.peaks(source, 1, 0, WaveformStore::perTile, peaks);
        QVERIFY(arrivals.waitFor(4));
        QCOMPARE(store.tileCount(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestWaveform)
#include "test_waveform.moc"
