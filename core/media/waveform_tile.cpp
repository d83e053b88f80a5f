#include "core/media/waveform_tile.h"

#include <algorithm>
#include <array>

namespace cutaway::media {

namespace {

constexpr std::array<std::byte, 4> magic{std::byte{'C'}, std::byte{'W'}, std::byte{'A'}, std::byte{'V'}};
constexpr std::uint32_t version = 1;
constexpr std::size_t headerBytes = 24;
constexpr std::size_t peakBytes = 4;
constexpr std::int64_t mostPeaks = std::int64_t{1} << 20;
constexpr std::int64_t longestPeak = std::int64_t{1} << 24;

void put(ByteBuffer& bytes, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i)
        bytes.push_back(static_cast<std::byte>(value >> (8 * i) & 0xff));
}

std::uint32_t get(std::span<const std::byte> bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= std::to_integer<std::uint32_t>(bytes[at + i]) << (8 * i);
    return value;
}

std::int16_t sampleAt(std::span<const std::byte> bytes, std::size_t at) {
    return static_cast<std::int16_t>(static_cast<std::uint16_t>(get(bytes, at, 2)));
}

Error damaged(const char* detail) {
    return {ErrorCategory::Corrupt, "A waveform from the cloud is damaged.", detail};
}

} // namespace

std::int64_t peakCount(std::int64_t samplesPerPeak, std::int64_t firstPeakSamples, std::int64_t samples) {
    if (samplesPerPeak < 1 || samplesPerPeak > longestPeak || firstPeakSamples < 1 ||
        firstPeakSamples > samplesPerPeak || samples < 1)
        return 0;
    const std::int64_t after = std::max<std::int64_t>(samples - firstPeakSamples, 0);
    return 1 + (after + samplesPerPeak - 1) / samplesPerPeak;
}

ByteBuffer packWaveform(const WaveformTile& tile) {
    ByteBuffer bytes(magic.begin(), magic.end());
    bytes.reserve(headerBytes + tile.peaks.size() * peakBytes);
    put(bytes, version, 4);
    put(bytes, static_cast<std::uint32_t>(tile.samplesPerPeak), 4);
    put(bytes, static_cast<std::uint32_t>(tile.firstPeakSamples), 4);
    put(bytes, static_cast<std::uint32_t>(tile.samples), 4);
    put(bytes, static_cast<std::uint32_t>(tile.peaks.size()), 4);
    for (const Peak& peak : tile.peaks) {
        put(bytes, static_cast<std::uint16_t>(peak.low), 2);
        put(bytes, static_cast<std::uint16_t>(peak.high), 2);
    }
    return bytes;
}

Result<WaveformTile> unpackWaveform(std::span<const std::byte> bytes) {
    if (bytes.size() < headerBytes || !std::equal(magic.begin(), magic.end(), bytes.begin()))
        return damaged("no waveform");
    if (get(bytes, 4, 4) != version)
        return Error{ErrorCategory::Unsupported,
                     "This waveform was made by a later version of the cloud. Update Cutaway to draw it.",
                     {}};
    WaveformTile tile;
    tile.samplesPerPeak = get(bytes, 8, 4);
    tile.firstPeakSamples = get(bytes, 12, 4);
    tile.samples = get(bytes, 16, 4);
    const std::int64_t count = get(bytes, 20, 4);
    if (count < 1 || count > mostPeaks ||
        count != peakCount(tile.samplesPerPeak, tile.firstPeakSamples, tile.samples))
        return damaged("number of peaks");
    if (bytes.size() != headerBytes + static_cast<std::size_t>(count) * peakBytes)
        return damaged("size");
    tile.peaks.reserve(static_cast<std::size_t>(count));
    for (std::size_t at = headerBytes; at < bytes.size(); at += peakBytes) {
        const Peak peak{sampleAt(bytes, at), sampleAt(bytes, at + 2)};
        if (peak.low > peak.high)
            return damaged("a peak that is upside down");
        tile.peaks.push_back(peak);
    }
    return tile;
}

WaveformBuilder::WaveformBuilder(std::int64_t samplesPerPeak, std::int64_t firstPeakSamples)
    : m_room(firstPeakSamples) {
    m_tile.samplesPerPeak = samplesPerPeak;
    m_tile.firstPeakSamples = firstPeakSamples;
}

void WaveformBuilder::add(const AudioBlock& block, std::int64_t first, std::int64_t count) {
    for (const std::int64_t end = first + count; first < end;) {
        const bool fresh = m_tile.samples == 0 || m_room == 0;
        if (m_room == 0)
            m_room = m_tile.samplesPerPeak;
        const std::int64_t here = std::min(m_room, end - first);
        const auto from = block.samples.begin() + first * block.channels;
        const auto [low, high] = std::minmax_element(from, from + here * block.channels);
        const Peak found{static_cast<std::int16_t>(*low >> 16), static_cast<std::int16_t>(*high >> 16)};
        if (fresh)
            m_tile.peaks.push_back(found);
        Peak& peak = m_tile.peaks.back();
        peak.low = std::min(peak.low, found.low);
        peak.high = std::max(peak.high, found.high);
        m_tile.samples += here;
        m_room -= here;
        first += here;
    }
}

} // namespace cutaway::media
