#pragma once

#include "core/playback/media_access.h"

#include <map>
#include <optional>
#include <vector>

namespace cutaway::playback {

/// The spans of one Flow that are known, and for which stretches of units the listing is known to be whole.
class SpanTable {
public:
    /// `spans` are all that there is of units [first, end); a span may reach beyond.
    void add(std::int64_t first, std::int64_t end, const std::vector<ObjectSpan>& spans);
    /// What there is of units [first, end) is not known any more.
    void forget(std::int64_t first, std::int64_t end);
    std::optional<ObjectSpan> find(std::int64_t unit) const;
    /// True: when find() has nothing for this unit, there is nothing.
    bool covers(std::int64_t unit) const;
    /// The first unit from `unit` on, and below `end`, that is not covered; `end` when all are.
    std::int64_t firstUncovered(std::int64_t unit, std::int64_t end) const;

private:
    std::map<std::int64_t, ObjectSpan> m_spans;   ///< by first unit
    std::map<std::int64_t, std::int64_t> m_whole; ///< first to end, apart from each other
};

} // namespace cutaway::playback
