#include "core/playback/tams_media_access.h"

#include "core/tams/client.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr int warmConnections = 5; ///< besides the one that lists: two rungs, index and GOP, and one spare
constexpr std::chrono::milliseconds aheadDelay{
    250};                             ///< the first picture goes before what may be wanted later
constexpr Timestamp listBefore{4, 0}; ///< around a moment that is not listed yet
constexpr Timestamp listAfter{30, 0};
constexpr std::size_t mostEarly = 64;      ///< first pictures kept, of at most 48 KiB each
constexpr std::int64_t aheadSeconds = 600; ///< of the neighbourhood, after and before the focus
constexpr std::int64_t behindSeconds = 600;
constexpr std::int64_t chunkSeconds = 120;
constexpr std::int64_t everywhere = std::int64_t{1} << 60;

/// Errors that say: this cloud has no such listing, or not of this.
bool hasNoListing(const Error& error) {
    return error.category == ErrorCategory::NotFound || error.category == ErrorCategory::Unsupported ||
           error.category == ErrorCategory::Corrupt || error.category == ErrorCategory::InvalidInput;
}

Error nothingThere(const PlayableSource& source, const Uuid& flowId, std::int64_t unit) {
    return {ErrorCategory::NotFound,
            "“" + source.name + "” has nothing here yet. It appears as soon as the cloud has it.",
            flowId.toString() + " unit " + std::to_string(unit)};
}

PlayableSource playable(const tams::SourceView& view) {
    PlayableSource source;
    source.sourceId = view.sourceId;
    source.name = view.label;
    source.clock = view.clock;
    source.firstFrame = view.firstFrame();
    source.frameCount = view.frameCount();
    for (const tams::FlowView* flow : view.proxies())
        source.rungs.push_back({flow->flowId, flow->width, flow->height, flow->bitRate});
    for (int n = 1; n <= view.audioCount(); ++n)
        if (const tams::FlowView* sound = view.audioProxy(n)) {
            SoundMember& member = source.sounds.emplace_back(SoundMember{sound->flowId, sound->channels});
            for (const tams::FlowView* level : view.waveforms(n))
                member.waveforms.push_back({level->flowId, level->samplesPerPeak});
        }
    return source;
}

SourceClock clockOf(const tams::SourceView& view, const Uuid& flowId) {
    for (const tams::FlowView& flow : view.flows)
        if (flow.flowId == flowId && (flow.format == tams::format::audio || flow.samplesPerPeak > 0))
            return view.clock.audio();
    return view.clock;
}

bool isGrowing(const tams::SourceView& view, const Uuid& flowId) {
    return std::any_of(view.flows.begin(), view.flows.end(),
                       [&](const tams::FlowView& flow) { return flow.flowId == flowId && flow.growing; });
}

bool isWaveform(const tams::SourceView& view, const Uuid& flowId) {
    return std::any_of(view.flows.begin(), view.flows.end(), [&](const tams::FlowView& flow) {
        return flow.flowId == flowId && flow.samplesPerPeak > 0;
    });
}

/// As far as has been told: its next piece is a minute away or more, and nobody should ask for it till then.
bool hasGrownTo(const tams::SourceView& view, const Uuid& flowId, const Timestamp& at) {
    return std::any_of(view.flows.begin(), view.flows.end(), [&](const tams::FlowView& flow) {
        return flow.flowId == flowId && !flow.available.isEmpty() && flow.available.end() &&
               at < flow.available.end()->at;
    });
}

/// Behind the last span of a Flow that grows, nothing is known: a moment later there may be more.
std::int64_t knownEnd(const tams::SourceView& view, const Uuid& flowId, std::int64_t end,
                      const std::vector<ObjectSpan>& spans) {
    if (!isGrowing(view, flowId))
        return end;
    std::int64_t last = -everywhere;
    for (const ObjectSpan& span : spans)
        last = std::max(last, span.firstUnit + span.count);
    return std::min(end, last);
}

bool isAway(const Error& error) {
    return error.category == ErrorCategory::Unavailable || error.category == ErrorCategory::Timeout;
}

Error cancelled() {
    return {ErrorCategory::Cancelled, "Stopped.", {}};
}

} // namespace

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

TamsMediaAccess::TamsMediaAccess(std::shared_ptr<const tams::TamsClient> client,
                                 std::shared_ptr<DiskCache> disk)
    : m_client(std::move(client))
    , m_kept{disk, disk ? std::make_shared<KeptListings>(disk) : nullptr}
    , m_thread([this](const std::stop_token& stop) { listAhead(stop); }) {}

TamsMediaAccess::~TamsMediaAccess() = default;

void TamsMediaAccess::useDisk(std::shared_ptr<DiskCache> disk) {
    Kept kept{disk, disk ? std::make_shared<KeptListings>(disk) : nullptr};
    const std::lock_guard lock(m_keptMutex);
    std::swap(m_kept, kept);
}

TamsMediaAccess::Kept TamsMediaAccess::keeping() const {
    const std::lock_guard lock(m_keptMutex);
    return m_kept;
}

void TamsMediaAccess::settleKept() const {
    if (const auto listings = keeping().listings)
        listings->settle();
}

std::optional<tams::SourceView> TamsMediaAccess::keptView(const Uuid& sourceId) const {
    const Kept kept = keeping();
    const auto listings = kept.listings ? kept.listings->find(sourceId) : std::vector<MediaListing>{};
    return listings.empty() ? std::nullopt : listings.front().source;
}

void TamsMediaAccess::grew(const Uuid& flowId, const std::optional<TimeRange>& range) {
    const std::lock_guard lock(m_mutex);
    for (auto& [sourceId, known] : m_known) {
        const auto flow = std::find_if(known.view.flows.begin(), known.view.flows.end(),
                                       [&](const tams::FlowView& one) { return one.flowId == flowId; });
        if (flow == known.view.flows.end())
            continue;
        // Its first piece may move the clock, unless it is a waveform.
        if (!range || (flow->available.isEmpty() && flow->samplesPerPeak == 0)) {
            const Uuid id = sourceId;
            std::erase_if(m_names, [&](const auto& name) { return name.second == id; });
            m_known.erase(id);
            return;
        }
        if (range->isEmpty() || !range->start() || !range->end())
            return;
        flow->available = flow->available.hull(*range);
        const SourceClock clock = clockOf(known.view, flowId);
        known.spans[flowId].forget(clock.unitAt(range->start()->at), clock.unitAt(range->end()->at));
        return;
    }
}

void TamsMediaAccess::refresh() {
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    m_names.clear();
    m_known.clear();
    m_ahead.clear();
}

Result<PlayableSource> TamsMediaAccess::source(const Uuid& sourceId, std::stop_token stop) {
    return find(sourceId, std::nullopt, stop);
}

Result<PlayableSource> TamsMediaAccess::sourceNear(const Uuid& sourceId, std::int64_t frame,
                                                   std::stop_token stop) {
    return find(sourceId, frame, stop);
}

Result<PlayableSource> TamsMediaAccess::find(const Uuid& sourceId, std::optional<std::int64_t> frame,
                                             const std::stop_token& stop) {
    const std::string asking = "source " + sourceId.toString();
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [&] { return !m_coming.contains(asking); }))
            return cancelled();
        if (const auto name = m_names.find(sourceId); name != m_names.end())
            return playable(m_known.at(name->second).view);
        m_coming.insert(asking);
    }
    const auto view = learn(sourceId, frame, stop);
    {
        const std::lock_guard lock(m_mutex);
        m_coming.erase(asking);
    }
    m_changed.notify_all();
    if (!view)
        return view.error();
    return playable(*view);
}

/// Opens connections before a seek wants them: a new one costs it a round trip.
void TamsMediaAccess::warmUp(int connections) {
    for (int i = 0; i < connections; ++i) {
        tams::HttpRequest request;
        request.url = "/cutaway/v1/health";
        request.anonymous = true;
        request.warming = true;
        m_client->http().start(std::move(request), {}, [](const Result<tams::HttpResponse>&) {});
    }
}

Result<tams::SourceView> TamsMediaAccess::learn(const Uuid& sourceId, std::optional<std::int64_t> frame,
                                                const std::stop_token& stop) {
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        generation = m_generation;
    }
    warmUp(warmConnections); // while the listing is on its way
    auto listing = listSource(m_client->http(), sourceId, frame, stop);
    if (!listing && isAway(listing.error()))
        if (auto kept = adoptKept(sourceId, generation))
            return std::move(*kept);
    if (!listing && !hasNoListing(listing.error()))
        return listing.error();
    const bool listed = listing && listing->source;
    tams::SourceView view;
    if (listed) {
        view = *listing->source;
        if (const auto listings = keeping().listings)
            listings->note(view.sourceId, listing->text);
    } else {
        auto resolved = tams::resolveSource(*m_client, sourceId, stop);
        if (const auto listings = keeping().listings; listings && !resolved && isRefusal(resolved.error()))
            listings->forget(sourceId);
        CUTAWAY_TRY(view, std::move(resolved));
    }
    const std::lock_guard lock(m_mutex);
    if (generation != m_generation)
        return view; // it may be older than what refresh() is about
    m_names[sourceId] = m_names[view.sourceId] = view.sourceId;
    Known& known = m_known[view.sourceId];
    known.view = view;
    known.listed = listed;
    if (listed) {
        take(known, *listing);
        if (listing->firstPicture) {
            if (m_early.size() >= mostEarly)
                m_early.clear();
            m_early[listing->firstPicture->objectId] = std::move(listing->firstPicture->parts);
        }
        known.focus = frame ? view.clock.timeOf(*frame) : view.clock.origin;
        m_ahead.push_back(view.sourceId);
        m_changed.notify_all();
    }
    return view;
}

/// The Source as it was listed before the cloud went away.
std::optional<tams::SourceView> TamsMediaAccess::adoptKept(const Uuid& sourceId, std::uint64_t generation) {
    const Kept kept = keeping();
    const auto listings = kept.listings ? kept.listings->find(sourceId) : std::vector<MediaListing>{};
    if (listings.empty())
        return std::nullopt;
    const tams::SourceView& view = *listings.front().source;
    const std::lock_guard lock(m_mutex);
    if (generation != m_generation)
        return view;
    m_names[sourceId] = m_names[view.sourceId] = view.sourceId;
    Known& known = m_known[view.sourceId];
    known.view = view;
    known.listed = true;
    known.focus = view.clock.origin;
    for (const MediaListing& listing : listings)
        take(known, listing);
    return view;
}

/// Under the lock.
void TamsMediaAccess::take(Known& known, const MediaListing& listing) {
    for (const auto& [flowId, flow] : listing.flows) {
        if (!flow.range.start() || !flow.range.end())
            continue;
        const SourceClock clock = clockOf(known.view, flowId);
        std::vector<ObjectSpan> spans;
        for (const ListedSegment& listed : flow.segments) {
            ObjectSpan span = spanOf(listed.segment, clock);
            if (span.count <= 0)
                continue;
            span.layout = listed.layout;
            m_urls[span.objectId] = listed.segment.getUrls;
            spans.push_back(std::move(span));
        }
        known.spans[flowId].add(clock.unitAt(flow.range.start()->at),
                                knownEnd(known.view, flowId, clock.unitAt(flow.range.end()->at), spans),
                                spans);
    }
}

Result<void> TamsMediaAccess::listAround(const Uuid& sourceId, const TimeRange& range, bool urgent,
                                         const std::stop_token& stop) {
    CUTAWAY_TRY(const MediaListing listing, listRange(m_client->http(), sourceId, range, urgent, stop));
    if (const auto listings = keeping().listings)
        listings->note(sourceId, listing.text);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_known.find(sourceId); known != m_known.end())
        take(known->second, listing);
    return {};
}

/// The whole Flow, as any TAMS store lists it.
Result<void> TamsMediaAccess::listFlow(const PlayableSource& source, const SourceClock& clock,
                                       const Uuid& flowId, const std::stop_token& stop) {
    tams::SegmentQuery query;
    query.objectTimeranges = true;
    std::int64_t first = -everywhere;
    {
        const std::lock_guard lock(m_mutex); // what a growing Flow had before is known
        if (const auto known = m_known.find(source.sourceId); known != m_known.end())
            first = known->second.spans[flowId].firstUncovered(-everywhere, everywhere);
    }
    if (first > -everywhere)
        query.timerange = TimeRange::make(TimeRange::Bound{clock.timeOf(first), true}, std::nullopt);
    CUTAWAY_TRY(const auto segments, m_client->segments(flowId, query, stop));
    std::vector<ObjectSpan> spans;
    const std::lock_guard lock(m_mutex);
    for (const tams::Segment& segment : segments) {
        const ObjectSpan span = spanOf(segment, clock);
        if (span.count <= 0)
            continue;
        m_urls[segment.objectId] = segment.getUrls;
        spans.push_back(span);
    }
    if (const auto known = m_known.find(source.sourceId); known != m_known.end())
        known->second.spans[flowId].add(first, knownEnd(known->second.view, flowId, everywhere, spans),
                                        spans);
    return {};
}

Result<ObjectSpan> TamsMediaAccess::spanAt(const PlayableSource& source, const SourceClock& clock,
                                           const Uuid& flowId, std::int64_t unit,
                                           const std::stop_token& stop) {
    std::string asking = "spans " + source.sourceId.toString();
    const Timestamp at = clock.timeOf(unit);
    CUTAWAY_CHECK(find(source.sourceId, source.clock.unitAt(at), stop)); // a refresh may have forgotten it
    for (int round = 0; round < 2; ++round) {
        bool listed = false;
        bool growing = false;
        bool waveform = false;
        {
            std::unique_lock lock(m_mutex);
            const auto answer = [&]() -> std::optional<Result<ObjectSpan>> {
                const auto known = m_known.find(source.sourceId);
                if (known == m_known.end())
                    return std::nullopt;
                listed = known->second.listed;
                growing = isGrowing(known->second.view, flowId);
                waveform = isWaveform(known->second.view, flowId);
                if (!waveform) // which is drawn all over the place
                    known->second.focus = at;
                const SpanTable& spans = known->second.spans[flowId];
                if (auto span = spans.find(unit))
                    return Result<ObjectSpan>(std::move(*span));
                if (spans.covers(unit) ||
                    (waveform && growing && !hasGrownTo(known->second.view, flowId, at)))
                    return Result<ObjectSpan>(nothingThere(source, flowId, unit));
                return std::nullopt;
            };
            if (auto known = answer())
                return std::move(*known);
            if (waveform) // what plays does not wait for what is drawn
                asking = "spans " + flowId.toString();
            if (!m_changed.wait(lock, stop, [&] { return !m_coming.contains(asking); }))
                return cancelled();
            if (auto known = answer()) // somebody else has asked meanwhile
                return std::move(*known);
            if (round > 0 && growing)
                return nothingThere(source, flowId, unit);
            m_coming.insert(asking);
        }
        const Result<void> done =
            listed && round == 0 && !waveform // of which there are few Segments: all at once
                ? listAround(source.sourceId, TimeRange::halfOpen(at - listBefore, at + listAfter), true,
                             stop)
                : listFlow(source, clock, flowId, stop);
        {
            const std::lock_guard lock(m_mutex);
            m_coming.erase(asking);
            if (done && listed && !waveform &&
                std::find(m_ahead.begin(), m_ahead.end(), source.sourceId) == m_ahead.end())
                m_ahead.push_back(source.sourceId);
        }
        m_changed.notify_all();
        if (!done)
            return done.error();
    }
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_known.find(source.sourceId); known != m_known.end())
        if (auto span = known->second.spans[flowId].find(unit))
            return std::move(*span);
    return nothingThere(source, flowId, unit);
}

Result<ObjectSpan> TamsMediaAccess::pictureSpan(const PlayableSource& source, const Uuid& flowId,
                                                std::int64_t unit, std::stop_token stop) {
    return spanAt(source, source.clock, flowId, unit, stop);
}

Result<ObjectSpan> TamsMediaAccess::soundSpan(const PlayableSource& source, const Uuid& flowId,
                                              std::int64_t unit, std::stop_token stop) {
    return spanAt(source, source.clock.audio(), flowId, unit, stop);
}

/// Under the lock. The next stretch to list of the Source that was opened last.
std::optional<std::pair<Uuid, TimeRange>> TamsMediaAccess::nextAhead() {
    while (!m_ahead.empty()) {
        const Uuid id = m_ahead.back();
        const auto known = m_known.find(id);
        const auto proxies =
            known == m_known.end() ? std::vector<const tams::FlowView*>{} : known->second.view.proxies();
        if (proxies.empty()) {
            m_ahead.pop_back();
            continue;
        }
        const tams::SourceView& view = known->second.view;
        const SpanTable& spans = known->second.spans[proxies.front()->flowId];
        const std::int64_t first = view.firstFrame();
        const std::int64_t end = first + view.frameCount();
        const auto second = [&](std::int64_t n) { return unitsNearest({n, 0}, view.clock.rate); };
        const std::int64_t focus = std::clamp(view.clock.unitAt(known->second.focus), first, end);
        const std::int64_t last = std::min(end, focus + second(aheadSeconds));
        std::int64_t from = spans.firstUncovered(focus, last);
        if (from >= last) {
            const std::int64_t back = std::max(first, focus - second(behindSeconds));
            from = spans.firstUncovered(back, focus);
            if (from >= focus) {
                m_ahead.pop_back();
                continue;
            }
        }
        return std::pair{id,
                         TimeRange::halfOpen(view.clock.timeOf(from),
                                             view.clock.timeOf(std::min(end, from + second(chunkSeconds))))};
    }
    return std::nullopt;
}

void TamsMediaAccess::listAhead(const std::stop_token& stop) {
    std::optional<std::pair<Uuid, TimeRange>> before;
    while (!stop.stop_requested()) {
        std::optional<std::pair<Uuid, TimeRange>> next;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_ahead.empty(); }))
                return;
            m_changed.wait_for(lock, stop, aheadDelay, [] { return false; });
            if (stop.stop_requested())
                return;
            next = nextAhead();
        }
        const bool again = next && next == before; // it is not there yet: no listing tells more
        before = next;
        if (!next || (!again && listAround(next->first, next->second, false, stop)))
            continue;
        const std::lock_guard lock(m_mutex);
        std::erase(m_ahead, next->first); // the next look at it tries again
    }
}

} // namespace cutaway::playback
