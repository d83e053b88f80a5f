#include "app/ctl/command.h"
#include "app/ctl/connect.h"
#include "app/ctl/output.h"
#include "app/ctl/wait_for_job.h"

#include <filesystem>
#include <fstream>

namespace cutaway::ctl {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t maxDocument = 64u << 20;

Result<std::string> readDocument(const fs::path& path) {
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(path, problem);
    std::ifstream file(path, std::ios::binary);
    if (problem || !file)
        return Error{ErrorCategory::NotFound, "The file “" + path.string() + "” cannot be read.", {}};
    if (size > maxDocument)
        return Error{ErrorCategory::InvalidInput, "“" + path.string() + "” is too large for a timeline.", {}};
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

Result<catalogue::SubmissionRequest> requestFrom(const Arguments& arguments) {
    const fs::path path = arguments.words[0];
    catalogue::SubmissionRequest request;
    request.id = Uuid::random();
    if (arguments.has("--id")) {
        CUTAWAY_TRY(request.id, Uuid::parse(arguments.value("--id")));
    }
    CUTAWAY_TRY(request.otio, readDocument(path));
    request.title = arguments.has("--title") ? arguments.value("--title") : path.stem().string();
    request.profiles = arguments.all("--profile");
    request.ingestResult = !arguments.has("--no-ingest");
    return request;
}

/// --output names the file of the only delivery, or the folder for several.
Result<void> save(const catalogue::CloudClient& cloud, const catalogue::Submission& submission,
                  const fs::path& output) {
    std::error_code ignored; // what cannot be made is met by the download
    const bool intoFolder = submission.deliveries.size() > 1 || fs::is_directory(output, ignored);
    if (intoFolder)
        fs::create_directories(output, ignored);
    for (const catalogue::Delivery& delivery : submission.deliveries)
        CUTAWAY_CHECK(cloud.download(
            delivery, intoFolder ? output / delivery.fileName : output,
            [](std::int64_t done, std::int64_t total) {
                printProgress("Saving " + std::to_string(total > 0 ? done * 100 / total : 0) + " %");
            }));
    printProgress("");
    return {};
}

int failProblems(const Arguments& arguments, const std::vector<catalogue::SubmissionProblem>& problems) {
    auto list = nlohmann::json::array();
    for (const catalogue::SubmissionProblem& problem : problems) {
        list.push_back(toJson(problem));
        std::fprintf(stderr, "cutaway-ctl: %s\n", problem.summary.c_str());
    }
    if (arguments.json())
        printJson({{"problems", list}});
    return exit_code::refused;
}

int run(const Arguments& arguments) {
    if (!arguments.has("--profile"))
        return fail(arguments,
                    {ErrorCategory::InvalidInput, "Say what to deliver: --profile hevc-hlg-mp4.", {}});
    const auto request = requestFrom(arguments);
    if (!request)
        return fail(arguments, request.error());
    const auto cloud = connect(arguments);
    if (!cloud)
        return fail(arguments, cloud.error());
    const auto outcome = cloud->submit(*request);
    if (!outcome)
        return fail(arguments, outcome.error());
    if (!outcome->submission)
        return failProblems(arguments, outcome->problems);
    catalogue::Submission submission = *outcome->submission;
    int code = exit_code::ok;
    if (arguments.has("--wait") || arguments.has("--output")) {
        const auto job = waitForJob(*cloud, submission.job.id);
        if (!job)
            return fail(arguments, job.error());
        code = exitCodeOf(*job);
        auto now = cloud->submission(submission.id);
        if (!now)
            return fail(arguments, now.error());
        submission = std::move(*now);
    }
    if (code == exit_code::ok && arguments.has("--output"))
        if (const auto saved = save(*cloud, submission, arguments.value("--output")); !saved)
            return fail(arguments, saved.error());
    if (arguments.json())
        printJson(toJson(submission));
    else
        printLine(submission.id.toString());
    return code;
}

} // namespace

Command submitCommand() {
    return {
        "submit",
        "FILE.otio --profile PROFILE ... [--wait] [--output FILE] [--title TEXT] [--id UUID] [--no-ingest]",
        "Delivers a cut from the masters; with several profiles --output is a folder.",
        {1, 1, {"--wait", "--no-ingest"}, {"--profile", "--output", "--title", "--id"}},
        run};
}

} // namespace cutaway::ctl
