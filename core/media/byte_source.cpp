#include "core/media/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::media {

namespace {

class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::shared_ptr<const ByteBuffer> bytes)
        : m_bytes(std::move(bytes)) {}

    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes->size()); }

    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        if (offset < 0 || offset >= size())
            return std::size_t{0};
        const std::size_t count = std::min(into.size(), static_cast<std::size_t>(size() - offset));
        std::memcpy(into.data(), m_bytes->data() + offset, count);
        return count;
    }

private:
    std::shared_ptr<const ByteBuffer> m_bytes;
};

class FileSource : public ByteSource {
public:
    FileSource(int descriptor, std::int64_t size)
        : m_descriptor(descriptor)
        , m_size(size) {}
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override { ::close(m_descriptor); }

    std::int64_t size() const override { return m_size; }

    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        if (offset < 0 || offset >= m_size)
            return std::size_t{0};
        std::size_t done = 0;
        while (done < into.size()) {
            const ssize_t got = ::pread(m_descriptor, into.data() + done, into.size() - done,
                                        offset + static_cast<std::int64_t>(done));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return Error{ErrorCategory::Io,
                             "The media file could not be read. Check the disk and try again.",
                             std::generic_category().message(errno)};
            if (got == 0)
                break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

private:
    int m_descriptor;
    std::int64_t m_size;
};

} // namespace

ByteSourcePtr memorySource(ByteBuffer bytes) {
    return memorySource(std::make_shared<const ByteBuffer>(std::move(bytes)));
}

ByteSourcePtr memorySource(std::shared_ptr<const ByteBuffer> bytes) {
    return std::make_shared<MemorySource>(std::move(bytes));
}

Result<ByteSourcePtr> fileSource(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const int reason = errno;
        const bool missing = reason == ENOENT || reason == ENOTDIR;
        return Error{missing ? ErrorCategory::NotFound : ErrorCategory::Io,
                     "The file " + path.filename().string() +
                         (missing ? " is not there." : " could not be opened."),
                     path.string() + ": " + std::generic_category().message(reason)};
    }
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return Error{ErrorCategory::InvalidInput, path.filename().string() + " is not a file.",
                     path.string()};
    }
    return ByteSourcePtr(std::make_shared<FileSource>(descriptor, status.st_size));
}

} // namespace cutaway::media
