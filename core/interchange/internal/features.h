#pragma once

// Inside core/interchange only: what a clip and a track have that not every format holds.

#include "core/interchange/conversion_report.h"
#include "core/timeline/sequence.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace cutaway::interchange {

/// Beside name, media, place and transitions, which every format has in its own way.
enum class Feature {
    Speed,
    Gain,
    Graphic, ///< left out before a sequence is written where a format has none (graphics_out.h)
    Sound,   ///< gain keyframes, pan and channels
    Picture, ///< place, size, turn, crop and opacity
    Label,
    Disabled,
    Link,  ///< counted once for a sequence, not for each clip
    Group, ///< the same
    ClipMarker,
    Foreign,
    Mute,
    Solo,
    Lock,
    Language,
};

/// One that is there, in words: "gain -6 dB of 2 FIXED".
struct FeatureFound {
    Feature feature = Feature::Speed;
    std::string words;
};

/// Every member of Clip is named there, so that a new one does not compile before it is said what it is.
std::vector<FeatureFound> featuresOf(const timeline::Clip& clip);
std::vector<FeatureFound> featuresOf(const timeline::Track& track);

/// The events of a conversion of one sequence.
class Reporter {
public:
    explicit Reporter(const timeline::Sequence& sequence)
        : m_sequence(sequence) {}

    /// `track` null: of the whole sequence.
    void note(Fate fate, const timeline::Track* track, std::int64_t frame, std::string what,
              std::string how = {});
    /// "Lost" for what of `found` the format does not hold.
    void lose(const std::vector<FeatureFound>& found, std::initializer_list<Feature> held,
              const timeline::Track& track, std::int64_t frame);
    ConversionReport take() { return std::move(m_report); }

private:
    const timeline::Sequence& m_sequence;
    ConversionReport m_report;
    bool m_linksLost = false;
    bool m_groupsLost = false;
};

} // namespace cutaway::interchange
