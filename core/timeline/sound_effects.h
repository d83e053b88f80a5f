#pragma once

#include "core/timeline/curve.h"
#include "core/timeline/sequence.h"

#include <cstdint>

namespace cutaway::timeline {

/// Which channel of a sound goes to one side.
namespace sound_channel {
inline constexpr int asItComes =
    0;                          ///< mono to both sides, else the first to the left, the second to the right
inline constexpr int none = -1; ///< silence
inline constexpr int sum = -2;  ///< the mean of the first two
inline constexpr int highest = 32; ///< others count from 1; one that the sound does not have is silent
} // namespace sound_channel

inline constexpr int widestPan = 100;

/// How a clip's sound is heard, beside its gain, over the time of the clip. Units are samples of the track,
/// counted from the clip's first one. Cutting and trimming move the keyframes along (clip_map.h), so that
/// each stays at its sample; a changed speed stretches them.
struct SoundEffects {
    Curve gain;   ///< hundredths of a dB, within lowestGain and highestGain, added to Clip::gain; 0 where it
                  ///< has no keyframes
    int pan = 0;  ///< percent: -100 left, 100 right. The other side is turned down, so that 0 changes nothing
    int left = 0; ///< of sound_channel
    int right = 0; ///< the same

    bool operator==(const SoundEffects&) const = default;
    bool isNeutral() const { return *this == SoundEffects(); }
    bool isSound() const; ///< all of it within its range
};

/// None when they are neutral: the only way in which they are held.
SharedValue<SoundEffects> shared(SoundEffects effects);
/// Of a clip, neutral when it has none.
SoundEffects soundEffectsOf(const Clip& clip);

/// The same with a change to the keyframes.
template <class F>
SharedValue<SoundEffects> changedKeys(const SharedValue<SoundEffects>& effects, F&& change) {
    if (!effects || effects->gain.isConstant())
        return effects;
    SoundEffects changed = *effects;
    changed.gain = change(effects->gain);
    return shared(std::move(changed));
}

} // namespace cutaway::timeline
