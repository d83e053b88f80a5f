#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace cutaway {

/// Puts `text` in the place of `file`, whole or not at all, and on the disk before it returns: written
/// beside it, synced, renamed, and the folder synced too. Errors: OutOfSpace, Io.
Result<void> writeDurably(const std::filesystem::path& file, std::string_view text);

/// The lock of a file (flock), held until it goes. One holder among all processes and all who asked here.
class FileLock {
public:
    enum class Wait { No, Yes };
    /// Makes the file when there is none. Conflict: somebody else holds it (Wait::No only).
    static Result<FileLock> take(const std::filesystem::path& file, Wait wait);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int fd)
        : m_fd(fd) {}
    int m_fd = -1;
};

} // namespace cutaway
