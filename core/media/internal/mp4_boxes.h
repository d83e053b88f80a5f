#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// Boxes of an MP4 (ISO/IEC 14496-12), for what FFmpeg does not tell of them.
namespace cutaway::media::av {

using BoxBytes = std::span<const std::byte>;

/// Four bytes, highest first; they are there.
std::uint32_t numberAt(BoxBytes bytes, std::size_t at);

struct Box {
    BoxBytes content;
    int count = 0; ///< boxes of this name beside each other
    bool damaged = false;
};

/// The first box of this name directly inside `bytes`. What the last box says to lie beyond is left out.
Box findBox(BoxBytes bytes, std::string_view name);

/// The sample table of a file that has one track; `header` is the file up to its first picture. Nothing when
/// there are several, or damage.
std::optional<BoxBytes> sampleTable(BoxBytes header);

} // namespace cutaway::media::av
