#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace cutaway::cloud {

/// A file open for reading, closed with the value.
class OpenFile {
public:
    /// Errors: NotFound, Io. Refuses anything but a regular file, and symbolic links.
    static Result<std::shared_ptr<OpenFile>> open(const std::string& path);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();

    int descriptor() const { return m_descriptor; }
    std::uint64_t size() const { return m_size; }

private:
    OpenFile(int descriptor, std::uint64_t size)
        : m_descriptor(descriptor)
        , m_size(size) {}
    int m_descriptor;
    std::uint64_t m_size;
};

} // namespace cutaway::cloud
