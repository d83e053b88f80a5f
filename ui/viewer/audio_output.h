#pragma once

#include "core/loudness/live_meter.h"
#include "core/playback/audio_output.h"

#include <memory>

class QObject;

namespace cutaway::ui {

/// The machine's sound device by Qt Multimedia. Make and destroy it on the GUI thread; the device runs on a
/// thread of its own, so that start() and stop() may come from the players' threads.
class QtAudioOutput final : public playback::AudioOutput {
public:
    QtAudioOutput();
    ~QtAudioOutput() override;

    bool start(playback::AudioRing& ring) override;
    void stop(const playback::AudioRing& ring) override;
    std::int64_t heard() const override;
    bool failed(const playback::AudioRing& ring) const override;
    /// Measures what the device was given.
    loudness::LiveMeter& meter() { return m_meter; }

private:
    class Device;
    loudness::LiveMeter m_meter;
    std::unique_ptr<Device> m_device;
};

} // namespace cutaway::ui
