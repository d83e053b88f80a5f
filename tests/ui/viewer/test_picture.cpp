#include "ui/viewer/video_view.h"

#include "core/media/colour_convert.h"

#include <QGuiApplication>
#include <QTest>

#include <array>
#include <cmath>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

/// Smooth colours all over the cube of valid R'G'B', as narrow-range YCbCr.
media::VideoFramePtr picture(media::PixelFormat format, media::Colour colour) {
    constexpr int width = 512;
    constexpr int height = 128;
    auto made = media::allocateFrame(width, height, format, colour);
    const bool wide = colour.primaries == 9;
    const double kr = wide ? 0.2627 : 0.2126;
    const double kb = wide ? 0.0593 : 0.0722;
    const double unit = 1 << (media::bitDepth(format) - 8);
    const auto rgbAt = [](double x, double y) {
        return std::array{x / width, y / height, 0.5 + 0.5 * std::sin(x * 0.05 + y * 0.03)};
    };
    const auto luma = [&](const std::array<double, 3>& c) {
        return kr * c[0] + (1 - kr - kb) * c[1] + kb * c[2];
    };
    const auto put = [&](std::size_t plane, int x, int y, double code) {
        std::uint8_t* row = made.planes[plane] + made.frame.strides[plane] * y;
        if (media::bitDepth(format) > 8)
            reinterpret_cast<std::uint16_t*>(row)[x] = static_cast<std::uint16_t>(std::lround(code * unit));
        else
            row[x] = static_cast<std::uint8_t>(std::lround(code));
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            put(0, x, y, 16 + 219 * luma(rgbAt(x, y)));
    const int down = media::chromaShiftY(format);
    for (int y = 0; y < height >> down; ++y)
        for (int x = 0; x < width / 2; ++x) {
            const auto c = rgbAt(2 * x, down ? 2 * y + 0.5 : y);
            put(1, x, y, 128 + 224 * (c[2] - luma(c)) / (2 * (1 - kb)));
            put(2, x, y, 128 + 224 * (c[0] - luma(c)) / (2 * (1 - kr)));
        }
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
        row("SDR 4:2:0 8 bit", media::PixelFormat::Yuv420p8, 1);
        row("SDR 4:2:2 10 bit", media::PixelFormat::Yuv422p10, 1);
    }

    void bothPathsAgree() {
        if (QGuiApplication::platformName() == QLatin1String("offscreen"))
            QSKIP("OpenGL needs a display");
        QFETCH(int, format);
        QFETCH(int, transfer);
        const media::Colour colour =
            transfer == 1 ? media::Colour::sdr() : media::Colour{9, transfer, 9, false};
        const auto frame = picture(static_cast<media::PixelFormat>(format), colour);
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
