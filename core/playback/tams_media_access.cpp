#include "core/playback/tams_media_access.h"

#include <algorithm>

namespace cutaway::playback {

ObjectSpan spanOf(const tams::Segment& segment, const SourceClock& clock) {
    ObjectSpan span;
    span.objectId = segment.objectId;
    if (segment.timerange.isEmpty() || !segment.timerange.start() || !segment.timerange.end())
        return span;
    const Timestamp start = segment.timerange.start()->at;
    span.firstUnit = clock.unitAt(start);
    span.count = clock.unitAt(segment.timerange.end()->at) - span.firstUnit;
    if (segment.timerange.end()->inclusive && segment.timerange.end()->at != start)
        ++span.count; // the end is the start of the last unit
    span.objectUnit = unitsNearest(start - segment.tsOffset, clock.rate);
    return span;
}

TamsMediaAccess::TamsMediaAccess(std::shared_ptr<const tams::TamsClient> client)
    : m_client(client)
    , m_sources(std::move(client)) {}

void TamsMediaAccess::refresh() {
    m_sources.clear();
    const std::lock_guard lock(m_mutex);
    m_spans.clear();
}

Result<PlayableSource> TamsMediaAccess::source(const Uuid& sourceId, std::stop_token stop) {
    CUTAWAY_TRY(const tams::SourceView view, m_sources.get(sourceId, stop));
    PlayableSource source;
    source.sourceId = view.sourceId;
    source.name = view.label;
    source.clock = view.clock;
    source.firstFrame = view.firstFrame();
    source.frameCount = view.frameCount();
    for (const tams::FlowView* flow : view.proxies())
        source.rungs.push_back({flow->flowId, flow->width, flow->height});
    for (int n = 1; n <= view.audioCount(); ++n)
        if (const tams::FlowView* sound = view.audioProxy(n))
            source.sounds.push_back({sound->flowId, sound->channels});
    return source;
}

Result<TamsMediaAccess::Spans> TamsMediaAccess::spansOf(const SourceClock& clock, const Uuid& flowId,
                                                        std::stop_token stop) {
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_spans.find(flowId); known != m_spans.end())
            return known->second;
    }
    tams::SegmentQuery query;
    query.objectTimeranges = true;
    CUTAWAY_TRY(const auto segments, m_client->segments(flowId, query, stop));
    auto spans = std::make_shared<std::vector<ObjectSpan>>();
    spans->reserve(segments.size());
    const std::lock_guard lock(m_mutex);
    for (const tams::Segment& segment : segments) {
        const ObjectSpan span = spanOf(segment, clock);
        if (span.count <= 0)
            continue;
        spans->push_back(span);
        m_urls[segment.objectId] = segment.getUrls;
    }
    std::sort(spans->begin(), spans->end(),
              [](const auto& a, const auto& b) { return a.firstUnit < b.firstUnit; });
    m_spans[flowId] = spans;
    return Spans(spans);
}

Result<ObjectSpan> TamsMediaAccess::find(const PlayableSource& source, const SourceClock& clock,
                                         const Uuid& flowId, std::int64_t unit, std::stop_token stop) {
    CUTAWAY_TRY(const Spans spans, spansOf(clock, flowId, stop));
    auto after = std::upper_bound(spans->begin(), spans->end(), unit,
                                  [](std::int64_t u, const ObjectSpan& span) { return u < span.firstUnit; });
    if (after != spans->begin()) {
        const ObjectSpan& span = *std::prev(after);
        if (unit < span.firstUnit + span.count)
            return span;
    }
    return Error{ErrorCategory::NotFound,
                 "“" + source.name + "” has nothing here yet. It appears as soon as the cloud has it.",
                 flowId.toString() + " unit " + std::to_string(unit)};
}

Result<ObjectSpan> TamsMediaAccess::pictureSpan(const PlayableSource& source, const Uuid& flowId,
                                                std::int64_t unit, std::stop_token stop) {
    return find(source, source.clock, flowId, unit, stop);
}

Result<ObjectSpan> TamsMediaAccess::soundSpan(const PlayableSource& source, const Uuid& flowId,
                                              std::int64_t unit, std::stop_token stop) {
    return find(source, source.clock.audio(), flowId, unit, stop);
}

Result<std::shared_ptr<const media::ByteBuffer>> TamsMediaAccess::object(const ObjectSpan& span,
                                                                         std::stop_token stop) {
    std::vector<tams::GetUrl> urls;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_urls.find(span.objectId); known != m_urls.end())
            urls = known->second;
    }
    CUTAWAY_TRY(auto bytes, m_client->readObject(urls, stop));
    return std::make_shared<const media::ByteBuffer>(std::move(bytes));
}

} // namespace cutaway::playback
