#include "delivered_checks.h"

#include "core/media/decoder.h"
#include "core/media/probe.h"

#include <QTest>

namespace cutaway::test {

namespace {

/// One channel of a range of samples, for correlating.
std::vector<double> firstChannel(const media::AudioBlock& block) {
    std::vector<double> out(static_cast<std::size_t>(block.frames()));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = block.samples[i * static_cast<std::size_t>(block.channels)] / 2147483648.0;
    return out;
}

/// The lag in [-reach, reach] at which `a` follows `b` best.
int bestLag(const std::vector<double>& a, const std::vector<double>& b, int reach) {
    int best = 0;
    double highest = -1e300;
    for (int lag = -reach; lag <= reach; ++lag) {
        double sum = 0;
        for (std::size_t i = static_cast<std::size_t>(reach); i + static_cast<std::size_t>(reach) < b.size();
             ++i)
            sum += a[static_cast<std::size_t>(static_cast<int>(i) + lag)] * b[i];
        if (sum > highest) {
            highest = sum;
            best = lag;
        }
    }
    return best;
}

media::AudioBlock masterSound(const ThreeAngles& masters, const SoundRun& run) {
    auto source = media::fileSource(masters.files[static_cast<std::size_t>(run.angle - 1)]);
    auto decoder = media::AudioDecoder::open(*source);
    return decoder->read(run.from, run.end - run.first).value();
}

} // namespace

void appendRun(Expected& expected, int angle, std::int64_t first, std::int64_t end) {
    for (std::int64_t n = first; n < end; ++n)
        expected.push_back({static_cast<std::uint32_t>(angle), static_cast<std::uint32_t>(n)});
}

void checkIds(const std::filesystem::path& file, const Expected& expected) {
    const auto ids = frameIdsOf(file);
    QCOMPARE(ids.size(), expected.size());
    for (std::size_t n = 0; n < ids.size(); ++n)
        QVERIFY2(ids[n] == expected[n], qPrintable(QStringLiteral("frame %1 shows %2/%3, not %4/%5")
                                                       .arg(n)
                                                       .arg(ids[n].source)
                                                       .arg(ids[n].frame)
                                                       .arg(expected[n].source)
                                                       .arg(expected[n].frame)));
}

void checkPictureForm(const std::filesystem::path& file, const ThreeAngles& masters, int hour) {
    const auto info = media::probe(*media::fileSource(file));
    QVERIFY(info.ok() && info->video);
    QCOMPARE(info->video->width, 3840);
    QCOMPARE(info->video->height, 2160);
    QCOMPARE(info->video->bits, 10);
    QVERIFY(info->video->colour == media::Colour::hlg());
    QVERIFY(info->video->rate == masters.rate);
    QCOMPARE(info->video->dropFrame, masters.dropFrame);
    QCOMPARE(QString::fromStdString(info->video->timecode),
             QStringLiteral("0%1:00:00%2").arg(hour).arg(QLatin1String(masters.dropFrame ? ";00" : ":00")));
}

void checkExactSound(const std::filesystem::path& file, const ThreeAngles& masters,
                     const std::vector<SoundRun>& runs) {
    auto exact = media::AudioDecoder::open(*media::fileSource(file));
    QVERIFY(exact.ok());
    // MXF keeps whole samples for every picture: at 59.94 a silent one may fill the last of them.
    const std::int64_t filled = exact->sampleCount() - runs.back().end;
    QVERIFY(filled == 0 || (filled == 1 && masters.rate.den > 1));
    if (filled == 1)
        QCOMPARE(exact->read(runs.back().end, 1).value().samples.front(), 0);
    for (const SoundRun& run : runs) {
        const auto master = masterSound(masters, run);
        const auto same = exact->read(run.first, run.end - run.first).value();
        // A mono track of the MXF is one channel of the master.
        for (std::int64_t i = 0; i < master.frames(); ++i)
            QCOMPARE(same.samples[static_cast<std::size_t>(i * same.channels)],
                     master.samples[static_cast<std::size_t>(i * master.channels)]);
    }
}

void checkCodedSound(const std::filesystem::path& file, const ThreeAngles& masters,
                     const std::vector<SoundRun>& runs) {
    auto coded = media::AudioDecoder::open(*media::fileSource(file));
    QVERIFY(coded.ok());
    QCOMPARE(coded->sampleCount(), runs.back().end);
    for (const SoundRun& run : runs) {
        const auto close = coded->read(run.first, run.end - run.first).value();
        QCOMPARE(bestLag(firstChannel(close), firstChannel(masterSound(masters, run)), 200), 0);
    }
}

} // namespace cutaway::test
