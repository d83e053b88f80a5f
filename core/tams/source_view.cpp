#include "core/tams/source_view.h"

#include <algorithm>

namespace cutaway::tams {

namespace {

bool isVideo(const FlowView& flow) {
    return flow.role == "video" && flow.format == format::video;
}

/// Better to conform from: closer to the camera, then richer.
bool moreOriginal(const FlowView& a, const FlowView& b) {
    return a.generation != b.generation ? a.generation < b.generation : a.bitRate > b.bitRate;
}

const FlowView* best(const std::vector<FlowView>& flows, const std::string& role,
                     bool (*better)(const FlowView&, const FlowView&)) {
    const FlowView* found = nullptr;
    for (const FlowView& flow : flows)
        if (flow.role == role && (found == nullptr || better(flow, *found)))
            found = &flow;
    return found;
}

std::string numbered(const char* what, int n) {
    return std::string(what) + "-" + std::to_string(n);
}

} // namespace

const FlowView* SourceView::master() const {
    const FlowView* found = nullptr;
    for (const FlowView& flow : flows)
        if (isVideo(flow) && (found == nullptr || moreOriginal(flow, *found)))
            found = &flow;
    return found;
}

std::vector<const FlowView*> SourceView::proxies() const {
    std::vector<const FlowView*> found;
    const FlowView* original = master();
    for (const FlowView& flow : flows)
        if (isVideo(flow) && &flow != original)
            found.push_back(&flow);
    if (found.empty() && original != nullptr)
        found.push_back(original);
    std::stable_sort(found.begin(), found.end(),
                     [](const FlowView* a, const FlowView* b) { return a->height > b->height; });
    return found;
}

const FlowView* SourceView::bestProxy(int maxHeight) const {
    const auto all = proxies();
    if (all.empty())
        return nullptr;
    const auto fits = std::find_if(all.begin(), all.end(),
                                   [maxHeight](const FlowView* flow) { return flow->height <= maxHeight; });
    return fits == all.end() ? all.back() : *fits;
}

const FlowView* SourceView::audioMaster(int n) const {
    return best(flows, numbered("audio", n), &moreOriginal);
}

const FlowView* SourceView::audioProxy(int n) const {
    return best(flows, numbered("audio", n),
                [](const FlowView& a, const FlowView& b) { return moreOriginal(b, a); });
}

const FlowView* SourceView::thumbnails() const {
    return best(flows, "thumbnails", [](const FlowView& a, const FlowView& b) { return a.width > b.width; });
}

std::vector<const FlowView*> SourceView::waveforms(int n) const {
    const std::string role = numbered("waveform", n);
    std::vector<const FlowView*> found;
    for (const FlowView& flow : flows)
        if (flow.role == role && flow.samplesPerPeak > 0)
            found.push_back(&flow);
    std::stable_sort(found.begin(), found.end(), [](const FlowView* a, const FlowView* b) {
        return a->samplesPerPeak < b->samplesPerPeak;
    });
    return found;
}

int SourceView::audioCount() const {
    int count = 0;
    while (audioMaster(count + 1) != nullptr)
        ++count;
    return count;
}

std::int64_t SourceView::frameCount() const {
    std::int64_t last = clock.originUnit();
    const bool pictures = std::any_of(flows.begin(), flows.end(), isVideo);
    for (const FlowView& flow : flows)
        if ((pictures ? isVideo(flow) : flow.format == format::audio) && flow.available.end())
            last = std::max(last, clock.unitAt(flow.available.end()->at));
    const auto capped = [&](const FlowView* flow) {
        if (flow != nullptr && flow->growing && flow->available.end())
            last = std::min(last, clock.unitAt(flow->available.end()->at));
    };
    for (const FlowView* flow : proxies())
        capped(flow);
    for (int n = 1; n <= audioCount(); ++n)
        capped(audioProxy(n));
    return last - clock.originUnit();
}

bool SourceView::growing() const {
    return std::any_of(flows.begin(), flows.end(), [](const FlowView& flow) { return flow.growing; });
}

std::string SourceView::timecodeAt(std::int64_t absoluteFrame) const {
    if (!timecode.rate.isValid())
        return {};
    return timecodeText(startTimecode + absoluteFrame - clock.originUnit(), timecode);
}

Result<TamsReference> parseReference(std::string_view text) {
    TamsReference reference;
    if (const auto tail = text.find_first_of("?#"); tail != std::string_view::npos)
        text = text.substr(0, tail);
    while (!text.empty() && text.back() == '/')
        text.remove_suffix(1);
    if (const auto slash = text.rfind('/'); slash != std::string_view::npos) {
        const std::string_view before = text.substr(0, slash);
        if (before.ends_with("/flows"))
            reference.kind = TamsReference::Kind::Flow;
        else if (before.ends_with("/sources"))
            reference.kind = TamsReference::Kind::Source;
        else
            return Error{ErrorCategory::InvalidInput, "This is not a reference to recorded media.",
                         std::string(text)};
        text = text.substr(slash + 1);
    }
    CUTAWAY_TRY(reference.id, Uuid::parse(text));
    return reference;
}

SourceCache::SourceCache(std::shared_ptr<const TamsClient> client, Kept kept)
    : m_client(std::move(client))
    , m_kept(std::move(kept)) {}

Result<SourceView> SourceCache::get(const Uuid& anySourceOrFlow, std::stop_token stop) {
    if (auto known = peek(anySourceOrFlow))
        return std::move(*known);
    auto resolved = resolveSource(*m_client, anySourceOrFlow, std::move(stop));
    if (!resolved && m_kept &&
        (resolved.error().category == ErrorCategory::Unavailable ||
         resolved.error().category == ErrorCategory::Timeout))
        if (auto kept = m_kept(anySourceOrFlow))
            return std::move(*kept); // not remembered: the next one asks the cloud again
    CUTAWAY_TRY(SourceView found, std::move(resolved));
    put(found);
    const std::lock_guard lock(m_mutex);
    // Unless another thread has had it forgotten since.
    if (const auto known = m_views.find(found.sourceId); known != m_views.end())
        m_views[anySourceOrFlow] = known->second;
    return found;
}

void SourceCache::put(const SourceView& known) {
    const auto view = std::make_shared<const SourceView>(known);
    const std::lock_guard lock(m_mutex);
    m_views[view->sourceId] = view;
    if (!view->multiFlowId.isNil())
        m_views[view->multiFlowId] = view;
    for (const FlowView& flow : view->flows) {
        m_views[flow.flowId] = view;
        m_views[flow.sourceId] = view;
    }
}

std::optional<SourceView> SourceCache::peek(const Uuid& anySourceOrFlow) const {
    const std::lock_guard lock(m_mutex);
    const auto it = m_views.find(anySourceOrFlow);
    if (it == m_views.end())
        return {};
    return *it->second;
}

std::optional<SourceView> SourceCache::grew(const Uuid& flowId, const TimeRange& range) {
    const auto known = peek(flowId);
    if (!known)
        return {};
    SourceView view = *known;
    for (FlowView& flow : view.flows)
        if (flow.flowId == flowId && (!flow.available.isEmpty() || flow.format == format::data)) {
            flow.available = flow.available.hull(range);
            put(view);
            return view;
        }
    forget(flowId); // its first piece may move the clock
    return {};
}

void SourceCache::forget(const Uuid& anySourceOrFlow) {
    const std::lock_guard lock(m_mutex);
    const auto it = m_views.find(anySourceOrFlow);
    if (it == m_views.end())
        return;
    const auto view = it->second;
    std::erase_if(m_views, [&view](const auto& entry) { return entry.second == view; });
}

void SourceCache::clear() {
    const std::lock_guard lock(m_mutex);
    m_views.clear();
}

} // namespace cutaway::tams
