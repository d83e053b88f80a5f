#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace cutaway::media {

using ByteBuffer = std::vector<std::byte>;

/// Random-access bytes of known size: a file, an Object in memory, a range-read over a network.
/// One reader at a time; a source shared by several decoders must lock in its own readAt.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual std::int64_t size() const = 0;
    /// Fills `into` from `offset`. Returns how many bytes were read: fewer only at the end, 0 beyond it.
    virtual Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) = 0;
};
using ByteSourcePtr = std::shared_ptr<ByteSource>;

/// Bytes in memory; safe to share between threads.
ByteSourcePtr memorySource(ByteBuffer bytes);
ByteSourcePtr memorySource(std::shared_ptr<const ByteBuffer> bytes);
/// A file, read as asked for; safe to share between threads. NotFound or Io when it cannot be opened.
Result<ByteSourcePtr> fileSource(const std::filesystem::path& path);

} // namespace cutaway::media
