#pragma once

#include "core/timeline/sequence.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cutaway::timeline {

/// One thing that is different between two versions of a sequence.
struct Difference {
    enum class Kind { Added, Removed, Moved, Trimmed, Replaced, Changed };
    Kind kind = Kind::Changed;
    std::string track;      ///< "V1"; empty: of the whole sequence
    std::int64_t frame = 0; ///< where it is in the later version, or was in the earlier one when removed
    std::string what;       ///< "2 FIXED", "marker Gun"
    std::string how;        ///< "12 frames later", "from CAM 2 to CAM 3"; empty for what came or went

    bool operator==(const Difference&) const = default;
};

/// What happened from `before` to `after`, in words for the user, by track and then by frame. Clips are known
/// by their ids. A clip that is both trimmed and moved is one difference.
std::vector<Difference> compare(const Sequence& before, const Sequence& after);

} // namespace cutaway::timeline
