#include "core/media/internal/reference_order.h"

#include "core/media/internal/mp4_boxes.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace cutaway::media::av {

namespace {

constexpr std::array<std::string_view, 5> wayToTable{"moov", "trak", "mdia", "minf", "stbl"};
constexpr std::size_t boxHead = 8;

void put(ByteBuffer& bytes, std::size_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::byte>(value >> shift & 0xff));
}

void append(ByteBuffer& bytes, BoxBytes more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void putBox(ByteBuffer& bytes, std::string_view name, BoxBytes content) {
    put(bytes, boxHead + content.size());
    append(bytes, std::as_bytes(std::span(name)));
    append(bytes, content);
}

struct NamedBox {
    std::string_view name;
    BoxBytes whole;
    BoxBytes content() const { return whole.subspan(boxHead); }
};

/// The boxes directly inside; of sizes in 32 bits, as files of a few seconds have them.
std::optional<std::vector<NamedBox>> boxesIn(BoxBytes bytes) {
    std::vector<NamedBox> boxes;
    while (!bytes.empty()) {
        if (bytes.size() < boxHead || numberAt(bytes, 0) < boxHead || numberAt(bytes, 0) > bytes.size())
            return std::nullopt;
        boxes.push_back(
            {{reinterpret_cast<const char*>(bytes.data()) + 4, 4}, bytes.first(numberAt(bytes, 0))});
        bytes = bytes.subspan(numberAt(bytes, 0));
    }
    return boxes;
}

/// The numbers of a table whose entries begin at byte `from` of its box.
std::vector<std::size_t> numbersOf(BoxBytes table, std::size_t from) {
    std::vector<std::size_t> numbers;
    for (std::size_t at = from; at + 4 <= table.size(); at += 4)
        numbers.push_back(numberAt(table, at));
    return numbers;
}

/// The size of each picture, in decoding order; where all have one size it is stored once.
std::vector<std::size_t> sizesOf(BoxBytes sampleTable, std::size_t count) {
    const BoxBytes table = findBox(sampleTable, "stsz").content;
    if (table.size() >= 12 && numberAt(table, 4) != 0 && numberAt(table, 8) == count)
        return std::vector<std::size_t>(count, numberAt(table, 4));
    return numbersOf(table, 12);
}

/// Which pictures are key pictures, from 1; without a table of them all are.
std::vector<std::size_t> keysOf(BoxBytes sampleTable, std::size_t count) {
    const Box table = findBox(sampleTable, "stss");
    if (table.count > 0)
        return numbersOf(table.content, 8);
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{1});
    return all;
}

/// In which order the pictures are stored, by their place in decoding order.
std::vector<std::size_t> storedOrder(const std::vector<bool>& disposable,
                                     const std::vector<std::size_t>& keys) {
    std::vector<std::size_t> order(disposable.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t gop = 0; gop < keys.size(); ++gop) {
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(keys[gop] - 1); // counted from 1
        const auto end = gop + 1 < keys.size()
                             ? order.begin() + static_cast<std::ptrdiff_t>(keys[gop + 1] - 1)
                             : order.end();
        std::stable_partition(begin, end, [&](std::size_t picture) { return !disposable[picture]; });
    }
    return order;
}

/// A table whose every picture is found by itself, instead of one that finds them in the order decoded.
ByteBuffer sampleTableOf(const std::vector<NamedBox>& old, const std::vector<std::size_t>& offsets,
                         const std::vector<bool>& disposable) {
    ByteBuffer table;
    for (const NamedBox& box : old)
        if (box.name != "stsc" && box.name != "stco")
            append(table, box.whole);
    ByteBuffer content;
    for (const std::size_t number :
         {std::size_t{0}, std::size_t{1}, std::size_t{1}, std::size_t{1}, std::size_t{1}})
        put(content, number);
    putBox(table, "stsc", content);
    content.clear();
    put(content, 0);
    put(content, offsets.size());
    for (const std::size_t offset : offsets)
        put(content, offset);
    putBox(table, "stco", content);
    content.clear();
    put(content, 0);
    for (const bool nobodyRefersToIt : disposable) // sample_is_depended_on: 2 no, 1 yes
        content.push_back(nobodyRefersToIt ? std::byte{2 << 2} : std::byte{1 << 2});
    putBox(table, "sdtp", content);
    return table;
}

/// The index again with another sample table.
std::optional<ByteBuffer> indexWith(BoxBytes box, std::size_t depth, const ByteBuffer& table) {
    if (depth == wayToTable.size())
        return table;
    const auto children = boxesIn(box);
    if (!children)
        return std::nullopt;
    ByteBuffer content;
    for (const NamedBox& child : *children) {
        if (child.name != wayToTable[depth]) {
            append(content, child.whole);
            continue;
        }
        const auto inside = indexWith(child.content(), depth + 1, table);
        if (!inside)
            return std::nullopt;
        putBox(content, child.name, *inside);
    }
    return content;
}

} // namespace

Result<ByteBuffer> storeReferencesFirst(const ByteBuffer& file, const std::vector<bool>& disposable) {
    const Error unsuited{ErrorCategory::Internal, "The pictures could not be put into order.", {}};
    const Box pictures = findBox(file, "mdat");
    const auto table = sampleTable(file);
    const auto old = table ? boxesIn(*table) : std::nullopt;
    if (!old || pictures.count != 1)
        return unsuited;
    const std::vector<std::size_t> sizes = sizesOf(*table, disposable.size());
    const std::vector<std::size_t> keys = keysOf(*table, disposable.size());
    const bool fits = sizes.size() == disposable.size() && !keys.empty() && keys.front() == 1 &&
                      keys.back() <= sizes.size() && std::is_sorted(keys.begin(), keys.end()) &&
                      std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}) == pictures.content.size();
    if (!fits)
        return unsuited;

    const auto withOffsets = [&](std::size_t first) -> std::optional<ByteBuffer> {
        std::vector<std::size_t> offsets(sizes.size());
        for (const std::size_t picture : storedOrder(disposable, keys)) {
            offsets[picture] = first;
            first += sizes[picture];
        }
        // What stands before the pictures; the room that the muxer left is not needed.
        const auto head = BoxBytes(file).first(file.size() - pictures.content.size() - boxHead);
        const auto top = boxesIn(head);
        if (!top)
            return std::nullopt;
        ByteBuffer kept;
        for (const NamedBox& box : *top)
            if (box.name != "free")
                append(kept, box.whole);
        return indexWith(kept, 0, sampleTableOf(*old, offsets, disposable));
    };
    auto made = withOffsets(0); // as long as it will be
    if (made)
        made = withOffsets(made->size() + boxHead);
    if (!made)
        return unsuited;
    put(*made, boxHead + pictures.content.size());
    append(*made, std::as_bytes(std::span(std::string_view("mdat"))));
    std::vector<std::size_t> from(sizes.size());
    std::exclusive_scan(sizes.begin(), sizes.end(), from.begin(), std::size_t{0});
    for (const std::size_t picture : storedOrder(disposable, keys))
        append(*made, pictures.content.subspan(from[picture], sizes[picture]));
    return std::move(*made);
}

} // namespace cutaway::media::av
