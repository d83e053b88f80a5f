#include "core/cloud/worker/conform_work.h"

#include "core/base/install_paths.h"
#include "core/conform/run.h"
#include "core/conform/tams_source.h"

#include <algorithm>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

Result<void> sendFiles(const std::vector<conform::DeliveredFile>& files, const JobLink& link,
                       std::stop_token stop) {
    for (const conform::DeliveredFile& file : files)
        CUTAWAY_CHECK(link.output(file.fileName, file.path, stop));
    return {};
}

} // namespace

WorkOutcome runConformWork(const json& work, const JobLink& link, ProgressReporter& progress,
                           const std::filesystem::path& scratch, std::stop_token stop) {
    const auto failure = [](const Error& error) { return WorkOutcome{{}, error, errorReport(error)}; };
    const auto profiles = conform::readProfiles(resourceFolder() / "profiles");
    if (!profiles)
        return failure(profiles.error());

    conform::TamsObjectStore objects(std::make_shared<const tams::TamsClient>(link.sharedHttp()));
    conform::RunCallbacks callbacks;
    callbacks.progress = [&](const conform::Progress& now) {
        progress.report({now.stage, static_cast<double>(now.percent), now.secondsLeft, false});
    };
    callbacks.preview = [&](std::span<const std::byte> jpeg) {
        progress.preview(std::vector<std::byte>(jpeg.begin(), jpeg.end()));
    };
    const std::filesystem::path folder = scratch / "delivery";
    std::error_code ignored; // the run says so when it cannot write there
    std::filesystem::create_directories(folder, ignored);
    const conform::RunOutcome outcome =
        conform::runConformJob(work.dump(), *profiles, objects, folder, callbacks, stop);
    if (outcome.failure)
        return {{},
                outcome.failure->error,
                json::parse(conform::failureToJson(*outcome.failure), nullptr, false)};
    if (const auto sent = sendFiles(outcome.files, link, stop); !sent)
        return failure(sent.error());
    return {json::parse(outcome.resultJson, nullptr, false), std::nullopt, {}};
}

} // namespace cutaway::cloud
