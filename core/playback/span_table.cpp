#include "core/playback/span_table.h"

#include <algorithm>

namespace cutaway::playback {

void SpanTable::add(std::int64_t first, std::int64_t end, const std::vector<ObjectSpan>& spans) {
    // What was known of these units may have been taken away since.
    for (auto it = m_spans.lower_bound(first); it != m_spans.end() && it->first < end;)
        it = m_spans.erase(it);
    for (const ObjectSpan& span : spans)
        m_spans[span.firstUnit] = span;
    if (first >= end)
        return;
    auto near = m_whole.upper_bound(first);
    if (near != m_whole.begin() && std::prev(near)->second >= first)
        --near;
    while (near != m_whole.end() && near->first <= end) {
        first = std::min(first, near->first);
        end = std::max(end, near->second);
        near = m_whole.erase(near);
    }
    m_whole[first] = end;
}

void SpanTable::forget(std::int64_t first, std::int64_t end) {
    if (first >= end)
        return;
    auto it = m_whole.upper_bound(first);
    if (it != m_whole.begin() && std::prev(it)->second > first)
        --it;
    while (it != m_whole.end() && it->first < end) {
        const auto [from, to] = *it;
        it = m_whole.erase(it);
        if (from < first)
            m_whole[from] = first;
        if (to > end)
            m_whole[end] = to;
    }
}

std::optional<ObjectSpan> SpanTable::find(std::int64_t unit) const {
    const auto after = m_spans.upper_bound(unit);
    if (after == m_spans.begin())
        return std::nullopt;
    const ObjectSpan& span = std::prev(after)->second;
    return unit < span.firstUnit + span.count ? std::optional(span) : std::nullopt;
}

bool SpanTable::covers(std::int64_t unit) const {
    return firstUncovered(unit, unit + 1) > unit;
}

std::int64_t SpanTable::firstUncovered(std::int64_t unit, std::int64_t end) const {
    const auto after = m_whole.upper_bound(unit);
    if (after == m_whole.begin())
        return std::min(unit, end);
    return std::clamp(std::prev(after)->second, std::min(unit, end), end);
}

} // namespace cutaway::playback
