#include "core/tams/rest.h"
#include "core/tams/source_view.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <mutex>

namespace cutaway::tams {

namespace {

constexpr std::size_t maxMembers = 256;

/// Many Flows with their timeranges, asked for side by side: one round trip rather than one for each. In the
/// order given; those that are not there any more are left out.
Result<std::vector<Flow>> flowsById(const TamsClient& client, const std::vector<Uuid>& ids,
                                    const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t answered = 0;
    std::vector<std::optional<Result<HttpResponse>>> answers(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        HttpRequest request;
        request.url = "/flows/" + ids[i].toString() + "?include_timerange=true";
        request.retries = 2;
        client.http().start(std::move(request), stop, [&, i](Result<HttpResponse> answer) {
            const std::lock_guard lock(mutex);
            answers[i] = std::move(answer);
            ++answered;
            changed.notify_one();
        });
    }
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return answered == ids.size(); });

    std::vector<Flow> flows;
    for (const auto& answer : answers) {
        if (!*answer)
            return answer->error();
        const HttpResponse& response = answer->value();
        if (response.status == 404)
            continue;
        if (!response.ok())
            return errorOf(response);
        auto json = parseJson(response.body);
        auto flow = json ? flowFromJson(*json) : Result<Flow>(json.error());
        if (!flow)
            return rest::unexpected(flow.error().message);
        flows.push_back(std::move(flow).value());
    }
    return flows;
}

/// 0: it is no waveform that we can read.
std::int64_t samplesPerPeakOf(const Flow& flow) {
    if (flow.format != format::data || flow.codec != waveform::codec ||
        flow.essence.dataType != waveform::dataType)
        return 0;
    const std::string text = tagText(flow.tags, waveform::samplesPerPeakTag);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 ? value : 0;
}

FlowView viewOf(const Flow& flow, std::string role) {
    FlowView view;
    view.flowId = flow.id;
    view.sourceId = flow.sourceId;
    view.role = std::move(role);
    view.format = flow.format;
    view.codec = flow.codec;
    view.container = flow.container;
    view.width = flow.essence.width;
    view.height = flow.essence.height;
    if (flow.format == format::audio)
        view.rate = {flow.essence.sampleRate, 1};
    else
        view.rate = flow.essence.frameRate.value_or(FrameRate{});
    view.channels = flow.essence.channels;
    view.bitDepth = flow.essence.bitDepth;
    view.samplesPerPeak = samplesPerPeakOf(flow);
    view.generation = flow.generation;
    view.bitRate = flow.averageBitRate.value_or(flow.maximumBitRate.value_or(0)) * 1000;
    view.colourSpace = flow.essence.colourSpace;
    view.transfer = flow.essence.transfer;
    view.available = flow.timerange.value_or(TimeRange::never());
    view.growing = flow.status == "ingesting";
    return view;
}

/// Roles as we name them, also for stores that name them otherwise or not at all: by format, and sounds
/// numbered by the order in which their Sources appear.
class RoleNames {
public:
    std::string of(const Flow& flow, const std::string& given) {
        if (flow.format == format::video)
            return "video";
        if (flow.format == format::image)
            return "thumbnails";
        if (flow.format != format::audio)
            return given;
        if (isNumbered(given))
            return given;
        const auto known = std::find(m_sounds.begin(), m_sounds.end(), flow.sourceId);
        const auto number = known - m_sounds.begin() + 1;
        if (known == m_sounds.end())
            m_sounds.push_back(flow.sourceId);
        return "audio-" + std::to_string(number);
    }

private:
    static bool isNumbered(const std::string& role) {
        constexpr std::string_view prefix = "audio-";
        return role.starts_with(prefix) && role.size() > prefix.size() &&
               std::all_of(role.begin() + prefix.size(), role.end(),
                           [](char c) { return c >= '0' && c <= '9'; });
    }

    std::vector<Uuid> m_sounds;
};

const FlowView* widest(const std::vector<FlowView>& flows) {
    const FlowView* found = nullptr;
    Timestamp longest;
    for (const FlowView& flow : flows) {
        if (!flow.available.start() || !flow.available.end())
            continue;
        const Timestamp length = flow.available.end()->at - flow.available.start()->at;
        if (found == nullptr || length > longest) {
            found = &flow;
            longest = length;
        }
    }
    return found;
}

void setClock(SourceView& view) {
    const FlowView* master = view.master();
    const FlowView* reference = master != nullptr && master->available.start() ? master : widest(view.flows);
    if (reference != nullptr && reference->available.start())
        view.clock.origin = reference->available.start()->at;
    view.clock.rate = master != nullptr && master->rate.isValid() ? master->rate : sampleRate48k;
}

/// From the private tags of a picture Flow; where there are none, the time of day that Source time means.
void setTimecode(SourceView& view, const std::vector<CollectedFlow>& flows) {
    const FlowView* master = view.master();
    if (master == nullptr)
        return;
    view.timecode = {view.clock.rate, false};
    for (const auto& [flow, role] : flows) {
        const std::string start = tagText(flow.tags, "_cutaway_start_timecode");
        if (flow.format != format::video || start.empty())
            continue;
        TimecodeFormat timecode{view.clock.rate, tagText(flow.tags, "_cutaway_timecode_drop") == "true"};
        timecode.dropFrame = timecode.dropFrame && timecode.rate.allowsDropFrame();
        if (auto frame = parseTimecode(start, timecode)) {
            view.timecode = timecode;
            view.startTimecode = *frame;
            return;
        }
    }
    constexpr std::int64_t secondsPerDay = 86'400;
    constexpr std::int64_t taiAheadOfUtc = 37;
    Timestamp ofDay = view.clock.origin;
    if (ofDay.seconds > 366 * secondsPerDay)
        ofDay.seconds -= taiAheadOfUtc;
    ofDay.seconds = ((ofDay.seconds % secondsPerDay) + secondsPerDay) % secondsPerDay;
    view.startTimecode = unitsNearest(ofDay, view.clock.rate);
}

/// The Source that edits name: the multi Source which collects this one, or itself.
Result<Source> outermost(const TamsClient& client, Source source, const std::stop_token& stop) {
    if (source.format == format::multi)
        return source;
    for (const Uuid& parent : source.collectedBy) {
        auto collecting = client.source(parent, stop);
        if (collecting && collecting->format == format::multi)
            return collecting;
        if (!collecting && collecting.error().category != ErrorCategory::NotFound)
            return collecting.error();
    }
    return source;
}

Result<Source> sourceOf(const TamsClient& client, const TamsReference& reference,
                        const std::stop_token& stop) {
    if (reference.kind != TamsReference::Kind::Flow) {
        auto source = client.source(reference.id, stop);
        if (source || source.error().category != ErrorCategory::NotFound ||
            reference.kind == TamsReference::Kind::Source)
            return source;
    }
    CUTAWAY_TRY(const Flow flow, client.flow(reference.id, stop));
    return client.source(flow.sourceId, stop);
}

} // namespace

SourceView viewOfSource(const Source& source, const Uuid& multiFlowId,
                        const std::vector<CollectedFlow>& flows) {
    SourceView view;
    view.sourceId = source.id;
    view.multiFlowId = multiFlowId;
    view.label = source.label;
    RoleNames names;
    for (const CollectedFlow& member : flows)
        view.flows.push_back(viewOf(member.flow, names.of(member.flow, member.role)));
    setClock(view);
    setTimecode(view, flows);
    return view;
}

Result<SourceView> resolveSource(const TamsClient& client, const TamsReference& reference,
                                 std::stop_token stop) {
    CUTAWAY_TRY(Source named, sourceOf(client, reference, stop));
    CUTAWAY_TRY(const Source source, outermost(client, std::move(named), stop));
    Uuid multiFlowId;
    FlowQuery query;
    query.sourceId = source.id;
    CUTAWAY_TRY(const std::vector<Flow> own, client.flows(query, stop));
    std::vector<Uuid> ids;
    std::map<Uuid, std::string> roles;
    for (const Flow& flow : own) {
        if (source.format == format::multi && !flow.collection.empty() && multiFlowId.isNil())
            multiFlowId = flow.id;
        if (source.format != format::multi)
            ids.push_back(flow.id);
        for (const CollectionItem& item : flow.collection) {
            if (item.id != flow.id && roles.emplace(item.id, item.role).second)
                ids.push_back(item.id);
        }
    }
    if (ids.size() > maxMembers)
        ids.resize(maxMembers);
    CUTAWAY_TRY(const std::vector<Flow> flows, flowsById(client, ids, stop));
    std::vector<CollectedFlow> collected;
    for (const Flow& flow : flows)
        collected.push_back({flow, roles[flow.id]});
    return viewOfSource(source, multiFlowId, collected);
}

Result<SourceView> resolveSource(const TamsClient& client, const Uuid& anySourceOrFlow,
                                 std::stop_token stop) {
    return resolveSource(client, TamsReference{TamsReference::Kind::Either, anySourceOrFlow},
                         std::move(stop));
}

} // namespace cutaway::tams
