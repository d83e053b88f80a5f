#pragma once

#include "core/tams/http.h"

#include <atomic>
#include <curl/curl.h>
#include <fstream>
#include <functional>
#include <optional>

namespace cutaway::tams {

/// One request from its start to its one answer, over redirects and further tries. Everything but `cancelled`
/// belongs to the network thread once it is queued.
class Transfer {
public:
    using Clock = std::chrono::steady_clock;

    Transfer(HttpRequest request, const Connection& connection, HttpClient::Done done);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// Prepares the curl handle for the next try. An Error: it must not be sent.
    Result<void> prepare();
    CURL* handle() const { return m_easy; }

    enum class Next { Finished, AgainNow, AgainLater };
    /// What the end of a try means. `result` is set when Finished; notBefore() when AgainLater.
    Next ended(CURLcode code);
    Clock::time_point notBefore() const { return m_notBefore; }
    /// When a silence becomes a Timeout; nothing when it may last.
    std::optional<Clock::time_point> stallDeadline() const;
    /// Answers with the result of the last try, or this error.
    void finish(std::optional<Error> instead = {});

    bool counted() const { return m_request.timeout.count() > 0; } ///< not an endless stream
    bool urgent() const { return m_request.urgent; }
    std::int64_t bytesReceived() const { return m_bytesReceived; }

    std::atomic<bool> cancelled{false};
    std::optional<std::stop_callback<std::function<void()>>> onStop;

private:
    static std::size_t onBody(char* data, std::size_t one, std::size_t count, void* self);
    static std::size_t onHeader(char* data, std::size_t one, std::size_t count, void* self);
    static std::size_t onUpload(char* data, std::size_t one, std::size_t count, void* self);
    static int onSeek(void* self, curl_off_t offset, int origin);
    static int onProgress(void* self, curl_off_t total, curl_off_t now, curl_off_t upTotal, curl_off_t up);
    bool take(std::span<const std::byte> bytes);
    void readHeader(std::string_view line);
    template <class Step>
    bool guarded(const Step& step);
    void headersEnded();
    bool beginBody();
    void setHeaders(bool withToken);
    Result<void> setBody();
    bool idempotent() const;
    bool redirect();
    bool retryWanted(const std::optional<Error>& error);

    HttpRequest m_request;
    Connection m_connection;
    HttpClient::Done m_done;
    CURL* m_easy = nullptr;
    curl_slist* m_headerList = nullptr;
    std::ifstream m_file;
    char m_curlMessage[CURL_ERROR_SIZE] = {};

    HttpResponse m_response; ///< of this try
    std::optional<Result<HttpResponse>> m_result;
    std::optional<Error> m_refusal; ///< why we ended the try ourselves
    std::int64_t m_delivered = 0;   ///< bytes of the wanted body taken: over all tries when a sink takes them
    std::int64_t m_skip = 0;        ///< bytes of this try's body to pass over
    bool m_bodyBegun = false;
    bool m_success = false; ///< this try's status is 2xx
    std::int64_t m_bytesReceived = 0;
    std::int64_t m_uploaded = 0; ///< bytes of this try's own body that have left
    int m_redirects = 0;
    int m_tries = 0;
    Clock::time_point m_notBefore{};
    Clock::time_point m_lastByte{};
};

} // namespace cutaway::tams
