#pragma once

#include "core/base/uuid.h"
#include "core/media/frame.h"
#include "core/media/picture_pool.h"

#include <chrono>
#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

namespace cutaway::playback {

/// One picture of one Source, at whatever rung.
struct FrameKey {
    Uuid source;
    std::int64_t frame = 0; ///< absolute
    auto operator<=>(const FrameKey&) const = default;
};

struct StoredFrame {
    media::VideoFramePtr picture;
    int rungHeight = 0;
    bool best = false; ///< of the largest rung that the Source has
};

/// Decoded pictures, bounded in bytes; the least recently wanted go first. Failures are kept too, for a short
/// while, so that a damaged picture is not tried again at every tick. Any thread.
class FrameStore {
public:
    explicit FrameStore(std::size_t maxBytes)
        : m_maxBytes(maxBytes) {}

    /// The bound is then one of all the memory of this pool, which the pictures come from: those that
    /// decoders and viewers hold and what is spare count, too. Before the first picture.
    /// But half of the bound is always the store's, or a small one would lose each picture to the next.
    void countWith(std::shared_ptr<const media::PicturePool> pool);
    /// Bytes that its pictures may take now.
    std::size_t room() const;
    /// How many pictures of the size of those that it holds it can hold beside the most that the pool's
    /// others have taken: less than room() now and then, but no number that changes with each decoder. `none`
    /// while empty.
    std::int64_t fits(std::int64_t none) const;

    /// A smaller rung never replaces a larger one.
    void put(const FrameKey& key, StoredFrame frame);
    /// Why the picture cannot be had at its best, or quickly.
    void putError(const FrameKey& key, bool best, Error error);

    std::optional<StoredFrame> get(const FrameKey& key);
    /// These will be shown, the first one first: they stay longer than whatever has been shown already.
    void expect(std::span<const FrameKey> keys);
    bool holds(const FrameKey& key) const;
    bool holdsBest(const FrameKey& key) const;
    /// The failure for this picture, while it is fresh.
    std::optional<Error> error(const FrameKey& key, bool best) const;
    /// The picture of the same Source nearest to `key` and at most `reach` frames away.
    std::optional<StoredFrame> nearest(const FrameKey& key, std::int64_t reach);

    std::size_t bytes() const;
    std::size_t count() const;
    /// Changes at each put: what a waiting thread compares.
    std::uint64_t generation() const;

private:
    struct Entry {
        StoredFrame frame;
        std::list<FrameKey>::iterator used;
    };
    struct Failure {
        Error error;
        std::chrono::steady_clock::time_point until;
    };
    void touch(Entry& entry);
    std::size_t othersLocked() const;
    std::size_t roomLocked() const;

    const std::size_t m_maxBytes;
    std::shared_ptr<const media::PicturePool> m_pool;
    mutable std::mutex m_mutex;
    std::map<FrameKey, Entry> m_frames;
    std::list<FrameKey> m_use;                             ///< most recent first
    std::map<std::pair<FrameKey, bool>, Failure> m_errors; ///< by picture, and whether its best
    std::size_t m_bytes = 0;
    std::size_t m_mostOthers = 0; ///< bytes of the pool that were not the store's
    std::uint64_t m_generation = 0;
};

} // namespace cutaway::playback
