#pragma once

// Inside core/interchange only: the lines of an EDL.

#include "core/timeline/source_timing.h"

#include <cstdint>
#include <map>
#include <string>

namespace cutaway::interchange {

/// One event of a list that is written. Source times are timecodes, record times frames of the sequence.
struct EdlEntry {
    std::string channel;                ///< "V", "A", "A2", "AA", "3", "4"
    std::string fromReel, fromTimecode; ///< of the line of the leaving clip; empty: a cut
    std::string reel;
    std::string edit = "C"; ///< or "D", "W001"
    std::int64_t frames = 0;
    std::string sourceIn, sourceOut;
    std::int64_t in = 0, out = 0;
    std::string comments;

    bool sameSoundAs(const EdlEntry& o) const {
        return fromReel == o.fromReel && fromTimecode == o.fromTimecode && reel == o.reel && edit == o.edit &&
               frames == o.frames && sourceIn == o.sourceIn && sourceOut == o.sourceOut && in == o.in &&
               out == o.out && comments == o.comments;
    }
};

/// Title, how frames are counted, and which reel is which Source.
std::string edlHeader(const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
                      const std::map<Uuid, std::string>& reels);
/// One event, or two lines where it begins with a transition, and its comments.
std::string edlLines(const EdlEntry& entry, std::size_t number, const timeline::Sequence& sequence);

} // namespace cutaway::interchange
