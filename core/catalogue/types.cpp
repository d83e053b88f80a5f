#include "core/catalogue/types.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cutaway::catalogue {

using tams::JsonReader;

namespace {

constexpr std::array<std::pair<AngleState, std::string_view>, 3> angleStates{
    {{AngleState::Waiting, "waiting"}, {AngleState::Ingesting, "ingesting"}, {AngleState::Ready, "ready"}}};

std::string_view nameOf(AngleState state) {
    for (const auto& [value, name] : angleStates)
        if (value == state)
            return name;
    return "waiting";
}

Json idOrNull(const Uuid& id) {
    return id.isNil() ? Json() : Json(id.toString());
}

Json toJson(const Angle& angle) {
    return {{"number", angle.number},
            {"name", angle.name},
            {"source_id", idOrNull(angle.sourceId)},
            {"state", nameOf(angle.state)}};
}

Json toJson(const Competitor& competitor) {
    return {{"lane", competitor.lane},
            {"name", competitor.name},
            {"organisation", competitor.organisation},
            {"bib", competitor.bib}};
}

int small(JsonReader& in, const char* name, int fallback = 0) {
    const std::int64_t value = in.integer(name, fallback);
    if (value < -1'000'000 || value > 1'000'000)
        in.fail(name, "is out of range");
    return static_cast<int>(std::clamp<std::int64_t>(value, -1'000'000, 1'000'000));
}

Result<Angle> angleFromJson(const Json& json) {
    JsonReader in(json, "angle");
    Angle angle;
    angle.number = small(in, "number");
    angle.name = in.text("name");
    angle.sourceId = in.id("source_id");
    const std::string state = in.text("state");
    for (const auto& [value, name] : angleStates)
        if (state == name)
            angle.state = value;
    CUTAWAY_CHECK(in.check());
    return angle;
}

Result<Competitor> competitorFromJson(const Json& json) {
    JsonReader in(json, "competitor");
    Competitor competitor;
    competitor.lane = small(in, "lane");
    competitor.name = in.text("name");
    competitor.organisation = in.text("organisation");
    competitor.bib = in.text("bib");
    CUTAWAY_CHECK(in.check());
    return competitor;
}

} // namespace

bool Unit::hasPictures() const {
    return std::any_of(angles.begin(), angles.end(),
                       [](const Angle& angle) { return angle.state != AngleState::Waiting; });
}

Json toJson(const CloudInfo& value) {
    return {{"id", value.id.toString()},
            {"name", value.name},
            {"version", value.version},
            {"workspace_id", value.workspaceId},
            {"user", value.user}};
}

Result<CloudInfo> cloudInfoFromJson(const Json& json) {
    JsonReader in(json, "cloud");
    CloudInfo value;
    value.id = in.id("id", true);
    value.name = in.text("name");
    value.version = in.text("version");
    value.workspaceId = in.text("workspace_id");
    value.user = in.text("user");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const Event& value) {
    return {{"id", value.id.toString()},
            {"name", value.name},
            {"start_date", value.startDate},
            {"end_date", value.endDate},
            {"time_zone", value.timeZone}};
}

Result<Event> eventFromJson(const Json& json) {
    JsonReader in(json, "event");
    Event value;
    value.id = in.id("id", true);
    value.name = in.text("name", true);
    value.startDate = in.text("start_date");
    value.endDate = in.text("end_date");
    value.timeZone = in.text("time_zone");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const Unit& value) {
    Json angles = Json::array();
    for (const Angle& angle : value.angles)
        angles.push_back(toJson(angle));
    Json competitors = Json::array();
    for (const Competitor& competitor : value.competitors)
        competitors.push_back(toJson(competitor));
    return {{"id", value.id.toString()},
            {"event_id", value.eventId.toString()},
            {"rsc", value.rsc},
            {"name", value.name},
            {"discipline", value.discipline},
            {"discipline_name", value.disciplineName},
            {"event_name", value.eventName},
            {"phase_name", value.phaseName},
            {"unit_name", value.unitName},
            {"session", value.session},
            {"day", value.day},
            {"venue", value.venue},
            {"start", value.start},
            {"end", value.end},
            {"actual_start", value.actualStart},
            {"actual_end", value.actualEnd},
            {"status", value.status},
            {"medal", value.medal},
            {"order", value.order},
            {"repeats_media", value.repeatsMedia},
            {"angles", std::move(angles)},
            {"competitors", std::move(competitors)}};
}

Result<Unit> unitFromJson(const Json& json) {
    JsonReader in(json, "unit");
    Unit value;
    value.id = in.id("id", true);
    value.eventId = in.id("event_id", true);
    value.rsc = in.text("rsc");
    value.name = in.text("name", true);
    value.discipline = in.text("discipline");
    value.disciplineName = in.text("discipline_name");
    value.eventName = in.text("event_name");
    value.phaseName = in.text("phase_name");
    value.unitName = in.text("unit_name");
    value.session = in.text("session");
    value.day = in.text("day");
    value.venue = in.text("venue");
    value.start = in.text("start");
    value.end = in.text("end");
    value.actualStart = in.text("actual_start");
    value.actualEnd = in.text("actual_end");
    value.status = in.text("status");
    value.medal = small(in, "medal");
    value.order = small(in, "order");
    value.repeatsMedia = in.boolean("repeats_media");
    for (const Json& element : in.array("angles")) {
        CUTAWAY_TRY(Angle angle, angleFromJson(element));
        value.angles.push_back(std::move(angle));
    }
    for (const Json& element : in.array("competitors")) {
        CUTAWAY_TRY(Competitor competitor, competitorFromJson(element));
        value.competitors.push_back(std::move(competitor));
    }
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const Mark& value) {
    Json json = {{"time", value.time.toString()},
                 {"duration", value.duration.toString()},
                 {"label", value.label},
                 {"kind", value.kind},
                 {"created_by", value.createdBy}};
    if (!value.id.isNil()) // else the cloud gives one
        json["id"] = value.id.toString();
    return json;
}

Result<Mark> markFromJson(const Json& json) {
    JsonReader in(json, "mark");
    Mark value;
    value.id = in.id("id");
    const auto time = in.timestamp("time");
    if (!time)
        in.fail("time", "is missing");
    value.time = time.value_or(Timestamp{});
    value.duration = in.timestamp("duration").value_or(Timestamp{});
    value.label = in.text("label");
    value.kind = in.text("kind");
    value.createdBy = in.text("created_by");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const SearchResult& value) {
    Json results = Json::array();
    for (const SearchHit& hit : value.hits) {
        Json json = {{"kind", hit.mark ? "mark" : "unit"}, {"unit", toJson(hit.unit)}};
        if (hit.mark)
            json["mark"] = toJson(*hit.mark);
        results.push_back(std::move(json));
    }
    return {{"results", std::move(results)},
            {"total", value.total},
            {"total_without_filter", value.totalWithoutFilter}};
}

Result<SearchResult> searchResultFromJson(const Json& json) {
    JsonReader in(json, "search result");
    SearchResult value;
    for (const Json& element : in.array("results")) {
        JsonReader item(element, "search hit");
        SearchHit hit;
        CUTAWAY_TRY(hit.unit, unitFromJson(item.raw("unit")));
        if (const Json& mark = item.raw("mark"); !mark.is_null()) {
            CUTAWAY_TRY(hit.mark, markFromJson(mark));
        }
        value.hits.push_back(std::move(hit));
    }
    value.total = in.integer("total");
    value.totalWithoutFilter = in.integer("total_without_filter");
    CUTAWAY_CHECK(in.check());
    return value;
}

} // namespace cutaway::catalogue
