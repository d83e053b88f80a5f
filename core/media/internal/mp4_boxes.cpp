#include "core/media/internal/mp4_boxes.h"

#include <algorithm>

namespace cutaway::media::av {

std::uint32_t numberAt(BoxBytes bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i]);
    return value;
}

Box findBox(BoxBytes bytes, std::string_view name) {
    Box found;
    while (bytes.size() >= 8) {
        std::size_t head = 8, size = numberAt(bytes, 0);
        const std::string_view kind(reinterpret_cast<const char*>(bytes.data()) + 4, 4);
        if (size == 1 && bytes.size() >= 16) { // 64 bits
            head = 16;
            size = static_cast<std::size_t>(numberAt(bytes, 8)) << 32 | numberAt(bytes, 12);
        } else if (size == 0) {
            size = bytes.size();
        }
        found.damaged = size < head;
        if (found.damaged)
            return found;
        const std::size_t here = std::min(size, bytes.size());
        if (kind == name && ++found.count == 1)
            found.content = bytes.subspan(head, here - std::min(head, here));
        bytes = bytes.subspan(here);
    }
    return found;
}

std::optional<BoxBytes> sampleTable(BoxBytes header) {
    for (const std::string_view name : {"moov", "trak", "mdia", "minf", "stbl"}) {
        const Box box = findBox(header, name);
        if (box.damaged || box.count != 1)
            return std::nullopt;
        header = box.content;
    }
    return header;
}

} // namespace cutaway::media::av
