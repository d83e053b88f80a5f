#include "core/cloud/http/file_response.h"

#include <algorithm>
#include <charconv>

namespace cutaway::cloud {

namespace {

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

std::optional<std::pair<std::uint64_t, std::uint64_t>> byteRange(std::string_view header,
                                                                 std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    const std::pair<std::uint64_t, std::uint64_t> whole{0, size};
    if (!header.starts_with(unit) || header.find(',') != std::string_view::npos)
        return whole;
    header.remove_prefix(unit.size());
    const std::size_t dash = header.find('-');
    if (dash == std::string_view::npos)
        return whole;
    const auto first = number(header.substr(0, dash));
    const auto last = number(header.substr(dash + 1));
    if (!first) {
        if (!last || dash != 0)
            return whole; // not a range that HTTP knows
        if (*last == 0 || size == 0)
            return std::nullopt;
        const std::uint64_t length = std::min(*last, size);
        return std::pair{size - length, length};
    }
    if (!last && dash + 1 != header.size())
        return whole;
    if (last && *last < *first)
        return whole;
    if (*first >= size)
        return std::nullopt;
    const std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
    return std::pair{*first, end - *first + 1};
}

Response fileResponse(const Request& request, std::shared_ptr<OpenFile> file, std::string_view contentType,
                      std::string_view etag) {
    Response response;
    response.headers.add("ETag", std::string(etag));
    response.headers.add("Accept-Ranges", "bytes");
    const std::string_view known = request.headers.get("If-None-Match");
    if (known == "*" || (!known.empty() && known.find(etag) != std::string_view::npos)) {
        response.status = 304;
        return response;
    }
    const std::uint64_t size = file->size();
    // If-Range: a part of another version is of no use; send the whole.
    const std::string_view version = request.headers.get("If-Range");
    const bool wantsPart = request.headers.has("Range") && (version.empty() || version == etag);
    const auto range = byteRange(wantsPart ? request.headers.get("Range") : "", size);
    if (!range) {
        response = Response::failure(
            416, Error{ErrorCategory::InvalidInput, "The part asked for lies outside the file.", {}});
        response.headers.add("Content-Range", "bytes */" + std::to_string(size));
        return response;
    }
    const auto [offset, length] = *range;
    if (wantsPart && length != size) {
        response.status = 206;
    } else if (wantsPart && size > 0 && offset == 0 && request.headers.get("Range").starts_with("bytes=")) {
        response.status = request.headers.get("Range").find(',') == std::string_view::npos ? 206 : 200;
    }
    if (response.status == 206)
        response.headers.add("Content-Range", "bytes " + std::to_string(offset) + "-" +
                                                  std::to_string(offset + length - 1) + "/" +
                                                  std::to_string(size));
    response.headers.add("Content-Type", std::string(contentType));
    response.body = FileRange{std::move(file), offset, length};
    return response;
}

} // namespace cutaway::cloud
