#include "sound_server.h"

#include "ui/viewer/audio_output.h"

#include "tests/core/playback/hand_player.h"
#include "tests/core/playback/made_media.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace cutaway;
using namespace cutaway::playback;
using cutaway::test::SoundServer;

namespace {

constexpr int patience = 20000;

std::int32_t tone(std::int64_t sample) {
    return static_cast<std::int32_t>(
        (1 << 29) * std::sin(2 * std::numbers::pi * 800 * static_cast<double>(sample % 48000) / 48000));
}

/// What comes out of the null sink: left samples.
class Listener {
public:
    Listener() {
        m_parec.start(QStringLiteral("parec"),
                      {QStringLiteral("--raw"), QStringLiteral("--device=speaker.monitor"),
                       QStringLiteral("--format=s32le"), QStringLiteral("--rate=48000"),
                       QStringLiteral("--channels=1"), QStringLiteral("--latency-msec=20")});
        m_parec.waitForStarted();
    }
    ~Listener() {
        m_parec.kill();
        m_parec.waitForFinished();
    }
    /// Hertz of the newest tenth of a second; 0 while it is silent.
    int pitch() {
        m_heard += m_parec.readAllStandardOutput();
        const qsizetype count = m_heard.size() / 4;
        if (count < 4800)
            return 0;
        const auto* samples = reinterpret_cast<const std::int32_t*>(m_heard.constData()) + count - 4800;
        int crossings = 0;
        int still = 0;
        for (int i = 1; i < 4800; ++i) {
            still = samples[i] == samples[i - 1] ? still + 1 : 0;
            if (still == 100)
                return 0;
            crossings += (samples[i - 1] < 0) != (samples[i] < 0);
        }
        return crossings * 5;
    }

private:
    QProcess m_parec;
    QByteArray m_heard;
};

} // namespace

class TestSoundDevice : public QObject {
    Q_OBJECT
    SoundServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), "pulseaudio does not start"); }

    void playingGoesOnWhileTheDeviceComesAndGoes() {
        auto made = std::make_shared<MadeMedia>();
        made->recorded = tone;
        const Uuid id = made->add(1, {50, 1}, {36000, 0}, 3);
        const auto& source = made->made(id);
        Screen screen;
        ui::QtAudioOutput output;
        Player player(made, &output, screen.callbacks(), {});
        player.setSequence(sequenceOf({50, 1}, {timeline::Item::of(clipOf(source, 0, 150))},
                                      {timeline::Item::of(soundOf(source, 0, 150))}));
        player.play({1, 1}, 0, PlayRange{0, 150, true, {}});
        const auto shown = [&] {
            const std::lock_guard lock(screen.mutex);
            return screen.pictures.size();
        };
        const auto goesOn = [&] {
            return QTest::qWaitFor([&, from = shown()] { return shown() > from + 60; }, patience);
        };
        QVERIFY2(goesOn(), "without any device");
        for (int plugged = 0; plugged < 2; ++plugged) {
            m_server.plugIn();
            QVERIFY(m_server.isPlugged());
            {
                Listener listener;
                QVERIFY2(QTest::qWaitFor([&] { return std::abs(listener.pitch() - 800) <= 15; }, patience),
                         qPrintable(QStringLiteral("plugged in %1 times").arg(plugged + 1)));
                QVERIFY2(goesOn(), "with the device");
                QVERIFY(QTest::qWaitFor([&] { return std::abs(listener.pitch() - 800) <= 15; }, patience));
            }
            m_server.pullOut();
            QVERIFY2(goesOn(), "without the device");
        }
        const std::lock_guard lock(screen.mutex);
        for (std::size_t i = 1; i < screen.pictures.size(); ++i) {
            const auto& picture = screen.pictures[i];
            if (picture.exact)
                QCOMPARE(std::int64_t(idOf(picture).frame), source.firstFrame + picture.frame);
        }
    }
};

QTEST_MAIN(TestSoundDevice)
#include "test_sound_device.moc"
