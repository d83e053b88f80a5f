#include "tests/core/scopes/charts.h"

#include "core/media/light_level.h"
#include "core/scopes/analyse.h"
#include "core/scopes/graticule.h"
#include "core/scopes/guides.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace cutaway;
using namespace cutaway::scopes;
using media::Colour;
using media::PixelFormat;

namespace {

constexpr Colour hdr10{9, 16, 9, false};

/// Y'CbCr code values of R'G'B' 0..1, written down here from BT.709 and BT.2020 once more.
Codes codesOf(std::array<double, 3> rgb, Colour colour, int bits) {
    const std::array<double, 3> k = colour.matrix == 9 ? std::array<double, 3>{0.2627, 0.6780, 0.0593}
                                                       : std::array<double, 3>{0.2126, 0.7152, 0.0722};
    const double y = k[0] * rgb[0] + k[1] * rgb[1] + k[2] * rgb[2];
    const double cb = (rgb[2] - y) / (2 * (1 - k[2])), cr = (rgb[0] - y) / (2 * (1 - k[0]));
    const int step = 1 << (bits - 8);
    return {static_cast<int>(std::lround((16 + 219 * y) * step)),
            static_cast<int>(std::lround((128 + 224 * cb) * step)),
            static_cast<int>(std::lround((128 + 224 * cr) * step))};
}

/// White, yellow, cyan, green, magenta, red, blue, black from left to right.
media::VideoFramePtr bars(double amplitude, PixelFormat format, Colour colour) {
    return chart(960, 540, format, colour, [=](int x, int) {
        const int bar = 7 - x / 120;
        return codesOf({amplitude * (bar >> 1 & 1), amplitude * (bar >> 2 & 1), amplitude * (bar & 1)},
                       colour, media::bitDepth(format));
    });
}

media::VideoFramePtr grey(double level, PixelFormat format, Colour colour) {
    const Codes codes = codesOf({level, level, level}, colour, media::bitDepth(format));
    return chart(320, 180, format, colour, [=](int, int) { return codes; });
}

std::uint64_t total(const Plane& plane) {
    return std::accumulate(plane.counts.begin(), plane.counts.end(), std::uint64_t{0});
}

/// Rows that are hit in one column.
std::vector<int> rowsIn(const Plane& plane, int column) {
    std::vector<int> rows;
    for (int row = 0; row < plane.rows; ++row)
        if (plane.at(column, row) > 0)
            rows.push_back(row);
    return rows;
}

int nearestRow(double row) {
    return static_cast<int>(std::lround(row));
}

} // namespace

class TestScopes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRampIsAStraightLine_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("8 bits") << static_cast<int>(PixelFormat::Yuv420p8);
        QTest::newRow("10 bits") << static_cast<int>(PixelFormat::Yuv422p10);
    }
    void aRampIsAStraightLine() {
        QFETCH(int, format);
        const auto pixels = static_cast<PixelFormat>(format);
        const int step = media::bitDepth(pixels) == 8 ? 1 : 4;
        constexpr int width = 960;
        const auto ramp = chart(width, 270, pixels, Colour::sdr(), [=](int x, int) {
            return Codes{(16 * step) + 219 * step * x / (width - 1), 128 * step, 128 * step};
        });
        const Trace trace = analyse(*ramp, Kind::Waveform);
        QCOMPARE(trace.planes.size(), std::size_t(1));
        QCOMPARE(total(trace.planes[0]), std::uint64_t(width) * 270);
        for (int column = 0; column < waveformColumns; ++column) {
            const double level = (2.0 * column + 0.5) / (width - 1);
            for (const int row : rowsIn(trace.planes[0], column))
                QVERIFY(std::abs(row - rowOfLevel(level, Colour::sdr())) <= 1.3);
        }
        // The same in R', G' and B', which are all alike.
        const Trace parade = analyse(*ramp, Kind::Parade);
        QCOMPARE(parade.planes.size(), std::size_t(3));
        for (const Plane& plane : parade.planes) {
            QCOMPARE(total(plane), std::uint64_t(width) * 270);
            for (int column = 0; column < paradeColumns; ++column)
                for (const int row : rowsIn(plane, column))
                    QVERIFY(std::abs(row - rowOfLevel((4.0 * column + 1.5) / (width - 1), Colour::sdr())) <=
                            1.6);
        }
    }

    void barsLieOnTheirTargets_data() {
        QTest::addColumn<int>("matrix");
        QTest::addColumn<double>("amplitude");
        for (const int matrix : {1, 9})
            for (const double amplitude : {0.75, 1.0})
                QTest::addRow("matrix %d at %.0f %%", matrix, amplitude * 100) << matrix << amplitude;
    }
    void barsLieOnTheirTargets() {
        QFETCH(int, matrix);
        QFETCH(double, amplitude);
        const Colour colour = matrix == 9 ? Colour::hlg() : Colour::sdr();
        for (const auto format : {PixelFormat::Yuv420p8, PixelFormat::Yuv422p10}) {
            const Trace trace = analyse(*bars(amplitude, format, colour), Kind::Vectorscope);
            const Plane& plane = trace.planes[0];
            int found = 0;
            std::uint64_t onTargets = plane.at(128, 128); // white and black
            for (const Target& target : vectorTargets(colour)) {
                const int column = nearestRow(rowOfChroma(target.cb, colour));
                const int row = nearestRow(rowOfChroma(target.cr, colour));
                std::uint64_t hits = 0;
                for (int dx = -1; dx <= 1; ++dx)
                    for (int dy = -1; dy <= 1; ++dy)
                        hits += plane.at(std::clamp(column + dx, 0, 255), std::clamp(row + dy, 0, 255));
                QCOMPARE(hits > 0, target.full == (amplitude == 1.0));
                found += hits > 0;
                onTargets += hits;
            }
            QCOMPARE(found, 6);
            QCOMPARE(onTargets, total(plane)); // and nothing is anywhere else
        }
    }
    void redIsWhereEveryVectorscopeHasIt() {
        const auto targets = vectorTargets(Colour::sdr());
        const auto red = std::find_if(targets.begin(), targets.end(),
                                      [](const Target& t) { return t.name == "R" && t.full; });
        QVERIFY(red != targets.end());
        QVERIFY(std::abs(red->cr - 0.5) < 1e-9);
        QVERIFY(std::abs(red->cb + 0.1146) < 1e-4);
    }

    void paradeAndHistogramSeparateTheColours() {
        const auto picture = bars(1.0, PixelFormat::Yuv422p10, Colour::sdr());
        const Trace parade = analyse(*picture, Kind::Parade);
        // Columns in the middle of each bar: which channels are up.
        for (int bar = 0; bar < 8; ++bar) {
            const int column = bar * 30 + 15, bits = 7 - bar;
            for (const auto& [plane, on] : {std::pair{0, bits >> 1 & 1}, {1, bits >> 2 & 1}, {2, bits & 1}}) {
                const auto rows = rowsIn(parade.planes[static_cast<std::size_t>(plane)], column);
                QVERIFY(!rows.empty());
                for (const int row : rows)
                    QVERIFY(std::abs(row - rowOfLevel(on, Colour::sdr())) <= 1);
            }
        }
        const Trace histogram = analyse(*picture, Kind::Histogram);
        QCOMPARE(histogram.planes.size(), std::size_t(4));
        for (const Plane& plane : histogram.planes)
            QCOMPARE(total(plane), histogram.samples);
        // Half of the bars have each colour, and the edges between them something in between.
        for (std::size_t c = 0; c < 3; ++c) {
            std::uint64_t low = 0, high = 0;
            for (int offset = 0; offset <= 2; ++offset) {
                low += histogram.planes[c].at(0, 15 + offset);
                high += histogram.planes[c].at(0, 234 + offset);
            }
            QVERIFY(low > histogram.samples * 48 / 100 && high > histogram.samples * 48 / 100);
        }
    }

    void threeQuartersOfHlgIs203Nits() {
        for (const auto format : {PixelFormat::Yuv420p8, PixelFormat::Yuv420p10}) {
            const Trace trace = analyse(*grey(0.75, format, Colour::hlg()), Kind::Waveform);
            const auto lines = lightLines(trace.colour);
            QVERIFY(lines.front().referenceWhite);
            QCOMPARE(lines.front().label, std::string("203"));
            const int line = nearestRow(rowOfLevel(lines.front().level, trace.colour));
            for (const int column : {0, 100, 319})
                for (const int row : rowsIn(trace.planes[0], column))
                    QVERIFY2(std::abs(row - line) <= 1, qPrintable(QString::number(row)));
        }
        QVERIFY(std::abs(lightLines(Colour::hlg()).front().level - 0.75) < 0.001);
        QVERIFY(std::abs(lightLines(hdr10).front().level - 0.5807) < 0.001);
    }
    void lightIsSaidOnlyInHdr() {
        QVERIFY(lightLines(Colour::sdr()).empty());
        QVERIFY(!hasNits(Colour::sdr()));
        QVERIFY(!media::lightOfSignal(0.5, Colour::sdr()));
        QVERIFY(signalUnit(Colour::sdr()) == Unit::Ire);
        QVERIFY(signalUnit(Colour::hlg()) == Unit::HlgPercent);
        QVERIFY(signalUnit(hdr10) == Unit::PqPercent);
        for (const Colour& colour : {Colour::hlg(), hdr10})
            for (double light = 0.5; light < 1000; light *= 1.7) {
                const double signal = *media::signalOfLight(light, colour);
                QVERIFY(std::abs(*media::lightOfSignal(signal, colour) - light) < 1e-6 * light);
            }
        // ITU-R BT.2408 and BT.2100.
        QVERIFY(std::abs(*media::lightOfSignal(1, Colour::hlg()) - 1000) < 1e-3);
        QVERIFY(std::abs(*media::lightOfSignal(0.5, Colour::hlg()) - 50.7) < 0.1);
        QVERIFY(std::abs(*media::signalOfLight(1000, hdr10) - 0.752) < 0.001);
        QVERIFY(std::abs(*media::signalOfLight(100, hdr10) - 0.508) < 0.001);
    }

    void whatIsBeyondWhiteAndBlackIsSeen() {
        const auto extremes = chart(64, 64, PixelFormat::Yuv420p10, Colour::hlg(), [](int x, int) {
            return Codes{x < 32 ? 4 : 1019, 512, 512};
        });
        const Plane plane = analyse(*extremes, Kind::Waveform).planes[0];
        QCOMPARE(rowsIn(plane, 0), std::vector<int>{1});
        QCOMPARE(rowsIn(plane, plane.columns - 1), std::vector<int>{255});
        QVERIFY(levelOfRow(255, Colour::hlg()) > 1.09);
        QVERIFY(levelOfRow(1, Colour::hlg()) < -0.06);
        Colour full = Colour::sdr();
        full.fullRange = true;
        QCOMPARE(rowOfLevel(0, full), 0.0);
        QCOMPARE(rowOfLevel(1, full), 255.0);
    }

    void fewerRowsGiveTheSameTrace() {
        const auto picture = bars(0.75, PixelFormat::Yuv420p8, Colour::sdr());
        QCOMPARE(playingStep(*picture), 2);
        for (const Kind kind : {Kind::Waveform, Kind::Parade, Kind::Vectorscope, Kind::Histogram}) {
            const Trace all = analyse(*picture, kind), some = analyse(*picture, kind, 2);
            QCOMPARE(all.planes.size(), some.planes.size());
            for (std::size_t i = 0; i < all.planes.size(); ++i)
                for (std::size_t at = 0; at < all.planes[i].counts.size(); ++at)
                    QCOMPARE(some.planes[i].counts[at] > 0, all.planes[i].counts[at] > 0);
        }
    }
    void oddAndTinyPicturesAreCounted() {
        for (const auto format : {PixelFormat::Yuv420p8, PixelFormat::Yuv422p10})
            for (const Kind kind : {Kind::Waveform, Kind::Parade, Kind::Vectorscope, Kind::Histogram}) {
                const auto picture = chart(18, 16, format, Colour::sdr(), [](int, int) {
                    return Codes{200, 90, 60};
                });
                const Trace trace = analyse(*picture, kind, 5);
                for (const Plane& plane : trace.planes)
                    QCOMPARE(total(plane), trace.samples);
                QVERIFY(trace.samples > 0);
            }
    }
    void whatIsThereCanBeSeen() {
        Plane plane(4, levels);
        plane.counts[3] = 1;
        plane.counts[7] = 40'000;
        const auto seen = brightness(plane, Kind::Waveform, 40'001);
        QCOMPARE(int(seen[0]), 0);
        QVERIFY(seen[3] > 40);
        QCOMPARE(int(seen[7]), 255);
    }

    void safeAreasAreThoseOfR95() {
        using Name = GuideBox::Name;
        const auto uhd = guideBoxes(Guide::SafeAreas, 3840, 2160);
        QCOMPARE(uhd.size(), std::size_t(2));
        QVERIFY((uhd[0] == GuideBox{Name::ActionSafe, 134, 76, 3840 - 268, 2160 - 152}));
        QVERIFY((uhd[1] == GuideBox{Name::GraphicsSafe, 192, 108, 3840 - 384, 2160 - 216}));
        const auto hd = guideBoxes(Guide::SafeAreas, 1920, 1080);
        QVERIFY((hd[0] == GuideBox{Name::ActionSafe, 67, 38, 1786, 1004}));
        QVERIFY((hd[1] == GuideBox{Name::GraphicsSafe, 96, 54, 1728, 972}));
    }
    void cropsAreCentredAndFit() {
        using Name = GuideBox::Name;
        QVERIFY(
            (guideBoxes(Guide::Crop9x16, 3840, 2160)[0] == GuideBox{Name::Crop9x16, 1312, 0, 1215, 2160}));
        QVERIFY((guideBoxes(Guide::Crop1x1, 1920, 1080)[0] == GuideBox{Name::Crop1x1, 420, 0, 1080, 1080}));
        QVERIFY((guideBoxes(Guide::Crop4x5, 1920, 1080)[0] == GuideBox{Name::Crop4x5, 528, 0, 864, 1080}));
        // In an upright picture the width is kept.
        QVERIFY((guideBoxes(Guide::Crop1x1, 1080, 1920)[0] == GuideBox{Name::Crop1x1, 0, 420, 1080, 1080}));
    }
};

QTEST_APPLESS_MAIN(TestScopes)
#include "test_scopes.moc"
