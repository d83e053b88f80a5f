#include "core/timeline/sound_effects.h"

#include <memory>
#include <utility>

namespace cutaway::timeline {

namespace {

bool isChannel(int channel) {
    return channel >= sound_channel::sum && channel <= sound_channel::highest;
}

} // namespace

bool SoundEffects::isSound() const {
    return gain.isSound(lowestGain, highestGain) && (!gain.isConstant() || gain.constant == 0) &&
           pan >= -widestPan && pan <= widestPan && isChannel(left) && isChannel(right);
}

bool isEqual(const SoundEffects& a, const SoundEffects& b) {
    return a == b;
}

SharedValue<SoundEffects> shared(SoundEffects effects) {
    if (effects.isNeutral())
        return {};
    return std::make_shared<const SoundEffects>(std::move(effects));
}

SoundEffects soundEffectsOf(const Clip& clip) {
    return clip.sound ? *clip.sound : SoundEffects();
}

} // namespace cutaway::timeline
