#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace cutaway::tams {

/// Which cloud, and as whom.
struct Connection {
    std::string url;             ///< as the server printed it: "https://host:port", no path
    std::string token;           ///< bearer token; sent to the origin of `url` and nowhere else
    bool allowPlainHttp = false; ///< http beyond loopback, which anybody on the way can read
    bool operator==(const Connection&) const = default;
};

/// "scheme://host:port" in lower case with the port always written; empty when it is no http(s) URL.
std::string originOf(const std::string& url);
/// True for 127.0.0.0/8, ::1 and localhost.
bool isLoopback(const std::string& url);
/// RFC 3986 escaping of everything but unreserved characters: for path parts and query values.
std::string escapeUrl(std::string_view text);
/// `reference` as a server gave it (whole URL or "/path") on the page `base`.
std::string resolveUrl(const std::string& base, const std::string& reference);

struct ByteRange {
    std::int64_t first = 0;
    std::int64_t count = -1; ///< -1: to the end
    bool operator==(const ByteRange&) const = default;
};

/// Receives a successful body piece by piece, on the network thread: copy and return. False ends the transfer
/// with OutOfSpace.
using BodySink = std::function<bool(std::span<const std::byte>)>;
/// Bytes sent or received so far and in all (-1 unknown), on the network thread.
using TransferProgress = std::function<void(std::int64_t done, std::int64_t total)>;

struct HttpResponse;

struct HttpRequest {
    std::string method = "GET";
    std::string url; ///< whole, or "/path" on the connection's origin
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::optional<std::filesystem::path> bodyFile; ///< streamed instead of `body`
    std::int64_t bodyFileOffset = 0;               ///< where in `bodyFile` to start
    std::int64_t bodyFileCount = -1;               ///< how much of it to send; -1: to its end
    std::optional<ByteRange> range;
    BodySink sink; ///< takes 2xx bodies instead of HttpResponse::body
    /// Status and headers of a 2xx answer, before its body, on the network thread.
    std::function<void(const HttpResponse&)> onHeaders;
    TransferProgress progress;
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds timeout{30'000};      ///< of the whole exchange; 0: none
    std::chrono::milliseconds stallTimeout{20'000}; ///< without a byte either way; 0: none
    std::int64_t maxBytes = 64 << 20;               ///< of the body kept in memory or given to `sink`
    int retries = 0;        ///< more tries of a GET, HEAD, PUT or DELETE that met Unavailable or Timeout
    bool anonymous = false; ///< never send the token (presigned URLs)
    bool urgent = false;    ///< starts before queued ones that are not
    bool warming = false;   ///< opens a connection of its own, which later requests find open
};

struct HttpResponse {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case; repeated ones joined by ", "
    std::string body;                           ///< empty when a sink took it
    std::string url;                            ///< after redirects
    bool ok() const { return status >= 200 && status < 300; }
    std::string header(const std::string& name) const;
};

/// Our Error for a status outside 2xx; reads the body in the shapes that TAMS servers use (error.json,
/// problem+json, {"detail"}, {"message"}, nothing).
Error errorOf(const HttpResponse& response);

/// HTTP/1.1 and 2 on one network thread of its own, with connections kept alive. Thread-safe. An answer of
/// any status is a value; an Error means that no answer came: Unavailable, Timeout, Cancelled, OutOfSpace,
/// InvalidInput (a URL that is not allowed), Io. Redirects of GET and HEAD are followed, and lose the token
/// when they leave the origin. http and https only, under the authorities of SSL_CERT_FILE or the system's.
class HttpClient {
public:
    explicit HttpClient(Connection connection);
    /// Ends what is under way with Cancelled.
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    const Connection& connection() const;

    /// Waits for the answer. A stop wakes it at once. Never call it on the network thread.
    Result<HttpResponse> fetch(HttpRequest request, std::stop_token stop = {});
    /// The same with an Error for every status outside 2xx.
    Result<HttpResponse> expect(HttpRequest request, std::stop_token stop = {});
    /// `done` is called exactly once, on the network thread: take the value and return.
    using Done = std::function<void(Result<HttpResponse>)>;
    void start(HttpRequest request, std::stop_token stop, Done done);

    /// What the network thread has seen: for the ladder of rungs and for tests.
    struct Counters {
        std::int64_t requests = 0;
        std::int64_t bytesReceived = 0;
        std::int64_t connections = 0; ///< newly opened
    };
    Counters counters() const;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace cutaway::tams
