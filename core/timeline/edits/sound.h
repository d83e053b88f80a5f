#pragma once

#include "core/timeline/change.h"
#include "core/timeline/sound_effects.h"

#include <optional>
#include <set>

namespace cutaway::timeline {

// How sounds are heard. Units are samples of a clip, counted from its first one; gains hundredths of a dB.

/// A keyframe of the gain at `unit` of one clip, of this value, kept within what there is; where one stands
/// already, it takes its place.
///
///     A1  [ -6 dB          ]   0 dB at ^   A1  [ <>            ]   the line bends where there are two
///                ^unit
Result<Change> setGainKeyframe(const Sequence& sequence, const Uuid& clip, std::int64_t unit,
                               std::int64_t value);
/// The keyframe at `from` goes to another place between its neighbours, with another value.
///
///     A1  [ <>   <>     <> ]   to ^   A1  [ <>      <>  <> ]
///                  ^to
Result<Change> moveGainKeyframe(const Sequence& sequence, const Uuid& clip, std::int64_t from,
                                std::int64_t to, std::int64_t value);
Result<Change> removeGainKeyframe(const Sequence& sequence, const Uuid& clip, std::int64_t unit);

/// What is heard at `unit` becomes louder by `delta`: the two keyframes around it, where there are any, else
/// the clip as a whole.
///
///     A1  [ <>---<>   <> ]   up at ^   A1  [ <>‾‾‾<>   <> ]
///              ^unit
Result<Change> raiseGain(const Sequence& sequence, const Uuid& clip, std::int64_t unit, std::int64_t delta);

/// A keyframe at the frame of the sequence on every sound among the clips that is there, keeping what is
/// heard; where all have one there, they go instead.
Result<Change> toggleGainKeyframes(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame);

/// Every sound among the clips louder by `delta` as a whole.
Result<Change> makeLouder(const Sequence& sequence, const std::set<Uuid>& clips, int delta);

/// Pan and channels of the sounds among these clips; what is not given stays.
struct SoundSettings {
    std::optional<int> gain; ///< of the whole clip
    std::optional<int> pan;
    std::optional<int> left;
    std::optional<int> right;
    bool removeKeyframes = false; ///< of the gain, first; what was heard at the first one stays

    bool isEmpty() const { return !gain && !pan && !left && !right && !removeKeyframes; }
};
Result<Change> setSound(const Sequence& sequence, const std::set<Uuid>& clips, const SoundSettings& settings);
/// Takes the keyframes of the gain away; what was heard at the first one stays.
Result<Change> removeGainKeyframes(const Sequence& sequence, const std::set<Uuid>& clips);
/// The whole curve of one clip, as ducking writes it.
Result<Change> setGainCurve(const Sequence& sequence, const Uuid& clip, const Curve& gain, std::string name);

/// Of a clip at a unit, hundredths of a dB: its gain and what the keyframes add.
std::int64_t gainAt(const Clip& clip, std::int64_t unit);

} // namespace cutaway::timeline
