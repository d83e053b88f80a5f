#include "tests/support/final_unit.h"

#include <cstdio>
#include <cstdlib>

namespace cutaway::test {

namespace {

template <class T>
void require(const Result<T>& put) {
    if (put)
        return;
    std::fprintf(stderr, "test set-up: %s\n", put.error().message.c_str());
    std::abort();
}

} // namespace

catalogue::Unit putFinal(const catalogue::CloudClient& cloud) {
    catalogue::Event event;
    event.id = Uuid::random();
    event.name = "Test Games";
    event.startDate = event.endDate = "2026-07-11";
    event.timeZone = "Europe/Lisbon";
    require(cloud.putEvent(event));
    catalogue::Unit unit;
    unit.id = Uuid::random();
    unit.eventId = event.id;
    unit.rsc = "ATHM100M--------------FNL-000100--";
    unit.name = "Men's 100 m final";
    unit.discipline = "ATH";
    unit.disciplineName = "Athletics";
    unit.eventName = "Men's 100 m";
    unit.day = "2026-07-11";
    unit.start = "2026-07-11T20:00:00+01:00";
    unit.end = "2026-07-11T20:10:00+01:00";
    unit.status = "FINISHED";
    unit.medal = 1;
    require(cloud.putUnit(unit));
    return unit;
}

} // namespace cutaway::test
