#pragma once

#include "core/cloud/http/message.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cutaway::cloud {

/// Runs on a worker thread; may block on the database or the disk.
using Handler = std::function<Response(Request&)>;

/// How a route takes its body, and who may call it.
struct RouteOptions {
    enum class Body { Memory, File };
    Body body = Body::Memory;
    std::uint64_t bodyLimit = 4u << 20; ///< bytes; more is answered with 413
    bool open = false;                  ///< answers without a token
    bool signedUrl = false;             ///< a signed URL stands for the token
};

/// Method and path to handler. Filled before the server starts, read-only afterwards.
class Router {
public:
    struct Route {
        std::string method;
        std::vector<std::string> pattern; ///< segments; "{name}" takes one whole decoded segment
        Handler handler;
        RouteOptions options;
    };

    /// `pattern` as "/flows/{flowId}/segments". A literal segment wins over a parameter. A GET route answers
    /// HEAD too.
    void add(std::string method, std::string_view pattern, Handler handler, RouteOptions options = {});

    /// The route for request.method and request.path, with request.params filled; or the answer that says
    /// why there is none (400, 404, 405).
    std::variant<const Route*, Response> match(Request& request) const;

private:
    std::vector<Route> m_routes;
};

} // namespace cutaway::cloud
