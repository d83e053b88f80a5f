#include "core/cloud/server.h"

#include <arpa/inet.h>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

using namespace cutaway;

namespace {

constexpr const char* token = "fuzzing-has-a-token"; // as in the corpus

/// A whole server over a folder that goes away with the program.
class Server {
public:
    Server()
        : m_folder(std::filesystem::temp_directory_path() / ("cutaway-fuzz-" + std::to_string(::getpid()))) {
        cloud::CloudServer::Options options;
        options.dataFolder = m_folder.string();
        options.token = token;
        auto server = cloud::CloudServer::start(options);
        if (!server) {
            std::fprintf(stderr, "%s\n", server.error().message.c_str());
            std::abort();
        }
        m_server = std::move(*server);
        const std::string& url = m_server->url();
        m_port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    }
    ~Server() {
        m_server.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Sends the bytes, ends the sending side, and returns all that comes back.
    std::string exchange(std::string_view bytes) const {
        const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (client < 0 || ::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            std::abort(); // the server does not take connections any more
        while (!bytes.empty()) {
            const ssize_t sent = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                break; // it has heard enough
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        ::shutdown(client, SHUT_WR);
        std::string answer;
        std::array<char, 16384> piece{};
        for (ssize_t got = 0; (got = ::recv(client, piece.data(), piece.size(), 0)) > 0;)
            answer.append(piece.data(), static_cast<std::size_t>(got));
        ::close(client);
        return answer;
    }

private:
    std::filesystem::path m_folder;
    std::unique_ptr<cloud::CloudServer> m_server;
    std::uint16_t m_port = 0;
};

/// "Content-Length: *" becomes the length of what follows the head, so that changed bodies still arrive.
std::string withLength(std::string request) {
    constexpr std::string_view star = "Content-Length: *";
    const std::size_t at = request.find(star);
    const std::size_t body = request.find("\r\n\r\n");
    if (at != std::string::npos && body != std::string::npos && at < body)
        request.replace(at + star.size() - 1, 1, std::to_string(request.size() - body - 4));
    return request;
}

} // namespace

/// The entry of libFuzzer: any bytes that a client sends are answered or dropped, no handler throws, and the
/// server goes on serving.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Server server;
    const std::string answer =
        server.exchange(withLength(std::string(reinterpret_cast<const char*>(data), size)));
    if (!answer.empty() && !answer.starts_with("HTTP/1.1 "))
        std::abort();
    if (answer.find("a defect of ours") != std::string::npos) {
        std::fprintf(stderr, "%.*s\n%s\n", static_cast<int>(size), reinterpret_cast<const char*>(data),
                     answer.c_str());
        std::abort();
    }
    if (!server.exchange("GET /cutaway/v1/health HTTP/1.1\r\nHost: a\r\n\r\n").starts_with("HTTP/1.1 200"))
        std::abort();
    return 0;
}
