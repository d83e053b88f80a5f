#include "app/ctl/command.h"
#include "core/cloud/worker/work.h"

#include <QGuiApplication>

#include <cstdlib>
#include <filesystem>

namespace cutaway::ctl {

namespace {

int run(const Arguments& arguments) {
    const auto job = Uuid::parse(arguments.words[0]);
    if (!job)
        return fail(arguments, job.error());
    const char* url = std::getenv("CUTAWAY_URL");         // NOLINT(concurrency-mt-unsafe): never set by us
    const char* token = std::getenv("CUTAWAY_JOB_TOKEN"); // NOLINT(concurrency-mt-unsafe): never set by us
    if (!url || !token)
        return fail(arguments, {ErrorCategory::InvalidInput,
                                "A worker needs CUTAWAY_URL and CUTAWAY_JOB_TOKEN in its environment.",
                                {}});
    // Graphics are drawn with it; no screen is needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::string name = "cutaway-ctl";
    char* values[] = {name.data(), nullptr};
    int count = 1;
    const QGuiApplication application(count, values);
    std::error_code ignored; // the work says so when it cannot write there
    const std::filesystem::path scratch =
        std::filesystem::temp_directory_path(ignored) / ("work-" + job->toString());
    std::filesystem::create_directories(scratch, ignored);
    const auto error = cloud::doWork({url, token, true}, *job, scratch);
    std::filesystem::remove_all(scratch, ignored);
    if (!error)
        return exit_code::ok;
    const int code = fail(arguments, *error);
    return code == exit_code::unreachable || code == exit_code::cancelled ? code : exit_code::jobFailed;
}

} // namespace

Command workCommand() {
    return {"work",
            "JOB",
            "Does a job as the cloud's worker (address and token are in the environment).",
            {1, 1, {}, {}},
            run};
}

} // namespace cutaway::ctl
