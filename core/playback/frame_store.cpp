#include "core/playback/frame_store.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::chrono::seconds errorLifetime{2};
constexpr std::size_t maxErrors = 4096;

} // namespace

void FrameStore::countWith(std::shared_ptr<const media::PicturePool> pool) {
    const std::lock_guard lock(m_mutex);
    m_pool = std::move(pool);
}

/// Under the lock. No more than half of the bound.
std::size_t FrameStore::othersLocked() const {
    const std::size_t inAll = m_pool ? m_pool->bytes() : 0;
    return std::min(inAll > m_bytes ? inAll - m_bytes : 0, m_maxBytes / 2);
}

/// Under the lock.
std::size_t FrameStore::roomLocked() const {
    return m_maxBytes - othersLocked();
}

std::size_t FrameStore::room() const {
    const std::lock_guard lock(m_mutex);
    return roomLocked();
}

std::int64_t FrameStore::fits(std::int64_t none) const {
    const std::lock_guard lock(m_mutex);
    return m_bytes == 0 ? none
                        : static_cast<std::int64_t>((m_maxBytes - m_mostOthers) * m_frames.size() / m_bytes);
}

void FrameStore::touch(Entry& entry) {
    m_use.splice(m_use.begin(), m_use, entry.used);
}

void FrameStore::put(const FrameKey& key, StoredFrame frame) {
    const std::lock_guard lock(m_mutex);
    m_errors.erase({key, false});
    if (frame.best)
        m_errors.erase({key, true});
    ++m_generation;
    m_mostOthers = std::max(m_mostOthers, othersLocked());
    const std::size_t size = frame.picture->bytes();
    if (auto known = m_frames.find(key); known != m_frames.end()) {
        touch(known->second);
        if (known->second.frame.rungHeight > frame.rungHeight)
            return;
        m_bytes = m_bytes - known->second.frame.picture->bytes() + size;
        known->second.frame = std::move(frame);
    } else {
        m_use.push_front(key);
        m_frames.emplace(key, Entry{std::move(frame), m_use.begin()});
        m_bytes += size;
    }
    while (m_bytes > roomLocked() && m_use.size() > 1) {
        const auto oldest = m_frames.find(m_use.back());
        m_bytes -= oldest->second.frame.picture->bytes();
        m_frames.erase(oldest);
        m_use.pop_back();
    }
}

void FrameStore::putError(const FrameKey& key, bool best, Error error) {
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    if (m_errors.size() >= maxErrors)
        m_errors.clear();
    m_errors[{key, best}] = {std::move(error), std::chrono::steady_clock::now() + errorLifetime};
}

std::optional<StoredFrame> FrameStore::get(const FrameKey& key) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_frames.find(key);
    if (found == m_frames.end())
        return std::nullopt;
    touch(found->second);
    return found->second.frame;
}

void FrameStore::expect(std::span<const FrameKey> keys) {
    const std::lock_guard lock(m_mutex);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key)
        if (const auto found = m_frames.find(*key); found != m_frames.end())
            touch(found->second);
}

bool FrameStore::holds(const FrameKey& key) const {
    const std::lock_guard lock(m_mutex);
    return m_frames.contains(key);
}

bool FrameStore::holdsBest(const FrameKey& key) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_frames.find(key);
    return found != m_frames.end() && found->second.frame.best;
}

std::optional<Error> FrameStore::error(const FrameKey& key, bool best) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_errors.find({key, best});
    if (found == m_errors.end() || found->second.until < std::chrono::steady_clock::now())
        return std::nullopt;
    return found->second.error;
}

std::optional<StoredFrame> FrameStore::nearest(const FrameKey& key, std::int64_t reach) {
    const std::lock_guard lock(m_mutex);
    const auto distance = [&](auto it) {
        return it->first.frame > key.frame ? it->first.frame - key.frame : key.frame - it->first.frame;
    };
    const auto usable = [&](auto it) { return it->first.source == key.source && distance(it) <= reach; };
    auto after = m_frames.lower_bound(key);
    auto best = m_frames.end();
    if (after != m_frames.end() && usable(after))
        best = after;
    if (after != m_frames.begin()) {
        const auto before = std::prev(after);
        if (usable(before) && (best == m_frames.end() || distance(before) < distance(best)))
            best = before;
    }
    if (best == m_frames.end())
        return std::nullopt;
    return best->second.frame;
}

std::size_t FrameStore::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::size_t FrameStore::count() const {
    const std::lock_guard lock(m_mutex);
    return m_frames.size();
}

std::uint64_t FrameStore::generation() const {
    const std::lock_guard lock(m_mutex);
    return m_generation;
}

} // namespace cutaway::playback
