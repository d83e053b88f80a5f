#include "core/media/internal/composition_offsets.h"

#include <algorithm>
#include <string_view>

namespace cutaway::media::av {

namespace {

using Bytes = std::span<const std::byte>;

std::uint32_t numberAt(Bytes bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i]);
    return value;
}

struct Box {
    Bytes content;
    int count = 0; ///< boxes of this name beside each other
    bool damaged = false;
};

/// The first box of this name directly inside `bytes`. What the last box says to lie beyond is left out.
Box findBox(Bytes bytes, std::string_view name) {
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

} // namespace

std::optional<std::vector<std::int64_t>> compositionOffsets(Bytes header, std::size_t count) {
    Bytes inside = header;
    for (const std::string_view name : {"moov", "trak", "mdia", "minf", "stbl"}) {
        const Box box = findBox(inside, name);
        if (box.damaged || box.count != 1)
            return std::nullopt;
        inside = box.content;
    }
    const Box table = findBox(inside, "ctts");
    if (table.damaged || table.count > 1)
        return std::nullopt;
    std::vector<std::int64_t> offsets;
    if (table.count == 0) {
        offsets.resize(count);
        return offsets;
    }
    // Version and flags, the number of runs, then each run's length and offset; signed since version 1, and
    // written so before by some.
    const Bytes runs = table.content;
    if (runs.size() < 8 || (runs.size() - 8) / 8 < numberAt(runs, 4))
        return std::nullopt;
    for (std::size_t run = 0; run < numberAt(runs, 4); ++run) {
        const std::size_t length = numberAt(runs, 8 + run * 8);
        if (length > count - offsets.size())
            return std::nullopt;
        offsets.insert(offsets.end(), length, static_cast<std::int32_t>(numberAt(runs, 12 + run * 8)));
    }
    if (offsets.size() != count)
        return std::nullopt;
    return offsets;
}

} // namespace cutaway::media::av
