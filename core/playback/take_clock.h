#pragma once

#include <cstdint>
#include <optional>

namespace cutaway::playback {

/// Where something that runs at 48 kHz stands, from readings of how far it had come by certain moments. A
/// reading may come late, so that it had come further by then, and never early: the one that came soonest
/// counts.
class CounterLine {
public:
    /// By `nanoseconds` of the steady clock at least `samples` had passed.
    void add(std::int64_t nanoseconds, std::int64_t samples);
    bool isKnown() const { return m_start.has_value(); }
    /// Nanoseconds at which it stood at 0, or would have.
    std::int64_t start() const { return m_start.value_or(0); }

private:
    std::optional<std::int64_t> m_start; ///< the earliest that any reading allows
};

/// The sample of a recording that was heard by the microphone at the moment when the programme stood at
/// `programmeSample`. `latency`: samples that the way into the computer takes.
std::int64_t recordedAt(std::int64_t programmeSample, const CounterLine& programme,
                        const CounterLine& recording, std::int64_t latency);

} // namespace cutaway::playback
