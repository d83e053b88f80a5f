#pragma once

#include "core/media/byte_source.h"

#include <filesystem>
#include <memory>

namespace cutaway::media::av {

/// Where a muxer writes: random access, readable again.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    /// 0, or an errno value.
    virtual int writeAt(std::int64_t offset, std::span<const std::byte> bytes) = 0;
    virtual Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) = 0;
    virtual std::int64_t size() const = 0;
    /// Everything is on the disk: 0, or an errno value.
    virtual int flush() = 0;
    virtual ByteBuffer take() { return {}; }
};

std::unique_ptr<ByteSink> memorySink();
Result<std::unique_ptr<ByteSink>> fileSink(const std::filesystem::path& path);

} // namespace cutaway::media::av
