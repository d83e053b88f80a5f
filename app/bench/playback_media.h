#pragma once

#include "core/base/result.h"
#include "core/media/byte_source.h"
#include "core/time/frame_rate.h"

#include <filesystem>
#include <vector>

namespace cutaway::bench {

/// How the benchmark's pictures are paced: Objects of about a second, GOPs of half of that.
struct Pace {
    FrameRate rate;
    int framesPerObject = 0;
    int objects = 0;

    std::int64_t frames() const { return std::int64_t{framesPerObject} * objects; }
};
inline constexpr Pace pace50{{50, 1}, 50, 60};
inline constexpr Pace paceBrief{{50, 1}, 50, 3};
inline constexpr Pace pace5994{{60000, 1001}, 60, 24};

/// A while of pictures to play: an edit proxy and the rung for slow links in Objects, and at 50p the same
/// pictures as one file for other players. Every picture carries its number, from 0.
struct PlaybackMedia {
    static constexpr int seconds = 60;
    static constexpr int framesPerSecond = 50;

    Pace pace;
    std::vector<media::ByteBuffer> proxy; ///< 960x540, 10 bit HLG
    std::vector<media::ByteBuffer> low;   ///< 480x270
    std::filesystem::path peerFile;       ///< coded as `proxy` is, in one file, index first; a minute at 50p
    std::filesystem::path peerEightBit;   ///< the same in 8 bits and SDR

    /// Encodes into `folder`, or takes what an earlier run left there.
    static Result<PlaybackMedia> make(const std::filesystem::path& folder, const Pace& pace = pace50);
};

} // namespace cutaway::bench
