#include "core/tams/internal/curl_error.h"

namespace cutaway::tams {

Error curlError(CURLcode code, const std::string& detail) {
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorCategory::Timeout, "The cloud did not answer in time. Try again shortly.", detail};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return {ErrorCategory::Forbidden,
                "The server's certificate cannot be trusted. Check the address, or ask who runs the cloud.",
                detail};
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return {ErrorCategory::InvalidInput, "The address is not a valid one: check how it is written.",
                detail};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {ErrorCategory::Unavailable,
                "The cloud's name is not known to the network. Check the address.", detail};
    case CURLE_COULDNT_CONNECT:
        return {ErrorCategory::Unavailable, "The cloud cannot be reached. Check the network and the address.",
                detail};
    case CURLE_ABORTED_BY_CALLBACK:
    case CURLE_READ_ERROR:
        return {ErrorCategory::Io, "The file could not be read while it was being sent.", detail};
    default:
        return {ErrorCategory::Unavailable, "The connection to the cloud was lost. Try again shortly.",
                detail};
    }
}

} // namespace cutaway::tams
