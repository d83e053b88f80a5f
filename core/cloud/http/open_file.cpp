#include "core/cloud/http/open_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::cloud {

Result<std::shared_ptr<OpenFile>> OpenFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) {
        const int code = errno;
        if (code == ENOENT)
            return Error{ErrorCategory::NotFound, "The file is not there any more.", path};
        return Error{ErrorCategory::Io, "The file could not be opened.",
                     path + ": " + std::generic_category().message(code)};
    }
    struct stat info {};
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(descriptor);
        return Error{ErrorCategory::Io, "The file could not be opened.", path + ": not a regular file"};
    }
    return std::shared_ptr<OpenFile>(new OpenFile(descriptor, static_cast<std::uint64_t>(info.st_size)));
}

OpenFile::~OpenFile() {
    ::close(m_descriptor);
}

} // namespace cutaway::cloud
