#include "core/cloud/tams_api/endpoints.h"

namespace cutaway::cloud {

void addEndpoint(Router& router, const std::shared_ptr<TamsContext>& context, const char* method,
                 std::string_view pattern, Endpoint endpoint, RouteOptions options) {
    router.add(
        method, pattern,
        [context, endpoint](Request& request) {
            auto answer = endpoint(*context, request);
            return answer ? std::move(*answer) : Response::failure(answer.error());
        },
        options);
}

Response jsonResponse(int status, const nlohmann::json& body) {
    // Text from clients may be no UTF-8; the answer always is.
    return Response::json(status, body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Result<Uuid> pathId(const Request& request, std::string_view name) {
    auto id = Uuid::parse(request.param(name));
    if (!id)
        return Error{ErrorCategory::NotFound, "There is nothing with this identifier.", id.error().message};
    return id;
}

void addTamsEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addServiceEndpoints(router, context);
    addProfileEndpoints(router, context);
    addSourceEndpoints(router, context);
    addFlowEndpoints(router, context);
    addPropertyEndpoints(router, context);
    addSegmentEndpoints(router, context);
    addStorageEndpoints(router, context);
    addObjectEndpoints(router, context);
    addMediaEndpoints(router, context);
    addDeleteRequestEndpoints(router, context);
}

} // namespace cutaway::cloud
