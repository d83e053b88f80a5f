#include "core/cloud/jobs/demo_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/stream/event_bus.h"

#include <algorithm>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::size_t maxStage = 40;
constexpr std::size_t maxMessage = 300;

Result<json> progress(Services& services, JobSupervisor& jobs, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"event", {}, {}}));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    Fields fields(given);
    const std::string stage = fields.optionalText("stage", maxStage).value_or(std::string());
    const std::string message = fields.optionalText("message", maxMessage).value_or(std::string());
    const double percent = given.contains("percent") && given["percent"].is_number()
                               ? std::clamp(given["percent"].get<double>(), 0.0, 100.0)
                               : 0;
    CUTAWAY_CHECK(fields.check("progress"));
    services.events.publish("demo", {{"stage", stage}, {"percent", percent}, {"message", message}},
                            request.principal.workspace);
    return json{{"playing", jobs.playing()}};
}

} // namespace

void addDemoRoutes(Router& router, Services& services, JobSupervisor& jobs) {
    router.add("POST", "/cutaway/v1/demo", [&services, &jobs](Request& request) {
        return reply(200, progress(services, jobs, request));
    });
}

} // namespace cutaway::cloud
