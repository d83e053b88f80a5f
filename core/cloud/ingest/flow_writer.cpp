#include "core/cloud/ingest/flow_writer.h"

#include <algorithm>

namespace cutaway::cloud {

namespace {

constexpr std::int64_t allocatedAtOnce = 8;
constexpr std::size_t registeredAtOnce = 16;

std::int64_t bitsPerSecond(std::int64_t bytes, const Timestamp& duration) {
    const Int128 ns = duration.totalNanoseconds();
    return ns <= 0 ? 0 : static_cast<std::int64_t>(Int128(bytes) * 8 * 1'000'000'000 / ns);
}

} // namespace

Result<FlowWriter> FlowWriter::open(const tams::TamsClient& client, const tams::Flow& flow,
                                    std::stop_token stop) {
    CUTAWAY_CHECK(client.putFlow(flow, stop));
    FlowWriter writer(client, flow);
    tams::SegmentQuery query;
    query.urls = false;
    CUTAWAY_TRY(const std::vector<tams::Segment> segments, client.segments(flow.id, query, stop));
    for (const tams::Segment& segment : segments)
        if (segment.timerange.start())
            writer.m_present.insert(segment.timerange.start()->at);
    return writer;
}

Result<tams::ObjectAllocation> FlowWriter::nextObject(std::stop_token stop) {
    if (m_allocated.empty()) {
        tams::StorageRequest request;
        request.limit = allocatedAtOnce;
        CUTAWAY_TRY(tams::StorageAllocation storage, m_client->allocate(m_flow.id, request, stop));
        if (storage.objects.empty())
            return Error{ErrorCategory::Corrupt, "The cloud gave no room for the media.", {}};
        m_allocated = std::move(storage.objects);
    }
    tams::ObjectAllocation object = std::move(m_allocated.back());
    m_allocated.pop_back();
    return object;
}

Result<void> FlowWriter::write(const TimeRange& range, std::span<const std::byte> bytes,
                               std::optional<int> keyFrames, std::stop_token stop) {
    if (has(range))
        return {};
    CUTAWAY_TRY(const tams::ObjectAllocation object, nextObject(stop));
    CUTAWAY_CHECK(m_client->putObject(object, bytes, stop));
    tams::Segment segment;
    segment.objectId = object.objectId;
    segment.timerange = range;
    segment.tsOffset = range.start()->at;
    if (keyFrames)
        segment.keyFrameCount = *keyFrames;
    m_pending.push_back(std::move(segment));
    m_present.insert(range.start()->at);

    const Timestamp duration = range.end()->at - range.start()->at;
    m_bytes += static_cast<std::int64_t>(bytes.size());
    m_written = m_written + duration;
    m_highestRate = std::max(m_highestRate, bitsPerSecond(static_cast<std::int64_t>(bytes.size()), duration));
    if (m_pending.size() >= registeredAtOnce)
        return flush(stop);
    return {};
}

Result<void> FlowWriter::flush(std::stop_token stop) {
    if (m_pending.empty())
        return {};
    CUTAWAY_TRY(const std::vector<tams::FailedSegment> refused,
                m_client->addSegments(m_flow.id, m_pending, stop));
    if (!refused.empty())
        return Error{ErrorCategory::Conflict,
                     "The cloud did not take a part of the media: " + refused.front().summary,
                     refused.front().objectId};
    m_pending.clear();
    return {};
}

Result<void> FlowWriter::close(std::stop_token stop) {
    CUTAWAY_CHECK(flush(stop));
    m_flow.status = "closed_complete";
    if (const std::int64_t average = bitsPerSecond(m_bytes, m_written); average > 0) {
        m_flow.averageBitRate = std::max<std::int64_t>(1, average / 1000);
        m_flow.maximumBitRate = std::max(*m_flow.averageBitRate, m_highestRate / 1000);
    }
    return m_client->putFlow(m_flow, stop);
}

} // namespace cutaway::cloud
