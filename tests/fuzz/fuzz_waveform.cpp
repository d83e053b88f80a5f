#include "core/media/waveform_tile.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace cutaway::media;

/// The entry of libFuzzer: any bytes are a waveform or refused in words; what is read packs to the same
/// bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(reinterpret_cast<const std::byte*>(data), size);
    const auto tile = unpackWaveform(bytes);
    if (!tile) {
        if (tile.error().message.empty())
            std::abort();
        return 0;
    }
    const ByteBuffer again = packWaveform(*tile);
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()))
        std::abort();
    return 0;
}
