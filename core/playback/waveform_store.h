#pragma once

#include "core/media/audio.h"
#include "core/media/waveform.h"
#include "core/playback/media_access.h"

#include <array>
#include <bitset>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

namespace cutaway::playback {

/// The shapes of sounds, for drawing: answers at once with what it has, and computes what it lacks from the
/// sound's own Objects, one second at a time, what was asked for last first. Bounded: the seconds that were
/// not drawn for longest go first. Any thread.
class WaveformStore {
public:
    static constexpr std::int64_t finest = 240;    ///< samples in a peak as computed: 5 ms
    static constexpr std::int64_t perTile = 48000; ///< samples computed together

    /// Called on the store's own thread when more of a Source can be drawn.
    using OnArrival = std::function<void(const Uuid& sourceId)>;

    explicit WaveformStore(std::shared_ptr<MediaAccess> access, OnArrival onArrival,
                           std::size_t maxTiles = 16384);

    /// Peak i covers absolute samples [firstSample + i * samplesPerPeak, + samplesPerPeak) of sound `member`
    /// (1-based), at a precision of `finest`. Returns how many of them are known; the others are silence for
    /// now, and on their way. Never waits.
    std::size_t peaks(const Uuid& sourceId, int member, std::int64_t firstSample, std::int64_t samplesPerPeak,
                      std::span<media::Peak> into);
    /// Tries again at once what could not be had: a Source grew, the cloud came back.
    void retry();
    /// Seconds kept at the moment.
    std::size_t tileCount() const;

private:
    static constexpr std::size_t peaksPerTile = perTile / finest;
    using SteadyTime = std::chrono::steady_clock::time_point;

    struct Key {
        Uuid source;
        int member = 1;
        std::int64_t index = 0; ///< the tile's first sample / perTile
        auto operator<=>(const Key&) const = default;
    };
    struct Tile {
        std::array<media::Peak, peaksPerTile> fine{};
        std::bitset<peaksPerTile> known;
        media::Peak whole;  ///< of all that is known
        SteadyTime retryAt; ///< when to try again for what is not known
    };
    struct Entry {
        Tile tile;
        std::list<Key>::iterator used;
    };
    using BlockPtr = std::shared_ptr<const media::AudioBlock>;

    const Tile* find(const Key& key);
    void want(std::vector<Key> missing);
    void run(std::stop_token stop);
    Tile compute(const Key& key, const std::stop_token& stop);
    std::optional<BlockPtr> decoded(const ObjectSpan& span, const std::stop_token& stop);
    void keep(const Key& key, const Tile& tile);

    const std::shared_ptr<MediaAccess> m_access;
    const OnArrival m_onArrival;
    const std::size_t m_maxTiles;

    mutable std::mutex m_mutex; ///< guards the four below
    std::condition_variable_any m_wake;
    std::map<Key, Entry> m_tiles;
    std::list<Key> m_use;     ///< most recent first
    std::deque<Key> m_wanted; ///< next first

    // The store's own thread only.
    std::deque<std::pair<std::string, BlockPtr>> m_blocks; ///< Objects just decoded, newest last

    std::jthread m_thread; ///< last: stops and joins before the rest goes
};

} // namespace cutaway::playback
