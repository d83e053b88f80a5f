#pragma once

#include <cstdint>

namespace cutaway::render::internal {

/// Cosine and sine in 2^-30, within 2^-28: from whole numbers alone, the same on every machine.
struct Turn {
    std::int64_t cosine = std::int64_t{1} << 30;
    std::int64_t sine = 0;

    bool operator==(const Turn&) const = default;
};

/// Of an angle in 1/1000 of a degree, of any number of turns.
Turn turnBy(std::int64_t thousandths);

} // namespace cutaway::render::internal
