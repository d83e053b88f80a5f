#include "tests/support/media_fixtures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace cutaway::test {

namespace {

void require(const Result<void>& result) {
    if (result)
        return;
    std::fprintf(stderr, "media fixture: %s (%s)\n", result.error().message.c_str(),
                 result.error().detail.c_str());
    std::abort();
}

media::WriterSettings writerSettings(const ClipSpec& spec) {
    media::WriterSettings settings;
    settings.container = spec.container;
    if (spec.withPicture)
        settings.video = spec.video;
    settings.audio = spec.audio;
    if (spec.startTimecode >= 0)
        settings.timecode = {spec.startTimecode, {spec.video.rate, spec.dropFrame}};
    return settings;
}

/// Picture and sound in step, a tenth of a second of sound ahead at most.
void writeAll(media::MediaWriter& writer, const ClipSpec& spec) {
    const auto& video = spec.video;
    for (std::int64_t n = 0; n < spec.frames; ++n) {
        if (spec.withPicture) {
            const auto number = spec.firstFrame + static_cast<std::uint32_t>(n);
            require(writer.write(*testPicture(video.width, video.height, video.format, video.colour,
                                              {spec.source, number}, spec.seed)));
        }
        const std::int64_t from = samplesAtFrame(n, video.rate), to = samplesAtFrame(n + 1, video.rate);
        for (std::size_t track = 0; track < spec.audio.size(); ++track)
            require(writer.write(track, testSound(spec.audio[track].channels, from, to - from, spec.source)));
    }
    require(writer.finish());
}

/// Cheap repeatable noise of a position.
std::uint32_t noise(std::uint32_t x, std::uint32_t y, std::uint32_t seed) {
    std::uint32_t h = x * 374761393U + y * 668265263U + seed * 2246822519U;
    h = (h ^ (h >> 13)) * 1274126177U;
    return h ^ (h >> 16);
}

} // namespace

ClipSpec smallClip(std::int64_t frames, std::uint32_t source) {
    ClipSpec spec;
    spec.video = media::slowLinkRung({50, 1}, media::Colour::hlg());
    spec.video.threads = 1;
    spec.audio = {{media::AudioCodec::Aac, 2, 128'000}};
    spec.frames = frames;
    spec.source = source;
    return spec;
}

media::VideoFramePtr testPicture(int width, int height, media::PixelFormat format, media::Colour colour,
                                 media::FrameId id, std::uint32_t seed) {
    media::WritableFrame picture = media::allocateFrame(width, height, format, colour);
    const bool wide = media::bitDepth(format) > 8;
    const auto number = static_cast<int>(id.frame % 1000);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int w = plane == 0 ? width : width / 2;
        const int h = plane == 0 ? height : height >> media::chromaShiftY(format);
        for (int y = 0; y < h; ++y) {
            std::uint8_t* row = picture.planes[plane] + picture.frame.strides[plane] * y;
            for (int x = 0; x < w; ++x) {
                const int slope = plane == 0
                                      ? 120 + (x + 3 * number) % w * 400 / w + y * 200 / h
                                      : 400 + (x + number + static_cast<int>(plane) * 40) % w * 224 / w;
                const auto grain = static_cast<int>(
                    noise(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), seed + id.source) %
                    24);
                const int code = slope + grain;
                if (wide) {
                    const auto sample = static_cast<std::uint16_t>(code);
                    std::memcpy(row + 2 * x, &sample, sizeof sample);
                } else {
                    row[x] = static_cast<std::uint8_t>(code / 4);
                }
            }
        }
    }
    if (width >= 240)
        media::drawFrameId(picture, id);
    return picture.share();
}

media::AudioBlock testSound(int channels, std::int64_t first, std::int64_t count, std::uint32_t source) {
    media::AudioBlock block = media::AudioBlock::silence(channels, count);
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t at = first + i;
        const std::int64_t second = at / 48000, within = at % 48000;
        const double pitch = 180.0 + 37.0 * static_cast<double>((second + source) % 23);
        const double turn = 6.283185307179586 * static_cast<double>(within) / 48000.0;
        double value = 0.1 * std::sin(turn * pitch) + 0.05 * std::sin(turn * 2.5 * pitch);
        if (within < 960)
            value += 0.4 * std::sin(turn * 1000.0);
        for (int c = 0; c < channels; ++c) {
            const auto sample =
                static_cast<std::int32_t>(std::lrint(value * (c == 0 ? 8388607.0 : 7000000.0)));
            block.samples[static_cast<std::size_t>(i * channels + c)] = sample * 256;
        }
    }
    return block;
}

media::ByteBuffer makeClip(const ClipSpec& spec) {
    auto writer = media::MediaWriter::toMemory(writerSettings(spec));
    require(writer ? Result<void>() : Result<void>(writer.error()));
    writeAll(*writer, spec);
    return writer->takeBytes();
}

void makeClipFile(const ClipSpec& spec, const std::filesystem::path& path) {
    auto writer = media::MediaWriter::toFile(path, writerSettings(spec));
    require(writer ? Result<void>() : Result<void>(writer.error()));
    writeAll(*writer, spec);
}

} // namespace cutaway::test
