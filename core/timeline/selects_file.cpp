#include "core/timeline/selects_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace cutaway::timeline {

namespace {

using Json = nlohmann::json;

// Inside the metadata of the timeline, under a name of its own that an OTIO file keeps.
constexpr const char* timelineKey = "timeline";
constexpr const char* selectsKey = "cutaway.selects";
constexpr const char* binsKey = "cutaway.bins";

Json json(const Select& select) {
    const SourceTiming& source = select.range.source;
    return {{"id", select.id.toString()},
            {"name", select.name},
            {"source_id", source.multiSource.toString()},
            {"angle_name", source.name},
            {"angle", source.angle},
            {"sounds", source.sounds},
            {"origin", source.clock.origin.toString()},
            {"rate", {source.clock.rate.num, source.clock.rate.den}},
            {"first", source.first},
            {"end", source.end},
            {"start_timecode", source.startTimecode},
            {"drop_frame", source.dropFrame},
            {"in", select.range.in},
            {"out", select.range.out}};
}

/// What most do not have is written where it is there only, as it was before there were such.
Json withExtras(const Select& select) {
    Json written = json(select);
    if (!select.bin.isNil())
        written["bin"] = select.bin.toString();
    if (select.rating != 0)
        written["rating"] = select.rating;
    if (!select.note.empty())
        written["note"] = select.note;
    return written;
}

Json json(const Bin& bin) {
    Json written = {{"id", bin.id.toString()}, {"name", bin.name}};
    if (!bin.parent.isNil())
        written["parent"] = bin.parent.toString();
    return written;
}

template <class T>
T known(Result<T> value) {
    if (!value)
        throw std::invalid_argument(value.error().message);
    return std::move(value).value();
}

Select selectFrom(const Json& json) {
    Select select;
    select.id = known(Uuid::parse(json.at("id").get_ref<const std::string&>()));
    select.name = json.at("name").get<std::string>();
    SourceTiming& source = select.range.source;
    source.multiSource = known(Uuid::parse(json.at("source_id").get_ref<const std::string&>()));
    source.name = json.at("angle_name").get<std::string>();
    source.angle = json.at("angle").get<int>();
    source.sounds = json.at("sounds").get<int>();
    source.clock.origin = known(Timestamp::parse(json.at("origin").get_ref<const std::string&>()));
    source.clock.rate = known(FrameRate::make(json.at("rate").at(0).get<std::int64_t>(),
                                              json.at("rate").at(1).get<std::int64_t>()));
    source.first = json.at("first").get<std::int64_t>();
    source.end = json.at("end").get<std::int64_t>();
    source.startTimecode = json.at("start_timecode").get<std::int64_t>();
    source.dropFrame = json.at("drop_frame").get<bool>();
    select.range.in = json.at("in").get<std::int64_t>();
    select.range.out = json.at("out").get<std::int64_t>();
    if (select.range.in >= select.range.out)
        throw std::invalid_argument("range");
    if (json.contains("bin"))
        select.bin = known(Uuid::parse(json.at("bin").get_ref<const std::string&>()));
    if (json.contains("rating"))
        select.rating = std::clamp(json.at("rating").get<int>(), 0, bestRating);
    if (json.contains("note"))
        select.note = json.at("note").get<std::string>();
    return select;
}

Bin binFrom(const Json& json) {
    Bin bin;
    bin.id = known(Uuid::parse(json.at("id").get_ref<const std::string&>()));
    bin.name = json.at("name").get<std::string>();
    if (json.contains("parent"))
        bin.parent = known(Uuid::parse(json.at("parent").get_ref<const std::string&>()));
    return bin;
}

/// What another program or version wrote: each for itself, so that one that is strange takes no other along.
template <class T>
std::vector<T> readAll(const Json& timeline, const char* key, T (*read)(const Json&)) {
    std::vector<T> values;
    const auto entries = timeline.find(key);
    if (entries == timeline.end() || !entries->is_array())
        return values;
    for (const Json& entry : *entries) {
        try {
            values.push_back(read(entry));
        } catch (const std::exception&) {
            continue;
        }
    }
    return values;
}

/// Of bins with one id the first counts. Bins whose parents are not there, or that lie in one another, lie in
/// none; so do ranges.
void straighten(Selects& kept) {
    std::set<Uuid> ids;
    std::erase_if(kept.bins, [&](const Bin& bin) { return bin.id.isNil() || !ids.insert(bin.id).second; });
    for (Bin& bin : kept.bins) {
        int depth = 0;
        const Bin* at = &bin;
        while (at && !at->parent.isNil() && depth <= deepestBin) {
            at = kept.bin(at->parent);
            ++depth;
        }
        if (!at || depth > deepestBin)
            bin.parent = {};
    }
    for (Select& range : kept.ranges)
        if (!kept.bin(range.bin))
            range.bin = {};
}

Json metadataOf(const Sequence& sequence) {
    Json metadata = Json::parse(sequence.foreignMetadata, nullptr, false);
    return metadata.is_object() ? metadata : Json::object();
}

} // namespace

Selects keptIn(const Sequence& sequence) {
    Selects kept;
    const Json metadata = metadataOf(sequence);
    const auto timeline = metadata.find(timelineKey);
    if (timeline == metadata.end() || !timeline->is_object())
        return kept;
    kept.bins = readAll<Bin>(*timeline, binsKey, &binFrom);
    kept.ranges = readAll<Select>(*timeline, selectsKey, &selectFrom);
    straighten(kept);
    return kept;
}

std::string metadataWith(const Sequence& sequence, const Selects& kept) {
    Json metadata = metadataOf(sequence);
    Json& timeline = metadata[timelineKey];
    if (!timeline.is_object())
        timeline = Json::object();
    timeline.erase(selectsKey);
    timeline.erase(binsKey);
    for (const Select& select : kept.ranges)
        timeline[selectsKey].push_back(withExtras(select));
    for (const Bin& bin : kept.bins)
        timeline[binsKey].push_back(json(bin));
    if (timeline.empty())
        metadata.erase(timelineKey);
    return metadata.empty() ? std::string() : metadata.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace cutaway::timeline
