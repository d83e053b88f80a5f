#include "core/cloud/cloud_routes.h"

#include "core/cloud/json/reply.h"

namespace cutaway::cloud {

using nlohmann::json;

void addCloudRoutes(Router& router, EventStreams& streams, StoreIdentity identity, std::string name,
                    std::function<void()> shutdown) {
    RouteOptions open;
    open.open = true;
    router.add(
        "GET", "/cutaway/v1/health",
        [](Request&) {
            return reply(200, json{{"status", "ok"}});
        },
        open);
    router.add("GET", "/cutaway/v1/cloud", [identity, name](Request& request) {
        if (auto allowed = authorize(request.principal, Action::Read, {"service", {}, {}}); !allowed)
            return Response::failure(allowed.error());
        return reply(200, json{{"id", identity.cloud.toString()},
                               {"name", name},
                               {"version", CUTAWAY_VERSION},
                               {"workspace_id", request.principal.workspace.toString()},
                               {"user", request.principal.user}});
    });
    router.add("GET", "/cutaway/v1/stream", [&streams](Request& request) { return streams.open(request); });
    router.add("POST", "/cutaway/v1/shutdown", [shutdown](Request& request) {
        if (auto allowed = authorize(request.principal, Action::Manage, {"service", {}, {}}); !allowed)
            return Response::failure(allowed.error());
        shutdown();
        return Response::empty(202);
    });
}

} // namespace cutaway::cloud
