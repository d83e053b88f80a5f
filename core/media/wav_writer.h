#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace cutaway::media {

/// Writes 24-bit PCM at 48 kHz to a WAV file while it comes in. After each flush() what was added until then
/// is a whole file, whatever happens to the program. One thread.
class WavWriter {
public:
    /// Errors: Io, OutOfSpace. A file that is there already is Conflict.
    static Result<WavWriter> create(const std::filesystem::path& path, int channels);
    WavWriter(WavWriter&&) noexcept;
    WavWriter& operator=(WavWriter&&) noexcept;
    ~WavWriter(); ///< flushes

    /// Interleaved, full scale 2^31; whole samples of all channels.
    Result<void> add(std::span<const std::int32_t> interleaved);
    Result<void> flush();
    std::int64_t samples() const; ///< of each channel

private:
    struct Impl;
    explicit WavWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cutaway::media
