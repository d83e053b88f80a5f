#include "core/playback/waveform_reader.h"

#include "core/media/decoder.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::size_t maxSounds = 4;
constexpr std::size_t maxTiles = 16;
constexpr std::int64_t gapSteps = 20; // of the grid: how finely the end of a gap in the sound is looked for

std::int64_t floorTo(std::int64_t value, std::int64_t step) {
    return (value / step - (value % step < 0 ? 1 : 0)) * step;
}

/// Lowest and highest of samples [first, first + count) of all channels together.
media::Peak peakOf(const media::AudioBlock& block, std::int64_t first, std::int64_t count) {
    const auto begin = block.samples.begin() + first * block.channels;
    const auto [low, high] = std::minmax_element(begin, begin + count * block.channels);
    return {static_cast<std::int16_t>(*low >> 16), static_cast<std::int16_t>(*high >> 16)};
}

/// The cloud cannot say now; anything else is its last word.
bool isPassing(const Error& error) {
    return error.category == ErrorCategory::Unavailable || error.category == ErrorCategory::Timeout ||
           error.category == ErrorCategory::Cancelled;
}

/// The peaks of a tile that lie within the grid and within the span which shows it.
void takePeaks(const media::WaveformTile& tile, const ObjectSpan& span, std::int64_t grid, std::int64_t start,
               std::int64_t end, const WaveformReader::Take& take) {
    const std::int64_t origin = span.firstUnit - span.objectUnit; // absolute number of the tile's sample 0
    const std::int64_t mark = origin + tile.firstPeakSamples;
    if (tile.samplesPerPeak != grid || (tile.peaks.size() > 1 && floorTo(mark, grid) != mark) ||
        floorTo(origin, grid) + grid < std::min(mark, origin + tile.samples))
        return; // made on another grid
    start = std::max(start, span.firstUnit);
    end = std::min(end, span.firstUnit + span.count);
    const std::int64_t last = origin + tile.samples;
    const std::int64_t skipped =
        start < mark ? 0 : std::min((start - mark) / grid + 1, static_cast<std::int64_t>(tile.peaks.size()));
    for (auto i = static_cast<std::size_t>(skipped); i < tile.peaks.size(); ++i) {
        const std::int64_t until = std::min(last, mark + static_cast<std::int64_t>(i) * grid);
        const std::int64_t from = i == 0 ? origin : mark + (static_cast<std::int64_t>(i) - 1) * grid;
        if (from >= end)
            return;
        if (from >= start && until <= end)
            take(from, until, tile.peaks[i]);
    }
}

} // namespace

bool WaveformReader::fromWaveform(const Uuid& sourceId, int member, std::int64_t grid, std::int64_t start,
                                  std::int64_t end, const Take& take, const std::stop_token& stop) {
    const auto source = m_access->source(sourceId, stop);
    if (!source)
        return !isPassing(source.error());
    if (member < 1 || static_cast<std::size_t>(member) > source->sounds.size())
        return true;
    const auto& levels = source->sounds[static_cast<std::size_t>(member - 1)].waveforms;
    const auto level = std::find_if(levels.begin(), levels.end(),
                                    [&](const WaveformLevel& one) { return one.samplesPerPeak == grid; });
    if (level == levels.end())
        return true;
    start = std::max(start, source->clock.audio().originUnit());
    for (std::int64_t at = start; at < end && !stop.stop_requested();) {
        const auto span = m_access->soundSpan(*source, level->flowId, at, stop);
        if (!span) {
            if (span.error().category != ErrorCategory::NotFound)
                return !isPassing(span.error());
            at = floorTo(at, grid) + grid;
            continue;
        }
        const auto here = tile(*span, stop);
        if (here)
            takePeaks(**here, *span, grid, at, end, take);
        else if (isPassing(here.error()))
            return false;
        at = span->firstUnit + span->count;
    }
    return !stop.stop_requested();
}

void WaveformReader::fromSound(const Uuid& sourceId, int member, std::int64_t grid, std::int64_t start,
                               std::int64_t end, const std::function<bool(std::int64_t)>& isMissing,
                               const Take& take, const std::stop_token& stop) {
    const auto source = m_access->source(sourceId, stop);
    if (!source || member < 1 || static_cast<std::size_t>(member) > source->sounds.size())
        return;
    const Uuid flow = source->sounds[static_cast<std::size_t>(member - 1)].flowId;
    start = std::max(start, source->clock.audio().originUnit());
    for (std::int64_t at = start; at < end && !stop.stop_requested();) {
        if (!isMissing(at)) {
            at = floorTo(at, grid) + grid;
            continue;
        }
        const auto span = m_access->soundSpan(*source, flow, at, stop);
        if (!span) {
            if (span.error().category != ErrorCategory::NotFound)
                return;
            at = floorTo(at, grid * gapSteps) + grid * gapSteps;
            continue;
        }
        const std::int64_t spanEnd = std::min(end, span->firstUnit + span->count);
        const auto block = sound(*span, stop);
        const std::int64_t shift = span->objectUnit - span->firstUnit; // Source sample to Object sample
        while (at < spanEnd) {
            const std::int64_t next = std::min(spanEnd, floorTo(at, grid) + grid);
            if (block && isMissing(at) && at + shift >= 0 && next + shift <= block->frames())
                take(at, next, peakOf(*block, at + shift, next - at));
            at = next;
        }
    }
}

std::shared_ptr<const media::AudioBlock> WaveformReader::sound(const ObjectSpan& span,
                                                               const std::stop_token& stop) {
    for (const auto& [id, block] : m_sounds)
        if (id == span.objectId)
            return block;
    const auto bytes = m_access->object(span, stop);
    if (!bytes)
        return nullptr;
    auto decoder = media::AudioDecoder::open(media::memorySource(*bytes));
    if (!decoder)
        return nullptr;
    auto samples = decoder->read(0, decoder->sampleCount(), stop);
    if (!samples || samples->channels < 1)
        return nullptr;
    auto block = std::make_shared<const media::AudioBlock>(std::move(samples).value());
    m_sounds.emplace_back(span.objectId, block);
    if (m_sounds.size() > maxSounds)
        m_sounds.pop_front();
    return block;
}

/// From this computer if it is here, else from the cloud, and then kept here.
Result<std::shared_ptr<const media::WaveformTile>> WaveformReader::tile(const ObjectSpan& span,
                                                                        const std::stop_token& stop) {
    for (const auto& [id, known] : m_tiles)
        if (id == span.objectId)
            return known;
    std::optional<media::WaveformTile> found;
    if (const auto here = m_access->kept(span.objectId)) {
        if (auto read = media::unpackWaveform(*here))
            found = std::move(read).value();
        else
            m_access->dropKept(span.objectId);
    }
    if (!found) {
        CUTAWAY_TRY(const auto bytes, m_access->object(span, stop));
        CUTAWAY_TRY(found, media::unpackWaveform(*bytes));
        m_access->keep(span.objectId, *bytes);
    }
    auto shared = std::make_shared<const media::WaveformTile>(std::move(*found));
    m_tiles.emplace_back(span.objectId, shared);
    if (m_tiles.size() > maxTiles)
        m_tiles.pop_front();
    return shared;
}

} // namespace cutaway::playback
