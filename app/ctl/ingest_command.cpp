#include "app/ctl/command.h"
#include "app/ctl/connect.h"
#include "app/ctl/output.h"
#include "app/ctl/wait_for_job.h"

#include <filesystem>

namespace cutaway::ctl {

namespace {

Result<catalogue::IngestRequest> requestFrom(const Arguments& arguments) {
    catalogue::IngestRequest request;
    request.id = Uuid::random();
    request.uploadId = Uuid::random();
    request.label = arguments.has("--label") ? arguments.value("--label")
                                             : std::filesystem::path(arguments.words[0]).stem().string();
    if (arguments.has("--id")) {
        CUTAWAY_TRY(request.id, Uuid::parse(arguments.value("--id")));
    }
    if (arguments.has("--unit")) {
        CUTAWAY_TRY(request.unitId, Uuid::parse(arguments.value("--unit")));
    }
    CUTAWAY_TRY(request.angleNumber, arguments.number("--angle", 1, 9));
    CUTAWAY_TRY(request.priority, arguments.number("--priority", 0, 9));
    request.angleName = arguments.value("--angle-name");
    request.startTimecode = arguments.value("--start-timecode");
    if (arguments.has("--start-time")) {
        CUTAWAY_TRY(const Timestamp start, Timestamp::parse(arguments.value("--start-time")));
        request.startTime = start;
    }
    request.realtime = arguments.has("--realtime");
    return request;
}

void print(const Arguments& arguments, const catalogue::Job& job) {
    nlohmann::json summary = job.result.is_object() ? job.result : nlohmann::json::object();
    summary["job_id"] = job.id.toString();
    summary["state"] = catalogue::jobStateName(job.state);
    if (job.error)
        summary["error"] = {{"type", job.error->type}, {"summary", job.error->summary}};
    if (arguments.json())
        printJson(summary);
    else
        printLine(job.result.is_object() ? job.result.value("source_id", "") : "job " + job.id.toString());
}

int run(const Arguments& arguments) {
    const auto request = requestFrom(arguments);
    if (!request)
        return fail(arguments, request.error());
    const std::filesystem::path file = arguments.words[0];
    std::error_code problem;
    if (!std::filesystem::is_regular_file(file, problem))
        return fail(arguments, {ErrorCategory::NotFound, "There is no file “" + file.string() + "”.", {}});
    const auto cloud = connect(arguments);
    if (!cloud)
        return fail(arguments, cloud.error());
    const auto sent = cloud->upload(request->uploadId, file, [](std::int64_t done, std::int64_t total) {
        printProgress("Sending " + std::to_string(total > 0 ? done * 100 / total : 0) + " %");
    });
    if (!sent)
        return fail(arguments, sent.error());
    auto job = cloud->ingest(*request);
    if (job && arguments.has("--wait"))
        job = waitForJob(*cloud, job->id);
    if (!job)
        return fail(arguments, job.error());
    print(arguments, *job);
    return job->isOver() ? exitCodeOf(*job) : exit_code::ok;
}

} // namespace

Command ingestCommand() {
    return {"ingest",
            "FILE --label NAME [--wait] [--unit UNIT --angle N --angle-name NAME] [--start-timecode "
            "HH:MM:SS:FF]\n"
            "         [--start-time SECONDS:NANOSECONDS] [--priority 0-9] [--id JOB] [--realtime]",
            "Takes a file into the cloud: proxies, sound and the master itself. With --realtime at its own\n"
            "         speed, as a live feed: each second is there once it has passed.",
            {1,
             1,
             {"--wait", "--realtime"},
             {"--label", "--unit", "--angle", "--angle-name", "--start-timecode", "--start-time",
              "--priority", "--id"}},
            run};
}

} // namespace cutaway::ctl
