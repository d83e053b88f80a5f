#pragma once

#include "core/cloud/http/message.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// Serves a file: whole (200), a part that `Range` asks for (206), nothing new (304, by `etag`), or nothing
/// at all because the part lies outside (416). `etag`: with its quotes. The caller adds further headers.
Response fileResponse(const Request& request, std::shared_ptr<OpenFile> file, std::string_view contentType,
                      std::string_view etag);

/// The one range of a "bytes=..." header as offset and length; whole when there is none, or more than one;
/// nothing when it lies outside.
std::optional<std::pair<std::uint64_t, std::uint64_t>> byteRange(std::string_view header, std::uint64_t size);

} // namespace cutaway::cloud
