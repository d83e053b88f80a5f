#include "core/playback/object_cache.h"

namespace cutaway::playback {

Result<std::shared_ptr<const media::ByteBuffer>> ObjectCache::get(const ObjectSpan& span,
                                                                  std::stop_token stop) {
    {
        std::unique_lock lock(m_mutex);
        const bool free = m_arrived.wait(lock, stop, [&] { return !m_coming.contains(span.objectId); });
        if (!free)
            return Error{ErrorCategory::Cancelled, "Stopped.", {}};
        if (const auto found = m_objects.find(span.objectId); found != m_objects.end()) {
            m_use.splice(m_use.begin(), m_use, found->second.used);
            return found->second.bytes;
        }
        m_coming.insert(span.objectId);
    }
    auto fetched = m_access.object(span, stop);
    {
        const std::lock_guard lock(m_mutex);
        m_coming.erase(span.objectId);
        if (fetched)
            keep(span.objectId, *fetched);
    }
    m_arrived.notify_all();
    return fetched;
}

void ObjectCache::keep(const std::string& id, Bytes bytes) {
    m_bytes += bytes->size();
    m_use.push_front(id);
    m_objects[id] = {std::move(bytes), m_use.begin()};
    while (m_bytes > m_maxBytes && m_use.size() > 1) {
        const auto oldest = m_objects.find(m_use.back());
        m_bytes -= oldest->second.bytes->size();
        m_objects.erase(oldest);
        m_use.pop_back();
    }
}

std::size_t ObjectCache::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace cutaway::playback
