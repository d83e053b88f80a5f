#pragma once

#include "core/catalogue/client.h"
#include "core/demo/generator.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace cutaway::demo {

/// How far the making of the demo is. `percent` is of the whole; 100 is the last report.
struct PopulateProgress {
    std::string stage; ///< "catalogue", "sending", "rendering", "done"
    double percent = 0;
    std::string message; ///< a sentence for the user
};
/// Called on the caller's thread, often; it may block to make the work wait while somebody plays.
using PopulateReport = std::function<void(const PopulateProgress&)>;

struct PopulateOptions {
    std::filesystem::path shipped; ///< folder of the ready-made media, resourceFolder() / "demo"
    std::filesystem::path work; ///< for the media made here; each file goes once it is sent, its truth stays
    RenderSettings render;
    /// Returns when these jobs are over; an error ends the whole. May be empty.
    std::function<Result<void>(const std::vector<Uuid>& jobs)> waitForJobs;
};

/// Fills a cloud with the Meridian Games: the catalogue and the ready-made angles first, so that the first
/// pictures play within a minute; then, once those are taken in, the others, at the lowest priority. Every id
/// is the same each time and what is there already is left alone, so it may be stopped or killed anywhere and
/// called again. Errors: those of the client and of renderAngle().
Result<void> populate(const catalogue::CloudClient& cloud, const PopulateOptions& options,
                      const PopulateReport& report, std::stop_token stop);

} // namespace cutaway::demo
