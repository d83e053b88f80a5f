#include "core/tams/download.h"

#include "core/tams/object_urls.h"

#include "core/base/uuid.h"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::tams {

namespace {

Error fileError(const std::filesystem::path& path, int code) {
    if (code == ENOSPC || code == EDQUOT)
        return {ErrorCategory::OutOfSpace,
                "The disk is full. Make room, or save to another place; what has arrived is kept.",
                path.string()};
    return {ErrorCategory::Io,
            "The file " + path.string() + " cannot be written: " + std::generic_category().message(code) +
                ".",
            {}};
}

/// Named after the url, so that parts of two different downloads to one name never mix.
std::filesystem::path partFileOf(const Download& what) {
    static const Uuid space = Uuid::named({}, "cutaway download");
    std::filesystem::path part = what.to;
    part += "." + Uuid::named(space, what.url).toString().substr(0, 8) + ".part";
    return part;
}

class File {
public:
    explicit File(const std::filesystem::path& path)
        : m_fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666)) {}
    ~File() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    int fd() const { return m_fd; }
    bool write(std::span<const std::byte> bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_fd, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return false;
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }

private:
    int m_fd;
};

/// Bytes of the whole, as this answer says; -1: it does not.
std::int64_t lengthOf(const HttpResponse& response) {
    if (!response.header("content-range").empty())
        return wholeSize(response);
    const std::string length = response.header("content-length");
    std::int64_t bytes = -1;
    std::from_chars(length.data(), length.data() + length.size(), bytes);
    return bytes;
}

/// What came of asking for the rest of `part`.
enum class Arrival { Whole, Unfitting };

/// Asks for what is missing behind the part's last byte. Unfitting: what is there cannot be the beginning of
/// what the store has.
Result<Arrival> fetchRest(HttpClient& http, const Download& what, const File& file,
                          const std::filesystem::path& part, const std::stop_token& stop) {
    const std::int64_t there = ::lseek(file.fd(), 0, SEEK_END);
    int writeError = 0; // written on the network thread before fetch() returns
    HttpRequest request;
    request.url = what.url;
    request.anonymous = what.anonymous;
    request.timeout = std::chrono::hours(24);
    request.maxBytes = std::int64_t{1} << 42;
    request.retries = 4;
    if (there > 0)
        request.range = ByteRange{there, -1};
    request.sink = [&](std::span<const std::byte> bytes) {
        if (file.write(bytes))
            return true;
        writeError = errno;
        return false;
    };
    if (what.progress)
        request.progress = [&](std::int64_t done, std::int64_t total) {
            what.progress(there + done, total < 0 ? total : there + total);
        };
    const auto response = http.fetch(std::move(request), stop);
    if (writeError != 0)
        return fileError(part, writeError);
    if (!response)
        return response.error();
    if (response->status == 416 && there > 0)
        return wholeSize(*response) == there ? Arrival::Whole : Arrival::Unfitting;
    if (!response->ok())
        return errorOf(*response);
    const std::int64_t whole = lengthOf(*response);
    return whole < 0 || whole == ::lseek(file.fd(), 0, SEEK_END) ? Arrival::Whole : Arrival::Unfitting;
}

} // namespace

Result<void> download(HttpClient& http, const Download& what, const std::stop_token& stop) {
    const std::filesystem::path part = partFileOf(what);
    const File file(part);
    if (file.fd() < 0)
        return fileError(part, errno);
    // Gone with the descriptor, however this ends. File systems without locks do without.
    if (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return Error{ErrorCategory::Conflict,
                     "This is being saved to " + what.to.string() + " already. Wait until it is done.",
                     {}};
    CUTAWAY_TRY(Arrival arrival, fetchRest(http, what, file, part, stop));
    if (arrival == Arrival::Unfitting) {
        if (::ftruncate(file.fd(), 0) != 0)
            return fileError(part, errno);
        CUTAWAY_TRY(arrival, fetchRest(http, what, file, part, stop));
    }
    if (arrival == Arrival::Unfitting)
        return Error{ErrorCategory::Corrupt,
                     "The cloud sent another length than it says. Tell who runs the cloud.", what.url};
    if (::fsync(file.fd()) != 0)
        return fileError(part, errno);
    if (::rename(part.c_str(), what.to.c_str()) != 0)
        return fileError(what.to, errno);
    return {};
}

} // namespace cutaway::tams
