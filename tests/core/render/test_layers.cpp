#include "made_pictures.h"

#include "core/media/frame_id.h"
#include "core/render/compositor.h"
#include "core/render/internal/turn.h"
#include "core/render/placing.h"

#include <QTest>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <random>

using namespace cutaway;
using namespace cutaway::render;
using media::PixelFormat;
using media::VideoFramePtr;
using timeline::Framing;
using timeline::PicturePlacement;
using P = timeline::PictureParameter;

namespace {

constexpr std::array formats{PixelFormat::Yuv420p8, PixelFormat::Yuv420p10, PixelFormat::Yuv422p8,
                             PixelFormat::Yuv422p10};

/// Samples of `got` that are not what `wanted` says.
template <class Wanted>
std::int64_t wrongSamples(const media::VideoFrame& got, Wanted wanted) {
    std::int64_t wrong = 0;
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < heightOf(got.height, got.format, plane); ++y)
            for (int x = 0; x < widthOf(got.width, plane); ++x)
                wrong += sampleOf(got, plane, x, y) != wanted(plane, x, y) ? 1 : 0;
    return wrong;
}

PicturePlacement placed(std::initializer_list<std::pair<P, int>> values) {
    PicturePlacement placement;
    for (const auto& [parameter, value] : values)
        placement.of(parameter) = value;
    return placement;
}

Picture picture(VideoFramePtr frame, PicturePlacement placement = {}) {
    Picture made;
    made.frame = std::move(frame);
    made.placement = placement;
    return made;
}

VideoFramePtr composed(const std::vector<Picture>& pictures, const Canvas& canvas) {
    auto made = compose(pictures, canvas);
    return made ? *made : nullptr;
}

/// A part of a frame as a frame; left and top even.
media::VideoFrame partOf(const media::VideoFrame& frame, int left, int top, int width, int height) {
    media::VideoFrame part = frame;
    part.width = width;
    part.height = height;
    const int bytes = bitDepth(frame.format) > 8 ? 2 : 1;
    for (std::size_t plane = 0; plane < 3; ++plane)
        part.planes[plane] += (plane == 0 ? top : top >> chromaShiftY(frame.format)) * frame.strides[plane] +
                              (plane == 0 ? left : left / 2) * bytes;
    return part;
}

/// Where the light of a picture is along x: the mean column, weighed by what is above `black`.
double centreOf(const media::VideoFrame& frame, int black) {
    double sum = 0, weight = 0;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const double light = sampleOf(frame, 0, x, y) - black;
            sum += light * (x + 0.5);
            weight += light;
        }
    return sum / weight;
}

std::uint64_t hashOf(const media::VideoFrame& frame) {
    std::uint64_t hash = 1469598103934665603u;
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < heightOf(frame.height, frame.format, plane); ++y)
            for (int x = 0; x < widthOf(frame.width, plane); ++x)
                hash = (hash ^ static_cast<std::uint64_t>(sampleOf(frame, plane, x, y))) * 1099511628211u;
    return hash;
}

const Canvas hd{960, 540, PixelFormat::Yuv420p10};

} // namespace

class TestLayers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotChangedIsNotTouched() {
        const auto below = noise(hd, 1);
        const auto above = noise(hd, 2);
        QCOMPARE(composed({picture(below), picture(above)}, hd), above);
        // Filling a frame of its own shape is no change, nor is a whole turn.
        PicturePlacement filling = placed({{P::Rotation, 360'000}});
        filling.framing = Framing::Fill;
        QCOMPARE(wrongSamples(*composed({picture(below), picture(above, filling)}, hd),
                              [&](std::size_t plane, int x, int y) { return sampleOf(*above, plane, x, y); }),
                 0);
        // What is not seen at all leaves what is below as it is.
        for (const auto& unseen :
             {placed({{P::Opacity, 0}}), placed({{P::Scale, 0}}),
              placed({{P::CropLeft, 60'000}, {P::CropRight, 40'000}}), placed({{P::PositionX, 100'000}})})
            QCOMPARE(composed({picture(below), picture(above, unseen)}, hd), below);
    }

    void movedByWholeSamplesItKeepsThem() {
        for (const PixelFormat format : formats) {
            const Canvas canvas{400, 200, format};
            const auto below = noise(canvas, 1);
            const auto above = noise(canvas, 2);
            const auto moved = placed({{P::PositionX, 10'000}, {P::PositionY, -7'000}}); // 40 right, 14 up
            QCOMPARE(wrongSamples(*composed({picture(below), picture(above, moved)}, canvas),
                                  [&](std::size_t plane, int x, int y) {
                                      const int dx = plane == 0 ? 40 : 20;
                                      const int dy = heightOf(14, format, plane);
                                      const bool seen = x >= dx && y < heightOf(200, format, plane) - dy;
                                      return seen ? sampleOf(*above, plane, x - dx, y + dy)
                                                  : sampleOf(*below, plane, x, y);
                                  }),
                     0);
        }
    }

    void aCropCutsOffAndMovesNothing() {
        const Canvas canvas{400, 200, PixelFormat::Yuv422p10};
        const auto below = noise(canvas, 1);
        const auto above = noise(canvas, 2);
        const auto cropped = placed(
            {{P::CropLeft, 10'000}, {P::CropTop, 20'000}, {P::CropRight, 5'000}, {P::CropBottom, 1'000}});
        QCOMPARE(wrongSamples(*composed({picture(below), picture(above, cropped)}, canvas),
                              [&](std::size_t plane, int x, int y) {
                                  const int step = plane == 0 ? 1 : 2;
                                  const bool seen = x * step >= 40 && x * step < 380 && y >= 40 && y < 198;
                                  return sampleOf(seen ? *above : *below, plane, x, y);
                              }),
                 0);
    }

    void opacityIsExact() {
        for (const PixelFormat format : formats) {
            const Canvas canvas{96, 54, format};
            const auto below = noise(canvas, 1);
            const auto above = noise(canvas, 2);
            for (const int opacity : {1, 250, 500, 667, 999}) {
                const std::int64_t share = (opacity * 16384 + 500) / 1000;
                QCOMPARE(
                    wrongSamples(
                        *composed({picture(below), picture(above, placed({{P::Opacity, opacity}}))}, canvas),
                        [&](std::size_t plane, int x, int y) {
                            const std::int64_t a = sampleOf(*below, plane, x, y);
                            const std::int64_t b = sampleOf(*above, plane, x, y);
                            return (a * 16384 + (b - a) * share + 8192) >> 14;
                        }),
                    0);
            }
        }
    }

    void turnedByHalfATurnEverySampleIsTheOppositeOne() {
        const Canvas canvas{400, 200, PixelFormat::Yuv420p10};
        const auto above = noise(canvas, 2);
        const auto half = composed({picture(above, placed({{P::Rotation, 180'000}}))}, canvas);
        const auto quarter = composed({picture(above, placed({{P::Rotation, -270'000}}))}, canvas);
        int wrong = 0;
        for (int y = 0; y < 200; ++y)
            for (int x = 0; x < 400; ++x) {
                wrong += sampleOf(*half, 0, x, y) != sampleOf(*above, 0, 399 - x, 199 - y) ? 1 : 0;
                // A quarter clockwise: what was at the left is at the top.
                const bool inside = x >= 100 && x < 300;
                const int wanted = inside ? sampleOf(*above, 0, y + 100, 299 - x) : 64;
                wrong += sampleOf(*quarter, 0, x, y) != wanted ? 1 : 0;
            }
        QCOMPARE(wrong, 0);
    }

    void sinesAreThoseOfTheAngle() {
        for (std::int64_t angle = -400'000; angle < 400'000; angle += 777) {
            const auto turn = internal::turnBy(angle);
            const double radians = static_cast<double>(angle) / 180'000 * M_PI;
            QVERIFY(std::abs(static_cast<double>(turn.cosine) / (1 << 30) - std::cos(radians)) <
                    1.0 / (1 << 28));
            QVERIFY(std::abs(static_cast<double>(turn.sine) / (1 << 30) - std::sin(radians)) <
                    1.0 / (1 << 28));
        }
        QVERIFY((internal::turnBy(90'000) == internal::Turn{0, 1 << 30}));
        QVERIFY((internal::turnBy(-180'000) == internal::Turn{-(1 << 30), 0}));
    }

    /// Evenly lit stays evenly lit whatever is done to it, chroma too.
    void aFlatPictureStaysFlat() {
        const auto below = flat(hd, 200, 512);
        const auto above = flat(hd, 700, 300);
        for (const auto& placement :
             {placed({{P::Scale, 30'000}}), placed({{P::Scale, 37'777}, {P::Rotation, 12'345}}),
              placed({{P::Scale, 250'000}, {P::Rotation, 30'000}}), placed({{P::Scale, 2'500}})}) {
            const auto frame = composed({picture(below), picture(above, placement)}, hd);
            QCOMPARE(sampleOf(*frame, 0, 480, 270), 700);
            QCOMPARE(sampleOf(*frame, 1, 240, 135), 300);
            int between = 0;
            for (int y = 0; y < 540; ++y)
                for (int x = 0; x < 960; ++x) {
                    const int code = sampleOf(*frame, 0, x, y);
                    QVERIFY(code >= 200 && code <= 700);
                    between += code != 200 && code != 700 ? 1 : 0;
                }
            QVERIFY2(between < 4000, qPrintable(QString::number(between))); // its edge only
        }
    }

    /// Every sample counts when a picture becomes smaller: the mean of a pattern is kept, and none of it
    /// stays to flicker.
    void whatBecomesSmallerIsAveraged() {
        const auto checks = made(hd, [](std::size_t plane, int x, int y) {
            return plane == 0 ? ((x / 2 + y / 2) % 2 == 0 ? 900 : 100) : 512;
        });
        for (const int rotation : {0, 20'000})
            for (const int scale : {30'000, 25'000, 10'000}) {
                const auto frame =
                    composed({picture(checks, placed({{P::Scale, scale}, {P::Rotation, rotation}}))}, hd);
                const int halfWidth = static_cast<int>(960LL * scale / 250'000) - 4;
                const int halfHeight = static_cast<int>(540LL * scale / 250'000) - 4;
                for (int y = 270 - halfHeight / 2; y < 270 + halfHeight / 2; ++y)
                    for (int x = 480 - halfWidth / 2; x < 480 + halfWidth / 2; ++x) {
                        const int code = sampleOf(*frame, 0, x, y);
                        QVERIFY2(
                            std::abs(code - 500) < 60,
                            qPrintable(QStringLiteral("%1 at %2 %3: %4").arg(scale).arg(x).arg(y).arg(code)));
                    }
            }
    }

    /// A ramp stays a ramp, at its place.
    void aScaledRampGoesThroughTheSameValues() {
        const auto ramp = made(hd, [](std::size_t plane, int x, int) { return plane == 0 ? 40 + x : 512; });
        for (const int scale : {50'000, 70'000, 150'000, 333'333}) {
            const auto frame = composed({picture(ramp, placed({{P::Scale, scale}}))}, hd);
            const int half = static_cast<int>(std::min<std::int64_t>(480, 480LL * scale / 100'000)) - 6;
            for (int x = 480 - half; x < 480 + half; ++x) {
                const double wanted = 40 + 480 - 0.5 + (x + 0.5 - 480) * 100'000 / scale;
                QVERIFY2(std::abs(sampleOf(*frame, 0, x, 270) - wanted) <= 1,
                         qPrintable(QStringLiteral("%1 at %2").arg(scale).arg(x)));
            }
        }
    }

    /// A tenth of a sample is a tenth of a sample: what moves slowly does not jump, in luma and at edges.
    void slowMovementIsSmooth() {
        const auto black = flat(hd, 64, 512);
        const auto spot = made(hd, [](std::size_t plane, int x, int y) {
            return plane != 0 ? 512 : x >= 400 && x < 440 && y >= 200 && y < 230 ? 800 : 64;
        });
        const auto box = flat(hd, 800, 512);
        const auto small = placed(
            {{P::CropLeft, 40'000}, {P::CropRight, 40'000}, {P::CropTop, 40'000}, {P::CropBottom, 40'000}});
        double lastSpot = 0, lastBox = 0;
        for (int step = 0; step < 30; ++step) {
            auto placement = PicturePlacement();
            placement.of(P::PositionX) = step * 10; // 0.096 samples
            const double spotNow = centreOf(*composed({picture(black), picture(spot, placement)}, hd), 64);
            auto moving = small;
            moving.of(P::PositionX) = step * 10;
            const double boxNow = centreOf(*composed({picture(black), picture(box, moving)}, hd), 64);
            if (step > 0) {
                QVERIFY2(std::abs(spotNow - lastSpot - 0.096) < 0.02,
                         qPrintable(QString::number(spotNow - lastSpot)));
                QVERIFY2(std::abs(boxNow - lastBox - 0.096) < 0.02,
                         qPrintable(QString::number(boxNow - lastBox)));
            }
            lastSpot = spotNow;
            lastBox = boxNow;
        }
    }

    void framingFillsOrFits() {
        const Canvas tall{304, 540, PixelFormat::Yuv420p10};
        const auto below = flat(tall, 300, 512);
        const auto wide = made(hd, [](std::size_t plane, int x, int) { return plane == 0 ? 40 + x : 512; });
        PicturePlacement fill;
        fill.framing = Framing::Fill;
        const auto filled = composed({picture(below), picture(wide, fill)}, tall);
        for (int x = 0; x < 304; ++x) // the middle of the picture at its own size
            QCOMPARE(sampleOf(*filled, 0, x, 100), 40 + x + (960 - 304) / 2);
        // Fitted, what is below is seen above and under it.
        const auto fitted = composed({picture(below), picture(wide)}, tall);
        QCOMPARE(sampleOf(*fitted, 0, 150, 100), 300);
        QCOMPARE(sampleOf(*fitted, 0, 150, 440), 300);
        QVERIFY(std::abs(sampleOf(*fitted, 0, 152, 270) - 520) < 4);
        // Panned to the picture's right end.
        fill.of(P::PositionX) = -static_cast<int>((960 - 304) / 2 * 100'000LL / 304);
        const auto panned = composed({picture(below), picture(wide, fill)}, tall);
        QVERIFY(std::abs(sampleOf(*panned, 0, 303, 100) - 999) <= 1);
    }

    /// What is told by a picture is told at the place and the size that it is shown at.
    void idsAreReadWhereThePictureLies() {
        auto numbered = media::allocateFrame(1920, 1080, PixelFormat::Yuv420p10, media::Colour::hlg());
        std::memset(numbered.planes[0], 0, static_cast<std::size_t>(numbered.frame.strides[0]) * 1080);
        media::drawFrameId(numbered, {7, 4711});
        auto base = media::allocateFrame(960, 540, PixelFormat::Yuv420p10, media::Colour::hlg());
        std::memset(base.planes[0], 0, static_cast<std::size_t>(base.frame.strides[0]) * 540);
        media::drawFrameId(base, {8, 99});
        // A quarter of the size of the master, in the upper right corner.
        const auto corner = placed({{P::Scale, 50'000}, {P::PositionX, 25'000}, {P::PositionY, -25'000}});
        const auto frame = composed({picture(base.share()), picture(numbered.share(), corner)}, hd);
        QCOMPARE(media::readFrameId(partOf(*frame, 480, 0, 480, 270)), (media::FrameId{7, 4711}));
        QCOMPARE(media::readFrameId(*frame), (media::FrameId{8, 99}));
    }

    void aPictureWithAlphaLiesOverWhatIsBelow() {
        for (const PixelFormat format : formats) {
            const Canvas canvas{96, 54, format};
            const int depth = bitDepth(format) - 8;
            const auto below = noise(canvas, 3);
            // White of 235 in the left half, half there in the middle third, laid over black.
            AlphaPlane alpha{96, 54, std::vector<std::uint16_t>(96 * 54)};
            for (std::size_t i = 0; i < alpha.samples.size(); ++i)
                alpha.samples[i] = i % 96 < 32   ? AlphaPlane::opaque
                                   : i % 96 < 64 ? AlphaPlane::opaque / 2
                                                 : 0;
            const auto graphic = made(canvas, [&](std::size_t plane, int x, int) {
                const int column = plane == 0 ? x : 2 * x;
                const int white = column < 32 ? 219 : column < 64 ? 110 : 0;
                return (plane == 0 ? 16 + white : 128) << depth;
            });
            Picture over = picture(graphic);
            over.alpha = std::make_shared<const AlphaPlane>(alpha);
            const auto frame = composed({picture(below), over}, canvas);
            QCOMPARE(wrongSamples(*frame,
                                  [&](std::size_t plane, int x, int y) {
                                      const int column = plane == 0 ? x : 2 * x;
                                      const int black = (plane == 0 ? 16 : 128) << depth;
                                      const int was = sampleOf(*below, plane, x, y);
                                      const int is = sampleOf(*graphic, plane, x, y);
                                      if (column < 32)
                                          return is;
                                      const int left = column < 64 ? (was - black + 1) >> 1 : was - black;
                                      return std::clamp(is + left, 0, (256 << depth) - 1);
                                  }),
                     0);
            // Moved by whole samples and half as strong it is the same elsewhere.
            over.placement = placed({{P::PositionX, 25'000}, {P::Opacity, 500}});
            const auto moved = composed({over}, canvas);
            QCOMPARE(sampleOf(*moved, 0, 10, 20), 16 << depth);
            const int half = sampleOf(*moved, 0, 30, 20) - (16 << depth);
            QVERIFY(std::abs(2 * half - (219 << depth)) <= 1);
        }
    }

    /// In a transition between two clips of one track that do not hide everything, what is below both is seen
    /// where neither is, and never through the one that goes.
    void aTransitionTakesOverFromItsOwnTrackAlone() {
        const auto below = flat(hd, 200, 512);
        const auto a = flat(hd, 600, 512);
        const auto b = flat(hd, 800, 512);
        Picture leaving = picture(a, placed({{P::Scale, 50'000}, {P::PositionX, -25'000}})); // left half
        Picture coming = picture(b, placed({{P::Scale, 50'000}, {P::PositionX, 25'000}}));   // right half
        coming.fade = FadeStep{timeline::TransitionKind::Dissolve, true, 1, 4};              // 3/8
        coming.replaces = true;
        const auto frame = composed({picture(below), leaving, coming}, hd);
        QCOMPARE(sampleOf(*frame, 0, 240, 270), 600 - (600 - 200) * 3 / 8);
        QCOMPARE(sampleOf(*frame, 0, 720, 270), 200 + (800 - 200) * 3 / 8);
        QCOMPARE(sampleOf(*frame, 0, 480, 20), 200);
        // From nothing: over what is below.
        coming.replaces = false;
        const auto over = composed({picture(below), leaving, coming}, hd);
        QCOMPARE(sampleOf(*over, 0, 240, 270), 600);
        QCOMPARE(sampleOf(*over, 0, 720, 270), 200 + (800 - 200) * 3 / 8);
    }

    /// One that hides everything gives way to one that does not: what is below both comes up beside that one.
    void whatComesMayLetThroughWhatTheOtherHid() {
        const auto below = flat(hd, 200, 512);
        Picture coming = picture(flat(hd, 800, 512), placed({{P::Scale, 50'000}}));
        coming.fade = FadeStep{timeline::TransitionKind::Dissolve, true, 1, 4}; // 3/8
        coming.replaces = true;
        const auto frame = composed({picture(below), picture(flat(hd, 600, 512)), coming}, hd);
        QCOMPARE(sampleOf(*frame, 0, 480, 270), 600 + (800 - 600) * 3 / 8);
        QCOMPARE(sampleOf(*frame, 0, 20, 20), 600 - (600 - 200) * 3 / 8);
    }

    /// The viewer composes small pictures and the delivery large ones: the same picture.
    void smallAndLargeAgree() {
        const Canvas uhd{3840, 2160, PixelFormat::Yuv420p10};
        // Soft shapes, which a scale of four leaves what they are.
        const auto waves = [](int times, int phase) {
            return [=](std::size_t plane, int x, int y) {
                const double u = (x + 0.5) / (plane == 0 ? 960.0 : 480.0) / times;
                const double v = (y + 0.5) / (plane == 0 ? 540.0 : 270.0) / times;
                return static_cast<int>(500 + 180 * std::sin(9 * u + phase) + 150 * std::cos(7 * v + 3 * u));
            };
        };
        for (const auto& placement :
             {placed({{P::Scale, 60'000}, {P::Rotation, 15'000}, {P::PositionX, 12'345}}),
              placed({{P::Scale, 45'000}, {P::PositionY, 9'876}, {P::CropLeft, 10'000}, {P::Opacity, 800}}),
              placed({{P::Scale, 130'000}, {P::PositionX, -7'000}, {P::PositionY, 4'000}})}) {
            const auto large =
                composed({picture(made(uhd, waves(4, 1))), picture(made(uhd, waves(4, 2)), placement)}, uhd);
            const auto small =
                composed({picture(made(hd, waves(1, 1))), picture(made(hd, waves(1, 2)), placement)}, hd);
            int most = 0;
            double sum = 0;
            for (int y = 0; y < 540; ++y)
                for (int x = 0; x < 960; ++x) {
                    int mean = 0;
                    for (int j = 0; j < 4; ++j)
                        for (int i = 0; i < 4; ++i)
                            mean += sampleOf(*large, 0, 4 * x + i, 4 * y + j);
                    const int off = std::abs((mean + 8) / 16 - sampleOf(*small, 0, x, y));
                    most = std::max(most, off);
                    sum += off;
                }
            QVERIFY2(sum / (960 * 540) < 0.6, qPrintable(QString::number(sum / (960 * 540))));
            QVERIFY2(most <= 25, qPrintable(QString::number(most))); // at an edge
        }
    }

    /// The same on every machine: kept sums of what a few placements make.
    void isTheSameEverywhere() {
        const auto below = noise(hd, 1);
        const auto above = noise(hd, 2);
        const auto sum = [&](std::initializer_list<std::pair<P, int>> values) {
            return hashOf(*composed({picture(below), picture(above, placed(values))}, hd));
        };
        QCOMPARE(QString::number(sum({{P::Scale, 61'234}, {P::PositionX, 3'210}}), 16),
                 QStringLiteral("37d9b6dd73f329ac"));
        QCOMPARE(QString::number(sum({{P::Scale, 133'333}, {P::Rotation, 7'654}}), 16),
                 QStringLiteral("d0db18d9e399bb70"));
        QCOMPARE(QString::number(sum({{P::Scale, 40'000}, {P::Rotation, -50'001}, {P::Opacity, 321}}), 16),
                 QStringLiteral("d003fd5c8b5accf2"));
    }

    /// Prints what it costs; docs/decisions/0013 has the figures.
    void costs_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("rotation");
        QTest::addColumn<int>("scale");
        QTest::newRow("960x540, a quarter of the frame") << 960 << 0 << 50'000;
        QTest::newRow("960x540, 110 %") << 960 << 0 << 110'000;
        QTest::newRow("960x540, 110 %, turned") << 960 << 5'000 << 110'000;
        QTest::newRow("3840x2160, a quarter of the frame") << 3840 << 0 << 50'000;
        QTest::newRow("3840x2160, 110 %, turned") << 3840 << 5'000 << 110'000;
    }
    void costs() {
        QFETCH(int, width);
        QFETCH(int, rotation);
        QFETCH(int, scale);
        const Canvas canvas{width, width * 9 / 16, PixelFormat::Yuv420p10};
        const std::vector pictures{
            picture(noise(canvas, 1)),
            picture(noise(canvas, 2), placed({{P::Scale, scale}, {P::Rotation, rotation}}))};
        std::vector<std::int64_t> microseconds;
        for (int round = 0; round < (width > 1000 ? 9 : 60); ++round) {
            const auto start = std::chrono::steady_clock::now();
            QVERIFY(composed(pictures, canvas));
            const auto took = std::chrono::steady_clock::now() - start;
            microseconds.push_back(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
        }
        std::sort(microseconds.begin(), microseconds.end());
        qInfo("median %lld us, p95 %lld us", static_cast<long long>(microseconds[microseconds.size() / 2]),
              static_cast<long long>(microseconds[microseconds.size() * 95 / 100]));
    }

    void refusesAnotherColour() {
        const Canvas sdr{96, 54, PixelFormat::Yuv420p10, media::Colour::sdr()};
        const auto result = compose(std::vector{picture(flat(hd, 1, 1), placed({{P::Scale, 50'000}}))}, sdr);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().category, ErrorCategory::Unsupported);
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "test_layers.moc"
