#pragma once

#include <string>
#include <string_view>

namespace cutaway {

/// What kind of failure it was: decides what the program does, while `message` is what the user reads.
enum class ErrorCategory {
    Cancelled,    ///< the user or a newer request ended it: shown to nobody
    InvalidInput, ///< what was given makes no sense: say where and why
    NotFound,     ///< it is not there (any more)
    Unauthorised, ///< no or a wrong token: sign in
    Forbidden,    ///< signed in, but not allowed
    Conflict,     ///< somebody else was first: reload
    Unavailable,  ///< the other side could not be reached or is overloaded: try again
    Timeout,      ///< no answer in time: try again
    Corrupt,      ///< the bytes are damaged
    Unsupported,  ///< understood, but this program cannot do it
    OutOfSpace,   ///< a disk or a quota is full
    Io,           ///< reading or writing failed otherwise
    Internal,     ///< a defect of this program
};

/// Stable lower-case name of a category, for JSON and logs.
std::string_view categoryName(ErrorCategory category);

/// An error is a value. `message` is one or two sentences for the user: what happened, what to do.
struct Error {
    ErrorCategory category = ErrorCategory::Internal;
    std::string message;
    std::string detail; ///< for logs and diagnosis, never needed to understand the message
};

} // namespace cutaway
