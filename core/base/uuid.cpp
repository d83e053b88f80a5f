#include "core/base/uuid.h"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid.hpp>

namespace cutaway {

namespace {

constexpr std::size_t textLength = 36;

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

bool isDashPosition(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

template <class Array>
Array bytesOf(const boost::uuids::uuid& id) {
    Array bytes;
    std::copy(id.begin(), id.end(), bytes.begin());
    return bytes;
}

} // namespace

Uuid Uuid::random() {
    thread_local boost::uuids::random_generator generate;
    Uuid id;
    id.m_bytes = bytesOf<decltype(id.m_bytes)>(generate());
    return id;
}

Uuid Uuid::named(const Uuid& parent, std::string_view name) {
    boost::uuids::uuid space{};
    std::copy(parent.m_bytes.begin(), parent.m_bytes.end(), space.begin());
    boost::uuids::name_generator_sha1 generate(space);
    Uuid id;
    id.m_bytes = bytesOf<decltype(id.m_bytes)>(generate(name.data(), name.size()));
    return id;
}

Result<Uuid> Uuid::parse(std::string_view text) {
    const Error bad{ErrorCategory::InvalidInput,
                    "“" + std::string(text.substr(0, 64)) +
                        "” is not an identifier: expected a lower-case UUID.",
                    {}};
    if (text.size() != textLength)
        return bad;
    Uuid id;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < textLength; ++i) {
        if (isDashPosition(i)) {
            if (text[i] != '-')
                return bad;
            continue;
        }
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return bad;
        auto& byte = id.m_bytes[nibble / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | digit);
        ++nibble;
    }
    const int version = id.m_bytes[6] >> 4;
    if (version < 1 || version > 5)
        return bad;
    return id;
}

std::string Uuid::toString() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(textLength);
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[m_bytes[i] >> 4];
        text += digits[m_bytes[i] & 15];
    }
    return text;
}

} // namespace cutaway
