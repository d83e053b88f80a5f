#include "core/cloud/guard.h"

#include <openssl/evp.h>
#include <string>
#include <vector>

namespace cutaway::cloud {

namespace {

constexpr std::size_t maxCredentials = 4096;

std::string passwordOfBasic(std::string_view encoded) {
    if (encoded.empty() || encoded.size() > maxCredentials || encoded.size() % 4 != 0)
        return {};
    std::vector<unsigned char> bytes(encoded.size());
    const int length = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(encoded.data()),
                                       static_cast<int>(encoded.size()));
    if (length < 0)
        return {};
    std::string text(bytes.begin(), bytes.begin() + length);
    text.resize(text.find_last_not_of('\0') + 1); // what the padding decodes to
    const std::size_t colon = text.find(':');
    return colon == std::string::npos ? std::string() : text.substr(colon + 1);
}

std::string tokenOf(const Request& request) {
    const std::string_view header = request.headers.get("Authorization");
    constexpr std::string_view bearer = "Bearer ";
    constexpr std::string_view basic = "Basic ";
    if (header.starts_with(bearer))
        return std::string(header.substr(bearer.size()));
    if (header.starts_with(basic))
        return passwordOfBasic(header.substr(basic.size()));
    return std::string(request.query.get("access_token").value_or(""));
}

} // namespace

std::optional<Response> admit(const Authority& authority, Request& request, const RouteOptions& route) {
    const auto signature = request.query.get("signature");
    if (route.signedUrl && signature) {
        if (!authority.verify(request.method, request.path, request.query.get("expires").value_or(""),
                              *signature))
            return Response::failure(
                Error{ErrorCategory::Forbidden, "This link has run out. Ask the cloud for a new one.", {}});
        request.principal = Principal{Principal::Kind::Signed, authority.workspace(), "signed", {}};
        return std::nullopt;
    }
    auto principal = authority.principalOf(tokenOf(request));
    if (principal)
        request.principal = std::move(*principal);
    if (route.open)
        return std::nullopt;
    if (!principal)
        return Response::failure(principal.error());
    if (request.principal.kind == Principal::Kind::Anonymous)
        return Response::failure(
            Error{ErrorCategory::Unauthorised, "This cloud needs a token. Connect again with one.", {}});
    return std::nullopt;
}

} // namespace cutaway::cloud
