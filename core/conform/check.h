#pragma once

#include "core/base/result.h"
#include "core/conform/plan.h"
#include "core/conform/profiles.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace cutaway::conform {

/// One thing that was measured on a finished file.
struct CheckItem {
    std::string name; ///< "frames", "timecode", "colour", "audio_samples", ...
    std::string expected;
    std::string found;
    bool pass = false;
};

/// Ids that the sources' pictures carry, read back from the delivery's pixels. Reported, never required:
/// camera material has none.
struct FrameIdTally {
    std::int64_t readable = 0;  ///< frames with an id
    std::int64_t stepsKept = 0; ///< neighbours in one span whose ids follow each other
    std::int64_t stepsBroken = 0;
    std::int64_t rendered =
        0; ///< frames that a transition made: whatever they seem to say, it is not counted
};

struct CheckReport {
    bool pass = false;
    std::vector<CheckItem> items;
    FrameIdTally ids;

    /// What did not pass, in words; empty when all did.
    std::string failures() const;
    std::string toJson() const;
};

/// Pictures read so far; on the calling thread.
using CheckProgress = std::function<void(std::int64_t frames)>;

/// Reads a finished file back with the decoder: codec, size, rate, depth, colour tags, timecode, number of
/// pictures by decoding every one, number of audio samples after priming. An Error: it could not be read.
Result<CheckReport> checkDelivery(const std::filesystem::path& file, const ConformPlan& plan,
                                  const Profile& profile, const CheckProgress& progress,
                                  std::stop_token stop);

} // namespace cutaway::conform
