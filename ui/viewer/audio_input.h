#pragma once

#include "core/playback/audio_input.h"

#include <memory>

namespace cutaway::ui {

/// The machine's sound devices that record, by Qt Multimedia. Used on the GUI thread; a device runs on a
/// thread of its own, so that a busy window loses no sound.
class QtAudioInput final : public playback::AudioInput {
public:
    QtAudioInput();
    ~QtAudioInput() override;

    std::vector<playback::AudioInputDevice> devices() const override;
    Result<void> start(const std::string& id, Callbacks callbacks) override;
    void stop() override;

private:
    class Device;
    std::unique_ptr<Device> m_device;
};

} // namespace cutaway::ui
