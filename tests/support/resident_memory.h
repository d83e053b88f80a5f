#pragma once

#include <cstddef>
#include <fstream>
#include <unistd.h>

namespace cutaway::test {

/// False under a sanitizer, which keeps memory of its own beside ours.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool residentMemoryIsOurs = false;
#else
inline constexpr bool residentMemoryIsOurs = true;
#endif

/// Of this process, as the system counts it.
inline std::size_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t whole = 0, resident = 0;
    file >> whole >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace cutaway::test
