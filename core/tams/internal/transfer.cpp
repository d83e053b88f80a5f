#include "core/tams/internal/transfer.h"

#include "core/tams/internal/curl_error.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <new>
#include <random>
#include <stdexcept>

namespace cutaway::tams {

namespace {

constexpr int maxRedirects = 5;
constexpr std::int64_t maxErrorBody = 1 << 20;

/// The first byte that "bytes 100-199/1000" speaks of.
std::optional<std::int64_t> contentRangeStart(const std::string& header) {
    constexpr std::string_view unit = "bytes ";
    if (header.rfind(unit, 0) != 0)
        return {};
    std::int64_t first = 0;
    const char* begin = header.data() + unit.size();
    if (std::from_chars(begin, header.data() + header.size(), first).ec != std::errc())
        return {};
    return first;
}

/// Doubling pauses with jitter, so that many clients do not come back in step.
std::chrono::milliseconds pauseBefore(int nextTry) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const int longest = std::min(200 << std::min(nextTry - 1, 5), 5000);
    return std::chrono::milliseconds(std::uniform_int_distribution(longest / 2, longest)(random));
}

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

Transfer::Transfer(HttpRequest request, const Connection& connection, HttpClient::Done done)
    : m_request(std::move(request))
    , m_connection(connection)
    , m_done(std::move(done)) {
    if (!m_request.url.empty() && m_request.url.front() == '/')
        m_request.url = m_connection.url + m_request.url;
}

Transfer::~Transfer() {
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headerList);
}

Result<void> Transfer::prepare() {
    const std::string origin = originOf(m_request.url);
    if (origin.empty())
        return Error{ErrorCategory::InvalidInput,
                     "The address is not one of http or https: check how it is written.", m_request.url};
    const bool plain = origin.rfind("http://", 0) == 0;
    if (plain && !isLoopback(origin) && !m_connection.allowPlainHttp)
        return Error{ErrorCategory::Forbidden,
                     "Plain HTTP to " + origin +
                         " is refused, because anybody on the way could read it. Use https, or allow it for "
                         "this connection.",
                     {}};
    if (m_easy == nullptr)
        m_easy = curl_easy_init();
    else
        curl_easy_reset(m_easy);
    m_response = {};
    if (!m_request.sink)
        m_delivered = 0; // a document may have changed since: parts of two must not be joined
    m_refusal.reset();
    m_result.reset();
    m_bodyBegun = m_success = false;
    m_skip = m_uploaded = 0;
    m_lastByte = Clock::now();
    ++m_tries;

    const auto option = [this](CURLoption name, auto value) { curl_easy_setopt(m_easy, name, value); };
    option(CURLOPT_PRIVATE, static_cast<void*>(this));
    option(CURLOPT_URL, m_request.url.c_str());
    option(CURLOPT_PROTOCOLS_STR, "http,https");
    option(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    option(CURLOPT_NOSIGNAL, 1L);
    option(CURLOPT_TCP_KEEPALIVE, 1L);
    option(CURLOPT_FRESH_CONNECT, m_request.warming ? 1L : 0L);
    option(CURLOPT_USERAGENT, "Cutaway/" CUTAWAY_VERSION);
    option(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_request.connectTimeout.count()));
    option(CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.timeout.count()));
    option(CURLOPT_ERRORBUFFER, m_curlMessage);
    option(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    option(CURLOPT_WRITEDATA, static_cast<void*>(this));
    option(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    option(CURLOPT_HEADERDATA, static_cast<void*>(this));
    if (isLoopback(m_request.url))
        option(CURLOPT_PROXY, "");
    // NOLINTNEXTLINE(concurrency-mt-unsafe): never set by us
    if (const char* authorities = std::getenv("SSL_CERT_FILE"); authorities && *authorities)
        option(CURLOPT_CAINFO, authorities);
    // Documents may come packed; of media the bytes themselves are counted, and asked for by their place.
    if (m_request.method == "GET" && !m_request.sink && !m_request.range)
        option(CURLOPT_ACCEPT_ENCODING, "gzip");
    option(CURLOPT_NOPROGRESS, 0L);
    option(CURLOPT_XFERINFOFUNCTION, &Transfer::onProgress);
    option(CURLOPT_XFERINFODATA, static_cast<void*>(this));
    setHeaders(!m_request.anonymous && !m_connection.token.empty() && origin == originOf(m_connection.url));
    return setBody();
}

void Transfer::setHeaders(bool withToken) {
    curl_slist_free_all(m_headerList);
    m_headerList = nullptr;
    const auto add = [this](const std::string& line) {
        m_headerList = curl_slist_append(m_headerList, line.c_str());
    };
    bool typed = false;
    for (const auto& [name, value] : m_request.headers) {
        add(name + ": " + value);
        typed = typed || name == "Content-Type";
    }
    if (!typed)
        add("Content-Type:"); // else curl would call every body a form
    if (withToken)
        add("Authorization: Bearer " + m_connection.token);
    add("Expect:"); // no round trip before a body
    if (m_request.range || m_delivered > 0) {
        const ByteRange wanted = m_request.range.value_or(ByteRange{});
        std::string range = "Range: bytes=" + std::to_string(wanted.first + m_delivered) + "-";
        if (wanted.count >= 0)
            range += std::to_string(wanted.first + wanted.count - 1);
        add(range);
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerList);
}

Result<void> Transfer::setBody() {
    const std::string& method = m_request.method;
    if (m_request.bodyFile) {
        m_file.close();
        m_file.clear();
        m_file.open(*m_request.bodyFile, std::ios::binary);
        std::error_code failed;
        const auto size = std::filesystem::file_size(*m_request.bodyFile, failed);
        const std::int64_t rest = static_cast<std::int64_t>(size) - m_request.bodyFileOffset;
        if (failed || !m_file || rest < std::max<std::int64_t>(m_request.bodyFileCount, 0))
            return Error{ErrorCategory::Io, "The file " + m_request.bodyFile->string() + " cannot be read.",
                         failed.message()};
        m_file.seekg(m_request.bodyFileOffset);
        curl_easy_setopt(m_easy, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(
            m_easy, CURLOPT_INFILESIZE_LARGE,
            static_cast<curl_off_t>(m_request.bodyFileCount < 0 ? rest : m_request.bodyFileCount));
        curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &Transfer::onUpload);
        curl_easy_setopt(m_easy, CURLOPT_READDATA, static_cast<void*>(this));
        curl_easy_setopt(m_easy, CURLOPT_SEEKFUNCTION, &Transfer::onSeek);
        curl_easy_setopt(m_easy, CURLOPT_SEEKDATA, static_cast<void*>(this));
    } else if (method == "POST" || method == "PUT" || !m_request.body.empty()) {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.data());
    } else if (method == "HEAD") {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
    }
    if (method != "GET" && method != "HEAD")
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, method.c_str());
    return {};
}

/// Runs what curl calls back: no exception may pass through its C. False: the try is to end, m_refusal says
/// why.
template <class Step>
bool Transfer::guarded(const Step& step) {
    try {
        return step();
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) { // of a string or vector that could never be so long
    }
    m_refusal = Error{ErrorCategory::OutOfSpace,
                      "This computer has not enough memory for what the cloud sends. Close other programs "
                      "and try again.",
                      std::to_string(m_delivered) + " bytes so far"};
    return false;
}

std::size_t Transfer::onHeader(char* data, std::size_t one, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    const bool read = transfer.guarded([&] {
        transfer.readHeader({data, one * count});
        return true;
    });
    return read ? one * count : 0;
}

void Transfer::readHeader(std::string_view line) {
    m_lastByte = Clock::now();
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
        line.remove_suffix(1);
    if (line.rfind("HTTP/", 0) == 0) { // a 100 was before this one
        m_response.headers.clear();
        return;
    }
    if (line.empty())
        headersEnded();
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    line.remove_prefix(colon + 1);
    while (!line.empty() && line.front() == ' ')
        line.remove_prefix(1);
    std::string& value = m_response.headers[name];
    if (!value.empty())
        value += ", ";
    value += line;
}

void Transfer::headersEnded() {
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    m_response.status = static_cast<int>(status);
    m_response.url = m_request.url;
    if (m_request.onHeaders && m_response.ok())
        m_request.onHeaders(m_response);
}

bool Transfer::beginBody() {
    m_bodyBegun = true;
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    m_success = status >= 200 && status < 300;
    const std::int64_t first = m_request.range.value_or(ByteRange{}).first + m_delivered;
    if (status == 206) {
        if (contentRangeStart(m_response.header("content-range")) != first) {
            m_refusal =
                Error{ErrorCategory::Corrupt, "The server sent another part of the media than was asked for.",
                      m_response.header("content-range")};
            return false;
        }
    } else if (m_success) {
        m_skip = first; // the server does not do ranges: pass over what was not wanted
    }
    return true;
}

bool Transfer::take(std::span<const std::byte> bytes) {
    m_lastByte = Clock::now();
    m_bytesReceived += static_cast<std::int64_t>(bytes.size());
    if (!m_bodyBegun && !beginBody())
        return false;
    if (!m_success) {
        if (static_cast<std::int64_t>(m_response.body.size()) < maxErrorBody)
            m_response.body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return true;
    }
    const auto skipped = std::min<std::int64_t>(m_skip, static_cast<std::int64_t>(bytes.size()));
    m_skip -= skipped;
    bytes = bytes.subspan(static_cast<std::size_t>(skipped));
    if (m_request.range && m_request.range->count >= 0) {
        const std::int64_t missing = std::max<std::int64_t>(m_request.range->count - m_delivered, 0);
        bytes = bytes.first(std::min(bytes.size(), static_cast<std::size_t>(missing)));
    }
    if (bytes.empty())
        return true;
    m_delivered += static_cast<std::int64_t>(bytes.size());
    if (m_delivered > m_request.maxBytes) {
        m_refusal = Error{ErrorCategory::OutOfSpace, "The answer is larger than is allowed here.",
                          std::to_string(m_request.maxBytes) + " bytes"};
        return false;
    }
    if (!m_request.sink) {
        m_response.body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return true;
    }
    if (m_request.sink(bytes))
        return true;
    m_refusal = Error{ErrorCategory::OutOfSpace, "There is no room to keep what was received.", {}};
    return false;
}

std::size_t Transfer::onBody(char* data, std::size_t one, std::size_t count, void* self) {
    const std::span bytes(reinterpret_cast<const std::byte*>(data), one * count);
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.guarded([&] { return transfer.take(bytes); }) ? bytes.size() : 0;
}

std::size_t Transfer::onUpload(char* data, std::size_t one, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    transfer.m_file.read(data, static_cast<std::streamsize>(one * count));
    return transfer.m_file.bad() ? CURL_READFUNC_ABORT : static_cast<std::size_t>(transfer.m_file.gcount());
}

int Transfer::onSeek(void* self, curl_off_t offset, int origin) {
    auto& transfer = *static_cast<Transfer*>(self);
    if (origin != SEEK_SET)
        return CURL_SEEKFUNC_CANTSEEK;
    transfer.m_file.clear();
    transfer.m_file.seekg(transfer.m_request.bodyFileOffset + offset);
    return transfer.m_file ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

int Transfer::onProgress(void* self, curl_off_t total, curl_off_t now, curl_off_t upTotal, curl_off_t up) {
    auto& transfer = *static_cast<Transfer*>(self);
    if (std::exchange(transfer.m_uploaded, up) != up)
        transfer.m_lastByte = Clock::now();
    if (!transfer.m_request.progress)
        return 0;
    if (upTotal > 0)
        transfer.m_request.progress(up, upTotal);
    else if (transfer.m_success)
        transfer.m_request.progress(transfer.m_delivered,
                                    total > 0 ? transfer.m_delivered + (total - now) : -1);
    return 0;
}

std::optional<Transfer::Clock::time_point> Transfer::stallDeadline() const {
    if (m_request.stallTimeout.count() == 0)
        return {};
    return m_lastByte + m_request.stallTimeout;
}

bool Transfer::idempotent() const {
    const std::string& method = m_request.method;
    return method == "GET" || method == "HEAD" || method == "PUT" || method == "DELETE";
}

/// Turns the request towards where the answer points. False: it is no redirect that we follow.
bool Transfer::redirect() {
    const std::string location = m_response.header("location");
    if (!isRedirect(m_response.status) || location.empty() ||
        (m_request.method != "GET" && m_request.method != "HEAD") || ++m_redirects > maxRedirects)
        return false;
    m_request.url = resolveUrl(m_request.url, location);
    --m_tries; // a redirect is part of the same try
    return true;
}

/// Whether another try may help, and then from when on.
bool Transfer::retryWanted(const std::optional<Error>& error) {
    if (m_tries > m_request.retries || !idempotent())
        return false;
    auto pause = pauseBefore(m_tries);
    if (error) {
        if (error->category != ErrorCategory::Unavailable && error->category != ErrorCategory::Timeout)
            return false;
    } else {
        const int status = m_response.status;
        if (status != 429 && status != 500 && status != 502 && status != 503 && status != 504)
            return false;
        int seconds = 0;
        const std::string after = m_response.header("retry-after");
        std::from_chars(after.data(), after.data() + after.size(), seconds);
        pause = std::max<std::chrono::milliseconds>(pause, std::chrono::seconds(std::clamp(seconds, 0, 10)));
    }
    m_notBefore = Clock::now() + pause;
    return true;
}

Transfer::Next Transfer::ended(CURLcode code) {
    std::optional<Error> error;
    if (code == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
        m_response.status = static_cast<int>(status);
        m_response.url = m_request.url;
        if (redirect())
            return Next::AgainNow;
        if (status == 206 && !m_request.range)
            m_response.status = 200; // the parts of a resumed transfer make the whole
    } else {
        error = m_refusal ? *m_refusal
                          : curlError(code, (m_curlMessage[0] ? m_curlMessage : curl_easy_strerror(code)) +
                                                std::string(" (") + m_request.url + ")");
    }
    if (retryWanted(error))
        return Next::AgainLater;
    if (error)
        m_result = Result<HttpResponse>(std::move(*error));
    else
        m_result = Result<HttpResponse>(std::move(m_response));
    return Next::Finished;
}

void Transfer::finish(std::optional<Error> instead) {
    onStop.reset();
    if (!m_done)
        return;
    const auto done = std::exchange(m_done, nullptr);
    if (instead)
        done(std::move(*instead));
    else
        done(std::move(m_result).value_or(Error{ErrorCategory::Internal, "The request had no result.", {}}));
}

} // namespace cutaway::tams
