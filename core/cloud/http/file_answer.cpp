#include "core/cloud/http/file_answer.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace cutaway::cloud {

namespace {

using Range = std::pair<std::uint64_t, std::uint64_t>;

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// RFC 6266: a plain name for old clients beside the exact one.
std::string disposition(const std::string& name) {
    std::string plain;
    for (const char c : name)
        plain += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f || c == '"' ||
                         c == '\\'
                     ? '_'
                     : c;
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percentEncode(name);
}

} // namespace

Result<std::optional<Range>> parseRange(std::string_view header, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    const std::optional<Range> whole;
    if (!header.starts_with(unit) || header.find(',') != std::string_view::npos)
        return whole;
    header.remove_prefix(unit.size());
    const std::size_t dash = header.find('-');
    if (dash == std::string_view::npos)
        return whole;
    const auto first = number(header.substr(0, dash));
    const auto last = number(header.substr(dash + 1));
    const Error beyond{ErrorCategory::InvalidInput, "The range lies beyond the end of the file.", {}};
    if (dash == 0) { // the last so many bytes
        if (!last)
            return whole;
        if (*last == 0 || size == 0)
            return beyond;
        const std::uint64_t length = std::min(*last, size);
        return std::optional(Range{size - length, length});
    }
    const bool openEnd = dash + 1 == header.size();
    if (!first || (!last && !openEnd) || (last && *last < *first))
        return whole;
    if (*first >= size)
        return beyond;
    const std::uint64_t end = last && *last < size ? *last + 1 : size;
    return std::optional(Range{*first, end - *first});
}

Response answerFile(const Request& request, std::shared_ptr<OpenFile> file, const FileAnswer& about) {
    const std::uint64_t size = std::min(file->size(), about.length.value_or(file->size()));
    const std::string etag = about.etag.empty() ? std::string() : "\"" + about.etag + "\"";
    Response response;
    response.headers.add("Accept-Ranges", "bytes");
    if (!etag.empty())
        response.headers.add("ETag", etag);
    if (about.immutable)
        response.headers.add("Cache-Control", "private, max-age=31536000, immutable");
    const std::string_view known = request.headers.get("If-None-Match");
    if (!etag.empty() && (known == "*" || known.find(etag) != std::string_view::npos)) {
        response.status = 304;
        return response;
    }
    response.headers.add("Content-Type", about.contentType);
    if (!about.saveAs.empty())
        response.headers.add("Content-Disposition", disposition(about.saveAs));

    Range part{0, size};
    const std::string_view ifRange = request.headers.get("If-Range");
    if (request.headers.has("Range") && (ifRange.empty() || ifRange == etag)) {
        const auto range = parseRange(request.headers.get("Range"), size);
        if (!range) {
            Response refused = Response::failure(416, range.error());
            refused.headers.set("Content-Range", "bytes */" + std::to_string(size));
            return refused;
        }
        if (*range) {
            part = **range;
            response.status = 206;
            response.headers.add("Content-Range", "bytes " + std::to_string(part.first) + "-" +
                                                      std::to_string(part.first + part.second - 1) + "/" +
                                                      std::to_string(size));
        }
    }
    response.body = FileRange{std::move(file), part.first, part.second};
    return response;
}

} // namespace cutaway::cloud
