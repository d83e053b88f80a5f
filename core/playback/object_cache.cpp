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
    Result<Bytes> fetched = Error{ErrorCategory::NotFound, {}, {}};
    if (auto kept = m_access.kept(span.objectId))
        fetched = Bytes(std::make_shared<const media::ByteBuffer>(std::move(*kept)));
    else if (fetched = m_access.object(span, stop); fetched)
        m_access.keep(span.objectId, **fetched);
    {
        const std::lock_guard lock(m_mutex);
        m_coming.erase(span.objectId);
        if (fetched)
            keep(span.objectId, {*fetched, nullptr, (*fetched)->size(), {}});
    }
    m_arrived.notify_all();
    return fetched;
}

std::shared_ptr<PartialObject> ObjectCache::knownPart(const std::string& id) {
    const auto found = m_objects.find(id);
    if (found == m_objects.end() || !found->second.part)
        return nullptr;
    m_use.splice(m_use.begin(), m_use, found->second.used);
    return found->second.part;
}

std::shared_ptr<PartialObject> ObjectCache::part(const ObjectSpan& span) {
    {
        const std::lock_guard lock(m_mutex);
        if (auto known = knownPart(span.objectId))
            return known;
    }
    auto kept = m_access.kept(span.objectId); // a disk: not under the lock
    const auto early = kept ? std::vector<ObjectPart>{} : m_access.early(span.objectId);
    const std::lock_guard lock(m_mutex);
    if (auto known = knownPart(span.objectId))
        return known;
    auto part = std::make_shared<PartialObject>(span.layout->bytes);
    if (kept)
        part->fill(std::move(*kept));
    else
        for (const ObjectPart& here : early)
            part->write(here.first, here.bytes);
    keep(span.objectId, {nullptr, part, static_cast<std::size_t>(span.layout->bytes), {}});
    return part;
}

bool ObjectCache::atHand(const ObjectSpan& span, std::int64_t first, std::int64_t end) const {
    if (m_access.isKept(span.objectId))
        return true;
    std::shared_ptr<PartialObject> part;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_objects.find(span.objectId); found != m_objects.end())
            part = found->second.part;
    }
    return part && part->holds(first, end);
}

void ObjectCache::keepWhole(const ObjectSpan& span) {
    std::shared_ptr<PartialObject> part;
    {
        const std::lock_guard lock(m_mutex);
        part = knownPart(span.objectId);
    }
    if (const auto whole = part ? part->takeWhole() : std::nullopt)
        m_access.keep(span.objectId, *whole);
}

void ObjectCache::forget(std::map<std::string, Entry>::iterator entry) {
    m_bytes -= entry->second.size;
    m_use.erase(entry->second.used);
    m_objects.erase(entry);
}

void ObjectCache::drop(const std::string& objectId) {
    m_access.dropKept(objectId);
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
