#include "app/ctl/command.h"
#include "app/ctl/connect.h"
#include "app/ctl/output.h"

namespace cutaway::ctl {

namespace {

void printUnit(const catalogue::Unit& unit) {
    printLine("  " + unit.day + "  " + unit.rsc + "  " + unit.status + "  " + unit.name +
              (unit.hasPictures() ? "  [" + std::to_string(unit.angles.size()) + " angles]" : ""));
}

int run(const Arguments& arguments) {
    const auto cloud = connect(arguments);
    if (!cloud)
        return fail(arguments, cloud.error());
    const auto events = cloud->events();
    if (!events)
        return fail(arguments, events.error());
    auto list = nlohmann::json::array();
    for (const catalogue::Event& event : *events) {
        const auto units = cloud->units(event.id);
        if (!units)
            return fail(arguments, units.error());
        nlohmann::json entry = toJson(event);
        entry["units"] = nlohmann::json::array();
        if (!arguments.json())
            printLine(event.name + "  " + event.startDate + " to " + event.endDate + "  " +
                      event.id.toString());
        for (const catalogue::Unit& unit : *units) {
            entry["units"].push_back(toJson(unit));
            if (!arguments.json())
                printUnit(unit);
        }
        list.push_back(std::move(entry));
    }
    if (arguments.json())
        printJson(list);
    return exit_code::ok;
}

} // namespace

Command eventsCommand() {
    return {"events", "", "Lists the events of the cloud with their units.", {}, run};
}

} // namespace cutaway::ctl
