#include "ui/viewer/video_view.h"

#include "core/media/colour_convert.h"

#include <QGuiApplication>
#include <QTest>

#include <random>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

/// Every luma code beside random chroma, so that each part of the transform is met.
media::VideoFramePtr picture(media::PixelFormat format, media::Colour colour, unsigned seed) {
    constexpr int width = 512;
    constexpr int height = 128;
    auto made = media::allocateFrame(width, height, format, colour);
    std::mt19937 random(seed);
    const int codes = 1 << media::bitDepth(format);
    const auto fill = [&](std::size_t plane, int w, int h, auto value) {
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x) {
                std::uint8_t* row = made.planes[plane] + made.frame.strides[plane] * y;
                if (media::bitDepth(format) > 8)
                    reinterpret_cast<std::uint16_t*>(row)[x] = static_cast<std::uint16_t>(value(x, y));
                else
                    row[x] = static_cast<std::uint8_t>(value(x, y));
            }
    };
    fill(0, width, height, [&](int x, int y) { return (x * 2 + y * 3) % codes; });
    const int chromaHeight = height >> media::chromaShiftY(format);
    for (const std::size_t plane : {std::size_t{1}, std::size_t{2}})
        fill(plane, width / 2, chromaHeight, [&](int, int) {
            return std::uniform_int_distribution<int>(codes / 4, codes * 3 / 4)(random);
        });
    return made.share();
}

int largestDifference(const QImage& a, const QImage& b) {
    const QImage left = a.convertToFormat(QImage::Format_RGBA8888);
    const QImage right = b.convertToFormat(QImage::Format_RGBA8888);
    int largest = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width() * 4; ++x)
            largest = std::max(largest, std::abs(left.constScanLine(y)[x] - right.constScanLine(y)[x]));
    return largest;
}

} // namespace

/// The two ways to the screen show the same picture. Needs a display with OpenGL 3.3.
class TestPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothPathsAgree_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("transfer");
        const auto row = [](const char* name, media::PixelFormat format, int transfer) {
            QTest::newRow(name) << static_cast<int>(format) << transfer;
        };
        row("HLG 4:2:0 10 bit", media::PixelFormat::Yuv420p10, 18);
        row("HLG 4:2:2 10 bit", media::PixelFormat::Yuv422p10, 18);
        row("PQ 4:2:0 10 bit", media::PixelFormat::Yuv420p10, 16);
        row("SDR 4:2:0 8 bit", media::PixelFormat::Yuv420p8, 1);
        row("SDR 4:2:2 10 bit", media::PixelFormat::Yuv422p10, 1);
    }

    void bothPathsAgree() {
        if (QGuiApplication::platformName() == QLatin1String("offscreen"))
            QSKIP("OpenGL needs a display");
        QFETCH(int, format);
        QFETCH(int, transfer);
        const media::Colour colour = transfer == 1 ? media::Colour::sdr() : media::Colour{9, transfer, 9, false};
        const auto frame = picture(static_cast<media::PixelFormat>(format), colour, 7);
        VideoView gl(nullptr, VideoView::Path::OpenGl);
        VideoView cpu(nullptr, VideoView::Path::Cpu);
        gl.resize(512, 128);
        cpu.resize(512, 128);
        gl.show();
        cpu.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gl));
        gl.setPicture(frame);
        cpu.setPicture(frame);
        QTRY_VERIFY(!gl.converted().isNull());
        QCOMPARE(gl.pathName(), QStringLiteral("OpenGL"));
        QCOMPARE(gl.converted().size(), cpu.converted().size());
        const int difference = largestDifference(gl.converted(), cpu.converted());
        QVERIFY2(difference <= 1, qPrintable(QStringLiteral("differs by %1 codes").arg(difference)));
    }
};

QTEST_MAIN(TestPicture)
#include "test_picture.moc"
