#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace cutaway::playback {

/// A sound device that can be listened to.
struct AudioInputDevice {
    std::string id;
    std::string name;
    bool operator==(const AudioInputDevice&) const = default;
};

/// A sound device that records. Implemented above core.
class AudioInput {
public:
    struct Callbacks {
        /// Mono, 48 kHz, full scale 2^31, in order without a gap; `nanoseconds` of the steady clock when it
        /// was handed over. On the device's thread.
        std::function<void(std::span<const std::int32_t> samples, std::int64_t nanoseconds)> heard;
        /// The device has vanished; nothing comes after that. On the device's thread.
        std::function<void()> lost;
    };
    virtual ~AudioInput() = default;
    virtual std::vector<AudioInputDevice> devices() const = 0;
    /// An empty id: the usual one. NotFound when there is none, Unavailable when it cannot be opened.
    virtual Result<void> start(const std::string& id, Callbacks callbacks) = 0;
    /// No callback is under way or comes once it has returned.
    virtual void stop() = 0;
};

} // namespace cutaway::playback
