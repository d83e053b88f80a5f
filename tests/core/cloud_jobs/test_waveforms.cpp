#include "core/media/decoder.h"
#include "core/media/media_writer.h"
#include "core/media/waveform_tile.h"
#include "core/playback/offline_store.h"
#include "core/playback/waveform_store.h"
#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace playback;

namespace {

constexpr std::int64_t frames = 130;
constexpr std::int64_t samples = frames * 960;
/// 57 frames before a mark of ten minutes: two tiles at either precision.
constexpr std::int64_t startTimecode = ((10 * 60 + 9) * 60 + 58) * 50 + 43;
constexpr std::int64_t toTheMark = 57 * 960;

/// Counts the Objects that are fetched of each Flow.
class CountingMedia final : public MediaAccess {
public:
    explicit CountingMedia(std::shared_ptr<TamsMediaAccess> behind)
        : m_behind(std::move(behind)) {}
    std::vector<Uuid> fetched() const {
        const std::lock_guard lock(m_mutex);
        return m_fetched;
    }

    Result<PlayableSource> source(const Uuid& id, std::stop_token stop) override {
        return m_behind->source(id, stop);
    }
    Result<ObjectSpan> pictureSpan(const PlayableSource& source, const Uuid& flow, std::int64_t unit,
                                   std::stop_token stop) override {
        return m_behind->pictureSpan(source, flow, unit, stop);
    }
    Result<ObjectSpan> soundSpan(const PlayableSource& source, const Uuid& flow, std::int64_t unit,
                                 std::stop_token stop) override {
        auto span = m_behind->soundSpan(source, flow, unit, stop);
        if (span) {
            const std::lock_guard lock(m_mutex);
            m_flowOf[span->objectId] = flow;
        }
        return span;
    }
    void refresh() override { m_behind->refresh(); }
    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token stop) override {
        {
            const std::lock_guard lock(m_mutex);
            m_fetched.push_back(m_flowOf[span.objectId]);
        }
        return m_behind->object(span, stop);
    }
    std::optional<media::ByteBuffer> kept(const std::string& id) override { return m_behind->kept(id); }
    void keep(const std::string& id, std::span<const std::byte> bytes) override { m_behind->keep(id, bytes); }

private:
    const std::shared_ptr<TamsMediaAccess> m_behind;
    mutable std::mutex m_mutex;
    std::map<std::string, Uuid> m_flowOf;
    std::vector<Uuid> m_fetched;
};

template <class T>
T must(Result<T> result) {
    if (!result)
        qFatal("%s", result.error().message.c_str());
    return std::move(result).value();
}
void must(const Result<void>& result) {
    if (!result)
        qFatal("%s", result.error().message.c_str());
}

tams::Flow growingFlow(std::string_view format, const std::string& codec) {
    tams::Flow flow;
    flow.id = Uuid::random();
    flow.sourceId = Uuid::random();
    flow.label = "CAM 1";
    flow.format = format;
    flow.codec = flow.container = codec;
    flow.status = "ingesting";
    return flow;
}

media::ByteBuffer wavOf(const media::AudioBlock& block) {
    media::WriterSettings settings;
    settings.container = media::Container::Wav;
    settings.audio.push_back({media::AudioCodec::Pcm24, block.channels, 0});
    auto writer = must(media::MediaWriter::toMemory(settings));
    must(writer.write(0, block));
    must(writer.finish());
    return writer.takeBytes();
}

/// Registers an Object for [first, end) seconds of an angle that begins at ten o'clock.
void append(const tams::TamsClient& client, const Uuid& flow, int first, int end,
            const media::ByteBuffer& bytes) {
    tams::StorageRequest request;
    request.limit = 1;
    const auto where = must(client.allocate(flow, request)).objects.at(0);
    must(client.putObject(where, bytes));
    tams::Segment segment;
    segment.objectId = where.objectId;
    segment.timerange = TimeRange::halfOpen({36'000 + first, 0}, {36'000 + end, 0});
    segment.tsOffset = {36'000 + first, 0};
    if (!must(client.addSegments(flow, {segment})).empty())
        qFatal("a segment was refused");
}

bool drawn(WaveformStore& store, const Uuid& source, std::int64_t first, std::int64_t samplesPerPeak,
           std::vector<media::Peak>& into) {
    return QTest::qWaitFor([&] { return store.peaks(source, 1, first, samplesPerPeak, into) == into.size(); },
                           60'000);
}

} // namespace

/// Waveforms by the real programs: made by ingest, drawn by the editor's store.
class TestWaveforms : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    tams::SourceView ingest(const std::vector<std::string>& more = {}) const {
        const auto path = std::filesystem::path(m_folder->path().toStdString()) / "clip.mp4";
        test::ClipSpec spec = test::smallClip(frames, 21);
        spec.startTimecode = startTimecode;
        test::makeClipFile(spec, path);
        std::vector<std::string> arguments{"ingest", path.string(), "--label", "CAM 1", "--wait", "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto output = m_cloud->ctl(std::move(arguments));
        if (output.code != 0)
            qFatal("%s", output.text.c_str());
        const auto id = Uuid::parse(output.json().at("source_id").get<std::string>());
        auto view = tams::resolveSource(m_cloud->media(), *id);
        if (!view)
            qFatal("%s", view.error().message.c_str());
        return *view;
    }
    std::vector<tams::Segment> segmentsOf(const tams::FlowView& flow) const {
        return m_cloud->media().segments(flow.flowId).value();
    }
    media::ByteBuffer bytesOf(const tams::Segment& segment) const {
        return m_cloud->media().readObject(segment.getUrls).value();
    }
    /// The master's sound whole: what ingest had before it made a proxy of it.
    media::AudioBlock masterSound(const tams::SourceView& view) const {
        media::AudioBlock all{2, {}};
        for (const tams::Segment& segment : segmentsOf(*view.audioMaster(1))) {
            auto decoder = media::AudioDecoder::open(media::memorySource(bytesOf(segment)));
            const auto block = decoder->read(0, decoder->sampleCount());
            all.samples.insert(all.samples.end(), block->samples.begin(), block->samples.end());
        }
        return all;
    }
    /// Both levels cover the sound, in tiles that meet at the mark, and say what its samples are.
    void checkWaveforms(const tams::SourceView& view) const {
        const media::AudioBlock sound = masterSound(view);
        QCOMPARE(sound.frames(), samples);
        const auto levels = view.waveforms(1);
        QCOMPARE(levels.size(), std::size_t{2});
        QCOMPARE(levels[0]->samplesPerPeak, WaveformStore::finest);
        QCOMPARE(levels[1]->samplesPerPeak, WaveformStore::coarsest);
        const SourceClock clock = view.clock.audio();
        for (const tams::FlowView* level : levels) {
            QVERIFY(level->format == tams::format::data && !level->growing);
            QVERIFY(level->available == view.audioMaster(1)->available);
            std::int64_t at = 0;
            const auto segments = segmentsOf(*level);
            QCOMPARE(segments.size(), std::size_t{2});
            for (const tams::Segment& segment : segments) {
                const ObjectSpan span = spanOf(segment, clock);
                QCOMPARE(span.firstUnit, clock.originUnit() + at);
                QCOMPARE(span.objectUnit, std::int64_t{0});
                const auto tile = media::unpackWaveform(bytesOf(segment));
                QVERIFY2(tile.ok(), tile ? "" : tile.error().detail.c_str());
                QCOMPARE(tile->samples, span.count);
                QCOMPARE(tile->samplesPerPeak, level->samplesPerPeak);
                QCOMPARE(tile->samples, at == 0 ? toTheMark : samples - toTheMark);
                std::int64_t count = tile->firstPeakSamples;
                for (const media::Peak& peak : tile->peaks) {
                    const std::int64_t end = std::min(at + count, span.firstUnit + span.count);
                    const auto from = sound.samples.begin() + at * 2;
                    const media::AudioBlock part{2, {from, from + (std::min(end, samples) - at) * 2}};
                    QVERIFY(peak == media::peaks(part, part.frames())[0]);
                    at = std::min(end, samples);
                    count =
                        std::min(tile->samplesPerPeak, span.firstUnit - clock.originUnit() + span.count - at);
                }
                QCOMPARE(clock.originUnit() + at, span.firstUnit + span.count);
            }
            QCOMPARE(at, samples);
        }
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<test::CloudProcess>(m_folder->path().toStdString());
        m_cloud->start();
    }
    void cleanup() { m_cloud.reset(); }

    void theyAreThoseOfTheSoundThatWasTakenIn() { checkWaveforms(ingest()); }
    void alsoAtItsOwnSpeed() { checkWaveforms(ingest({"--realtime"})); }

    /// What is looked at is fetched, no sound with it, and drawn the same at every width.
    void drawingFetchesWhatIsVisible() {
        const tams::SourceView view = ingest();
        const media::AudioBlock sound = masterSound(view);
        const auto client =
            std::make_shared<tams::TamsClient>(std::make_shared<tams::HttpClient>(m_cloud->connection()));
        const auto media = std::make_shared<CountingMedia>(std::make_shared<TamsMediaAccess>(client));
        WaveformStore store(media, [](const Uuid&) {});
        const std::int64_t origin = view.clock.audio().originUnit();
        const auto levels = view.waveforms(1);

        std::vector<media::Peak> wide(static_cast<std::size_t>((samples - toTheMark) / 12'000));
        QVERIFY(drawn(store, view.sourceId, origin + toTheMark, 12'000, wide));
        QVERIFY(media->fetched() == std::vector<Uuid>{levels[1]->flowId});
        for (std::size_t i = 0; i < wide.size(); ++i) {
            const auto from = sound.samples.begin() + (toTheMark + static_cast<std::int64_t>(i) * 12'000) * 2;
            QVERIFY(wide[i] == media::peaks({2, {from, from + 24'000}}, 12'000)[0]);
        }
        std::vector<media::Peak> narrow(toTheMark / 480);
        QVERIFY(drawn(store, view.sourceId, origin, 480, narrow));
        QVERIFY(media->fetched() == (std::vector<Uuid>{levels[1]->flowId, levels[0]->flowId}));
        for (std::size_t i = 0; i < narrow.size(); ++i) {
            const auto from = sound.samples.begin() + static_cast<std::int64_t>(i) * 960;
            QVERIFY(narrow[i] == media::peaks({2, {from, from + 960}}, 480)[0]);
        }
    }

    /// What a growing waveform does not have yet comes from the sound, and from then on from it.
    void aLiveSoundIsDrawnToItsEdge() {
        const auto client =
            std::make_shared<tams::TamsClient>(std::make_shared<tams::HttpClient>(m_cloud->connection()));
        tams::Flow sound = growingFlow(tams::format::audio, "audio/wav");
        sound.essence.sampleRate = 48'000;
        sound.essence.channels = 2;
        tams::Flow shape = growingFlow(tams::format::data, std::string(tams::waveform::codec));
        shape.essence.dataType = tams::waveform::dataType;
        shape.tags[std::string(tams::waveform::samplesPerPeakTag)] = "240";
        tams::Flow multi = growingFlow(tams::format::multi, {});
        multi.collection = {{sound.id, "audio-1", {}, tams::Json::object()},
                            {shape.id, "waveform-1", {}, tams::Json::object()}};
        for (const tams::Flow* flow : {&sound, &shape, &multi})
            must(client->putFlow(*flow));
        const media::AudioBlock heard = test::testSound(2, 0, 3 * 48'000, 5);
        media::WaveformBuilder builder(240, 240);
        builder.add(heard, 0, heard.frames());
        for (int second = 0; second < 3; ++second)
            append(*client, sound.id, second, second + 1,
                   wavOf(test::testSound(2, second * 48'000, 48'000, 5)));

        const auto access = std::make_shared<TamsMediaAccess>(client);
        const auto media = std::make_shared<CountingMedia>(access);
        const std::int64_t origin = 36'000LL * 48'000;
        const auto draw = [&] {
            WaveformStore store(media, [](const Uuid&) {});
            std::vector<media::Peak> peaks(600);
            QVERIFY(drawn(store, multi.sourceId, origin, 240, peaks));
            QVERIFY(peaks == builder.tile().peaks);
        };
        draw();
        QVERIFY(media->fetched() == std::vector<Uuid>(3, sound.id));
        append(*client, shape.id, 0, 3, media::packWaveform(builder.tile()));
        access->grew(shape.id, TimeRange::halfOpen({36'000, 0}, {36'003, 0}));
        draw();
        QCOMPARE(media->fetched().size(), std::size_t{4});
        QVERIFY(media->fetched().back() == shape.id);
    }

    void whatIsFetchedForOfflineIsDrawnOffline() {
        const tams::SourceView view = ingest();
        DiskCache::Options options;
        options.folder = std::filesystem::path(m_folder->path().toStdString()) / "cache";
        options.store = "store";
        options.user = "anna";
        options.maxBytes = std::int64_t{1} << 30;
        options.key.emplace();
        options.key->fill(std::byte{7});
        const std::shared_ptr<DiskCache> disk = std::move(DiskCache::open(std::move(options))).value();
        const auto client =
            std::make_shared<tams::TamsClient>(std::make_shared<tams::HttpClient>(m_cloud->connection()));
        {
            const auto access = std::make_shared<TamsMediaAccess>(client, disk);
            OfflineStore offline(access, disk);
            const auto done = offline.fetch(view.sourceId, {view.firstFrame(), view.firstFrame() + frames},
                                            [](std::int64_t, std::int64_t) {}, {});
            QVERIFY2(done.ok(), done ? "" : done.error().message.c_str());
        }
        m_cloud->kill();
        WaveformStore store(std::make_shared<TamsMediaAccess>(client, disk), [](const Uuid&) {});
        for (const std::int64_t samplesPerPeak : {480, 12'000}) {
            std::vector<media::Peak> peaks(static_cast<std::size_t>(samples / samplesPerPeak));
            QVERIFY(drawn(store, view.sourceId, view.clock.audio().originUnit(), samplesPerPeak, peaks));
        }
    }
};

QTEST_GUILESS_MAIN(TestWaveforms)
#include "test_waveforms.moc"
