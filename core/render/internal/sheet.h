#pragma once

#include <cstddef>
#include <cstdint>

namespace cutaway::render::internal {

/// One plane of a picture: samples of 8 bit in bytes, of more in little-endian words.
struct Sheet {
    const std::uint8_t* samples = nullptr;
    std::ptrdiff_t stride = 0; ///< bytes
    int width = 0;
    int height = 0;
    int bits = 8; ///< of a sample
};

/// The same, to be written.
struct Target {
    std::uint8_t* samples = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0;
    int height = 0;
    int bits = 8;
};

/// What lies between filters: samples of any depth at 14 bits, with room for what a filter overshoots.
inline constexpr int workBits = 14;

} // namespace cutaway::render::internal
