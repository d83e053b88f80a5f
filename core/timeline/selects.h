#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <string>
#include <vector>

namespace cutaway::timeline {

inline constexpr int bestRating = 5;
inline constexpr int deepestBin = 8; ///< bins in one another

/// A marked part that is kept for later, with its angle and what it was called.
struct Select {
    Uuid id;
    std::string name; ///< "100 m final, 2 FIXED"
    MarkedRange range;
    Uuid bin;         ///< nil: in none
    int rating = 0;   ///< 0 none, up to bestRating
    std::string note; ///< what whoever kept it wanted to remember

    bool operator==(const Select&) const = default;
};

/// A named place for selects and other bins.
struct Bin {
    Uuid id;
    std::string name;
    Uuid parent; ///< nil: in none

    bool operator==(const Bin&) const = default;
};

/// Everything that is kept, in the order in which it is shown within its bin.
struct Selects {
    std::vector<Bin> bins;
    std::vector<Select> ranges;

    bool operator==(const Selects&) const = default;
    const Bin* bin(const Uuid& id) const;
    const Select* range(const Uuid& id) const;
    bool isInside(const Uuid& bin, const Uuid& outer) const; ///< or the same
    /// Ranges as a list reads from top to bottom: in every bin first its bins, then what lies in it.
    std::vector<Select> inOrder() const;
};

/// The selects that belong to a sequence: kept in its metadata, so that they travel with the project and
/// every change of them is a step like any other. What cannot be read is left out; what lies in a bin that is
/// not there lies in none.
Selects keptIn(const Sequence& sequence);
std::vector<Select> selectsOf(const Sequence& sequence); ///< the ranges, in order

Result<Change> addSelect(const Sequence& sequence, Select select);
/// Bins go with everything in them.
Result<Change> removeSelects(const Sequence& sequence, const std::vector<Uuid>& ids);
/// Ranges and bins, into a bin (nil: none) before the one called `before` there (nil: behind all), in the
/// order in which they are. InvalidInput when a bin would come to lie in itself, or too deep.
///
///     [bin A]  1 2 3      move 3 1 into A before 4      [bin A]  2
///      4 5                                               1 3 4 5
Result<Change> moveSelects(const Sequence& sequence, const std::vector<Uuid>& ids, const Uuid& bin,
                           const Uuid& before);
/// Each of these clips that shows a picture, or else a sound, with what it shows of its angle as a range of
/// its own, in a bin. At normal speed only.
Result<Change> addSubclips(const Sequence& sequence, const std::vector<Uuid>& clips, const Uuid& bin,
                           const SourceTimings& sources);
Result<Change> addBin(const Sequence& sequence, Bin bin);
/// A range or a bin.
Result<Change> renameSelect(const Sequence& sequence, const Uuid& id, std::string name);
Result<Change> rateSelects(const Sequence& sequence, const std::vector<Uuid>& ids, int rating);
Result<Change> noteSelects(const Sequence& sequence, const std::vector<Uuid>& ids, std::string note);

} // namespace cutaway::timeline
