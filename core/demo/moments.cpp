#include "core/demo/moments.h"

#include "core/demo/football_match.h"
#include "core/demo/race_model.h"
#include "core/demo/sprint_shot.h"
#include "core/demo/start_lists.h"
#include "core/demo/swim_race.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace cutaway::demo {

namespace {

/// The first frame whose start is not before `seconds`.
std::int64_t frameAfter(double seconds, FrameRate rate) {
    return static_cast<std::int64_t>(std::ceil(seconds * rate.num / rate.den - 1e-9));
}

/// Times of races are rounded up to the next hundredth.
std::string raceTime(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", std::ceil(seconds * 100 - 1e-6) / 100);
    return text;
}

std::vector<UnitMoment> sprintMoments() {
    const Race race = Race::make(sprint::seed);
    const double gun = static_cast<double>(sprint::gunFrame) / sprint::rate.num;
    std::vector<UnitMoment> list{{sprint::gunFrame, "gun", "Gun"}};
    for (int metres = 10; metres < 100; metres += 10) {
        double first = 1e9;
        for (const SprintModel& lane : race.lanes)
            first = std::min(first, lane.timeAt(metres));
        list.push_back({frameAfter(gun + first, sprint::rate), "split", std::to_string(metres) + " m"});
    }
    int place = 1;
    for (const int lane : race.order()) {
        const double time = race.lanes[static_cast<std::size_t>(lane - 1)].timeAt(raceDistance);
        const Entrant& entrant = sprintFinalists()[static_cast<std::size_t>(lane - 1)];
        const std::string who = entrant.listName() + " " + raceTime(time);
        list.push_back({frameAfter(gun + time, sprint::rate), place == 1 ? "finish" : "place",
                        place == 1 ? "Finish, " + who : std::to_string(place) + ". " + who});
        ++place;
    }
    return list;
}

std::vector<UnitMoment> swimMoments() {
    std::vector<UnitMoment> list;
    const auto race = swimRace();
    std::vector<std::pair<double, int>> order;
    for (int lane = 1; lane <= 8; ++lane)
        order.emplace_back(race[static_cast<std::size_t>(lane - 1)].touch, lane);
    std::ranges::sort(order);
    list.push_back({0, "split", "45 m"});
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& [touch, lane] = order[i];
        const Entrant& entrant = swimFinalists()[static_cast<std::size_t>(lane - 1)];
        list.push_back({frameAfter(touch, swim::rate), "turn",
                        (i == 0 ? "Turn, " : std::to_string(i + 1) + ". turn, ") + entrant.listName() + " " +
                            raceTime(swim::raceTimeAtStart + touch)});
    }
    return list;
}

std::vector<UnitMoment> footballMoments() {
    const FootballMatch match;
    std::vector<UnitMoment> list;
    for (const BallEvent& event : match.events()) {
        const std::string_view kind = event.kind;
        const std::string who =
            event.player >= 0 && event.player < football::teamSize
                ? std::string(", ") + homePlayers()[static_cast<std::size_t>(event.player)]
                : std::string();
        const std::int64_t frame = frameAfter(event.t, football::rate);
        if (kind == "cross")
            list.push_back({frame, "cross", "Cross" + who});
        else if (kind == "shot")
            list.push_back({frame, "shot", "Shot" + who});
        else if (kind == "goal")
            list.push_back({frame, "goal", std::string("Goal, ") + homePlayers()[9] + " 1-0"});
    }
    list.push_back({frameAfter(match.goalTime() + 0.7, football::rate), "whistle", "Whistle"});
    return list;
}

} // namespace

std::vector<UnitMoment> momentsOf(const std::string& unit) {
    std::vector<UnitMoment> list = unit == "100m"       ? sprintMoments()
                                   : unit == "swimming" ? swimMoments()
                                   : unit == "football" ? footballMoments()
                                                        : std::vector<UnitMoment>{};
    std::ranges::stable_sort(list, {}, &UnitMoment::frame);
    return list;
}

} // namespace cutaway::demo
