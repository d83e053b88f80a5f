#include "core/media/internal/picture_checksum.h"

extern "C" {
#include <libavutil/crc.h>
}

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

namespace cutaway::media::av {

namespace {

// No byte of the message is zero, so that nothing in it needs to be escaped.
constexpr std::array<std::uint8_t, 16> ours{
    0x01, 0x04, 0xa2, 0x03, 0x16, 0xa1, 0x4c, 0xc9,
    0xbb, 0xc8, 0x68, 0xa3, 0x23, 0x71, 0xb0, 0x67}; // 0104a203-16a1-4cc9-bbc8-68a32371b067
constexpr std::size_t digits = 5;                    // of 7 bits, each with its highest bit set
constexpr std::uint8_t seiUnit = 6;
constexpr std::uint8_t userData = 5;
constexpr std::size_t before = 3; // type of unit and of message, size of the message
using Message = std::array<std::uint8_t, before + ours.size() + digits + 1>;

std::uint32_t crcOf(std::span<const Bytes> units) {
    std::uint32_t crc = ~0U;
    for (const Bytes unit : units)
        crc = av_crc(av_crc_get_table(AV_CRC_32_IEEE_LE), crc, unit.data(), unit.size());
    return ~crc;
}

Message messageOf(std::uint32_t crc) {
    Message message{seiUnit, userData, static_cast<std::uint8_t>(ours.size() + digits)};
    auto at = std::copy(ours.begin(), ours.end(), message.begin() + before);
    for (std::size_t i = 0; i < digits; ++i, crc >>= 7)
        *at++ = static_cast<std::uint8_t>(0x80U | (crc & 0x7fU));
    *at = 0x80; // the stop bit
    return message;
}

bool isOurs(Bytes unit) {
    return unit.size() == sizeof(Message) && unit[0] == seiUnit && unit[1] == userData &&
           std::equal(ours.begin(), ours.end(), unit.begin() + before);
}

} // namespace

void addChecksum(AVPacket& picture) {
    const Bytes bytes(picture.data, static_cast<std::size_t>(picture.size));
    const Message message = messageOf(crcOf(*nalUnits(bytes, 0)));
    const std::array<std::uint8_t, 4> startCode{0, 0, 0, 1};
    constexpr int added = static_cast<int>(startCode.size() + message.size());
    const int size = picture.size;
    if (av_grow_packet(&picture, added) < 0)
        throw std::bad_alloc();
    std::memmove(picture.data + added, picture.data, static_cast<std::size_t>(size));
    std::copy(message.begin(), message.end(), std::copy(startCode.begin(), startCode.end(), picture.data));
}

bool mayHaveChecksum(Bytes picture) {
    // It is the first unit but for parameter sets, which streams without a header of their own put before it.
    constexpr std::size_t furthest = 512;
    const Bytes start = picture.first(std::min(picture.size(), furthest));
    return std::search(start.begin(), start.end(), ours.begin(), ours.end()) != start.end();
}

Checksum checksumOf(std::span<const Bytes> units) {
    const auto found = std::find_if(units.begin(), units.end(), isOurs);
    if (found == units.end())
        return Checksum::Absent;
    // What stands before it was put there after it: by whoever made a stream of these pictures.
    const Message expected = messageOf(crcOf({found + 1, units.end()}));
    return std::equal(found->begin(), found->end(), expected.begin()) ? Checksum::Right : Checksum::Wrong;
}

} // namespace cutaway::media::av
