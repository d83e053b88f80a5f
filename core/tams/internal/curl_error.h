#pragma once

#include "core/base/error.h"

#include <curl/curl.h>
#include <string>

namespace cutaway::tams {

/// Why no answer came, as an Error with a sentence for the user.
Error curlError(CURLcode code, const std::string& detail);

} // namespace cutaway::tams
