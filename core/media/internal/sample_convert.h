#pragma once

#include "core/media/audio.h"
#include "core/media/internal/av.h"

#include <cstdint>

namespace cutaway::media::av {

/// Samples [skip, skip + count) of decoded sound, or as many of them as there are, full scale 2^31. Integers
/// are kept bit for bit, floats rounded and limited.
Result<AudioBlock> toBlock(const AVFrame& sound, std::int64_t skip, std::int64_t count);
/// A float sample for encoders that take them.
inline float toFloat(std::int32_t sample) {
    return static_cast<float>(sample) * 0x1p-31F;
}

} // namespace cutaway::media::av
