#pragma once

#include "core/media/waveform.h"
#include "core/playback/waveform_reader.h"

#include <array>
#include <bitset>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace cutaway::playback {

/// The shapes of sounds, for drawing: answers at once with what it has, and gets what it lacks from the
/// waveforms that the cloud has computed, the coarse ones where that is enough; where there are none (a live
/// sound's last minute, another store) from the sound's own Objects, one second at a time. What was asked for
/// last comes first. Bounded: the pieces that were not drawn for longest go first. Any thread.
class WaveformStore {
public:
    static constexpr std::int64_t finest = 240;     ///< samples in a peak: 5 ms
    static constexpr std::int64_t coarsest = 12000; ///< samples in a peak of the cloud's coarse waveform
    static constexpr std::int64_t perTile = 48000;  ///< samples of the finest peaks that are got together

    /// Called on the store's own thread when more of a Source can be drawn.
    using OnArrival = std::function<void(const Uuid& sourceId)>;

    explicit WaveformStore(std::shared_ptr<MediaAccess> access, OnArrival onArrival,
                           std::size_t maxTiles = 16384);

    /// Peak i covers absolute samples [firstSample + i * samplesPerPeak, + samplesPerPeak) of sound `member`
    /// (1-based), at a precision of `finest`; of `coarsest` where a peak is asked to cover as much, and there
    /// is a waveform as coarse. Returns how many of them are known; the others are silence for
    /// now, and on their way. Never waits.
    std::size_t peaks(const Uuid& sourceId, int member, std::int64_t firstSample, std::int64_t samplesPerPeak,
                      std::span<media::Peak> into);
    /// Tries again at once what could not be had: a Source grew, the cloud came back.
    void retry();
    /// Pieces of either precision kept at the moment.
    std::size_t tileCount() const;

private:
    static constexpr std::size_t peaksPerTile = perTile / finest;
    using SteadyTime = std::chrono::steady_clock::time_point;

    struct Key {
        Uuid source;
        int member = 1;
        std::int64_t grid = finest; ///< samples in a peak: finest or coarsest
        std::int64_t index = 0;     ///< the tile's first sample / samples()
        std::int64_t samples() const { return grid * static_cast<std::int64_t>(peaksPerTile); }
        auto operator<=>(const Key&) const = default;
    };
    struct Tile {
        std::array<media::Peak, peaksPerTile> fine{};
        std::bitset<peaksPerTile> known;
        media::Peak whole;     ///< of all that is known
        bool answered = false; ///< what is not known is not in the cloud's waveform
        SteadyTime retryAt;    ///< when to try again for what is not known
    };
    struct Entry {
        Tile tile;
        std::list<Key>::iterator used;
    };
    class Look;

    const Tile* find(const Key& key);
    void want(std::vector<Key> missing);
    void run(std::stop_token stop);
    Tile compute(const Key& key, const std::stop_token& stop);
    bool keep(const Key& key, const Tile& tile);

    const OnArrival m_onArrival;
    const std::size_t m_maxTiles;

    mutable std::mutex m_mutex; ///< guards the four below
    std::condition_variable_any m_wake;
    std::map<Key, Entry> m_tiles;
    std::list<Key> m_use;     ///< most recent first
    std::deque<Key> m_wanted; ///< next first

    WaveformReader m_reader; ///< the store's own thread only

    std::jthread m_thread; ///< last: stops and joins before the rest goes
};

} // namespace cutaway::playback
