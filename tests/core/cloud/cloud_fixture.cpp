#include "cloud_fixture.h"

#include "core/base/uuid.h"

#include <QTest>
#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cutaway::test {

namespace {

constexpr int patience = 20'000; // ms

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "the fixture failed: %s\n", why.c_str());
    std::abort();
}

} // namespace

RawClient::RawClient(std::uint16_t port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        give_up("no connection");
}

RawClient::~RawClient() {
    ::close(m_socket);
}

void RawClient::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return; // the server has closed: the answer says why
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::string RawClient::readUntil(std::string_view end) {
    char buffer[4096];
    for (;;) {
        if (const auto found = end.empty() ? std::string::npos : m_left.find(end);
            found != std::string::npos) {
            std::string text = m_left.substr(0, found + end.size());
            m_left.erase(0, found + end.size());
            return text;
        }
        pollfd wait{m_socket, POLLIN, 0};
        if (::poll(&wait, 1, patience) <= 0)
            return std::exchange(m_left, {});
        const ssize_t got = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (got <= 0)
            return std::exchange(m_left, {});
        m_left.append(buffer, static_cast<std::size_t>(got));
    }
}

CloudFixture::CloudFixture(std::chrono::seconds minObjectTimeout) {
    cloud::CloudServer::Options options;
    options.dataFolder = folder();
    options.token = ownerToken;
    options.minObjectTimeout = minObjectTimeout;
    auto server = cloud::CloudServer::start(options);
    if (!server)
        give_up(server.error().message + " " + server.error().detail);
    m_server = std::move(*server);
    m_client = std::make_unique<tams::HttpClient>(tams::Connection{m_server->url(), ownerToken, false});
}

std::uint16_t CloudFixture::port() const {
    return static_cast<std::uint16_t>(std::stoi(url().substr(url().rfind(':') + 1)));
}

CloudFixture::Answer CloudFixture::perform(tams::HttpRequest request) {
    auto response = m_client->fetch(std::move(request));
    if (!response)
        give_up(response.error().message + " " + response.error().detail);
    Answer answer;
    answer.status = response->status;
    answer.text = response->body;
    answer.body = json::parse(response->body, nullptr, false);
    answer.http = std::move(*response);
    return answer;
}

CloudFixture::Answer CloudFixture::call(const std::string& method, const std::string& target,
                                        const json& body) {
    return send(method, target, body.is_null() ? std::string() : body.dump(), "application/json");
}

CloudFixture::Answer CloudFixture::send(const std::string& method, const std::string& target,
                                        const std::string& body, const std::string& type) {
    tams::HttpRequest request;
    request.method = method;
    request.url = target;
    request.body = body;
    if (!body.empty())
        request.headers.emplace_back("Content-Type", type);
    return perform(std::move(request));
}

CloudFixture::Answer CloudFixture::anonymous(const std::string& method, const std::string& target,
                                             const std::string& body) {
    tams::HttpRequest request;
    request.method = method;
    request.url = target;
    request.body = body;
    request.anonymous = true;
    return perform(std::move(request));
}

json CloudFixture::videoFlow(const std::string& id, const std::string& sourceId) {
    return {{"id", id},
            {"source_id", sourceId},
            {"format", "urn:x-nmos:format:video"},
            {"codec", "video/h265"},
            {"container", "video/mp4"},
            {"essence_parameters",
             {{"frame_width", 3840}, {"frame_height", 2160}, {"frame_rate", {{"numerator", 50}}}}}};
}

void CloudFixture::putFlow(const json& flow) {
    const Answer answer = call("PUT", "/flows/" + flow.at("id").get<std::string>(), flow);
    if (answer.status != 201 && answer.status != 204)
        give_up("a flow was refused: " + answer.text);
}

std::string CloudFixture::upload(const std::string& flowId, const std::string& bytes) {
    const Answer allocated = call("POST", "/flows/" + flowId + "/storage", {{"limit", 1}});
    if (allocated.status != 201)
        give_up("no storage: " + allocated.text);
    const json& object = allocated.body.at("media_objects").at(0);
    const Answer put = send("PUT", object["put_url"]["url"], bytes, object["put_url"]["content-type"]);
    if (put.status != 200)
        give_up("the upload was refused: " + put.text);
    return object["object_id"];
}

std::string testId(int n) {
    char text[37];
    std::snprintf(text, sizeof text, "11111111-2222-4333-8444-%012d", n);
    return text;
}

} // namespace cutaway::test
