#pragma once

#include "core/cloud/http/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

struct FileAnswer {
    std::string contentType = "application/octet-stream";
    std::string etag;                    ///< without quotes; empty: none
    std::string saveAs;                  ///< name for Content-Disposition; empty: none
    bool immutable = false;              ///< may be cached for ever
    std::optional<std::uint64_t> length; ///< only so many of its bytes: what follows is not whole yet
};

/// A file with everything a client expects of it: Range (one range; several are answered with the whole),
/// If-Range, If-None-Match, Accept-Ranges, 206, 304 and 416.
Response answerFile(const Request& request, std::shared_ptr<OpenFile> file, const FileAnswer& about);

/// First and length of a Range header's single range within `size` bytes. Nothing: send the whole. An error
/// (InvalidInput): it begins beyond the end.
Result<std::optional<std::pair<std::uint64_t, std::uint64_t>>> parseRange(std::string_view header,
                                                                          std::uint64_t size);

} // namespace cutaway::cloud
