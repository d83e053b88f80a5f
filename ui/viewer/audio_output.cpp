#include "ui/viewer/audio_output.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>
#include <QThread>

#include <algorithm>
#include <atomic>

namespace cutaway::ui {

namespace {

constexpr int sampleRate = 48000;
constexpr int channels = 2;
/// PulseAudio takes 20 ms at a time from here on; with less than four of them it runs dry now and then.
constexpr int bufferMilliseconds = 80;
constexpr int blockSamples = 2048;
constexpr int clockMilliseconds = 5;
constexpr int standstillTicks = 10; // then the device may have gone

/// What the sink reads from: the ring, and silence when the ring has run dry. Nothing here allocates or
/// locks.
class RingReader final : public QIODevice {
public:
    explicit RingReader(loudness::LiveMeter& meter)
        : m_meter(meter) {}

    void begin(playback::AudioRing* ring) {
        m_ring = ring;
        m_silence = 0;
        open(QIODevice::ReadOnly | QIODevice::Unbuffered); // nothing is taken before it is needed
    }

    void end() {
        close();
        m_ring = nullptr;
    }

    qint64 readData(char* data, qint64 size) override {
        const auto wanted = static_cast<std::size_t>(size) / (channels * sizeof(std::int32_t));
        std::size_t done = 0;
        while (done < wanted) {
            const auto block = std::min<std::size_t>(wanted - done, blockSamples);
            const std::span<std::int32_t> into(m_block.data(), block * channels);
            const std::size_t got = m_ring->pull(into);
            std::fill(into.begin() + static_cast<std::ptrdiff_t>(got * channels), into.end(), 0);
            m_meter.hear(into);
            m_silence.fetch_add(static_cast<std::int64_t>(block - got), std::memory_order_relaxed);
            memcpy(data + done * channels * sizeof(std::int32_t), m_block.data(),
                   into.size() * sizeof(std::int32_t));
            done += block;
        }
        return static_cast<qint64>(done) * static_cast<qint64>(channels * sizeof(std::int32_t));
    }
    qint64 writeData(const char*, qint64) override { return -1; }
    qint64 bytesAvailable() const override { return std::int64_t{1} << 20; }
    bool isSequential() const override { return true; }

    std::int64_t silence() const { return m_silence.load(std::memory_order_relaxed); }

private:
    loudness::LiveMeter& m_meter;
    playback::AudioRing* m_ring = nullptr;
    std::array<std::int32_t, blockSamples * channels> m_block{};
    std::atomic<std::int64_t> m_silence{0};
};

} // namespace

/// Owned by the device thread but for the atomics.
class QtAudioOutput::Device : public QObject {
public:
    explicit Device(loudness::LiveMeter& meter)
        : m_reader(meter) {
        moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("sound device"));
        m_thread.start(QThread::TimeCriticalPriority);
    }

    ~Device() override {
        call([this] { close(); });
        m_thread.quit();
        m_thread.wait();
    }

    template <class Run>
    void call(Run run) {
        if (QThread::currentThread() == &m_thread)
            run();
        else
            QMetaObject::invokeMethod(this, run, Qt::BlockingQueuedConnection);
    }

    /// Takes the device from whoever plays.
    bool open(playback::AudioRing& ring) {
        close(); // another ring had it
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (device.isNull())
            return false;
        QAudioFormat format;
        format.setSampleRate(sampleRate);
        format.setChannelCount(channels);
        format.setSampleFormat(QAudioFormat::Int32);
        if (!device.isFormatSupported(format))
            return false;
        m_reader.begin(&ring);
        m_deviceId = device.id();
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(format.bytesForDuration(bufferMilliseconds * 1000));
        connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
            if (state == QAudio::StoppedState && m_sink && m_sink->error() != QAudio::NoError)
                m_failed.store(true, std::memory_order_release);
        });
        m_failed.store(false, std::memory_order_release);
        m_heard.store(0, std::memory_order_release);
        m_sink->start(&m_reader);
        if (m_sink->error() != QAudio::NoError) {
            close();
            return false;
        }
        m_taken = 0;
        m_standstill = 0;
        m_clock = startTimer(clockMilliseconds, Qt::PreciseTimer);
        m_ring.store(&ring, std::memory_order_release);
        return true;
    }

    void close(const playback::AudioRing& ring) {
        if (m_ring.load(std::memory_order_relaxed) == &ring)
            close();
    }

    void close() {
        m_ring.store(nullptr, std::memory_order_release);
        if (m_clock)
            killTimer(std::exchange(m_clock, 0));
        if (m_sink) {
            m_sink->disconnect(this);
            m_sink->reset();
            m_sink.reset();
        }
        m_reader.end();
    }

    std::int64_t heard() const { return m_heard.load(std::memory_order_acquire); }
    bool failed(const playback::AudioRing& ring) const {
        return m_ring.load(std::memory_order_acquire) != &ring || m_failed.load(std::memory_order_acquire);
    }

protected:
    // processedUSecs is the moment that is heard, as PulseAudio tells it; silence is not ours.
    void timerEvent(QTimerEvent*) override {
        if (!m_sink)
            return;
        const qint64 taken = m_sink->processedUSecs() * sampleRate / 1'000'000;
        m_standstill = taken == std::exchange(m_taken, taken) ? m_standstill + 1 : 0;
        if (m_standstill >= standstillTicks) {
            m_standstill = 0;
            if (!isThere())
                m_failed.store(true, std::memory_order_release);
        }
        const std::int64_t now = taken - m_reader.silence();
        if (now > m_heard.load(std::memory_order_relaxed))
            m_heard.store(now, std::memory_order_release);
    }

private:
    /// A sink whose device was unplugged says nothing of it: it stays active and stands still.
    bool isThere() const {
        const auto devices = QMediaDevices::audioOutputs();
        return std::any_of(devices.begin(), devices.end(),
                           [this](const QAudioDevice& device) { return device.id() == m_deviceId; });
    }

    QThread m_thread;
    RingReader m_reader;
    std::unique_ptr<QAudioSink> m_sink;
    QByteArray m_deviceId; ///< of the sink
    int m_clock = 0;
    qint64 m_taken = 0;   ///< when the clock last ticked
    int m_standstill = 0; ///< ticks since it last grew
    std::atomic<std::int64_t> m_heard{0};
    std::atomic<bool> m_failed{false};
    std::atomic<const playback::AudioRing*> m_ring{nullptr}; ///< that the sink pulls from
};

QtAudioOutput::QtAudioOutput()
    : m_device(std::make_unique<Device>(m_meter)) {}

QtAudioOutput::~QtAudioOutput() = default;

bool QtAudioOutput::start(playback::AudioRing& ring) {
    bool started = false;
    m_device->call([&] { started = m_device->open(ring); });
    return started;
}

void QtAudioOutput::stop(const playback::AudioRing& ring) {
    m_device->call([this, &ring] { m_device->close(ring); });
}

std::int64_t QtAudioOutput::heard() const {
    return m_device->heard();
}
bool QtAudioOutput::failed(const playback::AudioRing& ring) const {
    return m_device->failed(ring);
}

} // namespace cutaway::ui
