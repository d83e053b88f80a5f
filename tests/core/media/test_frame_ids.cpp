#include "tests/support/media_fixtures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <numeric>
#include <random>
#include <sys/types.h>

using namespace cutaway;
using namespace cutaway::media;

// What `cutaway-ctl frame-ids` says of files that FFmpeg made of pictures with ids.

namespace {

constexpr int width = 640;
constexpr int height = 360;
constexpr std::uint32_t source = 77;

/// What a line of the list says: nothing when it says unknown.
using Ids = std::vector<std::optional<FrameId>>;

struct Listing {
    int exitCode = -1;
    Ids ids;
    QString errors;
    bool understood = false; ///< the output is one JSON array of lines in order
};

Listing parsed(QProcess& process) {
    Listing listing;
    listing.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    listing.errors = QString::fromUtf8(process.readAllStandardError());
    const QJsonDocument document = QJsonDocument::fromJson(process.readAllStandardOutput());
    listing.understood = document.isArray();
    const QJsonArray lines = document.array();
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QJsonObject line = lines.at(at).toObject();
        listing.understood = listing.understood && line[QLatin1String("index")].toInteger(-1) == at;
        const QJsonValue frame = line[QLatin1String("frame")];
        const QJsonValue from = line[QLatin1String("source")];
        listing.understood = listing.understood && frame.isNull() == from.isNull();
        if (frame.isNull())
            listing.ids.emplace_back();
        else
            listing.ids.push_back(FrameId{static_cast<std::uint32_t>(from.toInteger(-1)),
                                          static_cast<std::uint32_t>(frame.toInteger(-1))});
    }
    return listing;
}

QString program() {
    return QStringLiteral(CUTAWAY_BIN_DIR "/cutaway-ctl");
}

Listing frameIds(const QString& file) {
    QProcess process;
    process.start(program(), {QStringLiteral("frame-ids"), file, QStringLiteral("--json")});
    process.waitForFinished(60000);
    return parsed(process);
}

WritableFrame pictureWithId(std::uint32_t number) {
    const auto drawn =
        test::testPicture(width, height, PixelFormat::Yuv420p8, Colour::sdr(), {source, number});
    WritableFrame frame = allocateFrame(width, height, PixelFormat::Yuv420p8, Colour::sdr());
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane ? height / 2 : height); ++y)
            std::copy_n(drawn->planes[plane] + drawn->strides[plane] * y, plane ? width / 2 : width,
                        frame.planes[plane] + frame.frame.strides[plane] * y);
    return frame;
}

void append(QByteArray& raw, const WritableFrame& frame) {
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane ? height / 2 : height); ++y)
            raw.append(reinterpret_cast<const char*>(frame.planes[plane] + frame.frame.strides[plane] * y),
                       plane ? width / 2 : width);
}

/// Columns [from, to) of the id's rows, each sample replaced.
template <class Change>
void changeStrip(WritableFrame& frame, int from, int to, Change change) {
    const int top = static_cast<int>(frame_id::top * height);
    for (int y = top; y < height; ++y) {
        std::uint8_t* row = frame.planes[0] + frame.frame.strides[0] * y;
        const std::vector<std::uint8_t> before(row, row + width);
        for (int x = from; x < to; ++x)
            row[x] = change(before, x);
    }
}

int cellStart(int cell) {
    return static_cast<int>((frame_id::left + cell * frame_id::cellWidth) * width + 0.5);
}

/// Each kind of damage leaves an id that cannot be known.
void damage(WritableFrame& frame, int kind, std::mt19937& random) {
    constexpr int dark = frame_id::darkCode / 4, light = frame_id::lightCode / 4;
    const auto inverted = [](const std::vector<std::uint8_t>& row, int x) {
        return static_cast<std::uint8_t>(row[static_cast<std::size_t>(x)] > (dark + light) / 2 ? dark
                                                                                               : light);
    };
    const auto between = [&](int low, int high) {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low));
    };
    if (kind == 0) { // blurred over four cells
        changeStrip(frame, 40, width - 40, [](const std::vector<std::uint8_t>& row, int x) {
            const auto first = row.begin() + x - 11;
            return static_cast<std::uint8_t>(std::accumulate(first, first + 23, 0) / 23);
        });
    } else if (kind == 1) { // a caption over a third of it
        const int from = between(cellStart(8), cellStart(60));
        changeStrip(frame, from, from + width / 4,
                    [](const auto&, int x) { return static_cast<std::uint8_t>(x / 9 % 2 ? dark : light); });
    } else if (kind == 2) { // one bit of the source, of the frame or of the check
        const int cell = between(8, frame_id::cells);
        changeStrip(frame, cellStart(cell), cellStart(cell + 1), inverted);
    } else if (kind == 3) { // the check of another frame under source and frame
        WritableFrame other = pictureWithId(static_cast<std::uint32_t>(random()));
        const int top = static_cast<int>(frame_id::top * height);
        for (int y = top; y < height; ++y)
            std::copy_n(other.planes[0] + other.frame.strides[0] * y + cellStart(64),
                        cellStart(96) - cellStart(64),
                        frame.planes[0] + frame.frame.strides[0] * y + cellStart(64));
    } else if (kind == 4) { // random cells in place of all but the sync
        std::array<std::uint8_t, frame_id::cells> cells{};
        std::generate(cells.begin(), cells.end(),
                      [&] { return static_cast<std::uint8_t>(random() % 2 ? dark : light); });
        for (int cell = 8; cell < frame_id::cells; ++cell)
            changeStrip(frame, cellStart(cell), cellStart(cell + 1),
                        [&](const auto&, int) { return cells[static_cast<std::size_t>(cell)]; });
    } else { // no strip
        changeStrip(frame, 0, width, [](const auto&, int) { return std::uint8_t{60}; });
    }
}
constexpr int kindsOfDamage = 6;

} // namespace

class TestFrameIds : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Runs ffmpeg over these raw pictures.
    bool encode(const QByteArray& raw, const QString& arguments, const QString& name) const {
        QFile file(path(QStringLiteral("raw.yuv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(raw) != raw.size())
            return false;
        file.close();
        QStringList command{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")};
        command << QStringLiteral("-f rawvideo -pix_fmt yuv420p -s %1x%2 -r 25 -threads 2 -i")
                       .arg(width)
                       .arg(height)
                       .split(QLatin1Char(' '))
                << file.fileName() << arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts) << path(name);
        QProcess ffmpeg;
        ffmpeg.setProcessChannelMode(QProcess::ForwardedChannels);
        ffmpeg.start(QStringLiteral("ffmpeg"), command);
        return ffmpeg.waitForFinished(60000) && ffmpeg.exitStatus() == QProcess::NormalExit &&
               ffmpeg.exitCode() == 0;
    }

private Q_SLOTS:
    void shuffledWithoutTimestamps_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arguments");
        const auto add = [](const char* name, const char* arguments) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(arguments);
        };
        add("bare.h264", "-c:v libx264 -preset ultrafast -bf 3 -g 12 -qp 20");
        add("bare.hevc",
            "-c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=3:keyint=12 -crf 18");
        add("bare.m2v", "-c:v mpeg2video -bf 2 -g 12 -q:v 4");
        add("bare.mjpeg", "-c:v mjpeg -q:v 3");
        add("motion.avi", "-c:v mjpeg -q:v 3");
    }

    /// The order is that of the pictures, whatever they were numbered.
    void shuffledWithoutTimestamps() {
        QFETCH(QString, name);
        QFETCH(QString, arguments);
        std::vector<std::uint32_t> order(40);
        std::iota(order.begin(), order.end(), 180'000U);
        std::shuffle(order.begin(), order.end(), std::mt19937(5));
        QByteArray raw;
        for (const std::uint32_t number : order)
            append(raw, pictureWithId(number));
        QVERIFY(encode(raw, arguments, name));
        const Listing listing = frameIds(path(name));
        QVERIFY2(listing.exitCode == 0 && listing.understood, qPrintable(listing.errors));
        QCOMPARE(listing.ids.size(), order.size());
        for (std::size_t at = 0; at < order.size(); ++at) {
            QVERIFY2(listing.ids[at].has_value(), std::to_string(at).c_str());
            QCOMPARE(listing.ids[at]->source, source);
            QCOMPARE(listing.ids[at]->frame, order[at]);
        }
    }

    void damagedIsUnknown_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arguments");
        QTest::newRow("motion JPEG") << QStringLiteral("damaged.avi") << QStringLiteral("-c:v mjpeg -q:v 3");
        QTest::newRow("H.264") << QStringLiteral("damaged.h264")
                               << QStringLiteral("-c:v libx264 -preset ultrafast -qp 20");
    }

    /// Every second picture is damaged, in turn in each way; those between are read.
    void damagedIsUnknown() {
        QFETCH(QString, name);
        QFETCH(QString, arguments);
        std::mt19937 random(8);
        constexpr std::uint32_t count = 12 * kindsOfDamage;
        QByteArray raw;
        for (std::uint32_t number = 0; number < count; ++number) {
            WritableFrame frame = pictureWithId(number);
            if (number % 2 == 1)
                damage(frame, static_cast<int>(number / 2) % kindsOfDamage, random);
            append(raw, frame);
        }
        QVERIFY(encode(raw, arguments, name));
        const Listing listing = frameIds(path(name));
        QVERIFY2(listing.exitCode == 0 && listing.understood, qPrintable(listing.errors));
        QCOMPARE(listing.ids.size(), std::size_t{count});
        for (std::uint32_t number = 0; number < count; ++number) {
            const auto& id = listing.ids[number];
            const int kind = static_cast<int>(number / 2) % kindsOfDamage;
            if (number % 2 == 1)
                QVERIFY2(!id, qPrintable(QStringLiteral("damage %1 of frame %2 was read as %3")
                                             .arg(kind)
                                             .arg(number)
                                             .arg(id ? id->frame : 0)));
            else
                QVERIFY(id && id->source == source && id->frame == number);
        }
    }

    void damagedBytesAreUnknownOrRight() {
        constexpr std::uint32_t count = 40;
        QByteArray raw;
        for (std::uint32_t number = 0; number < count; ++number)
            append(raw, pictureWithId(number));
        QVERIFY(encode(raw, QStringLiteral("-c:v libx264 -preset ultrafast -g 10 -qp 20"),
                       QStringLiteral("bytes.h264")));
        QFile file(path(QStringLiteral("bytes.h264")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        std::mt19937 random(9);
        for (int hit = 0; hit < 12; ++hit) {
            file.seek(file.size() / 10 + static_cast<qint64>(random()) % (file.size() * 8 / 10));
            file.write("\x5a\xa5\x13", 3);
        }
        file.close();
        const Listing listing = frameIds(file.fileName());
        QVERIFY2(listing.understood, qPrintable(listing.errors));
        QCOMPARE(listing.exitCode, 1);
        QVERIFY(listing.errors.contains(QStringLiteral("damaged")));
        std::int64_t last = -1, read = 0;
        for (const auto& id : listing.ids)
            if (id) {
                ++read;
                QVERIFY(id->source == source && id->frame < count && id->frame > last);
                last = id->frame;
            }
        QVERIFY(read >= 4 && read < count);
    }

    void anyFormat_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("expected");
        const auto add = [](const char* name, const char* arguments, int expected = 6) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(arguments) << expected;
        };
        add("444.mp4", "-pix_fmt yuv444p -c:v libx264 -preset ultrafast -qp 18");
        add("444-10.mkv", "-pix_fmt yuv444p10 -c:v libx264 -preset ultrafast -qp 18");
        add("12bit.mp4",
            "-pix_fmt yuv420p12 -c:v libx265 -preset ultrafast -x265-params log-level=none -crf 18");
        add("rgb.mkv", "-pix_fmt bgr0 -c:v ffv1");
        add("gbr10.mkv", "-pix_fmt gbrp10 -c:v ffv1");
        add("grey.mkv", "-pix_fmt gray -c:v ffv1");
        add("rawrgb.avi", "-pix_fmt bgr24 -c:v rawvideo");
        add("alpha.mov", "-pix_fmt yuva444p10 -c:v prores_ks -profile:v 4444");
        add("prores.mov", "-pix_fmt yuv422p10 -c:v prores_ks -profile:v 2");
        add("dnxhr.mxf", "-pix_fmt yuv422p -c:v dnxhd -profile:v dnxhr_hq");
        add("dnxhr12.mov", "-pix_fmt yuv422p12 -c:v dnxhd -profile:v dnxhr_hqx");
        add("animation.gif", "");
        add("animation.apng", "-pix_fmt rgb24");
        add("still.png", "-frames:v 1", 1);
        add("still.jpg", "-frames:v 1 -q:v 3", 1);
        add("still.tiff", "-frames:v 1 -pix_fmt rgb48", 1);
        add("still.bmp", "-frames:v 1", 1);
        add("broadcast.ts", "-c:v mpeg2video -flags +ildct+ilme -q:v 3 -bf 2");
        add("interlaced.mp4", "-c:v libx264 -preset ultrafast -qp 18 -x264-params interlaced=1:tff=1");
        add("uneven.mkv", "-vf setpts=N*N/25/TB -fps_mode vfr -c:v libx264 -preset ultrafast -qp 18");
        add("programme.mpg", "-c:v mpeg2video -q:v 3");
        add("open.webm", "-c:v libvpx -b:v 4M -cpu-used 8 -deadline realtime");
        add("web.flv", "-c:v flv1 -q:v 3");
        add("windows.wmv", "-c:v wmv2 -q:v 3");
        add("pictures.y4m", "-strict -1 -pix_fmt yuv411p");
        add("late.mov", "-c:v libx264 -preset ultrafast -bf 2 -qp 18 -output_ts_offset 3");
    }

    void anyFormat() {
        QFETCH(QString, name);
        QFETCH(QString, arguments);
        QFETCH(int, expected);
        QByteArray raw;
        for (std::uint32_t number = 0; number < 6; ++number)
            append(raw, pictureWithId(number));
        QVERIFY(encode(raw, arguments, name));
        const Listing listing = frameIds(path(name));
        QVERIFY2(listing.exitCode == 0 && listing.understood, qPrintable(listing.errors));
        QCOMPARE(static_cast<int>(listing.ids.size()), expected);
        for (std::size_t at = 0; at < listing.ids.size(); ++at)
            QVERIFY2(listing.ids[at] && listing.ids[at]->source == source && listing.ids[at]->frame == at,
                     std::to_string(at).c_str());
    }

    void framesHiddenByAnEditList() {
        QByteArray raw;
        for (std::uint32_t number = 0; number < 30; ++number)
            append(raw, pictureWithId(number));
        QVERIFY(encode(raw, QStringLiteral("-c:v libx264 -preset ultrafast -bf 2 -qp 18 -g 30"),
                       QStringLiteral("whole.mp4")));
        QProcess ffmpeg; // a copy from a place between key frames hides what comes before it
        ffmpeg.start(QStringLiteral("ffmpeg"),
                     {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"),
                      QStringLiteral("-ss"), QStringLiteral("0.48"), QStringLiteral("-i"),
                      path(QStringLiteral("whole.mp4")), QStringLiteral("-c"), QStringLiteral("copy"),
                      path(QStringLiteral("cut.mp4"))});
        QVERIFY(ffmpeg.waitForFinished(60000) && ffmpeg.exitCode() == 0);
        const Listing listing = frameIds(path(QStringLiteral("cut.mp4")));
        QCOMPARE(listing.exitCode, 0);
        QCOMPARE(listing.ids.size(), std::size_t{18});
        for (std::size_t at = 0; at < listing.ids.size(); ++at)
            QVERIFY(listing.ids[at] && listing.ids[at]->frame == at + 12);
    }

    void whatIsNoMedia() {
        QFile text(path(QStringLiteral("list.ffconcat")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("ffconcat version 1.0\nfile 'whole.mp4'\n");
        text.close();
        QProcess process;
        for (const QString& file : {text.fileName(), path(QStringLiteral("absent.mp4"))}) {
            process.start(program(), {QStringLiteral("frame-ids"), file, QStringLiteral("--json")});
            QVERIFY(process.waitForFinished(60000));
            QVERIFY(process.exitCode() != 0);
            const auto answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
            QVERIFY(!answer[QLatin1String("error")][QLatin1String("summary")].toString().isEmpty());
        }
    }

    void interruptedListIsWhole() {
        QByteArray raw;
        for (std::uint32_t number = 0; number < 40; ++number)
            append(raw, pictureWithId(number));
        // Long enough that it cannot have ended before the signal, and cheap: the same bytes again and again.
        QVERIFY(encode(raw, QStringLiteral("-c:v mjpeg -q:v 3"), QStringLiteral("short.mjpeg")));
        QFile file(path(QStringLiteral("short.mjpeg")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray once = file.readAll();
        for (int again = 0; again < 400; ++again)
            file.write(once);
        file.close();
        QProcess process;
        process.start(program(), {QStringLiteral("frame-ids"), file.fileName(), QStringLiteral("--json")});
        QVERIFY(process.waitForReadyRead(60000));
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(60000));
        const Listing listing = parsed(process);
        QCOMPARE(listing.exitCode, 7);
        QVERIFY(listing.understood);
        QVERIFY(!listing.ids.empty() && listing.ids.size() < 401 * 40);
    }
};

QTEST_GUILESS_MAIN(TestFrameIds)
#include "test_frame_ids.moc"
