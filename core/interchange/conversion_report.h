#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cutaway::interchange {

/// What became of something in a conversion between a sequence and a file of another program.
enum class Fate {
    Kept,         ///< as it was
    Approximated, ///< something near it stands there
    Lost,         ///< left out
};

/// One thing that was converted, in words for the user. A value.
struct ConversionEvent {
    Fate fate = Fate::Kept;
    std::string track;      ///< "V1"; empty: of the whole sequence
    std::int64_t frame = 0; ///< on the sequence
    std::string timecode;   ///< of that frame, as the sequence counts
    std::string what;       ///< "2 FIXED", "dissolve, 20 frames"
    std::string how;        ///< what was done with it; empty for what was kept

    bool operator==(const ConversionEvent&) const = default;
};

/// What a conversion kept, approximated and lost, event by event, in the order of the sequence.
struct ConversionReport {
    std::vector<ConversionEvent> events;

    std::size_t count(Fate fate) const;
    bool isLossless() const { return count(Fate::Kept) == events.size(); }
    /// "12 kept, 1 approximated, 2 lost", then a line for each event that was not kept.
    std::string text() const;

    bool operator==(const ConversionReport&) const = default;
};

} // namespace cutaway::interchange
