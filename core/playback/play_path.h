#pragma once

#include "core/playback/player.h"

#include <cstdint>

namespace cutaway::playback {

/// Which frame is due when: playing as arithmetic, without a clock or a device. Pictures are counted in steps
/// from the first one; at n times the speed each step goes n frames on, so that the same frames are shown
/// whoever is slow. Everything is exact at every rate: nothing is added up from rounded parts.
class PlayPath {
public:
    PlayPath() = default;
    /// Step 0 shows `anchor`, a frame of `within`. `speed` is not paused.
    PlayPath(FrameRate rate, Speed speed, std::int64_t anchor, const PlayRange& within);

    /// The range ends later than it did.
    void growTo(std::int64_t end) { m_range.end = end > m_range.end ? end : m_range.end; }

    bool forwards() const { return m_speed.num > 0; }
    /// Frames from one step to the next.
    std::int64_t stride() const { return m_stride; }
    /// In a loop always a frame of the range; else false says that the end comes first.
    bool reaches(std::int64_t step) const;
    std::int64_t frameAt(std::int64_t step) const;
    /// Where playing ends that does not loop.
    std::int64_t lastFrame() const { return forwards() ? m_range.end - 1 : m_range.first; }

    // By a clock: nanoseconds since step 0.
    std::int64_t stepAfter(std::int64_t nanoseconds) const;
    std::int64_t nanosecondsTo(std::int64_t step) const; ///< the first at which stepAfter() is `step`

    // By the sound: samples of 48 kHz heard since step 0, after any change of speed.
    std::int64_t stepHeard(std::int64_t samples) const;
    std::int64_t samplesTo(std::int64_t step) const; ///< the first at which stepHeard() is `step`

    /// The sample of the sequence that sounds first; backwards, the one after it.
    std::int64_t firstSample() const;

private:
    std::int64_t unwrapped(std::int64_t step) const;
    std::int64_t sampleOf(std::int64_t unwrappedFrame) const;
    std::int64_t frameOf(std::int64_t unwrappedSample) const;

    FrameRate m_rate{50, 1};
    Speed m_speed{1, 1};
    std::int64_t m_num = 1; ///< of the speed, without its sign
    std::int64_t m_anchor = 0;
    std::int64_t m_stride = 1;
    PlayRange m_range{0, 1, false, {}};
};

} // namespace cutaway::playback
