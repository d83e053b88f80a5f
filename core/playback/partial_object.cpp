#include "core/playback/partial_object.h"

#include <algorithm>
#include <cstring>

namespace cutaway::playback {

PartialObject::PartialObject(std::int64_t size)
    : m_size(size)
    , m_bytes(static_cast<std::size_t>(size)) {}

/// One past the last byte that is there in one piece from `at` on; `at` when that one is not.
std::int64_t PartialObject::presentUntil(std::int64_t at) const {
    const auto after = m_present.upper_bound(at);
    if (after == m_present.begin())
        return at;
    return std::max(at, std::prev(after)->second);
}

bool PartialObject::isComing(std::int64_t at) const {
    return std::any_of(m_coming.begin(), m_coming.end(),
                       [at](const Stretch& s) { return at >= s.first && at < s.end; });
}

void PartialObject::forgetFailures(const Stretch& stretch) {
    std::erase_if(m_failed, [&](const Failed& failed) {
        return failed.stretch.first < stretch.end && stretch.first < failed.stretch.end;
    });
}

std::vector<Stretch> PartialObject::claim(std::int64_t first, std::int64_t end) {
    const std::lock_guard lock(m_mutex);
    std::vector<Stretch> missing;
    std::int64_t at = std::max<std::int64_t>(first, 0);
    end = std::min(end, m_size);
    while (at < end) {
        std::int64_t known = presentUntil(at);
        for (const Stretch& s : m_coming)
            if (at >= s.first && at < s.end)
                known = std::max(known, s.end);
        if (known > at) {
            at = known;
            continue;
        }
        std::int64_t until = end;
        if (const auto next = m_present.upper_bound(at); next != m_present.end())
            until = std::min(until, next->first);
        for (const Stretch& s : m_coming)
            if (s.first > at)
                until = std::min(until, s.first);
        missing.push_back({at, until});
        forgetFailures(missing.back());
        at = until;
    }
    m_coming.insert(m_coming.end(), missing.begin(), missing.end());
    return missing;
}

void PartialObject::write(std::int64_t at, std::span<const std::byte> bytes) {
    const std::lock_guard lock(m_mutex);
    if (at < 0 || at >= m_size || bytes.empty())
        return;
    bytes = bytes.first(std::min(bytes.size(), static_cast<std::size_t>(m_size - at)));
    std::memcpy(m_bytes.data() + at, bytes.data(), bytes.size());
    std::int64_t first = at;
    std::int64_t end = at + static_cast<std::int64_t>(bytes.size());
    auto near = m_present.upper_bound(first);
    if (near != m_present.begin() && std::prev(near)->second >= first)
        --near;
    while (near != m_present.end() && near->first <= end) {
        first = std::min(first, near->first);
        end = std::max(end, near->second);
        near = m_present.erase(near);
    }
    m_present[first] = end;
    m_changed.notify_all();
}

void PartialObject::settle(const Stretch& stretch, std::optional<Error> error) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = std::find(m_coming.begin(), m_coming.end(), stretch); known != m_coming.end())
        m_coming.erase(known);
    forgetFailures(stretch);
    if (error)
        m_failed.push_back({stretch, std::move(*error)});
    m_changed.notify_all();
}

Result<std::size_t> PartialObject::read(std::int64_t at, std::span<std::byte> into, std::stop_token stop) {
    if (at < 0 || at >= m_size || into.empty())
        return std::size_t{0};
    std::unique_lock lock(m_mutex);
    const bool over = m_changed.wait(lock, stop, [&] { return presentUntil(at) > at || !isComing(at); });
    const std::int64_t until = presentUntil(at);
    if (until == at) {
        if (!over || stop.stop_requested())
            return Error{ErrorCategory::Cancelled, "Stopped.", {}};
        const auto failed = std::find_if(m_failed.begin(), m_failed.end(), [at](const Failed& f) {
            return at >= f.stretch.first && at < f.stretch.end;
        });
        if (failed != m_failed.end())
            return failed->error;
        return Error{ErrorCategory::NotFound, "This part of the media was not asked for.", {}};
    }
    const std::size_t count = std::min(into.size(), static_cast<std::size_t>(until - at));
    std::memcpy(into.data(), m_bytes.data() + at, count);
    return count;
}

bool PartialObject::holds(std::int64_t first, std::int64_t end) const {
    const std::lock_guard lock(m_mutex);
    return first >= end || presentUntil(first) >= end;
}

std::optional<media::ByteBuffer> PartialObject::takeWhole() {
    const std::lock_guard lock(m_mutex);
    if (m_taken || presentUntil(0) < m_size)
        return std::nullopt;
    m_taken = true;
    return m_bytes;
}

void PartialObject::fill(media::ByteBuffer bytes) {
    const std::lock_guard lock(m_mutex);
    if (static_cast<std::int64_t>(bytes.size()) != m_size)
        return;
    m_bytes = std::move(bytes);
    m_present = {{0, m_size}};
    m_taken = true;
    m_changed.notify_all();
}

Result<std::size_t> PartialSource::readAt(std::int64_t offset, std::span<std::byte> into) {
    auto got = m_object->read(offset, into, m_stop);
    if (got || got.error().category != ErrorCategory::NotFound || !m_ask)
        return got;
    m_ask(offset);
    return m_object->read(offset, into, m_stop);
}

} // namespace cutaway::playback
