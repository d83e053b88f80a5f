#pragma once

#include "../timeline/timeline_fixture.h"

namespace cutaway::timeline {

/// A sequence of the test's angles as a restless editor leaves it: gaps, transitions, speeds, levels, links,
/// and sounds that are cut within a frame.
Sequence randomSequence(std::mt19937& random, FrameRate rate);

/// What of a sequence files that count frames must bring back: each clip with its place, media, speed,
/// transitions, level and links, in words, track by track.
std::vector<std::string> clipsInWords(const Sequence& sequence);

} // namespace cutaway::timeline
