#include "core/timeline/selects.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cutaway::timeline {

namespace {

using Json = nlohmann::json;

// Inside the metadata of the timeline, under a name of its own that an OTIO file keeps.
constexpr const char* timelineKey = "timeline";
constexpr const char* selectsKey = "cutaway.selects";

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
    return select;
}

Json metadataOf(const Sequence& sequence) {
    Json metadata = Json::parse(sequence.foreignMetadata, nullptr, false);
    return metadata.is_object() ? metadata : Json::object();
}

Result<Change> replaceSelects(const Sequence& sequence, const std::vector<Select>& selects,
                              std::string name) {
    Json metadata = metadataOf(sequence);
    Json& timeline = metadata[timelineKey];
    if (!timeline.is_object())
        timeline = Json::object();
    timeline.erase(selectsKey);
    for (const Select& select : selects)
        timeline[selectsKey].push_back(json(select));
    if (timeline.empty())
        metadata.erase(timelineKey);
    Sequence after = sequence;
    after.foreignMetadata =
        metadata.empty() ? std::string() : metadata.dump(-1, ' ', false, Json::error_handler_t::replace);
    return difference(sequence, after, std::move(name));
}

} // namespace

std::vector<Select> selectsOf(const Sequence& sequence) {
    std::vector<Select> selects;
    const Json metadata = metadataOf(sequence);
    const auto timeline = metadata.find(timelineKey);
    if (timeline == metadata.end() || !timeline->is_object() || !timeline->contains(selectsKey))
        return selects;
    for (const Json& entry : timeline->at(selectsKey)) {
        try {
            selects.push_back(selectFrom(entry));
        } catch (const std::exception&) {
            continue; // written by another version: the others are still good
        }
    }
    return selects;
}

Result<Change> addSelect(const Sequence& sequence, Select select) {
    if (select.range.in >= select.range.out)
        return Error{ErrorCategory::InvalidInput, "Mark an In and an Out first.", {}};
    if (select.id.isNil())
        select.id = Uuid::random();
    auto selects = selectsOf(sequence);
    selects.push_back(std::move(select));
    return replaceSelects(sequence, selects, "Add to selects");
}

Result<Change> removeSelects(const Sequence& sequence, const std::vector<Uuid>& ids) {
    auto selects = selectsOf(sequence);
    std::erase_if(
        selects, [&](const Select& each) { return std::find(ids.begin(), ids.end(), each.id) != ids.end(); });
    return replaceSelects(sequence, selects, "Remove from selects");
}

Result<Change> moveSelect(const Sequence& sequence, const Uuid& id, std::size_t index) {
    auto selects = selectsOf(sequence);
    const auto found =
        std::find_if(selects.begin(), selects.end(), [&](const Select& s) { return s.id == id; });
    if (found == selects.end())
        return Error{ErrorCategory::NotFound, "That select is no longer in the list.", {}};
    Select moved = std::move(*found);
    selects.erase(found);
    selects.insert(selects.begin() + static_cast<std::ptrdiff_t>(std::min(index, selects.size())),
                   std::move(moved));
    return replaceSelects(sequence, selects, "Move select");
}

} // namespace cutaway::timeline
