#include "made_pictures.h"

#include "core/render/compositor.h"
#include "core/render/mix.h"

#include <QTest>
#include <chrono>
#include <cstring>
#include <iostream>
#include <random>

using namespace cutaway;
using namespace cutaway::render;
using media::PixelFormat;
using media::VideoFramePtr;
using timeline::TransitionKind;

namespace {

/// floor((leaving * (den - num) + coming * num) / den + 1/2)
std::int64_t expected(std::int64_t leaving, std::int64_t coming, std::int64_t num, std::int64_t den) {
    return (2 * (leaving * (den - num) + coming * num) + den) / (2 * den);
}

FadeStep stepOf(TransitionKind kind, std::int64_t step, std::int64_t steps) {
    return {kind, true, step, steps};
}

constexpr std::array formats{PixelFormat::Yuv420p8, PixelFormat::Yuv420p10, PixelFormat::Yuv422p8,
                             PixelFormat::Yuv422p10};

/// Samples of `got` that are not what `wanted` says.
template <class Wanted>
std::int64_t wrongSamples(const media::VideoFrame& got, const Canvas& canvas, Wanted wanted) {
    std::int64_t wrong = 0;
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < heightOf(canvas.height, canvas.format, plane); ++y)
            for (int x = 0; x < widthOf(canvas.width, plane); ++x)
                wrong += sampleOf(got, plane, x, y) != wanted(plane, x, y) ? 1 : 0;
    return wrong;
}

} // namespace

class TestMix : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDissolveIsExactInEveryFormat() {
        for (const PixelFormat format : formats) {
            const Canvas canvas{96, 54, format};
            const auto a = noise(canvas, 1);
            const auto b = noise(canvas, 2);
            for (std::int64_t steps : {1, 2, 3, 7, 20, 25, 999, 100003, 700001})
                for (std::int64_t step = 0; step < steps; step += 1 + steps / 9) {
                    const auto mixed = mix(a, b, stepOf(TransitionKind::Dissolve, step, steps), canvas);
                    QCOMPARE(wrongSamples(*mixed, canvas,
                                          [&](std::size_t plane, int x, int y) {
                                              return expected(sampleOf(*a, plane, x, y),
                                                              sampleOf(*b, plane, x, y), 2 * step + 1,
                                                              2 * steps);
                                          }),
                             0);
                }
        }
    }

    void everyPairOfCodesAndEveryShareRoundsRight() {
        // All 1024 codes against all others: as rows and columns of one picture, luma only.
        const Canvas canvas{1024, 1024, PixelFormat::Yuv420p10};
        const auto a = made(canvas, [](std::size_t plane, int x, int) { return plane == 0 ? x : 512; });
        const auto b = made(canvas, [](std::size_t plane, int, int y) { return plane == 0 ? y : 512; });
        for (const auto& [step, steps] : {std::pair<std::int64_t, std::int64_t>{0, 1},
                                          {0, 2},
                                          {12, 25},
                                          {7, 50},
                                          {131070, 131071},
                                          {65000, 131071}}) {
            const auto mixed = mix(a, b, stepOf(TransitionKind::Dissolve, step, steps), canvas);
            std::int64_t wrong = 0;
            for (int y = 0; y < 1024; ++y)
                for (int x = 0; x < 1024; ++x)
                    wrong += sampleOf(*mixed, 0, x, y) != expected(x, y, 2 * step + 1, 2 * steps) ? 1 : 0;
            QCOMPARE(wrong, 0);
        }
    }

    void aDipGoesThroughBlack() {
        for (const PixelFormat format : formats) {
            const Canvas canvas{32, 18, format};
            const int scale = bitDepth(format) == 10 ? 4 : 1;
            const auto a = noise(canvas, 3);
            const auto b = noise(canvas, 4);
            const auto black = [&](std::size_t plane) { return (plane == 0 ? 16 : 128) * scale; };
            for (const std::int64_t steps : {1, 2, 5, 8, 25})
                for (std::int64_t step = 0; step < steps; ++step) {
                    const auto mixed = mix(a, b, stepOf(TransitionKind::Dip, step, steps), canvas);
                    const std::int64_t at = 2 * step + 1 - steps; // negative: on its way to black
                    const auto& seen = at < 0 ? a : b;
                    QCOMPARE(wrongSamples(*mixed, canvas,
                                          [&](std::size_t plane, int x, int y) {
                                              return expected(black(plane), sampleOf(*seen, plane, x, y),
                                                              std::abs(at), steps);
                                          }),
                             0);
                }
        }
    }

    void aWipeUncoversFromLeftToRight() {
        for (const PixelFormat format : formats) {
            const Canvas canvas{100, 50, format};
            const auto a = flat(canvas, 40, 120);
            const auto b = flat(canvas, 200, 90);
            // Edges at (2k+1)/10 of 50 pairs: 5, 15, 25, 35, 45.
            for (int step = 0; step < 5; ++step) {
                const auto mixed = mix(a, b, stepOf(TransitionKind::Wipe, step, 5), canvas);
                const int pairs = 5 + 10 * step;
                QCOMPARE(wrongSamples(*mixed, canvas,
                                      [&](std::size_t plane, int x, int) {
                                          const bool came = x < (plane == 0 ? 2 * pairs : pairs);
                                          return plane == 0 ? (came ? 200 : 40) : (came ? 90 : 120);
                                      }),
                         0);
            }
        }
    }

    void aFadeIsAMixWithBlack() {
        const Canvas canvas{64, 36, PixelFormat::Yuv420p10};
        const auto a = flat(canvas, 940, 600);
        const auto in = mix(nullptr, a, stepOf(TransitionKind::Dissolve, 1, 5), canvas);
        QCOMPARE(sampleOf(*in, 0, 5, 5), expected(64, 940, 3, 10));
        QCOMPARE(sampleOf(*in, 1, 5, 5), expected(512, 600, 3, 10));
        const auto out = mix(a, nullptr, stepOf(TransitionKind::Dissolve, 4, 5), canvas);
        QCOMPARE(sampleOf(*out, 0, 63, 35), expected(940, 64, 9, 10));
        const auto wiped = mix(nullptr, a, stepOf(TransitionKind::Wipe, 0, 1), canvas);
        QCOMPARE(sampleOf(*wiped, 0, 31, 0), 940);
        QCOMPARE(sampleOf(*wiped, 0, 32, 0), 64);
        QCOMPARE(sampleOf(*mix(nullptr, a, stepOf(TransitionKind::Dip, 0, 2), canvas), 0, 0, 0), 64);
        QCOMPARE(sampleOf(*mix(nullptr, nullptr, stepOf(TransitionKind::Dissolve, 0, 2), canvas), 0, 0, 0),
                 64);
    }

    void layersAreMixedFromTheBottomUp() {
        const Canvas canvas{64, 36, PixelFormat::Yuv420p10};
        const auto a = flat(canvas, 100, 512), b = flat(canvas, 300, 512), c = flat(canvas, 900, 512);
        const auto lumaOf = [&](std::vector<Picture> pictures) {
            return sampleOf(*compose(pictures, canvas).value(), 0, 3, 3);
        };
        const FadeStep in{TransitionKind::Dissolve, true, 0, 4};
        const FadeStep out{TransitionKind::Dissolve, false, 0, 4};
        QCOMPARE(lumaOf({}), 64);
        QCOMPARE(compose(std::vector{Picture{a, in}, Picture{b, {}}}, canvas).value(), b); // itself
        QCOMPARE(lumaOf({{a, {}}, {b, in}}), 125);
        QCOMPARE(lumaOf({{a, {}}, {b, out}}), 275);
        QCOMPARE(lumaOf({{a, {}}, {b, in}, {c, in}}), int(expected(125, 900, 1, 8)));
        QCOMPARE(lumaOf({{a, in}}), int(expected(64, 100, 1, 8)));
        QCOMPARE(lumaOf({{a, {}}, {nullptr, in}}), int(expected(100, 64, 1, 8)));
    }

    void sizesAreFittedFirst() {
        const Canvas canvas{96, 54, PixelFormat::Yuv420p10};
        const auto small = flat({48, 28, PixelFormat::Yuv420p8}, 50, 128); // 10 bit: 200
        Picture coming{small, FadeStep{TransitionKind::Dissolve, true, 0, 1}};
        const auto composed = [&] {
            return compose(std::vector{Picture{flat(canvas, 600, 512), {}}, coming}, canvas).value();
        };
        QCOMPARE(sampleOf(*composed(), 0, 48, 27), 400);
        QCOMPARE(sampleOf(*composed(), 0, 0, 27), 600); // beside it there is what is below
        coming.replaces = true;
        QCOMPARE(sampleOf(*composed(), 0, 48, 27), 400);
        QCOMPARE(sampleOf(*composed(), 0, 0, 27), int(expected(600, 64, 1, 2))); // or black, below both
        const auto sdr = flat({96, 54, PixelFormat::Yuv420p10, media::Colour::sdr()}, 500, 512);
        const auto refused = compose(
            std::vector{Picture{sdr, {}}, Picture{small, FadeStep{TransitionKind::Dissolve, true, 0, 1}}},
            canvas);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().category, ErrorCategory::Unsupported);
    }

    void mixingIsQuick() {
        const Canvas canvas{960, 540, PixelFormat::Yuv420p10};
        const auto a = noise(canvas, 5);
        const auto b = noise(canvas, 6);
        auto best = std::chrono::nanoseconds::max();
        for (int round = 0; round < 50; ++round) {
            const auto start = std::chrono::steady_clock::now();
            const auto mixed = mix(a, b, stepOf(TransitionKind::Dissolve, round, 50), canvas);
            best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
        }
        std::cout << "960x540, 10 bit: " << best.count() / 1000 << " us\n";
#ifdef NDEBUG
        QVERIFY(best < std::chrono::milliseconds(1));
#endif
    }
};

QTEST_APPLESS_MAIN(TestMix)
#include "test_mix.moc"
