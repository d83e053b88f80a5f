#pragma once

#include "core/cloud/http/server.h"
#include "core/cloud/server.h"
#include "core/tams/http.h"

#include <QFloat16> // QCOMPARE of json values needs it whole
#include <QTemporaryDir>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::test {

using nlohmann::json;

inline constexpr const char* ownerToken = "a-token-that-is-long-enough";

/// A client that says exactly the bytes it is told to, and reads what comes back.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void send(std::string_view bytes) const;
    /// Everything until `end` has come, the other side closes, or 20 s pass.
    std::string readUntil(std::string_view end);
    std::string readToEnd() { return readUntil({}); }

private:
    int m_socket = -1;
    std::string m_left;
};

/// A whole server over a temporary folder on a free port of loopback, and a client with its token.
class CloudFixture {
public:
    explicit CloudFixture(std::chrono::seconds minObjectTimeout = std::chrono::hours(1));

    cloud::CloudServer& server() { return *m_server; }
    const std::string& url() const { return m_server->url(); }
    std::uint16_t port() const;
    std::string folder() const { return m_folder.path().toStdString(); }

    struct Answer {
        int status = 0;
        json body;
        std::string text;
        tams::HttpResponse http;
    };
    /// `target`: "/path?query" or a whole URL.
    Answer call(const std::string& method, const std::string& target, const json& body = nullptr);
    Answer send(const std::string& method, const std::string& target, const std::string& body,
                const std::string& type);
    /// Without any token.
    Answer anonymous(const std::string& method, const std::string& target, const std::string& body = {});

    // What the tests of the media store need again and again.
    /// A minimal good video Flow.
    static json videoFlow(const std::string& id, const std::string& sourceId);
    /// Puts it; fails the test when it is refused.
    void putFlow(const json& flow);
    /// Allocates one Object for the Flow and uploads `bytes`. Its id.
    std::string upload(const std::string& flowId, const std::string& bytes = "media");

private:
    Answer perform(tams::HttpRequest request);

    QTemporaryDir m_folder;
    std::unique_ptr<cloud::CloudServer> m_server;
    std::unique_ptr<tams::HttpClient> m_client;
};

/// "11111111-2222-4333-8444-..." with `n` at the end: ids that a reader of a failed test can tell apart.
std::string testId(int n);

} // namespace cutaway::test
