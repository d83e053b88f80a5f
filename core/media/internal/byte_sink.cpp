#include "core/media/internal/byte_sink.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::media::av {

namespace {

class MemorySink : public ByteSink {
public:
    int writeAt(std::int64_t offset, std::span<const std::byte> bytes) override {
        const std::size_t end = static_cast<std::size_t>(offset) + bytes.size();
        if (end > m_bytes.size())
            m_bytes.resize(end);
        std::memcpy(m_bytes.data() + offset, bytes.data(), bytes.size());
        return 0;
    }
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        if (offset < 0 || offset >= size())
            return std::size_t{0};
        const std::size_t count = std::min(into.size(), static_cast<std::size_t>(size() - offset));
        std::memcpy(into.data(), m_bytes.data() + offset, count);
        return count;
    }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    int flush() override { return 0; }
    ByteBuffer take() override { return std::move(m_bytes); }

private:
    ByteBuffer m_bytes;
};

class FileSink : public ByteSink {
public:
    explicit FileSink(int descriptor)
        : m_descriptor(descriptor) {}
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;
    ~FileSink() override { ::close(m_descriptor); }

    int writeAt(std::int64_t offset, std::span<const std::byte> bytes) override {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t wrote = ::pwrite(m_descriptor, bytes.data() + done, bytes.size() - done,
                                           offset + static_cast<std::int64_t>(done));
            if (wrote < 0 && errno == EINTR)
                continue;
            if (wrote <= 0)
                return wrote < 0 ? errno : EIO;
            done += static_cast<std::size_t>(wrote);
        }
        m_size = std::max(m_size, offset + static_cast<std::int64_t>(bytes.size()));
        return 0;
    }
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        const ssize_t got = ::pread(m_descriptor, into.data(), into.size(), offset);
        if (got < 0)
            return Error{ErrorCategory::Io, "The file being written could not be read back.",
                         std::generic_category().message(errno)};
        return static_cast<std::size_t>(got);
    }
    std::int64_t size() const override { return m_size; }
    int flush() override { return ::fdatasync(m_descriptor) == 0 ? 0 : errno; }

private:
    int m_descriptor;
    std::int64_t m_size = 0;
};

} // namespace

std::unique_ptr<ByteSink> memorySink() {
    return std::make_unique<MemorySink>();
}

Result<std::unique_ptr<ByteSink>> fileSink(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        const int reason = errno;
        return Error{reason == ENOSPC || reason == EDQUOT ? ErrorCategory::OutOfSpace : ErrorCategory::Io,
                     "The file " + path.filename().string() +
                         " could not be made. Check that the folder exists and can be written.",
                     path.string() + ": " + std::generic_category().message(reason)};
    }
    return std::unique_ptr<ByteSink>(std::make_unique<FileSink>(descriptor));
}

} // namespace cutaway::media::av
