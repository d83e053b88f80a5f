#include "core/demo/schedule.h"

#include "core/demo/angles.h"
#include "core/demo/moments.h"
#include "core/demo/start_lists.h"

#include <map>

namespace cutaway::demo {

namespace {

constexpr const char* day1 = "2031-07-11";
constexpr const char* day2 = "2031-07-12";
constexpr const char* zone = "+02:00";

constexpr const char* stadium = "Port Avella Stadium";
constexpr const char* pool = "Port Avella Aquatics Centre";
constexpr const char* ground = "Harbour Ground";
constexpr const char* arena = "Meridian Arena";
constexpr const char* velodrome = "Avella Velodrome";
constexpr const char* city = "Port Avella City Course";

struct Row {
    const char* discipline;
    const char* gender;
    const char* event;
    const char* phase;
    const char* unit;
    const char* eventName;
    const char* phaseName;
    const char* unitName; ///< empty: the phase has one unit
    const char* session;
    const char* day;
    const char* start; ///< "hh:mm", local
    const char* end;
    const char* status;
    int medal;
    const char* venue;
    const char* pictured; ///< AngleSpec::unit, or empty
};

constexpr Row rows[] = {
    {"ATH", "M", "100M", "HEAT", "000100--", "Men's 100 m", "Heats", "Heat 1", "ATH01", day1, "10:05",
     "10:09", "FINISHED", 0, stadium, ""},
    {"ATH", "M", "100M", "HEAT", "000200--", "Men's 100 m", "Heats", "Heat 2", "ATH01", day1, "10:13",
     "10:17", "FINISHED", 0, stadium, ""},
    {"ATH", "W", "400M", "HEAT", "000100--", "Women's 400 m", "Heats", "Heat 1", "ATH01", day1, "10:40",
     "10:45", "FINISHED", 0, stadium, ""},
    {"GAR", "M", "TEAM", "QUAL", "000100--", "Men's team", "Qualification", "Subdivision 1", "GAR01", day1,
     "11:00", "12:50", "FINISHED", 0, arena, ""},
    {"CTR", "M", "SPRINT", "QFNL", "000100--", "Men's sprint", "Quarter-finals", "Race 1", "CTR01", day1,
     "16:00", "16:10", "RESCHEDULED", 0, velodrome, ""},
    {"FBL", "M", "TEAM11", "GPA-", "000300--", "Men's football", "Group A", "Valmere v Tremond", "FBL01",
     day1, "17:30", "19:20", "RUNNING", 0, ground, "football"},
    {"FBL", "W", "TEAM11", "GPB-", "000200--", "Women's football", "Group B", "Oskaria v Lumenna", "FBL02",
     day1, "20:30", "22:20", "GETTING_READY", 0, ground, ""},
    {"ATH", "M", "100M", "SFNL", "000100--", "Men's 100 m", "Semi-finals", "Semi-final 1", "ATH02", day1,
     "18:50", "18:54", "FINISHED", 0, stadium, ""},
    {"ATH", "M", "100M", "SFNL", "000200--", "Men's 100 m", "Semi-finals", "Semi-final 2", "ATH02", day1,
     "18:58", "19:02", "FINISHED", 0, stadium, ""},
    {"ATH", "M", "PV", "FNL-", "000100--", "Men's pole vault", "Final", "", "ATH02", day1, "19:00", "21:15",
     "INTERRUPTED", 1, stadium, ""},
    {"ATH", "W", "LJ", "FNL-", "000100--", "Women's long jump", "Final", "", "ATH02", day1, "19:20", "21:00",
     "RUNNING", 1, stadium, ""},
    {"SWM", "M", "100MFR", "FNL-", "000100--", "Men's 100 m freestyle", "Final", "", "SWM01", day1, "19:30",
     "19:33", "FINISHED", 1, pool, "swimming"},
    {"SWM", "W", "200MBK", "FNL-", "000100--", "Women's 200 m backstroke", "Final", "", "SWM01", day1,
     "19:42", "19:46", "FINISHED", 1, pool, ""},
    {"SWM", "W", "4X100MFR", "FNL-", "000100--", "Women's 4 x 100 m freestyle relay", "Final", "", "SWM01",
     day1, "19:55", "20:01", "DELAYED", 1, pool, ""},
    {"GAR", "W", "AA", "FNL-", "000100--", "Women's all-around", "Final", "", "GAR02", day1, "19:30", "21:40",
     "SCHEDULED_BREAK", 1, arena, ""},
    {"ATH", "M", "100M", "FNL-", "000100--", "Men's 100 m", "Final", "", "ATH02", day1, "20:14", "20:17",
     "FINISHED", 1, stadium, "100m"},
    {"ATH", "X", "4X400M", "FNL-", "000100--", "Mixed 4 x 400 m relay", "Final", "", "ATH02", day1, "21:30",
     "21:36", "SCHEDULED", 1, stadium, ""},
    {"ATH", "M", "100M", "VICT", "MEDAL---", "Men's 100 m", "Victory ceremony", "", "ATH02", day1, "21:45",
     "21:52", "SCHEDULED", 0, stadium, ""},
    {"ATH", "M", "MARATHON", "FNL-", "000100--", "Men's marathon", "Final", "", "ATH03", day2, "07:00",
     "09:40", "POSTPONED", 1, city, ""},
    {"ATH", "W", "100M", "HEAT", "000100--", "Women's 100 m", "Heats", "Heat 1", "ATH04", day2, "10:00",
     "10:04", "SCHEDULED", 0, stadium, ""},
    {"GAR", "M", "FX", "FNL-", "000100--", "Men's floor exercise", "Final", "", "GAR03", day2, "15:00",
     "15:40", "SCHEDULED", 1, arena, ""},
    {"CTR", "W", "KEIRIN", "FNL-", "000100--", "Women's keirin", "Final", "", "CTR02", day2, "17:10", "17:20",
     "CANCELLED", 1, velodrome, ""},
    {"SWM", "X", "4X100MMD", "FNL-", "000100--", "Mixed 4 x 100 m medley relay", "Final", "", "SWM02", day2,
     "19:30", "19:36", "SCHEDULED", 1, pool, ""},
    {"FBL", "M", "TEAM11", "FNL-", "000200--", "Men's football", "Bronze medal match", "", "FBL03", day2,
     "20:00", "22:00", "UNSCHEDULED", 3, ground, ""},
};

std::string disciplineName(const std::string& code) {
    static const std::map<std::string, std::string> names{{"ATH", "Athletics"},
                                                          {"SWM", "Swimming"},
                                                          {"FBL", "Football"},
                                                          {"GAR", "Artistic gymnastics"},
                                                          {"CTR", "Track cycling"}};
    return names.at(code);
}

std::string padded(const std::string& text, std::size_t length) {
    std::string out = text.substr(0, length);
    out.resize(length, '-');
    return out;
}

std::string at(const char* day, const char* time) {
    return std::string(day) + "T" + time + ":00" + zone;
}

std::string rscOf(const Row& row) {
    return rscCode(row.discipline, row.gender, row.event, row.phase, row.unit);
}

template <class List>
void addEntrants(catalogue::Unit& unit, const List& list) {
    for (const Entrant& entrant : list)
        unit.competitors.push_back({entrant.lane, entrant.listName(), entrant.team, entrant.bib});
}

void addCompetitors(catalogue::Unit& unit, const std::string& pictured) {
    if (pictured == "100m")
        addEntrants(unit, sprintFinalists());
    if (pictured == "swimming")
        addEntrants(unit, swimFinalists());
    if (pictured != "football")
        return;
    for (const auto& [players, code] :
         {std::pair(homePlayers(), homeTeam), std::pair(awayPlayers(), awayTeam)})
        for (std::size_t i = 0; i < players.size(); ++i)
            unit.competitors.push_back({0, players[i], code, std::to_string(i + 1)});
}

catalogue::Unit unitOf(const Row& row, const Uuid& eventId, int order) {
    catalogue::Unit unit;
    unit.rsc = rscOf(row);
    unit.id = Uuid::named(eventId, unit.rsc);
    unit.eventId = eventId;
    unit.eventName = row.eventName;
    unit.phaseName = row.phaseName;
    unit.unitName = *row.unitName ? row.unitName : row.phaseName;
    unit.name = unit.eventName + ", " + unit.unitName;
    unit.discipline = row.discipline;
    unit.disciplineName = disciplineName(row.discipline);
    unit.session = row.session;
    unit.day = row.day;
    unit.venue = row.venue;
    unit.start = at(row.day, row.start);
    unit.end = at(row.day, row.end);
    unit.status = row.status;
    const bool begun = unit.status == "RUNNING" || unit.status == "FINISHED" ||
                       unit.status == "INTERRUPTED" || unit.status == "SCHEDULED_BREAK";
    if (begun)
        unit.actualStart = unit.start;
    if (unit.status == "FINISHED")
        unit.actualEnd = unit.end;
    unit.medal = row.medal;
    unit.order = order;
    for (const AngleSpec& spec : angles())
        if (spec.unit == row.pictured)
            unit.angles.push_back({spec.number, spec.name, {}, catalogue::AngleState::Waiting});
    addCompetitors(unit, row.pictured);
    return unit;
}

} // namespace

std::string rscCode(const std::string& discipline, const std::string& gender, const std::string& event,
                    const std::string& phase, const std::string& unit) {
    return padded(discipline, 3) + padded(gender, 1) + padded(event, 18) + padded(phase, 4) + padded(unit, 8);
}

catalogue::Event meridianGames() {
    catalogue::Event event;
    event.id = Uuid::named(Uuid(), "Meridian Games 2031");
    event.name = "Meridian Games";
    event.startDate = day1;
    event.endDate = day2;
    event.timeZone = "Europe/Malta";
    return event;
}

std::vector<catalogue::Unit> meridianUnits() {
    const Uuid eventId = meridianGames().id;
    std::vector<catalogue::Unit> units;
    for (const Row& row : rows)
        units.push_back(unitOf(row, eventId, static_cast<int>(units.size()) + 1));
    return units;
}

Uuid unitIdOf(const std::string& picturedUnit) {
    for (const Row& row : rows)
        if (row.pictured == picturedUnit)
            return Uuid::named(meridianGames().id, rscOf(row));
    return {};
}

std::vector<catalogue::Mark> marksOf(const std::string& picturedUnit) {
    std::vector<catalogue::Mark> marks;
    for (const AngleSpec& spec : angles()) {
        if (spec.unit != picturedUnit)
            continue;
        const Uuid unit = unitIdOf(picturedUnit);
        for (const UnitMoment& moment : momentsOf(picturedUnit)) {
            catalogue::Mark mark;
            mark.id = Uuid::named(unit, "mark " + std::to_string(moment.frame) + " " + moment.label);
            mark.time = spec.clock().timeOf(spec.startFrame + moment.frame);
            mark.label = moment.label;
            mark.kind = moment.kind;
            marks.push_back(std::move(mark));
        }
        break; // all angles of a unit share one time line
    }
    return marks;
}

} // namespace cutaway::demo
