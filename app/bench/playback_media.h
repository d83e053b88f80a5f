#pragma once

#include "core/base/result.h"
#include "core/media/byte_source.h"

#include <filesystem>
#include <vector>

namespace cutaway::bench {

/// A minute at 50p to play: an edit proxy and the rung for slow links in Objects of one second, and the same
/// pictures as one file for other players. Every picture carries its number (frame 0 of the minute is 0).
struct PlaybackMedia {
    static constexpr int seconds = 60;
    static constexpr int framesPerSecond = 50;

    std::vector<media::ByteBuffer> proxy; ///< 960x540, 10 bit HLG, one Object for each second
    std::vector<media::ByteBuffer> low;   ///< 480x270
    std::filesystem::path peerFile;       ///< 960x540, 8 bit, 2 Mb/s, GOP 25, index first

    /// Encodes into `folder`, or takes what an earlier run left there.
    static Result<PlaybackMedia> make(const std::filesystem::path& folder);
};

} // namespace cutaway::bench
