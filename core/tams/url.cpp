#include "core/tams/http.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <curl/curl.h>

namespace cutaway::tams {

namespace {

struct UrlCloser {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, UrlCloser>;

UrlHandle parse(const std::string& text) {
    UrlHandle url(curl_url());
    if (url && curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        url.reset();
    return url;
}

std::string part(const UrlHandle& url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (!url || curl_url_get(url.get(), which, &text, flags) != CURLUE_OK)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

std::string originOf(const std::string& text) {
    const UrlHandle url = parse(text);
    const std::string scheme = lower(part(url, CURLUPART_SCHEME));
    if (scheme != "http" && scheme != "https")
        return {};
    return scheme + "://" + lower(part(url, CURLUPART_HOST)) + ":" +
           part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
}

bool isLoopback(const std::string& text) {
    std::string host = lower(part(parse(text), CURLUPART_HOST));
    if (host == "localhost")
        return true;
    in_addr four{};
    if (inet_pton(AF_INET, host.c_str(), &four) == 1)
        return (ntohl(four.s_addr) >> 24) == 127;
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    in6_addr six{};
    return inet_pton(AF_INET6, host.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

std::string escapeUrl(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string escaped;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool unreserved = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                                (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' ||
                                byte == '~';
        if (unreserved) {
            escaped += c;
        } else {
            escaped += '%';
            escaped += digits[byte >> 4];
            escaped += digits[byte & 15];
        }
    }
    return escaped;
}

std::string resolveUrl(const std::string& base, const std::string& reference) {
    const UrlHandle url = parse(base);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, reference.c_str(), 0) != CURLUE_OK)
        return {};
    return part(url, CURLUPART_URL);
}

} // namespace cutaway::tams
