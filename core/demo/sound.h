#pragma once

#include "core/demo/angles.h"
#include "core/demo/random.h"
#include "core/media/audio.h"

#include <array>
#include <vector>

namespace cutaway::demo {

/// Where the tone of every second lies: it starts with the first sample of frame 0 of each second counted
/// from the first frame of the media (every 50 frames, or 60 at 59.94), at phase 0.
namespace tone {
inline constexpr double frequency = 1000;    ///< Hz
inline constexpr std::int64_t length = 1920; ///< samples, 40 ms
inline constexpr double peak = 0.125;        ///< of full scale, -18 dBFS
} // namespace tone

/// What a microphone near one camera hears: the crowd, the tone of every second, and the moments of the unit.
/// Stereo, 48 kHz, from the first sample on; the same every time.
class SoundTrack {
public:
    explicit SoundTrack(const AngleSpec& spec);
    /// The next `count` samples.
    media::AudioBlock next(std::int64_t count);

private:
    /// One band of the crowd's noise: a resonator that noise drives.
    struct Band {
        double a1 = 0, a2 = 0, gain = 0;
        double y1 = 0, y2 = 0;
        double run(double x);
    };
    struct Moment {
        enum class Kind { Gun, Whistle, Roar };
        std::int64_t at; ///< sample
        Kind kind;
    };

    double crowd(std::size_t channel);
    double excitement(std::int64_t sample) const;
    double moments(std::int64_t sample);

    AngleSpec m_spec;
    Random m_random;
    std::array<std::vector<Band>, 2> m_bands;
    std::vector<Moment> m_moments;
    std::int64_t m_position = 0;
};

} // namespace cutaway::demo
