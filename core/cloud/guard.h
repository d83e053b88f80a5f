#pragma once

#include "core/cloud/http/router.h"

#include <optional>

namespace cutaway::cloud {

/// Who sent this request: sets request.principal, or answers 401. Takes a bearer token, the password of basic
/// authentication, `access_token` in the query, or the signature of the URL where the route allows it.
std::optional<Response> admit(const Authority& authority, Request& request, const RouteOptions& route);

} // namespace cutaway::cloud
