#include "app/ctl/command.h"
#include "app/ctl/connect.h"
#include "app/ctl/output.h"

namespace cutaway::ctl {

namespace {

int run(const Arguments& arguments) {
    const auto limit = arguments.number("--limit", 1, 500);
    if (!limit)
        return fail(arguments, limit.error());
    const auto cloud = connect(arguments);
    if (!cloud)
        return fail(arguments, cloud.error());
    const auto found =
        cloud->search(arguments.words[0], arguments.has("--with-pictures"), {}, limit->value_or(50));
    if (!found)
        return fail(arguments, found.error());
    if (arguments.json()) {
        printJson(toJson(*found));
        return exit_code::ok;
    }
    for (const catalogue::SearchHit& hit : found->hits)
        printLine(hit.unit.id.toString() + "  " + hit.unit.name +
                  (hit.mark ? "  · " + hit.mark->label + " " + hit.mark->time.toString() : ""));
    return exit_code::ok;
}

} // namespace

Command searchCommand() {
    return {"search",
            "TEXT [--with-pictures] [--limit N]",
            "Finds units and marks: every word must begin a word of theirs.",
            {1, 1, {"--with-pictures"}, {"--limit"}},
            run};
}

} // namespace cutaway::ctl
