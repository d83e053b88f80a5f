#include "ui/viewer/audio_input.h"

#include <QAudioDevice>
#include <QAudioSource>
#include <QIODevice>
#include <QMediaDevices>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <utility>

namespace cutaway::ui {

namespace {

constexpr int sampleRate = 48000;
constexpr int fragmentMilliseconds = 20; ///< that PulseAudio hands over at a time
constexpr int watchMilliseconds = 100;
constexpr int lookEvery = 10; ///< ticks. PulseAudio moves what a device that has gone gave to another one,
                              ///< so that sound goes on coming

std::int64_t steadyNanoseconds() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

/// Everything on the device's thread.
class QtAudioInput::Device : public QObject {
public:
    Device() {
        moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("recording"));
        m_thread.start(QThread::TimeCriticalPriority);
    }
    ~Device() override {
        call([this] { close(); });
        m_thread.quit();
        m_thread.wait();
    }

    template <class Run>
    void call(Run run) {
        QMetaObject::invokeMethod(this, run, Qt::BlockingQueuedConnection);
    }

    Result<void> open(const std::string& id, Callbacks callbacks) {
        close();
        const QAudioDevice device = find(id);
        if (device.isNull())
            return Error{ErrorCategory::NotFound,
                         "There is no microphone. Plug one in, or choose another device.",
                         {}};
        QAudioFormat format;
        format.setSampleRate(sampleRate);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Int32);
        if (!device.isFormatSupported(format))
            return Error{ErrorCategory::Unsupported,
                         "“" + device.description().toStdString() + "” cannot record at 48 kHz.",
                         {}};
        m_callbacks = std::move(callbacks);
        m_deviceId = device.id();
        m_source = std::make_unique<QAudioSource>(device, format);
        m_source->setBufferSize(format.bytesForDuration(fragmentMilliseconds * 1000));
        connect(m_source.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
            if (state == QAudio::StoppedState && m_source && m_source->error() != QAudio::NoError)
                lose();
        });
        m_stream = m_source->start();
        if (!m_stream || m_source->error() != QAudio::NoError) {
            close();
            return Error{ErrorCategory::Unavailable,
                         "“" + device.description().toStdString() +
                             "” cannot be opened. Another program may have it.",
                         {}};
        }
        connect(m_stream, &QIODevice::readyRead, this, [this] { take(); });
        m_ticks = 0;
        m_watch = startTimer(watchMilliseconds);
        return {};
    }

    void close() {
        if (m_watch)
            killTimer(std::exchange(m_watch, 0));
        if (m_source) {
            take(); // what has come since it was last looked at
            m_source->disconnect(this);
            m_source->stop();
            m_source.reset();
        }
        m_stream = nullptr;
        m_callbacks = {};
        m_rest.clear();
    }

protected:
    void timerEvent(QTimerEvent*) override {
        if (++m_ticks < lookEvery)
            return;
        m_ticks = 0;
        const auto devices = QMediaDevices::audioInputs();
        if (std::none_of(devices.begin(), devices.end(),
                         [this](const QAudioDevice& device) { return device.id() == m_deviceId; }))
            lose();
    }

private:
    static QAudioDevice find(const std::string& id) {
        for (const QAudioDevice& device : QMediaDevices::audioInputs())
            if (device.id().toStdString() == id)
                return device;
        return id.empty() ? QMediaDevices::defaultAudioInput() : QAudioDevice();
    }

    void take() {
        if (!m_stream)
            return;
        const std::int64_t now = steadyNanoseconds();
        m_rest += m_stream->readAll();
        const qsizetype count = m_rest.size() / static_cast<qsizetype>(sizeof(std::int32_t));
        if (count == 0)
            return;
        m_samples.resize(static_cast<std::size_t>(count));
        std::copy_n(m_rest.constData(), count * static_cast<qsizetype>(sizeof(std::int32_t)),
                    reinterpret_cast<char*>(m_samples.data()));
        m_rest.remove(0, count * static_cast<qsizetype>(sizeof(std::int32_t)));
        if (m_callbacks.heard)
            m_callbacks.heard(m_samples, now);
    }

    void lose() {
        const auto lost = std::exchange(m_callbacks.lost, {});
        if (lost)
            lost();
    }

    QThread m_thread;
    std::unique_ptr<QAudioSource> m_source;
    QIODevice* m_stream = nullptr; ///< of the source
    Callbacks m_callbacks;
    QByteArray m_deviceId;
    QByteArray m_rest; ///< of a sample that came in part
    std::vector<std::int32_t> m_samples;
    int m_watch = 0;
    int m_ticks = 0; ///< ticks since something came
};

QtAudioInput::QtAudioInput()
    : m_device(std::make_unique<Device>()) {}

QtAudioInput::~QtAudioInput() = default;

std::vector<playback::AudioInputDevice> QtAudioInput::devices() const {
    std::vector<playback::AudioInputDevice> all;
    for (const QAudioDevice& device : QMediaDevices::audioInputs())
        all.push_back({device.id().toStdString(), device.description().toStdString()});
    return all;
}

Result<void> QtAudioInput::start(const std::string& id, Callbacks callbacks) {
    Result<void> started;
    m_device->call([&] { started = m_device->open(id, std::move(callbacks)); });
    return started;
}

void QtAudioInput::stop() {
    m_device->call([this] { m_device->close(); });
}

} // namespace cutaway::ui
