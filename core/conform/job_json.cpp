#include "core/conform/job_json.h"

#include "core/conform/fade_json.h"

#include "core/timeline/picture_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace cutaway::conform {

using nlohmann::json;

namespace {

constexpr std::size_t maxWorkProfiles = 32;

std::string dump(const json& j) {
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// The frame of a master that is seen in the first frame of a span, or the graphic.
json masterJson(const Span& span) {
    json j;
    if (span.graphic)
        j = {{"graphic", span.clipName},
             {"clip_id", span.clipId.toString()},
             {"graphic_frame", span.graphic->first},
             {"graphic_frames", span.graphic->frames}};
    else
        j = {{"source_id", span.sourceId.toString()},
             {"flow_id", span.flowId.toString()},
             {"source_frame", span.sourceUnit}};
    // Frame k of the span shows source_frame + floor((k * num + phase) / den).
    if (!span.speed.isNormal())
        j["speed"] = {{"num", span.speed.num}, {"den", span.speed.den}, {"phase", span.speed.phase}};
    // Keyframes count from the first frame of the span.
    if (span.picture)
        j["picture"] = timeline::pictureJson(*span.picture);
    return j;
}

} // namespace

std::string resultToJson(const ConformPlan& plan, const std::vector<DeliveredFile>& files) {
    json outputs = json::array();
    for (const DeliveredFile& file : files)
        outputs.push_back({{"name", file.fileName},
                           {"profile", file.profile},
                           {"size", file.size},
                           {"check", json::parse(file.check.toJson())}});
    json report = json::array();
    std::int64_t rendered = 0;
    for (const Span& span : plan.picture) {
        json row{{"record_frame", span.recordUnit}, {"count", span.count}};
        if (!span.isBlack())
            row.update(masterJson(span));
        for (const Span& over : span.over) {
            json mixed = masterJson(over);
            if (over.fade)
                mixed["transition"] = fadeJson(*over.fade);
            row["mixed_with"].push_back(std::move(mixed));
        }
        rendered += span.isRendered() ? span.count : 0;
        report.push_back(std::move(row));
    }
    return dump({{"frames", plan.frames},
                 {"rendered_frames", rendered},
                 {"samples", plan.samples},
                 {"outputs", std::move(outputs)},
                 {"report", std::move(report)}});
}

std::string failureToJson(const Failure& failure) {
    json j{{"type", std::string(categoryName(failure.error.category))}, {"summary", failure.error.message}};
    if (!failure.clipId.isNil())
        j["clip_id"] = failure.clipId.toString();
    if (failure.recordFrame)
        j["record_frame"] = *failure.recordFrame;
    return dump(j);
}

std::string conformWork(const ConformPlan& plan, const std::vector<std::string>& profileIds) {
    return dump({{"title", plan.name}, {"plan", json::parse(planToJson(plan))}, {"profiles", profileIds}});
}

RunOutcome runConformJob(std::string_view workJson, const std::vector<Profile>& profiles,
                         ObjectStore& objects, const std::filesystem::path& folder,
                         const RunCallbacks& callbacks, std::stop_token stop) {
    const auto fail = [](Error error) {
        RunOutcome outcome;
        outcome.failure = Failure{std::move(error), {}, std::nullopt};
        return outcome;
    };
    if (callbacks.progress)
        callbacks.progress({"planning", 0, std::nullopt, 0});
    std::vector<Profile> chosen;
    std::string planText;
    try {
        const json work = json::parse(workJson);
        planText = dump(work.at("plan"));
        const auto ids = work.at("profiles").get<std::vector<std::string>>();
        for (std::size_t i = 0; i < std::min(ids.size(), maxWorkProfiles); ++i) {
            const auto found = std::find_if(profiles.begin(), profiles.end(),
                                            [&](const Profile& profile) { return profile.id == ids[i]; });
            if (found == profiles.end())
                return fail({ErrorCategory::NotFound,
                             "The format “" + ids[i].substr(0, 80) +
                                 "” is not installed here. Choose another format.",
                             {}});
            const bool twice = std::any_of(chosen.begin(), chosen.end(),
                                           [&](const Profile& profile) { return profile.id == found->id; });
            if (!twice)
                chosen.push_back(*found);
        }
    } catch (const std::exception& problem) {
        return fail({ErrorCategory::InvalidInput,
                     "The description of this delivery cannot be read. Submit it again.", problem.what()});
    }
    const auto plan = planFromJson(planText);
    if (!plan)
        return fail(plan.error());
    return runConform(*plan, chosen, objects, folder, callbacks, std::move(stop));
}

} // namespace cutaway::conform
