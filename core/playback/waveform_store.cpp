#include "core/playback/waveform_store.h"

#include "core/media/decoder.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::size_t maxWanted = 4096;
constexpr std::size_t maxBlocks = 4;
constexpr std::chrono::seconds pauseAfterFailure{5};
constexpr std::int64_t gapStep = WaveformStore::finest * 20; // how finely the end of a gap is looked for

std::int64_t floorDivide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

void widen(media::Peak& peak, bool& any, const media::Peak& by) {
    peak.low = any ? std::min(peak.low, by.low) : by.low;
    peak.high = any ? std::max(peak.high, by.high) : by.high;
    any = true;
}

/// Lowest and highest of samples [first, first + count) of all channels together.
media::Peak peakOf(const media::AudioBlock& block, std::int64_t first, std::int64_t count) {
    const auto begin = block.samples.begin() + first * block.channels;
    const auto [low, high] = std::minmax_element(begin, begin + count * block.channels);
    return {static_cast<std::int16_t>(*low >> 16), static_cast<std::int16_t>(*high >> 16)};
}

} // namespace

WaveformStore::WaveformStore(std::shared_ptr<MediaAccess> access, OnArrival onArrival, std::size_t maxTiles)
    : m_access(std::move(access))
    , m_onArrival(std::move(onArrival))
    , m_maxTiles(maxTiles)
    , m_thread([this](std::stop_token stop) { run(std::move(stop)); }) {}

const WaveformStore::Tile* WaveformStore::find(const Key& key) {
    const auto found = m_tiles.find(key);
    if (found == m_tiles.end())
        return nullptr;
    m_use.splice(m_use.begin(), m_use, found->second.used);
    return &found->second.tile;
}

std::size_t WaveformStore::peaks(const Uuid& sourceId, int member, std::int64_t firstSample,
                                 std::int64_t samplesPerPeak, std::span<media::Peak> into) {
    if (sourceId.isNil() || samplesPerPeak < 1)
        return 0;
    std::vector<Key> missing;
    std::size_t knownCount = 0;
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_mutex);
    Key key{sourceId, member, 0};
    const Tile* tile = nullptr;
    bool looked = false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::int64_t first = firstSample + static_cast<std::int64_t>(i) * samplesPerPeak;
        const std::int64_t end = first + samplesPerPeak;
        bool any = false;
        into[i] = {};
        for (std::int64_t at = first; at < end;) {
            const std::int64_t index = floorDivide(at, perTile);
            if (!looked || index != key.index) {
                key.index = index;
                tile = find(key);
                looked = true;
                if (tile == nullptr || (!tile->known.all() && tile->retryAt <= now))
                    missing.push_back(key);
            }
            const std::int64_t start = index * perTile;
            const std::int64_t stop = std::min(end, start + perTile);
            if (tile != nullptr && tile->known.any()) {
                if (at == start && stop == start + perTile) {
                    widen(into[i], any, tile->whole);
                } else {
                    const auto last = static_cast<std::size_t>((stop - start - 1) / finest);
                    for (auto p = static_cast<std::size_t>((at - start) / finest); p <= last; ++p)
                        if (tile->known[p])
                            widen(into[i], any, tile->fine[p]);
                }
            }
            at = stop;
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
        keep(key, tile);
        if (tile.known.any())
            m_onArrival(key.source);
    }
}

void WaveformStore::keep(const Key& key, const Tile& tile) {
    const std::lock_guard lock(m_mutex);
    std::erase(m_wanted, key); // asked for again meanwhile
    if (const auto found = m_tiles.find(key); found != m_tiles.end()) {
        found->second.tile = tile;
        return;
    }
    m_use.push_front(key);
    m_tiles[key] = {tile, m_use.begin()};
    while (m_tiles.size() > m_maxTiles) {
        m_tiles.erase(m_use.back());
        m_use.pop_back();
    }
}

WaveformStore::Tile WaveformStore::compute(const Key& key, const std::stop_token& stop) {
    Tile tile;
    tile.retryAt = std::chrono::steady_clock::now() + pauseAfterFailure;
    const auto source = m_access->source(key.source, stop);
    if (!source || key.member < 1 || static_cast<std::size_t>(key.member) > source->sounds.size())
        return tile;
    const Uuid flow = source->sounds[static_cast<std::size_t>(key.member - 1)].flowId;

    const std::int64_t start = key.index * perTile;
    const std::int64_t end = start + perTile;
    bool any = false;
    for (std::int64_t at = start; at < end && !stop.stop_requested();) {
        const auto span = m_access->soundSpan(*source, flow, at, stop);
        if (!span) {
            if (span.error().category != ErrorCategory::NotFound)
                break;
            at = floorDivide(at, gapStep) * gapStep + gapStep;
            continue;
        }
        const std::int64_t spanEnd = std::min(end, span->firstUnit + span->count);
        const auto block = decoded(*span, stop);
        const std::int64_t shift = span->objectUnit - span->firstUnit; // Source sample to Object sample
        while (at < spanEnd) {
            const auto peak = static_cast<std::size_t>((at - start) / finest);
            const std::int64_t next =
                std::min(spanEnd, start + (static_cast<std::int64_t>(peak) + 1) * finest);
            if (block && at + shift >= 0 && next + shift <= (*block)->frames()) {
                bool here = tile.known[peak];
                const media::Peak value = peakOf(**block, at + shift, next - at);
                widen(tile.fine[peak], here, value);
                tile.known.set(peak);
                widen(tile.whole, any, value);
            }
            at = next;
        }
    }
    return tile;
}

/// Neighbouring tiles share Objects where a second of sound is not 48000 samples: the last few are kept.
std::optional<WaveformStore::BlockPtr> WaveformStore::decoded(const ObjectSpan& span,
                                                              const std::stop_token& stop) {
    for (const auto& [id, block] : m_blocks)
        if (id == span.objectId)
            return block;
    const auto bytes = m_access->object(span, stop);
    if (!bytes)
        return {};
    auto decoder = media::AudioDecoder::open(media::memorySource(*bytes));
    if (!decoder)
        return {};
    auto samples = decoder->read(0, decoder->sampleCount(), stop);
    if (!samples || samples->channels < 1)
        return {};
    const auto block = std::make_shared<const media::AudioBlock>(std::move(samples).value());
    m_blocks.emplace_back(span.objectId, block);
    if (m_blocks.size() > maxBlocks)
        m_blocks.pop_front();
    return block;
}

} // namespace cutaway::playback
