#pragma once

#include "core/cloud/http/message.h"

#include <nlohmann/json.hpp>

namespace cutaway::cloud {

/// `result` as a JSON answer with `status`, or its error with the error's own status.
inline Response reply(int status, const Result<nlohmann::json>& result) {
    if (!result)
        return Response::failure(result.error());
    // Text from files and databases may be no UTF-8; the answer always is.
    return Response::json(status, result->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

/// An empty answer with `status`, or the error.
inline Response reply(int status, const Result<void>& result) {
    return result ? Response::empty(status) : Response::failure(result.error());
}

} // namespace cutaway::cloud
