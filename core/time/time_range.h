#pragma once

#include "core/time/timestamp.h"

#include <optional>
#include <string>
#include <string_view>

namespace cutaway {

/// A TAMS timerange: from start to end, each end present or open (to infinity), inclusive or exclusive.
/// Default: eternity, "_". Never is "()". TAMS 8.2, timerange.json.
class TimeRange {
public:
    struct Bound {
        Timestamp at;
        bool inclusive = true;
        bool operator==(const Bound&) const = default;
    };

    TimeRange() = default;
    static TimeRange never();
    static TimeRange instant(const Timestamp& at);
    /// [start, end): what Segments and Objects have.
    static TimeRange halfOpen(const Timestamp& start, const Timestamp& end);
    static TimeRange make(std::optional<Bound> start, std::optional<Bound> end);

    static Result<TimeRange> parse(std::string_view text);
    /// Canonical text: the same range always gives the same string.
    std::string toString() const;

    bool isEmpty() const { return m_empty; }
    const std::optional<Bound>& start() const { return m_start; }
    const std::optional<Bound>& end() const { return m_end; }

    bool contains(const Timestamp& t) const;
    bool contains(const TimeRange& other) const;
    bool overlaps(const TimeRange& other) const { return !intersection(other).isEmpty(); }
    TimeRange intersection(const TimeRange& other) const;
    /// The smallest range that holds both.
    TimeRange hull(const TimeRange& other) const;
    TimeRange shifted(const Timestamp& by) const;

    bool operator==(const TimeRange&) const = default;

private:
    std::optional<Bound> m_start;
    std::optional<Bound> m_end;
    bool m_empty = false;
};

} // namespace cutaway
