#include "core/cloud/http/compressed.h"

#include <zlib.h>

namespace cutaway::cloud {

namespace {

constexpr std::size_t leastBytes = 1024; // less goes in one packet as it is
constexpr int gzipWindow = MAX_WBITS + 16;
constexpr int memoryLevel = 8;

/// True when gzip is named, and not with a weight of nothing.
bool takesGzip(std::string_view accepted) {
    const auto at = accepted.find("gzip");
    if (at == std::string_view::npos)
        return false;
    const std::string_view rest = accepted.substr(at, accepted.find(',', at) - at);
    const auto weight = rest.find("q=");
    return weight == std::string_view::npos ||
           rest.find_first_of("123456789", weight) != std::string_view::npos;
}

std::optional<std::string> gzip(std::string& text) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, memoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return std::nullopt;
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int ended = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END)
        return std::nullopt;
    return packed;
}

} // namespace

Response compressed(const Request& request, Response response) {
    auto* const text = std::get_if<std::string>(&response.body);
    if (!text || text->size() < leastBytes || text->size() > (std::size_t{1} << 30))
        return response;
    response.headers.add("Vary", "Accept-Encoding");
    if (!takesGzip(request.headers.get("Accept-Encoding")))
        return response;
    if (auto packed = gzip(*text)) {
        *text = std::move(*packed);
        response.headers.add("Content-Encoding", "gzip");
    }
    return response;
}

} // namespace cutaway::cloud
