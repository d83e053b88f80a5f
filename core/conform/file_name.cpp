#include "core/conform/file_name.h"

namespace cutaway::conform {

std::string safeFileName(std::string_view title) {
    constexpr std::size_t maxBytes = 120;
    constexpr std::string_view reserved = "/\\:*?\"<>|";
    std::string name;
    for (char c : title) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f)
            continue;
        name += reserved.find(c) == std::string_view::npos ? c : '-';
    }
    const std::size_t first = name.find_first_not_of(" .");
    name.erase(0, first == std::string::npos ? name.size() : first);
    if (name.size() > maxBytes) {
        std::size_t end = maxBytes;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80)
            --end;
        name.resize(end);
    }
    name.erase(name.find_last_not_of(" .") + 1);
    return name.empty() ? "Delivery" : name;
}

} // namespace cutaway::conform
