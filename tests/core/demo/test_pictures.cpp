#include "core/demo/generator.h"
#include "core/media/decoder.h"

#include <nlohmann/json.hpp>

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace cutaway;
using namespace cutaway::demo;

namespace {

constexpr int width = 960;
constexpr int height = 540;

std::filesystem::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

const AngleSpec& angle(const std::string& file) {
    for (const AngleSpec& spec : angles())
        if (spec.file == file)
            return spec;
    return angles().front();
}

std::uint16_t luma(const media::VideoFrame& frame, int x, int y) {
    return reinterpret_cast<const std::uint16_t*>(frame.planes[0] + y * frame.strides[0])[x];
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodedFramesNameThemselves_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("100 m start") << QStringLiteral("100m/start");
        QTest::newRow("swimming") << QStringLiteral("swimming/turn");
        QTest::newRow("football at 59.94") << QStringLiteral("football/goal");
    }

    void encodedFramesNameThemselves() {
        QFETCH(QString, file);
        const AngleSpec& spec = angle(file.toStdString());
        QTemporaryDir folder;
        RenderSettings settings;
        settings.width = width;
        settings.height = height;
        settings.frames = 12;
        settings.threads = 2;
        double last = 0;
        const auto made =
            renderAngle(spec, pathOf(folder), settings, [&last](double share) { last = share; }, {});
        QVERIFY2(made.ok(), made ? "" : made.error().message.c_str());
        QCOMPARE(last, 1.0);

        const auto media = pathOf(folder) / (spec.file + ".mp4");
        auto source = media::fileSource(media);
        QVERIFY(source.ok());
        auto decoder = media::VideoDecoder::open(*source);
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QCOMPARE(decoder->frameCount(), 12);
        QVERIFY(decoder->rate() == spec.rate);
        QVERIFY(decoder->colour() == media::Colour::hlg());
        for (std::int64_t n = 0; n < 12; ++n) {
            const auto frame = decoder->frameAt(n);
            QVERIFY(frame.ok());
            const auto id = media::readFrameId(**frame);
            QVERIFY(id.has_value());
            QVERIFY(*id == spec.idOf(n));
        }
        auto sound = media::AudioDecoder::open(*source);
        QVERIFY(sound.ok());
        QCOMPARE(sound->sampleCount(), samplesAtFrame(12, spec.rate));

        std::ifstream truth(pathOf(folder) / (spec.file + ".truth.jsonl"));
        std::string line;
        std::getline(truth, line);
        QCOMPARE(nlohmann::json::parse(line)["start_timecode"].get<std::string>(), spec.startTimecode());
        int rows = 0;
        while (std::getline(truth, line)) {
            const auto row = nlohmann::json::parse(line);
            QCOMPARE(row["n"].get<int>(), rows++);
            QVERIFY(row["athletes"].size() >= 8);
        }
        QCOMPARE(rows, 12);
    }

    // The white start line is where the camera says that it is, in the very pixels.
    void linesLieWhereTheCameraSays() {
        const auto shot = makeShot(angle("100m/finish"), {width * 2, height * 2, 2, {}});
        const media::WritableFrame picture = shot->paint(0);
        const Camera camera = shot->camera(0);
        int bright = 0;
        int dark = 0;
        for (int lane = 1; lane <= 8; ++lane) {
            const double y = -1.22 * (lane - 0.5);
            const auto on = camera.project({100.025, y, 0});
            const auto before = camera.project({99.3, y + 0.3, 0});
            QVERIFY(on && before);
            const auto code = [&](const ScreenPoint& p) {
                return luma(picture.frame, static_cast<int>(p.x), static_cast<int>(p.y));
            };
            bright += code(*on) > 520;
            dark += code(*before) < 480;
        }
        QCOMPARE(bright, 8);
        QCOMPARE(dark, 8);
    }

    void stoppingLeavesNothingHalfMade() {
        QTemporaryDir folder;
        std::stop_source stop;
        RenderSettings settings;
        settings.width = width / 2;
        settings.height = height / 2;
        settings.frames = 50;
        const AngleSpec& spec = angle("swimming/turn");
        const auto made = renderAngle(
            spec, pathOf(folder), settings,
            [&stop](double share) {
                if (share > 0.1)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!made.ok());
        QVERIFY(made.error().category == ErrorCategory::Cancelled);
        QVERIFY(!std::filesystem::exists(pathOf(folder) / (spec.file + ".mp4")));
        QVERIFY(!std::filesystem::exists(pathOf(folder) / (spec.file + ".part.mp4")));
    }

    // The ready-made angles are whole and are the ones that this program would make.
    void shippedAnglesAreTheOnesDescribed() {
        for (const AngleSpec& spec : angles()) {
            if (!spec.shipped)
                continue;
            const std::filesystem::path media =
                std::filesystem::path(CUTAWAY_SOURCE_DIR) / "resources" / "demo" / (spec.file + ".mp4");
            QVERIFY2(std::filesystem::exists(media), media.c_str());
            auto source = media::fileSource(media);
            QVERIFY(source.ok());
            auto decoder = media::VideoDecoder::open(*source);
            QVERIFY(decoder.ok());
            QCOMPARE(decoder->frameCount(), spec.frames);
            QVERIFY(decoder->rate() == spec.rate);
            QVERIFY(decoder->colour() == media::Colour::hlg());
            for (const std::int64_t n : {std::int64_t(0), std::int64_t(26), spec.frames - 1}) {
                const auto frame = decoder->frameAt(n);
                QVERIFY(frame.ok());
                QVERIFY(media::readFrameId(**frame) == spec.idOf(n));
            }
        }
    }
};

QTEST_MAIN(TestPictures)
#include "test_pictures.moc"
