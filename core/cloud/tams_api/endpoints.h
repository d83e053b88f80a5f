#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/tams_api/tams_context.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// One operation of the media store's API. An error becomes the answer that belongs to it.
using Endpoint = Result<Response> (*)(TamsContext&, Request&);

void addEndpoint(Router& router, const std::shared_ptr<TamsContext>& context, const char* method,
                 std::string_view pattern, Endpoint endpoint, RouteOptions options = {});

/// A JSON answer.
Response jsonResponse(int status, const nlohmann::json& body);

/// NotFound when the path's parameter is no UUID: nothing can be there.
Result<Uuid> pathId(const Request& request, std::string_view name);

// Groups of operations, each in a file of its own.
void addServiceEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addProfileEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addSourceEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addFlowEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addPropertyEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addSegmentEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addStorageEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addObjectEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addMediaEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);
void addDeleteRequestEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);

/// All of them.
void addTamsEndpoints(Router& router, const std::shared_ptr<TamsContext>& context);

} // namespace cutaway::cloud
