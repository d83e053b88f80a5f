#include "core/base/error.h"

namespace cutaway {

std::string_view categoryName(ErrorCategory category) {
    switch (category) {
    case ErrorCategory::Cancelled:
        return "cancelled";
    case ErrorCategory::InvalidInput:
        return "invalid_input";
    case ErrorCategory::NotFound:
        return "not_found";
    case ErrorCategory::Unauthorised:
        return "unauthorised";
    case ErrorCategory::Forbidden:
        return "forbidden";
    case ErrorCategory::Conflict:
        return "conflict";
    case ErrorCategory::Unavailable:
        return "unavailable";
    case ErrorCategory::Timeout:
        return "timeout";
    case ErrorCategory::Corrupt:
        return "corrupt";
    case ErrorCategory::Unsupported:
        return "unsupported";
    case ErrorCategory::OutOfSpace:
        return "out_of_space";
    case ErrorCategory::Io:
        return "io";
    case ErrorCategory::Internal:
        break;
    }
    return "internal";
}

} // namespace cutaway
