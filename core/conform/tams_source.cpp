#include "core/conform/tams_source.h"

#include <utility>

namespace cutaway::conform {

namespace {

/// TAMS' words for a colour as H.273 code points; 2 (unspecified) where it says nothing.
media::Colour colourOf(const tams::FlowView& flow) {
    const bool wide = flow.colourSpace == "BT2100" || flow.colourSpace == "BT2020";
    if (flow.transfer == "HLG")
        return media::Colour::hlg();
    if (flow.transfer == "PQ")
        return {9, 16, 9, false};
    if (wide && flow.transfer == "SDR")
        return {9, 14, 9, false};
    if (flow.colourSpace == "BT709" || flow.transfer == "SDR")
        return media::Colour::sdr();
    return {2, 2, 2, false};
}

} // namespace

SourceMedia sourceMediaOf(const tams::SourceView& view) {
    SourceMedia source;
    source.sourceId = view.sourceId;
    source.label = view.label;
    source.clock = view.clock;
    source.timecode = view.timecode.rate.isValid() ? view.timecode : TimecodeFormat{view.clock.rate, false};
    source.startTimecode = view.startTimecode;
    for (const tams::FlowView& flow : view.flows) {
        FlowCandidate candidate;
        candidate.flowId = flow.flowId;
        candidate.role = flow.role;
        candidate.generation = flow.generation;
        candidate.bitRate = flow.bitRate;
        candidate.available = flow.available;
        candidate.rate = flow.rate;
        candidate.width = flow.width;
        candidate.height = flow.height;
        candidate.colour = colourOf(flow);
        candidate.channels = flow.channels;
        source.flows.push_back(std::move(candidate));
    }
    return source;
}

SegmentLookup tamsSegments(std::shared_ptr<const tams::TamsClient> client, std::stop_token stop) {
    return [client = std::move(client), stop](const Uuid& flowId,
                                              const TimeRange& range) -> Result<std::vector<SegmentView>> {
        tams::SegmentQuery query;
        query.timerange = range;
        query.urls = false;
        query.objectTimeranges = true;
        CUTAWAY_TRY(const auto segments, client->segments(flowId, query, stop));
        std::vector<SegmentView> views;
        for (const tams::Segment& segment : segments)
            views.push_back({segment.objectId, segment.timerange, segment.tsOffset, segment.objectTimerange});
        return views;
    };
}

Result<media::ByteSourcePtr> TamsObjectStore::open(const std::string& objectId, std::stop_token stop) {
    CUTAWAY_TRY(const auto object, m_client->object(objectId, stop));
    CUTAWAY_TRY(auto bytes, m_client->readObject(object.getUrls, stop));
    return media::memorySource(std::move(bytes));
}

} // namespace cutaway::conform
