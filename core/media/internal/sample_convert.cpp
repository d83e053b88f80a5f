#include "core/media/internal/sample_convert.h"

#include <algorithm>
#include <cmath>

namespace cutaway::media::av {

namespace {

std::int32_t fromReal(double value) {
    if (!(value > -1.0)) // also not a number
        return std::isnan(value) ? 0 : INT32_MIN;
    return value >= 1.0 ? INT32_MAX
                        : static_cast<std::int32_t>(
                              std::clamp<long long>(std::llrint(value * 0x1p31), INT32_MIN, INT32_MAX));
}

std::int32_t convert(std::uint8_t s) {
    return static_cast<std::int32_t>((static_cast<std::uint32_t>(s) - 128U) << 24);
}
std::int32_t convert(std::int16_t s) {
    return static_cast<std::int32_t>(s) * 65536;
}
std::int32_t convert(std::int32_t s) {
    return s;
}
std::int32_t convert(std::int64_t s) {
    return static_cast<std::int32_t>(s >> 32);
}
std::int32_t convert(float s) {
    return fromReal(static_cast<double>(s));
}
std::int32_t convert(double s) {
    return fromReal(s);
}

template <class Sample>
void copy(const AVFrame& sound, bool planar, std::int64_t first, std::int64_t count, AudioBlock& out) {
    const auto channels = static_cast<std::int64_t>(out.channels);
    std::size_t at = 0;
    for (std::int64_t s = first; s < first + count; ++s)
        for (std::int64_t c = 0; c < channels; ++c) {
            const auto* data = reinterpret_cast<const Sample*>(sound.extended_data[planar ? c : 0]);
            out.samples[at++] = convert(data[planar ? s : s * channels + c]);
        }
}

} // namespace

Result<AudioBlock> toBlock(const AVFrame& sound, std::int64_t skip, std::int64_t count) {
    AudioBlock out;
    out.channels = sound.ch_layout.nb_channels;
    const std::int64_t first = std::clamp<std::int64_t>(skip, 0, sound.nb_samples);
    const std::int64_t take = std::clamp<std::int64_t>(count, 0, sound.nb_samples - first);
    out.samples.resize(static_cast<std::size_t>(take * out.channels));
    const auto format = static_cast<AVSampleFormat>(sound.format);
    const bool planar = av_sample_fmt_is_planar(format) == 1;
    switch (av_get_packed_sample_fmt(format)) {
    case AV_SAMPLE_FMT_U8:
        copy<std::uint8_t>(sound, planar, first, take, out);
        return out;
    case AV_SAMPLE_FMT_S16:
        copy<std::int16_t>(sound, planar, first, take, out);
        return out;
    case AV_SAMPLE_FMT_S32:
        copy<std::int32_t>(sound, planar, first, take, out);
        return out;
    case AV_SAMPLE_FMT_S64:
        copy<std::int64_t>(sound, planar, first, take, out);
        return out;
    case AV_SAMPLE_FMT_FLT:
        copy<float>(sound, planar, first, take, out);
        return out;
    case AV_SAMPLE_FMT_DBL:
        copy<double>(sound, planar, first, take, out);
        return out;
    default:
        return Error{ErrorCategory::Unsupported, "This kind of sound samples cannot be read here.", {}};
    }
}

} // namespace cutaway::media::av
