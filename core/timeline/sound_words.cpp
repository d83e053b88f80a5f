#include "core/timeline/sound_words.h"

#include "core/timeline/clip_map.h"

#include <cstdlib>
#include <tuple>

namespace cutaway::timeline {

std::string panText(int pan) {
    if (pan == 0)
        return "in the middle";
    return std::to_string(std::abs(pan)) + (pan < 0 ? " % to the left" : " % to the right");
}

std::string channelText(int channel) {
    switch (channel) {
    case sound_channel::asItComes:
        return "as it comes";
    case sound_channel::none:
        return "nothing";
    case sound_channel::sum:
        return "both";
    default:
        return "channel " + std::to_string(channel);
    }
}

std::vector<std::string> soundDifferences(const Clip& before, const Clip& after) {
    std::vector<std::string> found;
    Clip moved = before;
    moved.sound = soundSlipped(before, after.in - before.in, before.mediaRate);
    const SoundEffects a = soundEffectsOf(moved);
    const SoundEffects b = soundEffectsOf(after);
    if (a.gain != b.gain)
        found.push_back(b.gain.isConstant()
                            ? a.gain.isConstant() ? "another gain" : "no keyframes of the gain"
                            : "other keyframes of the gain");
    if (a.pan != b.pan)
        found.push_back("panned " + panText(b.pan));
    if (std::tuple(a.left, a.right) != std::tuple(b.left, b.right))
        found.push_back("left " + channelText(b.left) + ", right " + channelText(b.right));
    return found;
}

} // namespace cutaway::timeline
