#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

namespace cutaway::test {

/// A sound server of the test's own, with no device until a null sink is loaded.
class SoundServer {
public:
    bool start() {
        const QString socket = m_folder.filePath(QStringLiteral("socket"));
        for (const char* folder : {"HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH"})
            qputenv(folder, m_folder.path().toUtf8());
        qputenv("PULSE_SERVER", "unix:" + socket.toUtf8());
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(
            QStringLiteral("pulseaudio"),
            {QStringLiteral("--daemonize=no"), QStringLiteral("--use-pid-file=no"),
             QStringLiteral("--exit-idle-time=-1"), QStringLiteral("-n"),
             QStringLiteral("--load=module-native-protocol-unix auth-anonymous=1 socket=") + socket});
        return m_server.waitForStarted() &&
               QTest::qWaitFor([] { return !control({QStringLiteral("info")}).isEmpty(); }, 20'000);
    }
    ~SoundServer() {
        m_server.terminate();
        m_server.waitForFinished();
    }

    void plugIn() {
        m_sink = control({QStringLiteral("load-module"), QStringLiteral("module-null-sink"),
                          QStringLiteral("sink_name=speaker"), QStringLiteral("rate=48000"),
                          QStringLiteral("format=s32le")})
                     .trimmed();
    }
    void pullOut() { control({QStringLiteral("unload-module"), m_sink}); }
    /// A microphone that hears what the speaker plays.
    void plugInMicrophone() {
        m_microphone =
            control({QStringLiteral("load-module"), QStringLiteral("module-remap-source"),
                     QStringLiteral("master=speaker.monitor"), QStringLiteral("source_name=microphone")})
                .trimmed();
    }
    void pullOutMicrophone() { control({QStringLiteral("unload-module"), m_microphone}); }
    bool hasMicrophone() const { return !m_microphone.isEmpty(); }
    bool isPlugged() const { return !m_sink.isEmpty(); }

private:
    static QString control(const QStringList& what) {
        QProcess pactl;
        pactl.start(QStringLiteral("pactl"), what);
        pactl.waitForFinished();
        return pactl.exitCode() == 0 ? QString::fromUtf8(pactl.readAllStandardOutput()) : QString();
    }
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_sink;
    QString m_microphone;
};

} // namespace cutaway::test
