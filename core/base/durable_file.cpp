#include "core/base/durable_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace cutaway {

namespace {

Error systemError(const std::string& what, const std::filesystem::path& file) {
    const int code = errno;
    const bool full = code == ENOSPC || code == EDQUOT;
    return {full ? ErrorCategory::OutOfSpace : ErrorCategory::Io,
            full ? "The disk is full. Free some space and try again."
                 : what + " " + std::generic_category().message(code) + ".",
            file.string()};
}

bool writeAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(fd) == 0;
}

} // namespace

Result<void> writeDurably(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::path fresh = file;
    fresh += ".new";
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError("It could not be kept on this computer:", fresh);
    const bool whole = writeAll(fd, text);
    Error failed;
    if (!whole)
        failed = systemError("It could not be kept on this computer:", fresh);
    ::close(fd);
    if (whole && ::rename(fresh.c_str(), file.c_str()) != 0)
        failed = systemError("It could not be kept on this computer:", file);
    if (!failed.message.empty()) {
        ::unlink(fresh.c_str());
        return failed;
    }
    const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

Result<FileLock> FileLock::take(const std::filesystem::path& file, Wait wait) {
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError("A lock could not be made:", file);
    FileLock lock(fd);
    int locked = 0;
    do
        locked = ::flock(fd, LOCK_EX | (wait == Wait::Yes ? 0 : LOCK_NB));
    while (locked != 0 && errno == EINTR);
    if (locked != 0)
        return Error{ErrorCategory::Conflict, "Another window is at work on it.", file.string()};
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

FileLock::~FileLock() {
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace cutaway
