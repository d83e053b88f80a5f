#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cutaway {

/// Bytes as base64url without padding (RFC 4648, section 5).
std::string toBase64Url(std::string_view bytes);
/// Back; none when it is no such text.
std::optional<std::string> fromBase64Url(std::string_view text);

} // namespace cutaway
