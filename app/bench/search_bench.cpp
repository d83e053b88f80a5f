#include "app/bench/search_bench.h"

#include "app/bench/scratch_folder.h"
#include "core/cloud/catalogue_api/catalogue_schema.h"
#include "core/cloud/catalogue_api/catalogue_store.h"
#include "core/cloud/catalogue_api/search_index.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>

namespace cutaway::bench {

namespace {

using namespace cutaway::cloud;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr int units = 20'000;
constexpr int competitorsPerUnit = 8;
constexpr double requiredMilliseconds = 100;

const char* const typed[] = {"men's 100 m final", "arna lund", "athletics heat 3", "ATHM100M", "gun", "m"};

std::string nameOf(std::mt19937& random) {
    static const char* const parts[] = {"ar", "bel",  "cor", "dun", "el", "fa",  "gri", "hol", "in",   "jor",
                                        "ka", "lund", "mi",  "na",  "os", "per", "qua", "ro",  "sten", "ti"};
    std::string name;
    for (int i = 0; i < 2; ++i)
        name += parts[random() % std::size(parts)];
    return name;
}

json unitDocument(int index, const Uuid& event, std::mt19937& random) {
    static const char* const sports[] = {"Athletics", "Swimming", "Football", "Rowing", "Judo"};
    static const char* const codes[] = {"ATH", "SWM", "FBL", "ROW", "JUD"};
    const int sport = index % 5;
    char number[7];
    std::snprintf(number, sizeof number, "%06d", index);
    json competitors = json::array();
    for (int lane = 1; lane <= competitorsPerUnit; ++lane)
        competitors.push_back({{"lane", lane}, {"name", nameOf(random) + " " + nameOf(random)}});
    const std::string place = index % 7 == 0 ? "Final" : "Heat " + std::to_string(index % 7);
    return {{"event_id", event.toString()},
            {"rsc",
             std::string(codes[sport]) + (index % 2 ? "M" : "W") + "100M--------------FNL-" + number + "--"},
            {"name", std::string(index % 2 ? "Men's" : "Women's") + " 100 m " + place},
            {"day", "2031-07-" + std::to_string(11 + index % 16)},
            {"status", "FINISHED"},
            {"discipline_name", sports[sport]},
            {"venue", "Port Avella Stadium"},
            {"competitors", competitors}};
}

Result<void> fill(Database& database, const Principal& who) {
    const Uuid event = Uuid::named({}, "event");
    std::mt19937 random(20260711);
    return database.write([&](Connection& store) -> Result<void> {
        putEvent(store, who, event, {{"name", "Meridian Games"}, {"start_date", "2031-07-11"}});
        for (int i = 0; i < units; ++i) {
            const Uuid id = Uuid::named(event, std::to_string(i));
            CUTAWAY_TRY(UnitDocument unit, readUnitDocument(id, unitDocument(i, event, random)));
            if (i % 3 == 0)
                unit.angles.push_back({1, "Main", Uuid::named(id, "source"), "ready"});
            CUTAWAY_CHECK(putUnit(store, who, unit));
            if (i % 10 == 0) {
                MarkDocument mark;
                mark.id = Uuid::named(id, "mark");
                mark.label = "Gun";
                putMark(store, who, id, mark);
            }
        }
        return {};
    });
}

/// Milliseconds of every key of every search.
Result<std::vector<double>> typeAll(Database& database, const Uuid& workspace) {
    std::vector<double> times;
    for (const std::string text : typed) {
        for (std::size_t length = 1; length <= text.size(); ++length) {
            const auto begun = Clock::now();
            const auto found = database.read([&](Connection& store) -> Result<json> {
                return searchCatalogue(store, {text.substr(0, length), workspace, "", true, 50});
            });
            if (!found)
                return found.error();
            times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
        }
    }
    return times;
}

} // namespace

std::vector<Row> search() {
    Row row;
    row.work = "search-as-you-type";
    row.unit = "ms";
    row.required = requiredMilliseconds;
    const ScratchFolder scratch("search");
    const auto measure = [&]() -> Result<std::vector<double>> {
        CUTAWAY_TRY(const auto database,
                    Database::open((scratch.path / "cloud.sqlite").string(), {catalogueSchema()}));
        const Principal who{Principal::Kind::Owner, Uuid::named({}, "workspace"), "bench", {}};
        CUTAWAY_CHECK(fill(*database, who));
        return typeAll(*database, who.workspace);
    };
    const auto times = measure();
    if (times) {
        row.value = percentile95(*times); // what is felt while typing is the slowest key
        row.p95 = row.value;
        row.operations = times->size();
        char note[120];
        std::snprintf(note, sizeof note, "p95 of all keys over %d units; median %.1f ms, slowest %.1f ms",
                      units, median(*times), *std::max_element(times->begin(), times->end()));
        row.note = note;
    } else {
        row.note = times.error().message;
    }
    return {row};
}

} // namespace cutaway::bench
