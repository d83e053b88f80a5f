#include "core/cloud/auth/auth.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <span>

namespace cutaway::cloud {

namespace {

constexpr std::size_t minTokenLength = 16;

std::string hexText(std::span<const unsigned char> bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

bool sameSecret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool isOwnJob(const Principal& principal, const Resource& resource) {
    return resource.kind == "job" && resource.id == principal.job.toString();
}

bool isMedia(std::string_view kind) {
    return kind == "flow" || kind == "source" || kind == "object" || kind == "segment" || kind == "storage" ||
           kind == "profile" || kind == "upload";
}

/// What a job may read beyond media: the service's description, and a delivery that is taken in again.
bool isWorkMaterial(std::string_view kind) {
    return kind == "service" || kind == "delivery";
}

} // namespace

Result<void> authorize(const Principal& principal, Action action, const Resource& resource) {
    if (principal.kind == Principal::Kind::Anonymous)
        return Error{ErrorCategory::Unauthorised, "This cloud needs a token. Connect again with one.", {}};
    if (!resource.workspace.isNil() && resource.workspace != principal.workspace)
        return Error{ErrorCategory::NotFound, "There is no such " + std::string(resource.kind) + ".", {}};
    switch (principal.kind) {
    case Principal::Kind::Owner:
        return {};
    case Principal::Kind::Job:
        if (isOwnJob(principal, resource) ||
            ((action == Action::Read || action == Action::Write) && isMedia(resource.kind)) ||
            (action == Action::Read && isWorkMaterial(resource.kind)))
            return {};
        break;
    case Principal::Kind::Signed: // the signature itself names method and path
        if (resource.kind == "object")
            return {};
        break;
    case Principal::Kind::Anonymous:
        break;
    }
    return Error{ErrorCategory::Forbidden,
                 std::string("You are not allowed to ") + (action == Action::Read ? "see" : "change") +
                     " this " + std::string(resource.kind) + ".",
                 {}};
}

Authority::Authority(Uuid workspace, std::string ownerToken, std::string secret)
    : m_workspace(workspace)
    , m_ownerToken(std::move(ownerToken))
    , m_secret(std::move(secret)) {}

Result<Principal> Authority::principalOf(std::string_view token) const {
    if (token.empty())
        return Principal{};
    if (sameSecret(token, m_ownerToken))
        return Principal{Principal::Kind::Owner, m_workspace, "owner", {}};
    const std::lock_guard lock(m_mutex);
    for (const auto& [job, known] : m_jobTokens) {
        if (sameSecret(token, known))
            return m_jobs.at(job);
    }
    return Error{ErrorCategory::Unauthorised,
                 "The cloud does not know this token. Connect again with the right one.",
                 {}};
}

std::string Authority::registerJobToken(const Uuid& job, std::string user) {
    const auto token = randomToken();
    if (!token)
        return {}; // an empty token opens nothing
    const std::lock_guard lock(m_mutex);
    m_jobs[job] = Principal{Principal::Kind::Job, m_workspace, std::move(user), job};
    m_jobTokens[job] = *token;
    return *token;
}

void Authority::revokeJobToken(const Uuid& job) {
    const std::lock_guard lock(m_mutex);
    m_jobs.erase(job);
    m_jobTokens.erase(job);
}

std::string Authority::signature(std::string_view method, std::string_view path,
                                 std::string_view expires) const {
    std::string text(method);
    text.append("\n").append(path).append("\n").append(expires);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(), m_secret.data(), static_cast<int>(m_secret.size()),
              reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &length))
        return {};
    return hexText({digest.data(), length});
}

std::string Authority::sign(std::string_view method, std::string_view path, std::chrono::seconds end) const {
    const std::string expires = std::to_string(end.count());
    return "expires=" + expires + "&signature=" + signature(method, path, expires);
}

bool Authority::verify(std::string_view method, std::string_view path, std::string_view expires,
                       std::string_view given) const {
    std::int64_t end = 0;
    const auto [rest, problem] = std::from_chars(expires.data(), expires.data() + expires.size(), end);
    if (problem != std::errc() || rest != expires.data() + expires.size())
        return false;
    const auto now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
    const std::string expected = signature(method, path, expires);
    return end > now.count() && !expected.empty() && sameSecret(given, expected);
}

Result<std::string> randomToken() {
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return Error{ErrorCategory::Io, "The system gives no random numbers; no token could be made.", {}};
    return hexText(bytes);
}

Result<std::string> readTokenFile(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!file || !std::getline(file, line))
        return Error{ErrorCategory::NotFound, "The token file “" + path + "” could not be read.", {}};
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!line.empty() && isBlank(line.back()))
        line.pop_back();
    line.erase(line.begin(), std::find_if_not(line.begin(), line.end(), isBlank));
    if (line.size() < minTokenLength)
        return Error{ErrorCategory::InvalidInput,
                     "The token in “" + path + "” is too short: use at least 16 characters.",
                     {}};
    return line;
}

} // namespace cutaway::cloud
