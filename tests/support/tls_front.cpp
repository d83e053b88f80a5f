#include "tests/support/tls_front.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cutaway::test {

namespace {

template <class T>
T* require(T* made, const char* what) {
    if (made)
        return made;
    ERR_print_errors_fp(stderr);
    std::fprintf(stderr, "test set-up: %s\n", what);
    std::abort();
}

void require(bool worked, const char* what) {
    require(worked ? &worked : nullptr, what);
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void addExtension(X509* certificate, int kind, const char* value) {
    X509_EXTENSION* extension = require(X509V3_EXT_conf_nid(nullptr, nullptr, kind, value), "extension");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

X509* selfSigned(EVP_PKEY* key) {
    constexpr long anHour = 3600;
    X509* certificate = require(X509_new(), "certificate");
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -anHour);
    X509_gmtime_adj(X509_getm_notAfter(certificate), anHour);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("test cloud"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate, NID_subject_alt_name, "IP:127.0.0.1");
    require(X509_sign(certificate, key, EVP_sha256()) > 0, "signature");
    return certificate;
}

} // namespace

struct TlsFront::Tls {
    SSL_CTX* context = nullptr;
    ~Tls() { SSL_CTX_free(context); }
};

TlsFront::TlsFront(int port, const std::filesystem::path& certificate)
    : m_tls(std::make_unique<Tls>())
    , m_target(port)
    , m_ended(::eventfd(0, EFD_CLOEXEC)) {
    EVP_PKEY* key = require(EVP_EC_gen("P-256"), "key");
    X509* x509 = selfSigned(key);
    m_tls->context = require(SSL_CTX_new(TLS_server_method()), "TLS context");
    require(SSL_CTX_use_certificate(m_tls->context, x509) == 1 &&
                SSL_CTX_use_PrivateKey(m_tls->context, key) == 1,
            "certificate and key");
    std::FILE* file = require(std::fopen(certificate.c_str(), "w"), "certificate file");
    PEM_write_X509(file, x509);
    std::fclose(file);
    X509_free(x509);
    EVP_PKEY_free(key);

    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    require(::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                ::listen(m_listener, 16) == 0 &&
                ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) == 0,
            "TLS listener");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this] { accept(); });
}

TlsFront::~TlsFront() {
    const std::uint64_t one = 1;
    (void)!::write(m_ended, &one, sizeof one);
    m_thread.join();
    m_connections.clear();
    ::close(m_listener);
    ::close(m_ended);
}

void TlsFront::accept() {
    for (;;) {
        std::array<pollfd, 2> waits{{{m_listener, POLLIN, 0}, {m_ended, POLLIN, 0}}};
        ::poll(waits.data(), waits.size(), -1);
        if (waits[1].revents != 0)
            return;
        if (const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC); client >= 0)
            m_connections.emplace_back([this, client] { serve(client); });
    }
}

void TlsFront::serve(int client) const {
    SSL* tls = SSL_new(m_tls->context);
    SSL_set_fd(tls, client);
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(m_target);
    bool open =
        SSL_accept(tls) == 1 && ::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    std::array<char, 16384> bytes{};
    while (open) {
        std::array<pollfd, 3> waits{{{client, POLLIN, 0}, {server, POLLIN, 0}, {m_ended, POLLIN, 0}}};
        if (SSL_pending(tls) == 0)
            ::poll(waits.data(), waits.size(), -1);
        else
            waits[0].revents = POLLIN;
        if (waits[2].revents != 0)
            break;
        if (waits[0].revents != 0) {
            const int got = SSL_read(tls, bytes.data(), static_cast<int>(bytes.size()));
            open =
                got > 0 && ::send(server, bytes.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got;
        }
        if (open && waits[1].revents != 0) {
            const ssize_t got = ::recv(server, bytes.data(), bytes.size(), 0);
            open = got > 0 && SSL_write(tls, bytes.data(), static_cast<int>(got)) == got;
        }
    }
    SSL_free(tls);
    ::close(client);
    ::close(server);
}

} // namespace cutaway::test
