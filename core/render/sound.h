#pragma once

#include "core/render/fade.h"
#include "core/timeline/sequence.h"
#include "core/timeline/sound_effects.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace cutaway::render {

/// A stretch of one clip's sound on the record side. All numbers are samples of 48 kHz.
struct SoundPiece {
    std::shared_ptr<const timeline::Clip> clip;
    std::size_t track = 0;         ///< index into Sequence::tracks
    std::int64_t recordSample = 0; ///< on the sequence, counted from its frame 0
    std::int64_t sourceSample = 0; ///< absolute sample number on the Source (SourceClock::audio)
    std::int64_t count = 0;
    std::optional<Fade> fade = {};  ///< that the whole piece is in
    timeline::ClipSpeed speed = {}; ///< other than normal: the samples are made by soundAtSpeed()
    std::int64_t clipUnit = 0; ///< samples from the clip's first one to `recordSample`; negative ahead of it

    bool operator==(const SoundPiece&) const = default;
};

/// Every enabled clip that sounds in record samples [first, first + count): tracks in order, then by time.
/// Where one crosses into the next both have a piece, each with its fade. Faster than isHeardAt() allows is
/// silent.
/// A soloed audio track silences those not soloed; a muted track is silent always.
std::vector<SoundPiece> planSound(const timeline::Sequence& sequence, std::int64_t first, std::int64_t count);

/// Where in stereo a sound goes. On one side alone a stereo pair is the mean of its two.
enum class SoundSide { Both, Left, Right };

/// Samples for one piece: interleaved, `channels` wide, full scale 2^31, beginning at `recordSample`.
struct SoundInput {
    std::int64_t recordSample = 0;
    int channels = 0;
    std::span<const std::int32_t> samples;
    SoundSide side = SoundSide::Both;
    int gain = 0; ///< hundredths of a dB
    std::optional<Fade> fade = {};
    const timeline::SoundEffects* effects = nullptr; ///< null: none; outlives the call
    std::int64_t clipUnit = 0;                       ///< of the effects, at `recordSample`
};

/// Stereo for record samples [first, first + count): 2 * count interleaved values, full scale 2^31.
/// One input alone at 0 dB outside of a fade passes bit for bit; several are added and saturate. First the
/// channels are chosen: mono goes to both sides, a stereo pair stays as it is, of more channels the first two
/// are taken, unless the effects say otherwise. Then come fade, pan and gain, with the levels of
/// sound_levels.h, each rounded to the nearest value. What lies outside the range is ignored.
std::vector<std::int32_t> mixSound(std::span<const SoundInput> inputs, std::int64_t first,
                                   std::int64_t count);

} // namespace cutaway::render
