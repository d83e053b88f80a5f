#include "core/media/internal/nal_units.h"

#include <algorithm>
#include <array>

namespace cutaway::media::av {

namespace {

constexpr int shortestConfiguration = 7; // bytes of an AVCDecoderConfigurationRecord
constexpr unsigned slice = 1;
constexpr unsigned keySlice = 5;
constexpr std::array<std::uint8_t, 3> startCode{0, 0, 1};

std::optional<std::vector<Bytes>> behindLengths(Bytes picture, std::size_t lengthBytes) {
    std::vector<Bytes> units;
    while (!picture.empty()) {
        if (picture.size() <= lengthBytes)
            return std::nullopt;
        std::size_t length = 0;
        for (const std::uint8_t byte : picture.first(lengthBytes))
            length = length << 8 | byte;
        picture = picture.subspan(lengthBytes);
        if (length == 0 || length > picture.size())
            return std::nullopt;
        units.push_back(picture.first(length));
        picture = picture.subspan(length);
    }
    return units;
}

std::vector<Bytes> betweenStartCodes(Bytes picture) {
    std::vector<Bytes> units;
    const auto next = [&](Bytes::iterator from) {
        return std::search(from, picture.end(), startCode.begin(), startCode.end());
    };
    for (auto at = next(picture.begin()); at != picture.end();) {
        const auto begin = at + startCode.size();
        at = next(begin);
        auto end = at;
        while (end != begin && *(end - 1) == 0) // a unit never ends with a zero: it belongs to the start code
            --end;
        if (end != begin)
            units.emplace_back(begin, end);
    }
    return units;
}

} // namespace

std::optional<int> nalLengthBytes(const AVCodecParameters& parameters) {
    if (parameters.codec_id != AV_CODEC_ID_H264)
        return std::nullopt;
    const bool configured =
        parameters.extradata_size >= shortestConfiguration && parameters.extradata[0] == 1;
    return configured ? (parameters.extradata[4] & 3) + 1 : 0;
}

std::optional<std::vector<Bytes>> nalUnits(Bytes picture, int lengthBytes) {
    if (lengthBytes > 0)
        return behindLengths(picture, static_cast<std::size_t>(lengthBytes));
    return betweenStartCodes(picture);
}

bool isDisposable(Bytes picture) {
    const auto units = nalUnits(picture, 0);
    if (!units)
        return false;
    const auto isSlice = [](Bytes unit) { return nalType(unit) == slice || nalType(unit) == keySlice; };
    return std::any_of(units->begin(), units->end(), isSlice) &&
           std::none_of(units->begin(), units->end(),
                        [&](Bytes unit) { return isSlice(unit) && (unit[0] & 0x60U) != 0; });
}

int slicesOf(std::span<const Bytes> units) {
    return static_cast<int>(std::count_if(units.begin(), units.end(), [](Bytes unit) {
        return nalType(unit) == slice || nalType(unit) == keySlice;
    }));
}

} // namespace cutaway::media::av
