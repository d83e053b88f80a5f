#pragma once

#include "first_light_media.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace cutaway::test {

/// What a delivered picture must show at each record frame.
using Expected = std::vector<ReadId>;

/// Frames [first, end) of an angle.
void appendRun(Expected& expected, int angle, std::int64_t first, std::int64_t end);

/// Record samples [first, end) that sound the samples of an angle from `from` on, counted from its start.
struct SoundRun {
    int angle;
    std::int64_t first, end, from;
};

/// The ids of all frames, one by one. Fails the running test function.
void checkIds(const std::filesystem::path& file, const Expected& expected);
/// UHD, 10 bit, HLG (9/18/9), the rate, and a timecode that starts on this hour.
void checkPictureForm(const std::filesystem::path& file, const ThreeAngles& masters, int hour);
/// Every sample of the compared channel is the master's.
void checkExactSound(const std::filesystem::path& file, const ThreeAngles& masters,
                     const std::vector<SoundRun>& runs);
/// The cross-correlation with the master peaks at lag 0 in every run.
void checkCodedSound(const std::filesystem::path& file, const ThreeAngles& masters,
                     const std::vector<SoundRun>& runs);

} // namespace cutaway::test
