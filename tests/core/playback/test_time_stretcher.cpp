#include "core/playback/time_stretcher.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

using namespace cutaway::playback;

namespace {

constexpr double loud = 1 << 29;

/// Stereo in, left side out, in the portions that playback uses.
std::vector<std::int32_t> stretched(int num, int den, const std::vector<std::int32_t>& left) {
    TimeStretcher stretcher(num, den);
    std::vector<std::int32_t> out;
    for (std::size_t at = 0; at < left.size(); at += 1920) {
        std::vector<std::int32_t> stereo;
        for (std::size_t i = at; i < std::min(at + 1920, left.size()); ++i)
            stereo.insert(stereo.end(), {left[i], left[i]});
        const auto part = stretcher.stretch(stereo);
        for (std::size_t i = 0; i < part.size(); i += 2)
            out.push_back(part[i]);
    }
    return out;
}

/// Hertz, by the zero crossings of one second.
int pitch(const std::vector<std::int32_t>& samples, std::size_t from) {
    int crossings = 0;
    for (std::size_t i = from + 1; i < from + 48000; ++i)
        crossings += (samples[i - 1] < 0) != (samples[i] < 0);
    return crossings / 2;
}

} // namespace

class TestTimeStretcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePitchStays() {
        std::vector<std::int32_t> tone(48000 * 5);
        for (std::size_t i = 0; i < tone.size(); ++i)
            tone[i] = static_cast<std::int32_t>(
                loud * std::sin(2 * std::numbers::pi * 997 * static_cast<double>(i) / 48000));
        for (const auto& [num, den] : {std::pair{2, 1}, {1, 4}, {1, 2}}) {
            const auto out = stretched(num, den, tone);
            QVERIFY(out.size() > 48000 * 3 / 2);
            const int heard = pitch(out, 24000);
            QVERIFY2(std::abs(heard - 997) <= 5, qPrintable(QString::number(heard)));
        }
    }

    void whatSoundsStaysWhereItIs() {
        // A burst each second: at another speed it is found at its moment over the speed.
        std::vector<std::int32_t> bursts(48000 * 6);
        for (std::size_t second = 1; second < 6; ++second)
            for (std::size_t i = 0; i < 480; ++i)
                bursts[second * 48000 + i] = i % 48 < 24 ? 1 << 29 : -(1 << 29);
        for (const auto& [num, den] : {std::pair{2, 1}, {1, 4}}) {
            const auto out = stretched(num, den, bursts);
            for (std::int64_t second = 1; second < 5; ++second) {
                const std::int64_t due = second * 48000 * den / num;
                const std::int64_t reach = 12000;
                std::int64_t loudest = due - reach;
                for (std::int64_t i = due - reach; i < due + reach; ++i)
                    if (std::abs(std::int64_t{out[static_cast<std::size_t>(i)]}) >
                        std::abs(std::int64_t{out[static_cast<std::size_t>(loudest)]}))
                        loudest = i;
                const auto away = loudest - due;
                // A frame of 50p, as long as it is at that speed.
                QVERIFY2(std::abs(away) <= 960 * std::max(den / num, 1),
                         qPrintable(QStringLiteral("%1 s: %2 samples").arg(second).arg(away)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTimeStretcher)
#include "test_time_stretcher.moc"
