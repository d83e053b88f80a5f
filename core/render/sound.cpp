#include "core/render/sound.h"

#include "core/render/gain_ramp.h"
#include "core/render/sound_levels.h"
#include "core/render/sound_speed.h"
#include "core/timeline/clip_map.h"

#include <algorithm>
#include <array>
#include <limits>

namespace cutaway::render {

using timeline::Item;
using timeline::Sequence;
using timeline::Track;
using timeline::TrackKind;

namespace {

/// Pieces of one track within a window.
class TrackPlanner {
public:
    TrackPlanner(const Track& track, std::size_t index, std::int64_t first, std::int64_t last,
                 std::vector<SoundPiece>& pieces)
        : m_track(track)
        , m_index(index)
        , m_first(first)
        , m_last(last)
        , m_pieces(pieces) {}

    void run() {
        std::int64_t start = 0;
        std::int64_t before = 0; // length of the item before: no transition reaches further back
        for (std::size_t i = 0; i < m_track.items.size() && start - before < m_last; ++i) {
            const Item& item = m_track.items[i];
            if (item.clip && item.clip->enabled)
                add(i, start);
            before = item.duration;
            start += item.duration;
        }
    }

private:
    /// The way in, what is heard alone, the way out.
    void add(std::size_t i, std::int64_t start) {
        const Item& item = m_track.items[i];
        const std::int64_t end = start + item.duration;
        std::int64_t from = start;
        std::int64_t to = end;
        if (const auto& head = item.clip->head) {
            from += head->after;
            addPart(item, start, start - head->before, from,
                    Fade{head->kind, true, start - head->before, head->duration()});
        }
        const Item* following = i + 1 < m_track.items.size() ? &m_track.items[i + 1] : nullptr;
        const auto& tail = following && following->clip ? following->clip->head : item.clip->tail;
        if (tail)
            to -= tail->before;
        addPart(item, start, from, to, {});
        if (tail)
            addPart(item, start, to, end + tail->after, Fade{tail->kind, false, to, tail->duration()});
    }

    void addPart(const Item& item, std::int64_t start, std::int64_t from, std::int64_t to,
                 std::optional<Fade> fade) {
        from = std::max(from, m_first);
        to = std::min(to, m_last);
        const timeline::Clip& clip = *item.clip;
        if (from < to && isHeardAt(clip.speed))
            m_pieces.push_back({item.clip, m_index, from,
                                timeline::sourceUnitAt(clip, from - start, m_track.rate), to - from, fade,
                                clip.speed.after(from - start), from - start});
    }

    const Track& m_track;
    std::size_t m_index;
    std::int64_t m_first;
    std::int64_t m_last;
    std::vector<SoundPiece>& m_pieces;
};

} // namespace

std::vector<SoundPiece> planSound(const Sequence& sequence, std::int64_t first, std::int64_t count) {
    std::vector<SoundPiece> pieces;
    const bool anySolo = std::any_of(sequence.tracks.begin(), sequence.tracks.end(), [](const auto& t) {
        return t->kind == TrackKind::Audio && t->soloed && !t->muted;
    });
    for (std::size_t index = 0; index < sequence.tracks.size(); ++index) {
        const Track& track = *sequence.tracks[index];
        if (track.kind == TrackKind::Audio && !track.muted && (!anySolo || track.soloed))
            TrackPlanner(track, index, first, first + count, pieces).run();
    }
    return pieces;
}

namespace {

constexpr std::int64_t low = std::numeric_limits<std::int32_t>::min();
constexpr std::int64_t high = std::numeric_limits<std::int32_t>::max();

/// Which of an input's channels go to the left and the right: two of each sample's, or silence.
struct Route {
    explicit Route(const SoundInput& input) {
        using namespace timeline::sound_channel;
        const int chosenLeft = input.effects ? input.effects->left : asItComes;
        const int chosenRight = input.effects ? input.effects->right : asItComes;
        const int second = input.channels > 1 ? 2 : 1;
        const auto pair = [&](int chosen, int usual) -> std::array<int, 2> {
            if (chosen == sum)
                return {1, second};
            const int channel = chosen == asItComes ? usual : chosen;
            return channel >= 1 && channel <= input.channels ? std::array{channel, channel}
                                                             : std::array{0, 0};
        };
        left = pair(chosenLeft, 1);
        right = pair(chosenRight, second);
    }
    /// The mean of its two; of one and the same, that one.
    static std::int64_t taken(const std::int32_t* samples, const std::array<int, 2>& channels) {
        if (channels[0] == 0)
            return 0;
        const std::int64_t one = samples[channels[0] - 1];
        return channels[0] == channels[1] ? one : (one + samples[channels[1] - 1]) / 2;
    }
    std::array<int, 2> left;  ///< counted from 1; 0 is silence
    std::array<int, 2> right; ///< the same
};

/// What the samples of one input are multiplied by.
class Level {
public:
    explicit Level(const SoundInput& input)
        : m_fade(input.fade)
        , m_ramp(input)
        , m_left(panFactor(input.effects ? input.effects->pan : 0))
        , m_right(panFactor(input.effects ? -input.effects->pan : 0)) {}

    bool isUnity() const {
        return !m_fade && !m_ramp.moves() && m_ramp.factor() == unity && m_left == full && m_right == full;
    }
    /// For the samples that follow.
    void moveTo(std::int64_t sample) {
        m_ramp.moveTo(sample);
        if (!m_fade)
            return;
        const FadeStep at = m_fade->at(sample);
        m_factor = at.step < 0           ? (at.coming ? 0 : full)
                   : at.step >= at.steps ? (at.coming ? full : 0)
                                         : fadeFactor(at.coming ? at.step : at.steps - 1 - at.step, at.steps);
    }
    std::int64_t left(std::int64_t value) const { return applied(value, m_left); }
    std::int64_t right(std::int64_t value) const { return applied(value, m_right); }

private:
    static constexpr std::int64_t full = std::int64_t{1} << 30;
    static constexpr std::int64_t unity = std::int64_t{1} << 28;
    /// The gain last: what it makes larger than a sample is not multiplied again.
    std::int64_t applied(std::int64_t value, std::int64_t pan) const {
        value = (value * m_factor + full / 2) >> 30;
        value = (value * pan + full / 2) >> 30;
        return (value * m_ramp.factor() + unity / 2) >> 28;
    }

    std::optional<Fade> m_fade;
    GainRamp m_ramp;
    std::int64_t m_left;  ///< 2^-30
    std::int64_t m_right; ///< the same
    std::int64_t m_factor = full;
};

/// Adds samples [from, to) of one input to `sums`, which begin with `first`. `levelled` is known when this is
/// compiled, so that sound which nothing is done to costs nothing more.
template <bool levelled>
void add(const SoundInput& input, std::int64_t from, std::int64_t to, std::int64_t first, Level& level,
         std::vector<std::int64_t>& sums) {
    const auto channels = static_cast<std::size_t>(input.channels);
    const Route route(input);
    for (std::int64_t sample = from; sample < to; ++sample) {
        const std::int32_t* at =
            input.samples.data() + static_cast<std::size_t>(sample - input.recordSample) * channels;
        const std::size_t out = static_cast<std::size_t>(sample - first) * 2;
        std::int64_t one = Route::taken(at, route.left);
        std::int64_t other = Route::taken(at, route.right);
        if constexpr (levelled) {
            level.moveTo(sample);
            one = level.left(one);
            other = level.right(other);
        }
        if (input.side == SoundSide::Both) {
            sums[out] += one;
            sums[out + 1] += other;
        } else {
            sums[out + (input.side == SoundSide::Right ? 1 : 0)] += (one + other) / 2;
        }
    }
}

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
        Level level(input);
        if (level.isUnity())
            add<false>(input, from, to, first, level, sums);
        else
            add<true>(input, from, to, first, level, sums);
    }
    std::vector<std::int32_t> mixed(sums.size());
    std::transform(sums.begin(), sums.end(), mixed.begin(),
                   [](std::int64_t sum) { return static_cast<std::int32_t>(std::clamp(sum, low, high)); });
    return mixed;
}

} // namespace cutaway::render
