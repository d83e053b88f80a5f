#include "core/media/colour_convert.h"
#include "core/media/jpeg.h"
#include "core/media/scale.h"
#include "core/media/waveform.h"
#include "tests/support/media_fixtures.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <cstring>
#include <random>

using namespace cutaway;
using namespace cutaway::media;

namespace {

void put(WritableFrame& frame, std::size_t plane, int x, int y, int code) {
    std::uint8_t* row = frame.planes[plane] + frame.frame.strides[plane] * y;
    const auto wide = static_cast<std::uint16_t>(code);
    if (bitDepth(frame.frame.format) > 8)
        std::memcpy(row + 2 * x, &wide, 2);
    else
        row[x] = static_cast<std::uint8_t>(code);
}

VideoFramePtr flat(int width, int height, PixelFormat format, Colour colour, std::array<int, 3> codes) {
    WritableFrame frame = allocateFrame(width, height, format, colour);
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane ? height >> chromaShiftY(format) : height); ++y)
            for (int x = 0; x < (plane ? width / 2 : width); ++x)
                put(frame, plane, x, y, codes[plane]);
    return frame.share();
}

/// What a shader does with the public tables, in float.
std::array<float, 3> byTables(std::array<float, 3> yuv, const DisplayTransform& t, int bits) {
    const auto between = [](const float* table, std::int32_t entry, float part) {
        return table[entry] + part * (table[entry + 1] - table[entry]);
    };
    const auto lookUp = [&](const auto& table, float at) {
        const auto view = table.view();
        const auto pattern = std::bit_cast<std::int32_t>(std::clamp(at, view.lowest, view.highest));
        const float part = static_cast<float>(pattern & ((1 << view.shift) - 1)) / (1 << view.shift);
        return between(view.values, (pattern >> view.shift) - view.base, part);
    };
    const auto times = [](const std::array<float, 9>& m, const std::array<float, 3>& v) {
        return std::array<float, 3>{m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
                                    m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
                                    m[6] * v[0] + m[7] * v[1] + m[8] * v[2]};
    };
    for (std::size_t i = 0; i < 3; ++i)
        yuv[i] = yuv[i] / static_cast<float>((1 << bits) - 1) - t.yuvOffset[i];
    auto rgb = times(t.yuvToRgb, yuv);
    if (t.passThrough) {
        for (float& c : rgb)
            c = 255 * std::clamp(c, 0.0F, 1.0F);
        return rgb;
    }
    for (float& c : rgb) {
        const float at = std::clamp(c * t.linearScale, 0.0F, DisplayTransform::tableSize - 1.0F);
        c = between(t.toLinear.data(), static_cast<std::int32_t>(at), at - std::floor(at));
    }
    const auto scaleBy = [&](float factor) {
        for (float& c : rgb)
            c *= factor;
    };
    if (t.hasOotf)
        scaleBy(lookUp(t.ootf, t.luminance[0] * rgb[0] + t.luminance[1] * rgb[1] + t.luminance[2] * rgb[2]));
    scaleBy(lookUp(t.toneRatio, std::max({rgb[0], rgb[1], rgb[2]})));
    rgb = times(t.gamut, rgb);
    const float grey = std::clamp(0.2126F * rgb[0] + 0.7152F * rgb[1] + 0.0722F * rgb[2], 0.0F, 1.0F);
    const float low = std::min({rgb[0], rgb[1], rgb[2]}), high = std::max({rgb[0], rgb[1], rgb[2]});
    float keep = 1;
    if (low < 0)
        keep = std::min(keep, grey / (grey - low));
    if (high > 1)
        keep = std::min(keep, (1 - grey) / (high - grey));
    for (float& c : rgb)
        c = lookUp(t.toDisplay, grey + keep * (c - grey));
    return rgb;
}

} // namespace

class TestColour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownLevels() {
        // BT.2408: 75 % HLG is reference white and lands between 86 and 95 % of SDR; neutral stays neutral.
        const auto white = displayRgbExact({721, 512, 512}, Colour::hlg(), 10);
        QVERIFY(white[0] > 0.86 * 255 && white[0] < 0.95 * 255);
        QVERIFY(std::abs(white[0] - white[1]) < 0.01 && std::abs(white[1] - white[2]) < 0.01);
        QVERIFY(displayRgbExact({64, 512, 512}, Colour::hlg(), 10)[1] < 0.01);
        const auto peak = displayRgbExact({940, 512, 512}, Colour::hlg(), 10);
        QVERIFY(peak[1] > 254 && peak[1] <= 255);
        // 18 % grey (38 % HLG, 26 cd/m2) keeps its light relative to reference white: below the knee.
        const auto grey = displayRgbExact({397, 512, 512}, Colour::hlg(), 10);
        QVERIFY(std::abs(grey[1] - 255 * std::pow(26.0 / 203, 1 / 2.4)) < 1.5);
        // PQ reference white (58 %) is shown as HLG's.
        const auto pq = displayRgbExact({573, 512, 512}, {9, 16, 9, false}, 10);
        QVERIFY(std::abs(pq[1] - white[1]) < 1.5);
        // SDR is left alone.
        QVERIFY(std::abs(displayRgbExact({235, 128, 128}, Colour::sdr(), 8)[2] - 255) < 0.01);
        QVERIFY(std::abs(displayRgbExact({16, 128, 128}, Colour::sdr(), 8)[2]) < 0.01);
    }

    void risesWithTheSignal() {
        double before = -1;
        for (int code = 64; code <= 940; ++code) {
            const double now = displayRgbExact({static_cast<double>(code), 512, 512}, Colour::hlg(), 10)[1];
            QVERIFY(now >= before);
            before = now;
        }
    }

    void tablesAndFastPathAreWithinOneCode_data() {
        QTest::addColumn<int>("primaries");
        QTest::addColumn<int>("transfer");
        QTest::addColumn<int>("matrix");
        QTest::newRow("HLG") << 9 << 18 << 9;
        QTest::newRow("PQ") << 9 << 16 << 9;
        QTest::newRow("SDR BT.2020") << 9 << 14 << 9;
        QTest::newRow("SDR BT.709") << 1 << 1 << 1;
    }

    void tablesAndFastPathAreWithinOneCode() {
        QFETCH(int, primaries);
        QFETCH(int, transfer);
        QFETCH(int, matrix);
        const Colour colour{primaries, transfer, matrix, false};
        const auto transform = displayTransform(colour, 10);
        QCOMPARE(displayTransform(colour, 10).get(), transform.get());
        std::mt19937 random(3);
        double worstTable = 0, worstFast = 0;
        for (int i = 0; i < 4000; ++i) {
            const std::array<int, 3> codes{64 + static_cast<int>(random() % 877),
                                           512 - 200 + static_cast<int>(random() % 400),
                                           512 - 200 + static_cast<int>(random() % 400)};
            const auto exact = displayRgbExact(
                {static_cast<double>(codes[0]), static_cast<double>(codes[1]), static_cast<double>(codes[2])},
                colour, 10);
            const auto table = byTables(
                {static_cast<float>(codes[0]), static_cast<float>(codes[1]), static_cast<float>(codes[2])},
                *transform, 10);
            const RgbImage fast = toDisplayRgb(*flat(4, 4, PixelFormat::Yuv420p10, colour, codes));
            // Wide rows take the vector code where there is any: the same bytes.
            const RgbImage wide = toDisplayRgb(*flat(16, 4, PixelFormat::Yuv420p10, colour, codes));
            QVERIFY(std::equal(fast.pixel(1, 1), fast.pixel(2, 1), wide.pixel(5, 2)));
            for (std::size_t c = 0; c < 3; ++c) {
                worstTable = std::max(worstTable, std::abs(static_cast<double>(table[c]) - exact[c]));
                worstFast = std::max(worstFast, std::abs(fast.pixel(1, 1)[c] - exact[c]));
            }
        }
        qInfo("worst by tables %.3f, by fast path %.3f codes", worstTable, worstFast);
        QVERIFY(worstTable < 0.75);
        QVERIFY(worstFast < 1.0);
    }

    void chromaIsLeftSited() {
        WritableFrame frame = allocateFrame(8, 2, PixelFormat::Yuv422p8, Colour::sdr());
        for (int y = 0; y < 2; ++y) {
            for (int x = 0; x < 8; ++x)
                put(frame, 0, x, y, 126);
            for (int x = 0; x < 4; ++x) {
                put(frame, 1, x, y, 128);
                put(frame, 2, x, y, x < 2 ? 100 : 160);
            }
        }
        const RgbImage image = toDisplayRgb(*frame.share());
        QCOMPARE(image.pixel(2, 0)[0], image.pixel(0, 0)[0]);
        QCOMPARE(image.pixel(4, 0)[0], image.pixel(7, 0)[0]);
        const int between = (image.pixel(2, 0)[0] + image.pixel(4, 0)[0]) / 2;
        QVERIFY(std::abs(image.pixel(3, 0)[0] - between) <= 1);
    }

    void scalingKeepsColourAndLevels() {
        const auto large = flat(960, 540, PixelFormat::Yuv420p10, Colour::hlg(), {700, 400, 600});
        for (const auto quality : {ScaleQuality::Fast, ScaleQuality::Good, ScaleQuality::Best}) {
            const auto small = scale(large, 480, 270, PixelFormat::Yuv422p10, quality);
            QVERIFY(small.ok());
            QCOMPARE((*small)->colour, Colour::hlg());
            for (std::size_t plane = 0; plane < 3; ++plane) {
                std::uint16_t sample = 0;
                std::memcpy(&sample, (*small)->planes[plane] + (*small)->strides[plane] * 100 + 200, 2);
                QCOMPARE(static_cast<int>(sample), (std::array{700, 400, 600}[plane]));
            }
        }
        QCOMPARE(scale(large, 960, 540, PixelFormat::Yuv420p10)->get(), large.get());
        QVERIFY(!scale(large, 8, 8, PixelFormat::Yuv420p10).ok());
    }

    void doubledChroma_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("8 bit") << static_cast<int>(PixelFormat::Yuv420p8)
                               << static_cast<int>(PixelFormat::Yuv422p8);
        QTest::newRow("10 bit") << static_cast<int>(PixelFormat::Yuv420p10)
                                << static_cast<int>(PixelFormat::Yuv422p10);
    }

    /// Beside the filter's definition, computed in double for each sample.
    void doubledChroma() {
        QFETCH(int, from);
        QFETCH(int, to);
        const auto format = static_cast<PixelFormat>(from);
        constexpr int width = 50, height = 38, rows = height / 2;
        const int highest = (1 << bitDepth(format)) - 1;
        std::mt19937 random(5);
        WritableFrame frame = allocateFrame(width, height, format, Colour::hlg());
        std::array<std::vector<int>, 3> codes;
        for (std::size_t plane = 0; plane < 3; ++plane)
            for (int y = 0; y < (plane ? rows : height); ++y)
                for (int x = 0; x < (plane ? width / 2 : width); ++x) {
                    // Full swings among them, so that the filter overshoots at both ends.
                    const int code = random() % 3 == 0 ? (random() % 2 == 0 ? 0 : highest)
                                                       : static_cast<int>(random()) & highest;
                    codes[plane].push_back(code);
                    put(frame, plane, x, y, code);
                }
        const auto input = frame.share();
        const auto wide = scale(input, width, height, static_cast<PixelFormat>(to), ScaleQuality::Best);
        QVERIFY(wide.ok());
        QCOMPARE((*wide)->format, static_cast<PixelFormat>(to));
        QCOMPARE((*wide)->planes[0], input->planes[0]);
        const auto lanczos = [](double x) {
            const double p = 3.14159265358979323846 * x;
            return std::abs(x) >= 3 ? 0.0 : x == 0 ? 1.0 : 3 * std::sin(p) * std::sin(p / 3) / (p * p);
        };
        for (std::size_t plane = 1; plane < 3; ++plane)
            for (int y = 0; y < height; ++y) {
                const double at = (y + 0.5) / 2 - 0.5;
                for (int x = 0; x < width / 2; ++x) {
                    double sum = 0, weight = 0;
                    for (int row = static_cast<int>(std::floor(at)) - 3; row < at + 4; ++row) {
                        const auto stored = static_cast<std::size_t>(std::clamp(row, 0, rows - 1));
                        const double w = lanczos(row - at);
                        sum += w * codes[plane][stored * (width / 2) + static_cast<std::size_t>(x)];
                        weight += w;
                    }
                    const double wanted = std::clamp(sum / weight, 0.0, static_cast<double>(highest));
                    int got = 0;
                    std::memcpy(&got,
                                (*wide)->planes[plane] + (*wide)->strides[plane] * y +
                                    x * (bitDepth(format) > 8 ? 2 : 1),
                                bitDepth(format) > 8 ? 2 : 1);
                    QVERIFY2(std::abs(got - wanted) < 1, qPrintable(QString::number(got - wanted)));
                }
            }
    }

    void scaledIdsAreRead() {
        const auto picture =
            test::testPicture(3840, 2160, PixelFormat::Yuv422p10, Colour::hlg(), {77, 123456});
        const auto small = scale(picture, 480, 270, PixelFormat::Yuv420p8, ScaleQuality::Fast);
        QVERIFY(small.ok());
        const auto id = readFrameId(**small);
        QVERIFY(id && id->source == 77 && id->frame == 123456);
    }

    void jpegBothWays() {
        const auto picture = flat(640, 360, PixelFormat::Yuv420p10, Colour::hlg(), {600, 480, 560});
        const auto wanted = toDisplayRgb(*picture);
        const auto bytes = encodeJpeg(picture, 320, 95);
        QVERIFY2(bytes.ok(), bytes ? "" : bytes.error().detail.c_str());
        const auto image = decodeJpeg(*bytes);
        QVERIFY(image.ok());
        QCOMPARE(image->width, 320);
        QCOMPARE(image->height, 180);
        for (int c = 0; c < 3; ++c)
            QVERIFY(std::abs(image->pixel(100, 100)[c] - wanted.pixel(100, 100)[c]) <= 3);
        std::mt19937 random(4);
        for (int round = 0; round < 200; ++round) {
            ByteBuffer damaged = *bytes;
            for (int hit = 0; hit < 5; ++hit)
                damaged[random() % damaged.size()] = static_cast<std::byte>(random());
            (void)decodeJpeg(damaged);
            damaged.resize(random() % damaged.size());
            (void)decodeJpeg(damaged);
        }
    }

    void peaksOfSound() {
        AudioBlock block = AudioBlock::silence(2, 1000);
        block.samples[2 * 150] = 1 << 30;
        block.samples[2 * 150 + 1] = -(1 << 29);
        const auto fine = peaks(block, 100);
        QCOMPARE(fine.size(), 10U);
        QCOMPARE(fine[0], Peak{});
        QCOMPARE(fine[1], (Peak{-8192, 16384}));
        const auto rough = coarser(fine);
        QCOMPARE(rough.size(), 5U);
        QCOMPARE(rough[0], (Peak{-8192, 16384}));
        QVERIFY(peaks(block, 0).empty());
    }
};

QTEST_APPLESS_MAIN(TestColour)
#include "test_colour.moc"
