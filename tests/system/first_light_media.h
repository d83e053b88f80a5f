#pragma once

#include "../support/cloud_process.h"

#include "core/time/frame_rate.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace cutaway::test {

/// A final with three angles of real UHD HDR masters, ingested by the real programs. Frame n of angle a
/// carries the id {a, n}; all start at 10:00:00:00.
struct ThreeAngles {
    static constexpr int angles = 3;
    Uuid unit;
    std::array<Uuid, angles> sources;                ///< multi Sources
    std::array<std::filesystem::path, angles> files; ///< the masters as they were ingested
    FrameRate rate;
    bool dropFrame = false;
};
/// Stops the test program when something fails: this is set-up.
ThreeAngles ingestThreeAngles(const CloudProcess& cloud, const std::filesystem::path& folder, FrameRate rate,
                              bool dropFrame, std::int64_t frames);

/// The ids of every frame of a file, from its pixels alone; {0, 0} where there is none.
struct ReadId {
    std::uint32_t source = 0;
    std::uint32_t frame = 0;
    bool operator==(const ReadId&) const = default;
};
std::vector<ReadId> frameIdsOf(const std::filesystem::path& file);

} // namespace cutaway::test
