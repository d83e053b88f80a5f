#pragma once

#include "core/media/audio.h"
#include "core/playback/object_cache.h"

#include <list>
#include <map>
#include <mutex>

namespace cutaway::playback {

/// Exact samples of Sources, from their proxies' sound, decoded an Object at a time and kept for a while. Any
/// thread.
class SoundLoader {
public:
    SoundLoader(MediaAccess& access, ObjectCache& objects)
        : m_access(access)
        , m_objects(objects) {}

    /// Samples [first, first + count) of sound `member` (1 is `audio-1`), absolute numbers of the Source.
    /// What the Source does not have is silence. Blocks on fetching.
    Result<media::AudioBlock> read(const Uuid& source, int member, std::int64_t first, std::int64_t count,
                                   std::stop_token stop);

private:
    using BlockPtr = std::shared_ptr<const media::AudioBlock>;
    Result<BlockPtr> decoded(const ObjectSpan& span, std::stop_token stop);

    MediaAccess& m_access;
    ObjectCache& m_objects;
    std::mutex m_mutex;
    std::list<std::pair<std::string, BlockPtr>> m_blocks; ///< most recent first
};

} // namespace cutaway::playback
