#pragma once

#include "core/base/result.h"
#include "core/tams/client.h"
#include "core/tams/types.h"
#include "core/time/time_range.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <vector>

namespace cutaway::cloud {

/// Appends Objects to one Flow by storage allocation and bulk registration. What the Flow has already, from a
/// run that was killed, is known and skipped. One thread at a time.
class FlowWriter {
public:
    /// Creates or updates the Flow, and asks what it holds.
    static Result<FlowWriter> open(const tams::TamsClient& client, const tams::Flow& flow,
                                   std::stop_token stop);

    /// True when a Segment starts there already.
    bool has(const TimeRange& range) const { return range.start() && m_present.contains(range.start()->at); }
    /// Puts an Object whose time begins with 0 and notes its Segment; does nothing when it is there already.
    Result<void> write(const TimeRange& range, std::span<const std::byte> bytes, std::optional<int> keyFrames,
                       std::stop_token stop);
    /// Registers what was noted: from here on it can be played.
    Result<void> flush(std::stop_token stop);
    /// flush(), then closes the Flow with the bit rates that were measured.
    Result<void> close(std::stop_token stop);

private:
    FlowWriter(const tams::TamsClient& client, tams::Flow flow)
        : m_client(&client)
        , m_flow(std::move(flow)) {}
    Result<tams::ObjectAllocation> nextObject(std::stop_token stop);

    const tams::TamsClient* m_client;
    tams::Flow m_flow;
    std::set<Timestamp> m_present;
    std::vector<tams::ObjectAllocation> m_allocated;
    std::vector<tams::Segment> m_pending;
    std::int64_t m_bytes = 0;
    std::int64_t m_highestRate = 0; ///< bits per second of the largest Object
    Timestamp m_written;            ///< duration of what this run wrote
};

} // namespace cutaway::cloud
