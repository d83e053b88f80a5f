#pragma once

#include "core/playback/media_access.h"

#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <set>

namespace cutaway::playback {

/// Objects in memory, as fetched: bounded in bytes, least recently used go first. An Object never changes, so
/// it is fetched once; a second thread that wants one which is on its way waits for it. Any thread.
class ObjectCache {
public:
    ObjectCache(MediaAccess& access, std::size_t maxBytes)
        : m_access(access)
        , m_maxBytes(maxBytes) {}

    Result<std::shared_ptr<const media::ByteBuffer>> get(const ObjectSpan& span, std::stop_token stop);
    /// The same Object piece by piece; whoever wants a stretch of it claims and fetches it. `span` has a
    /// layout.
    std::shared_ptr<PartialObject> part(const ObjectSpan& span);
    /// True when bytes [first, end) need no network.
    bool atHand(const ObjectSpan& span, std::int64_t first, std::int64_t end) const;
    /// Has an Object kept on disk, once all of it has come.
    void keepWhole(const ObjectSpan& span);
    /// Forgets an Object that turned out to be damaged: it is fetched again.
    void drop(const std::string& objectId);
    std::size_t bytes() const;

private:
    using Bytes = std::shared_ptr<const media::ByteBuffer>;
    struct Entry {
        Bytes bytes;
        std::shared_ptr<PartialObject> part; ///< instead of `bytes`
        std::size_t size = 0;
        std::list<std::string>::iterator used;
    };
    std::shared_ptr<PartialObject> knownPart(const std::string& id);
    void keep(const std::string& id, Entry entry);
    void forget(std::map<std::string, Entry>::iterator entry);

    MediaAccess& m_access;
    const std::size_t m_maxBytes;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::map<std::string, Entry> m_objects;
    std::list<std::string> m_use;
    std::set<std::string> m_coming;
    std::size_t m_bytes = 0;
};

} // namespace cutaway::playback
