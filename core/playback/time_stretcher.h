#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace cutaway::playback {

/// Sound at another speed with its pitch kept, by Rubber Band. Its first sample out is its first sample in:
/// the library's delay is taken off. One thread; not the device's, it allocates.
class TimeStretcher {
public:
    /// num/den times as fast, both positive; between 1/8 and 4 it is sound that one can follow.
    TimeStretcher(int num, int den);
    ~TimeStretcher();

    /// Takes stereo in and returns what that gives: interleaved, full scale 2^31, sometimes nothing.
    std::vector<std::int32_t> stretch(std::span<const std::int32_t> interleaved);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace cutaway::playback
