#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace cutaway::loudness {

/// Loudness after ITU-R BS.1770 (K-weighted, not gated) of equal windows that follow each other, for finding
/// where something is heard. 48 kHz stereo, handed in piece by piece; the same sound gives the same numbers
/// however it is cut. One thread.
class WindowMeter {
public:
    static constexpr int window = 2'400; ///< samples: 50 ms
    static constexpr int silence = -7'000;

    /// Unavailable when memory is short.
    static Result<std::unique_ptr<WindowMeter>> make();
    ~WindowMeter();
    WindowMeter(const WindowMeter&) = delete;
    WindowMeter& operator=(const WindowMeter&) = delete;

    /// Interleaved, full scale 2^31.
    Result<void> add(std::span<const std::int32_t> stereo);
    /// Of every whole window so far, hundredths of LUFS, at least `silence`.
    const std::vector<int>& levels() const;

private:
    struct Impl;
    explicit WindowMeter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cutaway::loudness
