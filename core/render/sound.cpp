#include "core/render/sound.h"

#include <algorithm>
#include <limits>

namespace cutaway::render {

using timeline::Item;
using timeline::Sequence;
using timeline::Track;
using timeline::TrackKind;

std::vector<SoundPiece> planSound(const Sequence& sequence, std::int64_t first, std::int64_t count) {
    std::vector<SoundPiece> pieces;
    const std::int64_t last = first + count;
    const bool anySolo = std::any_of(sequence.tracks.begin(), sequence.tracks.end(), [](const auto& t) {
        return t->kind == TrackKind::Audio && t->soloed && !t->muted;
    });
    for (std::size_t index = 0; index < sequence.tracks.size(); ++index) {
        const Track& track = *sequence.tracks[index];
        if (track.kind != TrackKind::Audio || track.muted || (anySolo && !track.soloed))
            continue;
        std::int64_t start = 0;
        for (const Item& item : track.items) {
            if (start >= last)
                break;
            const std::int64_t from = std::max(start, first);
            const std::int64_t to = std::min(start + item.duration, last);
            if (item.clip && item.clip->enabled && from < to)
                pieces.push_back({item.clip, index, from, item.clip->in + (from - start), to - from});
            start += item.duration;
        }
    }
    return pieces;
}

namespace {

constexpr std::int64_t low = std::numeric_limits<std::int32_t>::min();
constexpr std::int64_t high = std::numeric_limits<std::int32_t>::max();

} // namespace

std::vector<std::int32_t> mixSound(std::span<const SoundInput> inputs, std::int64_t first,
                                   std::int64_t count) {
    if (count <= 0)
        return {};
    // Sums are kept wide until the end: three tracks that cancel each other must not clip on the way.
    std::vector<std::int64_t> sums(static_cast<std::size_t>(count) * 2, 0);
    for (const SoundInput& input : inputs) {
        if (input.channels <= 0)
            continue;
        const auto channels = static_cast<std::size_t>(input.channels);
        const auto frames = static_cast<std::int64_t>(input.samples.size() / channels);
        const std::int64_t from = std::max(first, input.recordSample);
        const std::int64_t to = std::min(first + count, input.recordSample + frames);
        const std::size_t right = channels > 1 ? 1 : 0;
        for (std::int64_t sample = from; sample < to; ++sample) {
            const std::size_t at = static_cast<std::size_t>(sample - input.recordSample) * channels;
            const std::size_t out = static_cast<std::size_t>(sample - first) * 2;
            const std::int64_t one = input.samples[at];
            const std::int64_t other = input.samples[at + right];
            if (input.side == SoundSide::Both) {
                sums[out] += one;
                sums[out + 1] += other;
            } else {
                sums[out + (input.side == SoundSide::Right ? 1 : 0)] += (one + other) / 2;
            }
        }
    }
    std::vector<std::int32_t> mixed(sums.size());
    std::transform(sums.begin(), sums.end(), mixed.begin(),
                   [](std::int64_t sum) { return static_cast<std::int32_t>(std::clamp(sum, low, high)); });
    return mixed;
}

} // namespace cutaway::render
