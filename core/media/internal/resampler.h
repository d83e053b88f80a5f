#pragma once

#include "core/base/result.h"
#include "core/media/audio.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace cutaway::media::av {

/// Sound of any rate as sound at 48 kHz. Sample m of the result is the sound at m / 48000 s after its first
/// sample: the filter adds no delay, before the first and after the last sample there is silence, and the
/// same samples come whatever was read before. One thread at a time.
class Resampler {
public:
    /// Rates that sound is stored at. Unsupported outside 4000 to 768000.
    static Result<Resampler> open(int rate, int channels);
    Resampler(Resampler&&) noexcept;
    Resampler& operator=(Resampler&&) noexcept;
    ~Resampler();

    /// How long `stored` samples are at 48 kHz: floor(stored * 48000 / rate).
    std::int64_t length(std::int64_t stored) const;

    /// Gives stored samples [first, first + count), which may lie outside the sound: silence there.
    using Read = std::function<Result<AudioBlock>(std::int64_t first, std::int64_t count)>;
    /// Samples [first, first + count) at 48 kHz. Reading on from where it stands costs least.
    Result<AudioBlock> read(std::int64_t first, std::int64_t count, const Read& stored);

private:
    struct State;
    explicit Resampler(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace cutaway::media::av
