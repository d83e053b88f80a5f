#pragma once

#include <filesystem>
#include <string>
#include <unistd.h>

namespace cutaway::bench {

/// A temporary folder of this process that goes away with the value.
class ScratchFolder {
public:
    explicit ScratchFolder(const std::string& name)
        : path(std::filesystem::temp_directory_path() /
               ("cutaway-bench-" + std::to_string(::getpid()) + "-" + name)) {
        std::filesystem::create_directories(path);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path path;
};

} // namespace cutaway::bench
