#pragma once

#include "core/playback/media_access.h"

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace cutaway::playback {

/// What the loader has learnt of the rungs of each Source while it played. Any thread.
class RungFacts {
public:
    /// `source` is described like this; `key` is what it is asked for by.
    void describe(const Uuid& key, const PlayableSource& source);
    /// An Object of it, of `frames` pictures in `bytes` (0: not known).
    void learn(const Uuid& key, bool full, const ObjectSpan& span, std::int64_t frames, std::int64_t bytes);

    /// True when there is a smaller rung than the full one.
    bool hasSmall(const Uuid& key) const;
    /// Bits per second of the full rung at normal speed, by its newest Objects, else as it is described;
    /// 0: not known.
    std::int64_t fullBits(const Uuid& key) const;
    /// One past the last frame of the Object that holds `frame`, when it was one of the newest.
    std::optional<std::int64_t> objectEnd(const Uuid& key, std::int64_t frame) const;

private:
    struct Facts {
        bool hasSmall = false;
        FrameRate rate{50, 1};
        std::int64_t described = 0;                                ///< bits per second
        std::int64_t bytes = 0;                                    ///< of the newest full Objects
        std::int64_t frames = 0;                                   ///< and their pictures
        std::deque<std::pair<std::int64_t, std::int64_t>> objects; ///< [first, end), the newest last
    };
    mutable std::mutex m_mutex;
    std::map<Uuid, Facts> m_facts;
};

} // namespace cutaway::playback
