#include "core/cloud/catalogue_api/rsc.h"

#include <algorithm>
#include <array>

namespace cutaway::cloud {

namespace {

constexpr std::size_t rscLength = 34;

constexpr std::array<std::string_view, 11> scheduleStatuses{
    "UNSCHEDULED", "SCHEDULED",   "GETTING_READY", "RUNNING",   "SCHEDULED_BREAK", "INTERRUPTED",
    "DELAYED",     "RESCHEDULED", "POSTPONED",     "CANCELLED", "FINISHED"};

bool isCodeCharacter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

Error refused(std::string_view text, std::string why) {
    return {ErrorCategory::InvalidInput,
            "“" + std::string(text.substr(0, 64)) + "” is not the code of a unit (RSC): " + why,
            {}};
}

std::string_view withoutPadding(std::string_view part) {
    const std::size_t last = part.find_last_not_of('-');
    return last == std::string_view::npos ? std::string_view() : part.substr(0, last + 1);
}

} // namespace

Result<Rsc> parseUnitRsc(std::string_view text) {
    if (text.size() != rscLength)
        return refused(text, "it has " + std::to_string(text.size()) + " characters instead of 34.");
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || isCodeCharacter(c); }))
        return refused(text, "only capital letters, digits and “-” may stand in it.");
    const std::string_view discipline = text.substr(0, 3);
    if (discipline.find('-') != std::string_view::npos)
        return refused(text, "it must begin with the three characters of a discipline.");
    if (text[3] >= '0' && text[3] <= '9')
        return refused(text, "its fourth character must be a gender letter or “-”.");

    const Rsc rsc{std::string(discipline), std::string(withoutPadding(text.substr(3, 1))),
                  std::string(withoutPadding(text.substr(4, 18))),
                  std::string(withoutPadding(text.substr(22, 4))),
                  std::string(withoutPadding(text.substr(26, 8)))};
    if (rsc.phase.empty() || rsc.unit.empty())
        return refused(text, "it names no phase or no unit.");
    return rsc;
}

bool isScheduleStatus(std::string_view text) {
    return std::find(scheduleStatuses.begin(), scheduleStatuses.end(), text) != scheduleStatuses.end();
}

} // namespace cutaway::cloud
