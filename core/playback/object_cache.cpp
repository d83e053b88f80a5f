#include "core/playback/object_cache.h"

namespace cutaway::playback {

Result<std::shared_ptr<const media::ByteBuffer>> ObjectCache::get(const ObjectSpan& span,
                                                                  std::stop_token stop) {
    {
        std::unique_lock lock(m_mutex);
        const bool free = m_arrived.wait(lock, stop, [&] { return !m_coming.contains(span.objectId); });
        if (!free)
            return Error{ErrorCategory::Cancelled, "Stopped.", {}};
        if (const auto found = m_objects.find(span.objectId);
            found != m_objects.end() && found->second.bytes) {
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
            keep(span.objectId, {*fetched, nullptr, (*fetched)->size(), {}});
    }
    m_arrived.notify_all();
    return fetched;
}

std::shared_ptr<PartialObject> ObjectCache::part(const ObjectSpan& span) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_objects.find(span.objectId); found != m_objects.end() && found->second.part) {
        m_use.splice(m_use.begin(), m_use, found->second.used);
        return found->second.part;
    }
    auto part = std::make_shared<PartialObject>(span.layout->bytes);
    keep(span.objectId, {nullptr, part, static_cast<std::size_t>(span.layout->bytes), {}});
    return part;
}

void ObjectCache::forget(std::map<std::string, Entry>::iterator entry) {
    m_bytes -= entry->second.size;
    m_use.erase(entry->second.used);
    m_objects.erase(entry);
}

void ObjectCache::drop(const std::string& objectId) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_objects.find(objectId); found != m_objects.end())
        forget(found);
}

void ObjectCache::keep(const std::string& id, Entry entry) {
    if (const auto known = m_objects.find(id); known != m_objects.end())
        forget(known);
    m_bytes += entry.size;
    m_use.push_front(id);
    entry.used = m_use.begin();
    m_objects[id] = std::move(entry);
    while (m_bytes > m_maxBytes && m_use.size() > 1)
        forget(m_objects.find(m_use.back()));
}

std::size_t ObjectCache::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace cutaway::playback
