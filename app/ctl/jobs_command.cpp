#include "app/ctl/command.h"
#include "app/ctl/connect.h"
#include "app/ctl/output.h"

namespace cutaway::ctl {

namespace {

int cancel(const Arguments& arguments, const catalogue::CloudClient& cloud) {
    const auto id = Uuid::parse(arguments.value("--cancel"));
    if (!id)
        return fail(arguments, id.error());
    const auto cancelled = cloud.cancelJob(*id);
    return cancelled ? exit_code::ok : fail(arguments, cancelled.error());
}

int run(const Arguments& arguments) {
    const auto cloud = connect(arguments);
    if (!cloud)
        return fail(arguments, cloud.error());
    if (arguments.has("--cancel"))
        return cancel(arguments, *cloud);
    const auto jobs = cloud->jobs({});
    if (!jobs)
        return fail(arguments, jobs.error());
    auto list = nlohmann::json::array();
    for (const catalogue::Job& job : *jobs) {
        list.push_back(toJson(job));
        if (!arguments.json())
            printLine(job.id.toString() + "  " + job.type + "  " +
                      std::string(catalogue::jobStateName(job.state)) + "  " +
                      std::to_string(static_cast<int>(job.percent)) + " %  " + job.title +
                      (job.error ? "  · " + job.error->summary : ""));
    }
    if (arguments.json())
        printJson(list);
    return exit_code::ok;
}

} // namespace

Command jobsCommand() {
    return {"jobs",
            "[--cancel JOB]",
            "Lists the jobs of the cloud, newest first; or cancels one.",
            {0, 0, {}, {"--cancel"}},
            run};
}

} // namespace cutaway::ctl
