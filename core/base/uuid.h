#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace cutaway {

/// A UUID as TAMS accepts it: lower-case text, versions 1 to 5 (RFC 4122). Default: nil, which no resource
/// has.
class Uuid {
public:
    Uuid() = default;

    static Uuid random(); ///< version 4
    /// Version 5: the same name under the same parent gives the same id.
    static Uuid named(const Uuid& parent, std::string_view name);
    static Result<Uuid> parse(std::string_view text);

    bool isNil() const { return *this == Uuid(); }
    std::string toString() const;

    auto operator<=>(const Uuid&) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
    friend struct std::hash<Uuid>;
};

} // namespace cutaway

template <>
struct std::hash<cutaway::Uuid> {
    std::size_t operator()(const cutaway::Uuid& id) const noexcept {
        std::size_t h = 0;
        for (std::uint8_t byte : id.m_bytes)
            h = h * 131 + byte;
        return h;
    }
};
