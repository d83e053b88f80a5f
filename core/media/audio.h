#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cutaway::media {

/// A stretch of sound: interleaved signed samples, full scale 2^31, whatever the depth they came in
/// (a 24-bit sample is shifted left by 8, so nothing is lost). 48 kHz everywhere in the editor.
struct AudioBlock {
    int channels = 2;
    std::vector<std::int32_t> samples; ///< frames() * channels of them

    std::int64_t frames() const {
        return channels > 0 ? static_cast<std::int64_t>(samples.size()) / channels : 0;
    }
    static AudioBlock silence(int channels, std::int64_t frames) {
        return {channels, std::vector<std::int32_t>(static_cast<std::size_t>(frames * channels), 0)};
    }
    bool operator==(const AudioBlock&) const = default;
};

} // namespace cutaway::media
