#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace cutaway::render {

/// How much of a picture is there, for each of its luma samples, row by row. Immutable once shared.
struct AlphaPlane {
    int width = 0;
    int height = 0;
    std::vector<std::uint16_t> samples; ///< 0 nothing, `opaque` all

    static constexpr int opaque = 1 << 14;
};
using AlphaPtr = std::shared_ptr<const AlphaPlane>;

} // namespace cutaway::render
