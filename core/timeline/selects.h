#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <string>
#include <vector>

namespace cutaway::timeline {

/// A marked part that is kept for later, with its angle and what it was called.
struct Select {
    Uuid id;
    std::string name; ///< "100 m final, 2 FIXED"
    MarkedRange range;

    bool operator==(const Select&) const = default;
};

/// The selects that belong to a sequence: kept in its metadata, so that they travel with the project and
/// every change of them is a step like any other. What cannot be read is left out.
std::vector<Select> selectsOf(const Sequence& sequence);

Result<Change> addSelect(const Sequence& sequence, Select select);
Result<Change> removeSelects(const Sequence& sequence, const std::vector<Uuid>& ids);
/// Puts one select before the one at `index` of the list without it.
Result<Change> moveSelect(const Sequence& sequence, const Uuid& id, std::size_t index);

} // namespace cutaway::timeline
