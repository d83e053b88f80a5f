#include "core/playback/take_clock.h"

#include "core/time/frame_rate.h"

#include <algorithm>

namespace cutaway::playback {

namespace {
constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;
} // namespace

void CounterLine::add(std::int64_t nanoseconds, std::int64_t samples) {
    const std::int64_t start = nanoseconds - mulDivFloor(samples, nanosecondsPerSecond, sampleRate48k.num);
    m_start = std::min(m_start.value_or(start), start);
}

std::int64_t recordedAt(std::int64_t programmeSample, const CounterLine& programme,
                        const CounterLine& recording, std::int64_t latency) {
    const std::int64_t apart = programme.start() - recording.start();
    return programmeSample + mulDivRound(apart, sampleRate48k.num, nanosecondsPerSecond) + latency;
}

} // namespace cutaway::playback
