#pragma once

#include "core/media/internal/input.h"
#include "core/media/probe.h"
#include "core/time/frame_rate.h"

#include <cstdint>
#include <vector>

namespace cutaway::media::av {

/// One stored stretch of sound, in decoding order. Samples count per channel at the stored rate.
struct SoundPacket {
    std::int64_t pts = AV_NOPTS_VALUE;
    std::int64_t dts = AV_NOPTS_VALUE;
    std::int64_t byte = -1;
    std::int64_t decoded = 0; ///< samples that decoding it gives
    std::int64_t skip = 0;    ///< of those, how many at its start are hidden
    std::int64_t kept = 0;    ///< how many are real after that
    std::int64_t first = 0;   ///< position of its first real sample in the stream
};

/// Every packet of one sound stream, with what of it is real: priming, edit list and padding taken away.
struct SoundIndex {
    std::vector<SoundPacket> packets;
    std::int64_t samples = 0; ///< sum of `kept`
    std::int64_t bytes = 0;
    std::int64_t startPts = AV_NOPTS_VALUE; ///< of the first packet with a real sample, stream time base
    std::int64_t startSkip = 0;             ///< samples of it that come before that sample

    /// Position in `packets` of the one that holds this sample; packets.size() beyond the end.
    std::size_t holding(std::int64_t sample) const;
};

Result<SoundIndex> indexSound(Input& input, int stream);
Result<AudioInfo> describeSound(const Input& input, int stream, const SoundIndex& index);
/// Which sound streams are PCM: every packet stands alone, and its size tells its samples.
bool isPcm(AVCodecID codec);

} // namespace cutaway::media::av
