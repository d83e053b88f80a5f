#include "core/playback/waveform_store.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::size_t maxWanted = 4096;
constexpr std::chrono::seconds pauseAfterFailure{5};

std::int64_t floorDivide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

void widen(media::Peak& peak, bool& any, const media::Peak& by) {
    peak.low = any ? std::min(peak.low, by.low) : by.low;
    peak.high = any ? std::max(peak.high, by.high) : by.high;
    any = true;
}

} // namespace

WaveformStore::WaveformStore(std::shared_ptr<MediaAccess> access, OnArrival onArrival, std::size_t maxTiles)
    : m_onArrival(std::move(onArrival))
    , m_maxTiles(maxTiles)
    , m_reader(std::move(access))
    , m_thread([this](std::stop_token stop) { run(std::move(stop)); }) {}

const WaveformStore::Tile* WaveformStore::find(const Key& key) {
    const auto found = m_tiles.find(key);
    if (found == m_tiles.end())
        return nullptr;
    m_use.splice(m_use.begin(), m_use, found->second.used);
    return &found->second.tile;
}

/// One look at the tiles of a sound at one precision, along rising samples. Under the store's lock.
class WaveformStore::Look {
public:
    Look(WaveformStore& store, const Uuid& sourceId, int member, std::int64_t grid)
        : m_store(store)
        , m_key{sourceId, member, grid, 0}
        , m_now(std::chrono::steady_clock::now()) {}

    /// The tile that holds this sample; null: not here. Noted as missing unless it is all known.
    const Tile* at(std::int64_t sample, bool ask, std::vector<Key>& missing) {
        const std::int64_t index = floorDivide(sample, m_key.samples());
        if (!m_looked || index != m_key.index) {
            m_key.index = index;
            m_tile = m_store.find(m_key);
            m_looked = true;
            m_asked = false;
        }
        if (ask && !m_asked) {
            m_asked = true;
            if (m_tile == nullptr || (!m_tile->known.all() && m_tile->retryAt <= m_now))
                missing.push_back(m_key);
        }
        return m_tile;
    }
    std::int64_t tileStart() const { return m_key.index * m_key.samples(); }
    std::int64_t tileEnd() const { return tileStart() + m_key.samples(); }

private:
    WaveformStore& m_store;
    Key m_key;
    const SteadyTime m_now;
    const Tile* m_tile = nullptr;
    bool m_looked = false;
    bool m_asked = false;
};

std::size_t WaveformStore::peaks(const Uuid& sourceId, int member, std::int64_t firstSample,
                                 std::int64_t samplesPerPeak, std::span<media::Peak> into) {
    if (sourceId.isNil() || samplesPerPeak < 1)
        return 0;
    std::vector<Key> missing;
    std::size_t knownCount = 0;
    const std::lock_guard lock(m_mutex);
    Look fine(*this, sourceId, member, finest);
    Look coarse(*this, sourceId, member, coarsest);
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::int64_t first = firstSample + static_cast<std::int64_t>(i) * samplesPerPeak;
        const std::int64_t end = first + samplesPerPeak;
        bool any = false;
        into[i] = {};
        for (std::int64_t at = first; at < end;) {
            std::int64_t until = end;
            bool ask = true;
            if (samplesPerPeak >= coarsest) {
                const Tile* tile = coarse.at(at, true, missing);
                until = std::min(end, coarse.tileEnd());
                if (tile != nullptr && tile->known.any()) {
                    const std::int64_t p = (at - coarse.tileStart()) / coarsest;
                    until = std::min(end, coarse.tileStart() + (p + 1) * coarsest);
                    if (tile->known[static_cast<std::size_t>(p)]) {
                        widen(into[i], any, tile->fine[static_cast<std::size_t>(p)]);
                        at = until;
                        continue;
                    }
                }
                ask = tile != nullptr && tile->answered;
            }
            const Tile* tile = fine.at(at, ask, missing);
            const std::int64_t start = fine.tileStart();
            until = std::min(until, fine.tileEnd());
            if (tile != nullptr && tile->known.any()) {
                if (at == start && until == fine.tileEnd()) {
                    widen(into[i], any, tile->whole);
                } else {
                    const auto last = static_cast<std::size_t>((until - start - 1) / finest);
                    for (auto p = static_cast<std::size_t>((at - start) / finest); p <= last; ++p)
                        if (tile->known[p])
                            widen(into[i], any, tile->fine[p]);
                }
            }
            at = until;
        }
        knownCount += any;
    }
    want(std::move(missing));
    return knownCount;
}

/// Under the lock. What is asked for now comes before what was asked for earlier, and keeps its order.
void WaveformStore::want(std::vector<Key> missing) {
    if (missing.empty())
        return;
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    std::erase_if(m_wanted,
                  [&](const Key& key) { return std::binary_search(missing.begin(), missing.end(), key); });
    m_wanted.insert(m_wanted.begin(), missing.begin(), missing.end());
    if (m_wanted.size() > maxWanted)
        m_wanted.resize(maxWanted);
    m_wake.notify_all();
}

void WaveformStore::retry() {
    const std::lock_guard lock(m_mutex);
    for (auto& [key, entry] : m_tiles)
        entry.tile.retryAt = {};
}

std::size_t WaveformStore::tileCount() const {
    const std::lock_guard lock(m_mutex);
    return m_tiles.size();
}

void WaveformStore::run(std::stop_token stop) {
    for (;;) {
        Key key;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_wanted.empty(); }))
                return;
            key = m_wanted.front();
            m_wanted.pop_front();
        }
        const Tile tile = compute(key, stop);
        if (stop.stop_requested())
            return;
        // Where the coarse waveform has nothing, the next look asks for finer peaks.
        const bool firstAnswer = keep(key, tile) && key.grid == coarsest;
        if (tile.known.any() || firstAnswer)
            m_onArrival(key.source);
    }
}

/// True when the cloud's waveform has answered for the first time.
bool WaveformStore::keep(const Key& key, const Tile& tile) {
    const std::lock_guard lock(m_mutex);
    std::erase(m_wanted, key); // asked for again meanwhile
    if (const auto found = m_tiles.find(key); found != m_tiles.end()) {
        const bool before = found->second.tile.answered;
        found->second.tile = tile;
        return tile.answered && !before;
    }
    m_use.push_front(key);
    m_tiles[key] = {tile, m_use.begin()};
    while (m_tiles.size() > m_maxTiles) {
        m_tiles.erase(m_use.back());
        m_use.pop_back();
    }
    return tile.answered;
}

WaveformStore::Tile WaveformStore::compute(const Key& key, const std::stop_token& stop) {
    Tile tile;
    tile.retryAt = std::chrono::steady_clock::now() + pauseAfterFailure;
    const std::int64_t start = key.index * key.samples();
    const std::int64_t end = start + key.samples();
    const auto peakAt = [&](std::int64_t sample) {
        return static_cast<std::size_t>((sample - start) / key.grid);
    };
    bool any = false;
    const auto take = [&](std::int64_t first, std::int64_t, const media::Peak& value) {
        const std::size_t peak = peakAt(first);
        bool here = tile.known[peak];
        widen(tile.fine[peak], here, value);
        tile.known.set(peak);
        widen(tile.whole, any, value);
    };
    tile.answered = m_reader.fromWaveform(key.source, key.member, key.grid, start, end, take, stop);
    if (tile.answered && key.grid == finest && !tile.known.all()) {
        const auto drawn = tile.known;
        const auto isMissing = [&](std::int64_t sample) { return !drawn[peakAt(sample)]; };
        m_reader.fromSound(key.source, key.member, key.grid, start, end, isMissing, take, stop);
    }
    return tile;
}

} // namespace cutaway::playback
