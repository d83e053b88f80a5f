#include "core/playback/waveform_store.h"
#include "tests/core/playback/made_media.h"

#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <map>
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

/// A sound whose cloud has computed waveforms of it: tiles of a minute and of ten, as ingest makes them. The
/// sound itself is that of made media, or is there but must not be fetched.
class TiledMedia final : public MediaAccess {
public:
    TiledMedia(PlayableSource source, std::int64_t first, std::int64_t end,
               std::shared_ptr<MadeMedia> made = nullptr)
        : m_source(std::move(source))
        , m_first(first)
        , m_end(end)
        , m_made(std::move(made)) {
        m_source.sounds[0].waveforms = {{Uuid::random(), WaveformStore::finest},
                                        {Uuid::random(), WaveformStore::coarsest}};
    }
    /// What was fetched of "fine", "coarse" or "sound".
    std::size_t fetched(const std::string& what) const {
        const std::lock_guard lock(m_mutex);
        return static_cast<std::size_t>(std::count_if(m_fetched.begin(), m_fetched.end(),
                                                      [&](const auto& id) { return id.starts_with(what); }));
    }
    std::atomic<bool> damaged{false}; ///< its waveforms are
    std::atomic<bool> away{false};
    std::atomic<std::size_t> bytes{0}; ///< of waveforms

    Result<PlayableSource> source(const Uuid&, std::stop_token) override { return m_source; }
    Result<ObjectSpan> pictureSpan(const PlayableSource&, const Uuid&, std::int64_t,
                                   std::stop_token) override {
        return Error{ErrorCategory::NotFound, "No picture.", {}};
    }
    Result<ObjectSpan> soundSpan(const PlayableSource& source, const Uuid& flow, std::int64_t unit,
                                 std::stop_token stop) override {
        for (const WaveformLevel& level : m_source.sounds[0].waveforms) {
            if (level.flowId != flow)
                continue;
            const bool fine = level.samplesPerPeak == WaveformStore::finest;
            const std::int64_t samples = (fine ? 60 : 600) * 48000;
            if (unit < m_first || unit >= m_end)
                return Error{ErrorCategory::NotFound, "Nothing here yet.", {}};
            const std::int64_t index = unit / samples;
            const std::int64_t from = std::max(m_first, index * samples);
            const std::int64_t to = std::min(m_end, (index + 1) * samples);
            return ObjectSpan{(fine ? "fine " : "coarse ") + std::to_string(from), from, to - from, 0,
                              nullptr};
        }
        if (m_made)
            return m_made->soundSpan(source, flow, unit, stop);
        return ObjectSpan{"sound " + std::to_string(unit / 48000), unit / 48000 * 48000, 48000, 0, nullptr};
    }
    void refresh() override {}
    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token stop) override {
        if (away)
            return Error{ErrorCategory::Unavailable, "The cloud cannot be reached. Trying again.", {}};
        const bool fine = span.objectId.starts_with("fine");
        const bool sound = !fine && !span.objectId.starts_with("coarse");
        {
            const std::lock_guard lock(m_mutex);
            m_fetched.push_back(sound ? "sound " + span.objectId : span.objectId);
        }
        if (sound && m_made)
            return m_made->object(span, stop);
        if (sound)
            return Error{ErrorCategory::NotFound, "No such piece.", {}};
        const std::int64_t grid = fine ? WaveformStore::finest : WaveformStore::coarsest;
        media::WaveformTile tile{grid, grid - span.firstUnit % grid, span.count, {}};
        for (std::int64_t at = span.firstUnit; at < span.firstUnit + span.count; at = (at / grid + 1) * grid)
            tile.peaks.push_back(expected(at, std::min((at / grid + 1) * grid, span.firstUnit + span.count)));
        media::ByteBuffer packed = media::packWaveform(tile);
        bytes += packed.size();
        if (damaged)
            packed.pop_back();
        return std::make_shared<const media::ByteBuffer>(std::move(packed));
    }
    std::optional<media::ByteBuffer> kept(const std::string& id) override {
        const std::lock_guard lock(m_mutex);
        const auto found = m_kept.find(id);
        return found == m_kept.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const std::string& id, std::span<const std::byte> packed) override {
        const std::lock_guard lock(m_mutex);
        m_kept[id] = media::ByteBuffer(packed.begin(), packed.end());
    }

private:
    PlayableSource m_source;
    const std::int64_t m_first; ///< of the waveforms
    const std::int64_t m_end;
    const std::shared_ptr<MadeMedia> m_made;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_fetched;
    std::map<std::string, media::ByteBuffer> m_kept;
};

constexpr std::int64_t hourStart = 36'000LL * 48'000 + 100; // on no grid
constexpr std::int64_t hour = 3'600LL * 48'000;

std::shared_ptr<TiledMedia> hourOfSound() {
    PlayableSource source;
    source.sourceId = Uuid::random();
    source.clock = {SourceClock{{}, sampleRate48k}.timeOf(hourStart), {50, 1}};
    source.sounds = {{Uuid::random(), 2}};
    return std::make_shared<TiledMedia>(source, hourStart, hourStart + hour);
}

/// Draws until all of it is known.
bool drawn(WaveformStore& store, const Uuid& source, std::int64_t first, std::int64_t samplesPerPeak,
           std::vector<media::Peak>& into) {
    return QTest::qWaitFor([&] { return store.peaks(source, 1, first, samplesPerPeak, into) == into.size(); },
                           30'000);
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
        std::vector<media::Peak> peaks(20);
        (void)store.peaks(source, 1, 0, WaveformStore::perTile / 5, peaks);
        QVERIFY(arrivals.waitFor(4));
        QCOMPARE(store.tileCount(), std::size_t{2});
    }

    void anHourIsDrawnFromTheCoarseWaveformAlone() {
        const auto media = hourOfSound();
        const Uuid source = Uuid::random();
        WaveformStore store(media, [](const Uuid&) {});
        constexpr std::int64_t perPixel = 90'000;
        std::vector<media::Peak> peaks(hour / perPixel);
        QVERIFY(drawn(store, source, hourStart, perPixel, peaks));
        QTRY_COMPARE(media->fetched("coarse"), std::size_t{7}); // ten minutes each, on a grid of the day
        QCOMPARE(media->fetched(""), std::size_t{7});
        QVERIFY2(media->bytes < 60'000, std::to_string(media->bytes).c_str());
        for (std::size_t i = 0; i < peaks.size(); i += 97) {
            const std::int64_t from = hourStart + static_cast<std::int64_t>(i) * perPixel;
            const std::int64_t whole = from / WaveformStore::coarsest * WaveformStore::coarsest;
            const std::int64_t to = (from + perPixel + WaveformStore::coarsest - 1) /
                                    WaveformStore::coarsest * WaveformStore::coarsest;
            QVERIFY(peaks[i] == expected(std::max(whole, hourStart), std::min(to, hourStart + hour)));
        }
    }

    void tenSecondsTakeOneTileAndOnlyOnce() {
        const auto media = hourOfSound();
        const Uuid source = Uuid::random();
        std::vector<media::Peak> peaks(1000);
        const std::int64_t first = hourStart + 20 * 60 * 48'000;
        for (int round = 0; round < 2; ++round) { // the second from what was kept
            WaveformStore store(media, [](const Uuid&) {});
            QVERIFY(drawn(store, source, first, 480, peaks));
            QCOMPARE(media->fetched("fine"), std::size_t{1});
            QCOMPARE(media->fetched(""), std::size_t{1});
        }
        for (std::size_t i = 0; i < peaks.size(); ++i) {
            const std::int64_t from = (first + static_cast<std::int64_t>(i) * 480) / 240 * 240;
            const std::int64_t to = (first + static_cast<std::int64_t>(i + 1) * 480 + 239) / 240 * 240;
            QVERIFY(peaks[i] == expected(from, to));
        }
    }

    void whatTheWaveformLacksComesFromTheSound_data() {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("grows") << false;
        QTest::newRow("damaged") << true;
    }

    /// A live sound's last minute, and a tile that cannot be read: at both precisions.
    void whatTheWaveformLacksComesFromTheSound() {
        QFETCH(bool, damaged);
        const auto made = std::make_shared<MadeMedia>();
        const Uuid source = made->add(5, {50, 1}, {0, 0}, 4);
        const auto media = std::make_shared<TiledMedia>(made->made(source), 0, 96'000, made);
        media->damaged = damaged;
        for (const std::int64_t samplesPerPeak : {std::int64_t{480}, WaveformStore::coarsest}) {
            WaveformStore store(media, [](const Uuid&) {});
            std::vector<media::Peak> peaks(static_cast<std::size_t>(4 * 48'000 / samplesPerPeak));
            QVERIFY(drawn(store, source, 0, samplesPerPeak, peaks));
            for (std::size_t i = 0; i < peaks.size(); ++i) {
                const std::int64_t first = static_cast<std::int64_t>(i) * samplesPerPeak;
                QVERIFY(peaks[i] == expected(first, first + samplesPerPeak));
            }
        }
        QCOMPARE(media->fetched("sound"), std::size_t{damaged ? 8U : 4U}); // by both stores
        QVERIFY(media->fetched("fine") >= 1 && media->fetched("coarse") >= 1);
    }

    /// While the cloud is away, an overview does not ask for an hour of sound.
    void anOverviewWaitsForItsCloud() {
        const auto media = hourOfSound();
        media->away = true;
        const Uuid source = Uuid::random();
        WaveformStore store(media, [](const Uuid&) {});
        std::vector<media::Peak> peaks(100);
        QCOMPARE(store.peaks(source, 1, hourStart, 90'000, peaks), std::size_t{0});
        QTRY_COMPARE(store.tileCount(), std::size_t{4}); // of 50 s
        QCOMPARE(store.peaks(source, 1, hourStart, 90'000, peaks), std::size_t{0});
        media->away = false;
        store.retry();
        QVERIFY(drawn(store, source, hourStart, 90'000, peaks));
        QCOMPARE(media->fetched(""), media->fetched("coarse"));
    }
};

QTEST_GUILESS_MAIN(TestWaveform)
#include "test_waveform.moc"
