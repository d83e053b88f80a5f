#include "core/cloud/catalogue_api/catalogue_documents.h"

#include "core/cloud/catalogue_api/rsc.h"
#include "core/cloud/json/fields.h"

#include <algorithm>
#include <array>
#include <set>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::size_t maxCompetitors = 500;

constexpr std::array<std::string_view, 9> unitTexts{"discipline", "discipline_name", "event_name",
                                                    "phase_name", "unit_name",       "venue",
                                                    "end",        "actual_start",    "actual_end"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "2026-07-11".
bool isDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != 4 && i != 7 && !isDigit(text[i]))
            return false;
    return text.substr(5, 2) >= "01" && text.substr(5, 2) <= "12" && text.substr(8) >= "01" &&
           text.substr(8) <= "31";
}

std::string dateOf(Fields& fields, std::string_view name) {
    std::string date = fields.text(name);
    if (!isDate(date))
        fields.refuse(name, "is no date: expected “2026-07-11”.");
    return date;
}

Result<json> readCompetitor(const json& given) {
    Fields fields(given);
    json competitor = {{"lane", fields.integer("lane", 0, 999, 0)}, {"name", fields.text("name")}};
    for (const char* name : {"organisation", "bib"})
        if (auto text = fields.optionalText(name))
            competitor[name] = *text;
    CUTAWAY_CHECK(fields.check("competitor"));
    return competitor;
}

Result<AngleDocument> readAngle(const json& given) {
    Fields fields(given);
    AngleDocument angle;
    angle.number = static_cast<int>(fields.integer("number", 1, 9));
    angle.name = fields.optionalText("name").value_or("CAM " + std::to_string(angle.number));
    angle.sourceId = fields.optionalUuid("source_id").value_or(Uuid());
    angle.state = fields.optionalText("state").value_or(angle.sourceId.isNil() ? "waiting" : "ready");
    constexpr std::array<std::string_view, 3> states{"waiting", "ingesting", "ready"};
    if (std::find(states.begin(), states.end(), angle.state) == states.end())
        fields.refuse("state", "must be “waiting”, “ingesting” or “ready”.");
    CUTAWAY_CHECK(fields.check("angle"));
    return angle;
}

} // namespace

Result<json> readEventDocument(const json& given) {
    Fields fields(given);
    json event = {{"name", fields.text("name")},
                  {"start_date", dateOf(fields, "start_date")},
                  {"end_date", dateOf(fields, "end_date")},
                  {"time_zone", fields.optionalText("time_zone").value_or("UTC")}};
    CUTAWAY_CHECK(fields.check("event"));
    return event;
}

Result<UnitDocument> readUnitDocument(const Uuid& id, const json& given) {
    Fields fields(given);
    UnitDocument unit;
    unit.id = id;
    unit.eventId = fields.uuid("event_id");
    unit.rsc = fields.text("rsc");
    unit.day = dateOf(fields, "day");
    unit.session = fields.optionalText("session").value_or(std::string());
    unit.start = fields.optionalText("start").value_or(std::string());
    unit.order = fields.integer("order", 0, 1000000, 0);
    const std::string status = fields.optionalText("status").value_or("SCHEDULED");
    if (!isScheduleStatus(status))
        fields.refuse("status", "is no status of the schedule, such as SCHEDULED or RUNNING.");
    unit.body = {{"rsc", unit.rsc},
                 {"name", fields.text("name")},
                 {"session", unit.session},
                 {"day", unit.day},
                 {"start", unit.start},
                 {"status", status},
                 {"medal", fields.integer("medal", 0, 3, 0)},
                 {"order", unit.order},
                 {"repeats_media", fields.flag("repeats_media", false)}};
    for (const std::string_view name : unitTexts)
        if (auto text = fields.optionalText(name))
            unit.body[std::string(name)] = *text;
    const json& competitors = fields.objects("competitors", maxCompetitors);
    const json& angles = fields.objects("angles", 9);
    CUTAWAY_CHECK(fields.check("unit"));
    CUTAWAY_TRY(const Rsc rsc, parseUnitRsc(unit.rsc));
    unit.body.emplace("discipline", rsc.discipline);

    unit.body["competitors"] = json::array();
    for (const json& each : competitors) {
        CUTAWAY_TRY(json competitor, readCompetitor(each));
        unit.body["competitors"].push_back(std::move(competitor));
    }
    std::set<int> numbers;
    for (const json& each : angles) {
        CUTAWAY_TRY(AngleDocument angle, readAngle(each));
        if (!numbers.insert(angle.number).second)
            return Error{ErrorCategory::InvalidInput,
                         "The unit is wrong: two angles have the number " + std::to_string(angle.number) +
                             ".",
                         {}};
        unit.angles.push_back(std::move(angle));
    }
    return unit;
}

std::string searchWords(const json& unitBody) {
    std::string words;
    const auto add = [&](const json& from, const char* name) {
        if (const auto found = from.find(name); found != from.end() && found->is_string())
            words += found->get_ref<const std::string&>() + "\n";
    };
    for (const char* name : {"name", "discipline", "discipline_name", "event_name", "phase_name", "unit_name",
                             "venue", "session", "rsc", "day"})
        add(unitBody, name);
    for (const json& competitor : unitBody.value("competitors", json::array()))
        for (const char* name : {"name", "organisation", "bib"})
            add(competitor, name);
    return words;
}

} // namespace cutaway::cloud
