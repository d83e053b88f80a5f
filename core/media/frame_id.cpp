#include "core/media/frame_id.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace cutaway::media {

namespace {

using Bits = std::array<bool, frame_id::cells>;

constexpr std::uint32_t sourceMask = 0xffffff;
constexpr int syncBits = 8, sourceBits = 24, frameBits = 32, crcBits = 32;
static_assert(syncBits + sourceBits + frameBits + crcBits == frame_id::cells);

/// CRC-32 (IEEE 802.3) of the payload.
std::uint32_t checksum(std::uint32_t source, std::uint32_t frame) {
    std::uint32_t crc = 0xffffffff;
    const std::uint64_t payload = (std::uint64_t{source & sourceMask} << 32) | frame;
    for (int byte = 6; byte >= 0; --byte) {
        crc ^= static_cast<std::uint32_t>(payload >> (8 * byte)) & 0xff;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

void putBits(Bits& bits, int& at, std::uint32_t value, int count) {
    for (int bit = count - 1; bit >= 0; --bit)
        bits[static_cast<std::size_t>(at++)] = ((value >> bit) & 1) != 0;
}

std::uint32_t takeBits(const Bits& bits, int& at, int count) {
    std::uint32_t value = 0;
    for (int bit = 0; bit < count; ++bit)
        value = (value << 1) | (bits[static_cast<std::size_t>(at++)] ? 1U : 0U);
    return value;
}

/// First pixel whose centre lies at or after this fraction of `size`.
int pixelAt(double fraction, int size) {
    return std::clamp(static_cast<int>(std::ceil(fraction * size - 0.5)), 0, size);
}

template <class Sample>
void fillRow(std::uint8_t* row, int from, int to, int value) {
    auto* samples = reinterpret_cast<Sample*>(row);
    std::fill(samples + from, samples + to, static_cast<Sample>(value));
}

void fill(WritableFrame& frame, std::size_t plane, int row, int from, int to, int code10) {
    std::uint8_t* start = frame.planes[plane] + frame.frame.strides[plane] * row;
    if (bitDepth(frame.frame.format) > 8)
        fillRow<std::uint16_t>(start, from, to, code10);
    else
        fillRow<std::uint8_t>(start, from, to, code10 / 4);
}

double lumaAt(const VideoFrame& frame, int x, int y) {
    const std::uint8_t* row = frame.planes[0] + frame.strides[0] * y;
    if (bitDepth(frame.format) <= 8)
        return row[x] * 4.0;
    std::uint16_t sample = 0;
    std::memcpy(&sample, row + 2 * x, sizeof sample);
    return sample;
}

/// Mean luma of the middle of a cell, away from its neighbours and from what lies above and below.
double cellLuma(const VideoFrame& frame, int cell) {
    const double x0 = frame_id::left + cell * frame_id::cellWidth;
    const int fromX = pixelAt(x0 + 0.25 * frame_id::cellWidth, frame.width);
    const int toX = std::max(fromX + 1, pixelAt(x0 + 0.75 * frame_id::cellWidth, frame.width));
    const int fromY = pixelAt(frame_id::top + 0.25 * frame_id::height, frame.height);
    const int toY = std::max(fromY + 1, pixelAt(frame_id::top + 0.75 * frame_id::height, frame.height));
    double sum = 0;
    for (int y = fromY; y < toY; ++y)
        for (int x = fromX; x < toX; ++x)
            sum += lumaAt(frame, x, y);
    return sum / (static_cast<double>(toX - fromX) * (toY - fromY));
}

} // namespace

void drawFrameId(WritableFrame& frame, FrameId id) {
    Bits bits{};
    int at = 0;
    putBits(bits, at, frame_id::sync, syncBits);
    putBits(bits, at, id.source & sourceMask, sourceBits);
    putBits(bits, at, id.frame, frameBits);
    putBits(bits, at, checksum(id.source, id.frame), crcBits);

    const int width = frame.frame.width, height = frame.frame.height;
    const int top = pixelAt(frame_id::top, height);
    const int bottom = pixelAt(frame_id::top + frame_id::height, height);
    const double end = frame_id::left + frame_id::cells * frame_id::cellWidth;
    // A dark margin of one cell keeps the picture from bleeding into the outer cells when it is scaled.
    const int marginLeft = pixelAt(frame_id::left - frame_id::cellWidth, width);
    const int marginRight = pixelAt(end + frame_id::cellWidth, width);
    for (int y = top; y < bottom; ++y) {
        fill(frame, 0, y, marginLeft, marginRight, frame_id::darkCode);
        for (int cell = 0; cell < frame_id::cells; ++cell)
            if (bits[static_cast<std::size_t>(cell)])
                fill(frame, 0, y, pixelAt(frame_id::left + cell * frame_id::cellWidth, width),
                     pixelAt(frame_id::left + (cell + 1) * frame_id::cellWidth, width), frame_id::lightCode);
    }
    const int shift = chromaShiftY(frame.frame.format);
    for (std::size_t plane = 1; plane < 3; ++plane)
        for (int y = top >> shift; y < (bottom + shift) >> shift; ++y)
            fill(frame, plane, y, marginLeft / 2, marginRight / 2, 512);
}

std::optional<FrameId> readFrameId(const VideoFrame& frame) {
    if (frame.width < 240 || frame.height < 135)
        return std::nullopt;
    std::array<double, frame_id::cells> luma{};
    for (int cell = 0; cell < frame_id::cells; ++cell)
        luma[static_cast<std::size_t>(cell)] = cellLuma(frame, cell);
    // The known cells tell what dark and light have become on the way.
    double dark = 0, light = 0;
    int darkCells = 0, lightCells = 0;
    for (int cell = 0; cell < syncBits; ++cell) {
        const bool one = ((frame_id::sync >> (syncBits - 1 - cell)) & 1) != 0;
        (one ? light : dark) += luma[static_cast<std::size_t>(cell)];
        ++(one ? lightCells : darkCells);
    }
    dark /= darkCells;
    light /= lightCells;
    if (light - dark < (frame_id::lightCode - frame_id::darkCode) / 4.0)
        return std::nullopt;
    Bits bits{};
    for (std::size_t cell = 0; cell < bits.size(); ++cell)
        bits[cell] = luma[cell] > (dark + light) / 2;
    int at = 0;
    if (takeBits(bits, at, syncBits) != frame_id::sync)
        return std::nullopt;
    FrameId id;
    id.source = takeBits(bits, at, sourceBits);
    id.frame = takeBits(bits, at, frameBits);
    if (takeBits(bits, at, crcBits) != checksum(id.source, id.frame))
        return std::nullopt;
    return id;
}

} // namespace cutaway::media
