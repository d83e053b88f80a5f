#include "tests/support/media_fixtures.h"

#include "../timeline/timeline_fixture.h"

#include "core/interchange/mlt_writer.h"
#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "core/render/compositor.h"
#include "core/render/frame_plan.h"
#include "core/render/sound.h"
#include "core/timeline/clip_map.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>
#include <algorithm>
#include <map>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

// An exported sequence rendered by another program, `melt`, beside our own rendering of it: the same pictures
// on every frame, and the sound at the same samples.

namespace {

constexpr int width = 480, height = 270;
constexpr std::int64_t lumaBytes = width * height;
constexpr std::int64_t frameBytes = lumaBytes * 3 / 2;
constexpr std::int64_t mediaFrames = 240;
constexpr int angleCount = 3;
/// Samples.
constexpr std::int64_t meltSoundSlack = 4;
/// In a crossfade, whose levels go in straight lines there, a burst may be loud some of its periods of 48
/// samples sooner or later. Less than 10 ms, and than a frame at any rate.
constexpr std::int64_t crossfadeSlack = 400;
constexpr std::int64_t crossfadeFirst = 64, crossfadeCut = 70, crossfadeEnd = 76; ///< frames
constexpr int meltStarts = 12;
constexpr int meltSilenceMs = 10'000;

SourceTiming mediaAngle(int number, FrameRate rate) {
    SourceTiming source = angle(number, rate);
    source.end = source.first + mediaFrames;
    source.sounds = 1;
    return source;
}

/// Lays clips on a track, end to end.
class TrackMaker {
public:
    TrackMaker(Sequence& sequence, std::size_t track)
        : m_sequence(sequence)
        , m_number(track)
        , m_track(*sequence.tracks[track]) {}
    ~TrackMaker() { m_sequence.tracks[m_number] = std::make_shared<const Track>(std::move(m_track)); }

    void gap(std::int64_t frames) { m_track.items.push_back(Item::gap(advance(frames))); }
    /// `frames` of an angle from its frame `in` on.
    void clip(int number, std::int64_t in, std::int64_t frames, std::function<void(Clip&)> change = {}) {
        const SourceTiming source = mediaAngle(number, m_sequence.rate);
        const bool sound = m_track.kind == TrackKind::Audio;
        Clip clip;
        clip.id = Uuid::random();
        clip.name = source.name;
        clip.media.sourceId = source.multiSource;
        clip.mediaRate = sound ? sampleRate48k : m_sequence.rate;
        clip.in = sound ? source.clock.sampleAtFrame(source.first + in) : source.first + in;
        clip.duration = advance(frames);
        if (change)
            change(clip);
        m_track.items.push_back(Item::of(clip));
    }
    Track& track() { return m_track; }

private:
    std::int64_t advance(std::int64_t frames) {
        const std::int64_t start = Sequence::unitsAtFrame(m_track, m_at, m_sequence.rate);
        m_at += frames;
        return Sequence::unitsAtFrame(m_track, m_at, m_sequence.rate) - start;
    }
    Sequence& m_sequence;
    std::size_t m_number;
    Track m_track;
    std::int64_t m_at = 0;
};

/// Everything that the format can hold.
Sequence everything(FrameRate rate) {
    Sequence s = emptySequence("Melt", rate, rate.allowsDropFrame());
    s.width = width;
    s.height = height;
    s = **apply(s, *addTrack(s, TrackKind::Video, 1));
    const auto head = [](TransitionKind kind, std::int64_t before, std::int64_t after) {
        return [=](Clip& clip) { clip.head = Transition{kind, before, after}; };
    };
    {
        TrackMaker v1(s, 0);
        v1.clip(1, 20, 40, head(TransitionKind::Dissolve, 0, 10));
        v1.clip(2, 100, 40, head(TransitionKind::Dissolve, 6, 6));
        v1.clip(3, 30, 40, head(TransitionKind::Dip, 5, 4));
        v1.clip(1, 150, 40, head(TransitionKind::Wipe, 5, 5));
        v1.gap(10);
        v1.clip(2, 60, 40, [](Clip& clip) { clip = withSpeed(clip, *ClipSpeed::make(1, 2)); });
        v1.clip(3, 100, 30, [&](Clip& clip) {
            clip = withSpeed(clip, *ClipSpeed::make(-3, 2));
            clip.head = Transition{TransitionKind::Dissolve, 4, 4};
        });
        v1.clip(1, 77, 20, [](Clip& clip) {
            clip = withSpeed(clip, ClipSpeed::freeze());
            clip.tail = Transition{TransitionKind::Dissolve, 8, 0};
        });
    }
    {
        TrackMaker v2(s, 1);
        v2.gap(52);
        v2.clip(3, 200, 20, [](Clip& clip) {
            clip.head = Transition{TransitionKind::Dissolve, 0, 6};
            clip.tail = Transition{TransitionKind::Dissolve, 5, 0};
        });
        v2.gap(30);
        v2.clip(2, 10, 10, [](Clip& clip) { clip.enabled = false; });
    }
    const auto units = [&](std::int64_t frames) { return samplesAtFrame(frames, rate); };
    {
        TrackMaker a1(s, 2);
        a1.clip(1, 20, 70);
        a1.clip(2, 95, 60, [&](Clip& clip) {
            clip.gain = -600;
            clip.head = Transition{TransitionKind::Dissolve, units(crossfadeCut) - units(crossfadeFirst),
                                   units(crossfadeEnd) - units(crossfadeCut)};
        });
        a1.gap(20);
        a1.clip(3, 40, 100);
    }
    TrackMaker a2(s, 3);
    a2.clip(3, 0, 200);
    a2.track().muted = true;
    return s;
}

SourceTimings mediaAngles(FrameRate rate) {
    SourceTimings sources;
    for (int number = 1; number <= angleCount; ++number)
        sources.emplace(mediaAngle(number, rate).multiSource, mediaAngle(number, rate));
    return sources;
}

/// The largest and the mean difference of two stretches of samples.
struct Distance {
    int most = 0;
    double mean = 0;
};

} // namespace

class TestMelt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("melt")).isEmpty(), "no melt");
    }
    void rendersWhatWeRender_data() { addRates(); }
    void rendersWhatWeRender() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        prepare(rate);
        const Sequence s = everything(rate);
        const auto sound = checkInvariants(s);
        QVERIFY2(sound.ok(), sound.ok() ? "" : sound.error().message.c_str());
        const auto written = writeMlt(s, mediaAngles(rate), files());
        QVERIFY(written.ok());
        render(written->text);
        if (QTest::currentTestFailed())
            return;
        comparePictures(s);
        if (QTest::currentTestFailed())
            return;
        compareSound(s);
    }

private:
    void prepare(FrameRate rate) {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_decoders.clear();
        for (int number = 1; number <= angleCount; ++number) {
            test::ClipSpec spec;
            spec.container = media::Container::Mov;
            spec.video = media::h264Proxy(width, height, rate, media::Colour::sdr(), 0);
            spec.video.format = media::PixelFormat::Yuv420p8;
            spec.video.crf = 20;
            spec.video.maxRate = spec.video.bitRate = 0;
            spec.video.checksums = false;
            spec.video.bFrames = 0;
            spec.video.threads = 1;
            spec.frames = mediaFrames;
            spec.source = static_cast<std::uint32_t>(number);
            test::makeClipFile(spec, path(number).toStdString());
            // Sounds in files of their own: in a MOV melt begins with the packet that is nearest. Of 16 bits:
            // melt before 7.16 begins too early in a file whose packets hold less than half a frame, and its
            // sound comes late, for it takes the time of the newest packet for that of all it holds. A WAV
            // has packets of 4096 bytes, which are 1024 samples of 16 bits, enough at every rate here, but
            // 682 of 24 bits.
            test::ClipSpec sound = spec;
            sound.container = media::Container::Wav;
            sound.withPicture = false;
            sound.audio = {{media::AudioCodec::Pcm16, 2, 0}};
            test::makeClipFile(sound, soundPath(number).toStdString());
            auto bytes = media::fileSource(path(number).toStdString());
            QVERIFY(bytes.ok());
            auto decoder = media::VideoDecoder::open(*bytes);
            QVERIFY2(decoder.ok(), decoder.ok() ? "" : decoder.error().message.c_str());
            m_decoders.emplace(mediaAngle(number, rate).multiSource, std::move(*decoder));
        }
    }
    QString path(int number) const { return m_folder->filePath(QStringLiteral("angle %1.mov").arg(number)); }
    QString soundPath(int number) const {
        return m_folder->filePath(QStringLiteral("angle %1.wav").arg(number));
    }
    MediaLocator files() const {
        return [this](const SourceTiming& source, int member) {
            const QString file = member == 0 ? path(source.angle) : soundPath(source.angle);
            return std::optional(MediaFile{file.toStdString(), source.first, 0});
        };
    }

    void render(const std::string& text) {
        QFile file(m_folder->filePath(QStringLiteral("cut.mlt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
        file.close();
        const auto words = [](const char* list) { return QString::fromLatin1(list).split(QLatin1Char(' ')); };
        melt(file.fileName(), m_folder->filePath(QStringLiteral("cut.yuv")),
             words("f=rawvideo vcodec=rawvideo pix_fmt=yuv420p an=1 real_time=0 progressive=1"));
        if (QTest::currentTestFailed())
            return;
        melt(file.fileName(), m_folder->filePath(QStringLiteral("cut.s16")),
             words("f=s16le acodec=pcm_s16le ar=48000 ac=2 vn=1 real_time=0"));
    }
    /// melt says that it runs only after it has started the thread that asks whether it does; when the thread
    /// is first, nothing is written and melt waits for ever. So one that writes nothing is started anew.
    static void melt(const QString& input, const QString& output, const QStringList& options) {
        for (int start = 0; start < meltStarts; ++start) {
            QFile::remove(output);
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(QStringLiteral("melt"),
                          QStringList{QStringLiteral("-silent"), input, QStringLiteral("-consumer"),
                                      QStringLiteral("avformat:") + output} +
                              options);
            bool ended = process.waitForFinished(meltSilenceMs);
            if (!ended && QFileInfo(output).size() > 0)
                ended = process.waitForFinished(-1);
            if (ended) {
                const bool good = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
                QVERIFY2(good, process.readAll().constData());
                return;
            }
            process.kill();
            process.waitForFinished(-1);
        }
        QFAIL("melt writes nothing");
    }
    QByteArray content(const char* name) const {
        QFile file(m_folder->filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    media::VideoFramePtr decoded(const render::Layer& layer) {
        const SourceTiming source = mediaAngle(1, layer.clip->mediaRate);
        return *m_decoders.at(layer.clip->media.sourceId).frameAt(layer.sourceFrame - source.first);
    }

    static media::VideoFramePtr wrap(const char* bytes) {
        auto frame = std::make_shared<media::VideoFrame>();
        frame->width = width;
        frame->height = height;
        frame->format = media::PixelFormat::Yuv420p8;
        frame->colour = media::Colour::sdr();
        const auto* first = reinterpret_cast<const std::uint8_t*>(bytes);
        frame->planes = {first, first + lumaBytes, first + lumaBytes * 5 / 4};
        frame->strides = {width, width / 2, width / 2};
        return frame;
    }

    /// Of column `x` of the luma.
    static int columnDistance(const media::VideoFrame& a, const media::VideoFrame& b, int x) {
        int most = 0;
        for (int y = 0; y < height; ++y)
            most = std::max(most,
                            std::abs(a.planes[0][a.strides[0] * y + x] - b.planes[0][b.strides[0] * y + x]));
        return most;
    }

    void comparePictures(const Sequence& s) {
        const QByteArray melted = content("cut.yuv");
        QCOMPARE(melted.size() / frameBytes, s.durationFrames());
        const render::Canvas canvas{width, height, media::PixelFormat::Yuv420p8, media::Colour::sdr()};
        std::map<QByteArray, Distance> worst;
        for (std::int64_t n = 0; n < s.durationFrames(); ++n) {
            const render::FramePlan plan = render::planFrame(s, n);
            std::vector<render::Picture> pictures;
            std::optional<render::FadeStep> fade;
            for (const render::Layer& layer : plan.layers) {
                if (layer.fade)
                    fade = layer.fade->at(n);
                pictures.push_back(
                    {decoded(layer), layer.fade ? std::optional(layer.fade->at(n)) : std::nullopt});
            }
            const auto ours = render::compose(pictures, canvas);
            QVERIFY(ours.ok());
            const media::VideoFramePtr theirs = wrap(melted.constData() + n * frameBytes);
            const QByteArray where = "frame " + QByteArray::number(qlonglong(n));
            if (!fade && !plan.layers.empty()) {
                const auto id = media::readFrameId(**ours);
                QVERIFY2(id.has_value(), where.constData());
                QVERIFY2(media::readFrameId(*theirs) == id, where.constData());
            }
            const bool wipe = fade && fade->kind == TransitionKind::Wipe;
            // melt is half a step behind in what it mixes; a cut or a fade may be two codes off.
            const double step = fade && plan.layers.size() > 1 ? 0.5 / static_cast<double>(fade->steps) : 0;
            const int allowed =
                3 + static_cast<int>(fade && fade->kind == TransitionKind::Dissolve ? 220 * step : 0);
            int columns = 0, most = 0;
            for (int x = 0; x < width; ++x) {
                const int distance = columnDistance(**ours, *theirs, x);
                if (wipe)
                    columns += distance > 3;
                else
                    most = std::max(most, distance);
            }
            worst[wipe   ? "columns of a wipe"
                  : fade ? "mixed"
                         : "cut"]
                .most = std::max(worst[wipe   ? "columns of a wipe"
                                       : fade ? "mixed"
                                              : "cut"]
                                     .most,
                                 wipe ? columns : most);
            QVERIFY2(most <= allowed, (where + " is " + QByteArray::number(most) + " codes off, allowed " +
                                       QByteArray::number(allowed))
                                          .constData());
            QVERIFY2(columns <= width * step + 4,
                     (where + ": " + QByteArray::number(columns) + " columns").constData());
        }
        for (const auto& [what, distance] : worst)
            qInfo("%s: at most %d", what.constData(), distance.most);
    }

    /// Samples at which a burst begins: louder than anything in the quarter of a second before.
    static std::vector<std::int64_t> bursts(const std::vector<std::int32_t>& stereo) {
        constexpr std::int32_t loud = 408'000'000; // above what is heard between bursts, below them at -6 dB
        std::vector<std::int64_t> found;
        std::int64_t last = -12000;
        for (std::size_t i = 0; i + 1 < stereo.size(); i += 2)
            if (std::abs(stereo[i]) > loud) {
                const auto at = static_cast<std::int64_t>(i / 2);
                if (at - last >= 12000)
                    found.push_back(at);
                last = at;
            }
        return found;
    }

    void compareSound(const Sequence& s) {
        const QByteArray melted = content("cut.s16");
        std::vector<std::int32_t> theirs;
        for (qsizetype i = 0; i + 1 < melted.size(); i += 2)
            theirs.push_back(qFromLittleEndian<qint16>(melted.constData() + i) * 65536);
        const std::int64_t count = samplesAtFrame(s.durationFrames(), s.rate);
        QVERIFY(std::abs(std::ssize(theirs) / 2 - count) <= 2000);
        std::vector<render::SoundInput> inputs;
        std::vector<media::AudioBlock> blocks;
        const auto pieces = render::planSound(s, 0, count);
        blocks.reserve(pieces.size());
        for (const render::SoundPiece& piece : pieces) {
            const SourceTiming source = mediaAngle(1, s.rate);
            std::uint32_t number = 1;
            while (mediaAngle(static_cast<int>(number), s.rate).multiSource != piece.clip->media.sourceId)
                ++number;
            blocks.push_back(test::testSound(2, piece.sourceSample - source.clock.sampleAtFrame(source.first),
                                             piece.count, number));
            inputs.push_back({piece.recordSample, 2, blocks.back().samples, render::SoundSide::Both,
                              piece.clip->gain, piece.fade});
        }
        const std::vector<std::int32_t> ours = render::mixSound(inputs, 0, count);
        const auto a = bursts(ours), b = bursts(theirs);
        qInfo("%zu bursts", a.size());
        QVERIFY(a.size() >= 2);
        QCOMPARE(b.size(), a.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            const bool mixed =
                a[i] >= samplesAtFrame(crossfadeFirst, s.rate) && a[i] < samplesAtFrame(crossfadeEnd, s.rate);
            QVERIFY2(std::abs(a[i] - b[i]) <= (mixed ? crossfadeSlack : meltSoundSlack),
                     qPrintable(QStringLiteral("burst %1 at %2, not %3").arg(i).arg(b[i]).arg(a[i])));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<Uuid, media::VideoDecoder> m_decoders;
};

QTEST_APPLESS_MAIN(TestMelt)
#include "test_melt.moc"
