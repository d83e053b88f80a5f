#include "core/media/internal/composition_offsets.h"

#include "core/media/internal/mp4_boxes.h"

namespace cutaway::media::av {

std::optional<std::vector<std::int64_t>> compositionOffsets(BoxBytes header, std::size_t count) {
    const auto inside = sampleTable(header);
    if (!inside)
        return std::nullopt;
    const Box table = findBox(*inside, "ctts");
    if (table.damaged || table.count > 1)
        return std::nullopt;
    std::vector<std::int64_t> offsets;
    if (table.count == 0) {
        offsets.resize(count);
        return offsets;
    }
    // Version and flags, the number of runs, then each run's length and offset; signed since version 1, and
    // written so before by some.
    const BoxBytes runs = table.content;
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

std::vector<bool> disposablePictures(BoxBytes header, std::size_t count) {
    std::vector<bool> disposable(count);
    const auto inside = sampleTable(header);
    const Box table = inside ? findBox(*inside, "sdtp") : Box{};
    if (table.damaged || table.count != 1 || table.content.size() != 4 + count)
        return disposable;
    for (std::size_t n = 0; n < count; ++n) // sample_is_depended_on is 2: nothing does
        disposable[n] = (std::to_integer<unsigned>(table.content[4 + n]) >> 2 & 3U) == 2U;
    return disposable;
}

} // namespace cutaway::media::av
