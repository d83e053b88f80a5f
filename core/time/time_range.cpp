#include "core/time/time_range.h"

namespace cutaway {

namespace {

using Bound = TimeRange::Bound;

/// True when `a` begins no later than `b`; an absent start is minus infinity.
bool startsNoLater(const std::optional<Bound>& a, const std::optional<Bound>& b) {
    if (!a)
        return true;
    if (!b)
        return false;
    return a->at < b->at || (a->at == b->at && (a->inclusive || !b->inclusive));
}

/// True when `a` ends no earlier than `b`; an absent end is plus infinity.
bool endsNoEarlier(const std::optional<Bound>& a, const std::optional<Bound>& b) {
    if (!a)
        return true;
    if (!b)
        return false;
    return a->at > b->at || (a->at == b->at && (a->inclusive || !b->inclusive));
}

Error notARange(std::string_view text) {
    return {ErrorCategory::InvalidInput,
            "“" + std::string(text.substr(0, 128)) + "” is not a time range: expected [start_end).",
            {}};
}

} // namespace

TimeRange TimeRange::never() {
    TimeRange range;
    range.m_empty = true;
    return range;
}

TimeRange TimeRange::instant(const Timestamp& at) {
    return make(Bound{at, true}, Bound{at, true});
}

TimeRange TimeRange::halfOpen(const Timestamp& start, const Timestamp& end) {
    return make(Bound{start, true}, Bound{end, false});
}

TimeRange TimeRange::make(std::optional<Bound> start, std::optional<Bound> end) {
    if (start && end) {
        const bool empty =
            start->at > end->at || (start->at == end->at && !(start->inclusive && end->inclusive));
        if (empty)
            return never();
    }
    TimeRange range;
    range.m_start = start;
    range.m_end = end;
    return range;
}

Result<TimeRange> TimeRange::parse(std::string_view text) {
    const std::string_view whole = text;
    bool startInclusive = true;
    bool endInclusive = true;
    bool opened = false;
    bool closed = false;
    if (!text.empty() && (text.front() == '[' || text.front() == '(')) {
        opened = true;
        startInclusive = text.front() == '[';
        text.remove_prefix(1);
    }
    if (!text.empty() && (text.back() == ']' || text.back() == ')')) {
        closed = true;
        endInclusive = text.back() == ']';
        text.remove_suffix(1);
    }
    if (text.empty())
        return never();
    const std::size_t underscore = text.find('_');
    if (underscore == std::string_view::npos) {
        CUTAWAY_TRY(const Timestamp at, Timestamp::parse(text));
        // Exclusive markers make no sense on an instant (AppNote 0008).
        if ((opened && !startInclusive) || (closed && !endInclusive))
            return notARange(whole);
        return instant(at);
    }
    std::optional<Bound> start;
    std::optional<Bound> end;
    if (const auto before = text.substr(0, underscore); !before.empty()) {
        CUTAWAY_TRY(const Timestamp at, Timestamp::parse(before));
        start = Bound{at, startInclusive};
    }
    if (const auto after = text.substr(underscore + 1); !after.empty()) {
        CUTAWAY_TRY(const Timestamp at, Timestamp::parse(after));
        end = Bound{at, endInclusive};
    }
    return make(start, end);
}

std::string TimeRange::toString() const {
    if (m_empty)
        return "()";
    if (m_start && m_end && m_start->at == m_end->at)
        return "[" + m_start->at.toString() + "]";
    std::string text;
    if (m_start)
        text = (m_start->inclusive ? "[" : "(") + m_start->at.toString();
    text += "_";
    if (m_end)
        text += m_end->at.toString() + (m_end->inclusive ? "]" : ")");
    return text;
}

bool TimeRange::contains(const Timestamp& t) const {
    return contains(instant(t));
}

bool TimeRange::contains(const TimeRange& other) const {
    if (other.m_empty)
        return true;
    if (m_empty)
        return false;
    return startsNoLater(m_start, other.m_start) && endsNoEarlier(m_end, other.m_end);
}

TimeRange TimeRange::intersection(const TimeRange& other) const {
    if (m_empty || other.m_empty)
        return never();
    return make(startsNoLater(m_start, other.m_start) ? other.m_start : m_start,
                endsNoEarlier(m_end, other.m_end) ? other.m_end : m_end);
}

TimeRange TimeRange::hull(const TimeRange& other) const {
    if (m_empty)
        return other;
    if (other.m_empty)
        return *this;
    return make(startsNoLater(m_start, other.m_start) ? m_start : other.m_start,
                endsNoEarlier(m_end, other.m_end) ? m_end : other.m_end);
}

TimeRange TimeRange::shifted(const Timestamp& by) const {
    TimeRange range = *this;
    if (range.m_start)
        range.m_start->at = range.m_start->at + by;
    if (range.m_end)
        range.m_end->at = range.m_end->at + by;
    return range;
}

} // namespace cutaway
