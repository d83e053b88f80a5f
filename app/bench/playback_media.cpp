#include "app/bench/playback_media.h"

#include "core/media/frame_id.h"
#include "core/media/media_writer.h"

#include <fstream>
#include <random>

namespace cutaway::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t sourceNumber = 7;
constexpr std::int64_t bitRate = 2'000'000; ///< of our proxy and of the other player's file

/// A panning slope with grain: moves, and costs an encoder about what a camera costs.
media::VideoFramePtr picture(int number, int width, int height, media::PixelFormat format,
                             media::Colour colour) {
    media::WritableFrame frame = media::allocateFrame(width, height, format, colour);
    const int bits = media::bitDepth(format);
    std::mt19937 random(static_cast<unsigned>(number));
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int w = plane == 0 ? width : width / 2;
        const int h = plane == 0 ? height : height / 2;
        const int zoom = 960 / width * (plane == 0 ? 1 : 2);
        for (int y = 0; y < h; ++y) {
            std::uint8_t* row = frame.planes[plane] + y * frame.frame.strides[plane];
            auto grain = static_cast<std::uint32_t>(random());
            for (int x = 0; x < w; ++x) {
                grain = grain * 1664525U + 1013904223U;
                const int slope = (x * zoom + y * zoom / 2 + number * 5) / 2 % 512;
                const int triangle = slope < 256 ? slope : 511 - slope;
                const int code = (plane == 0 ? 200 : 440) + triangle / (plane == 0 ? 1 : 2) +
                                 static_cast<int>(grain >> 26);
                if (bits == 8) {
                    row[x] = static_cast<std::uint8_t>(code >> 2);
                } else {
                    row[2 * x] = static_cast<std::uint8_t>(code & 0xff);
                    row[2 * x + 1] = static_cast<std::uint8_t>(code >> 8);
                }
            }
        }
    }
    media::drawFrameId(frame, {sourceNumber, static_cast<std::uint32_t>(number)});
    return frame.share();
}

Result<void> encode(media::MediaWriter writer, const media::VideoEncodeSettings& settings, int first,
                    int count, media::ByteBuffer* into) {
    for (int n = first; n < first + count; ++n)
        CUTAWAY_CHECK(
            writer.write(*picture(n, settings.width, settings.height, settings.format, settings.colour)));
    CUTAWAY_CHECK(writer.finish());
    if (into)
        *into = writer.takeBytes();
    return {};
}

Result<media::ByteBuffer> readAll(const fs::path& path) {
    CUTAWAY_TRY(const auto file, media::fileSource(path));
    media::ByteBuffer bytes(static_cast<std::size_t>(file->size()));
    CUTAWAY_CHECK(file->readAt(0, bytes));
    return bytes;
}

Result<std::vector<media::ByteBuffer>> objects(const fs::path& folder, const std::string& name,
                                               const Pace& pace, const media::VideoEncodeSettings& video) {
    std::vector<media::ByteBuffer> made;
    media::WriterSettings settings;
    settings.video = video;
    for (int n = 0; n < pace.objects; ++n) {
        const fs::path path = folder / (name + "-" + std::to_string(n) + ".mp4");
        media::ByteBuffer bytes;
        if (fs::exists(path)) {
            CUTAWAY_TRY(bytes, readAll(path));
        } else {
            CUTAWAY_TRY(auto writer, media::MediaWriter::toMemory(settings));
            CUTAWAY_CHECK(
                encode(std::move(writer), video, n * pace.framesPerObject, pace.framesPerObject, &bytes));
            std::ofstream file(path, std::ios::binary);
            file.write(reinterpret_cast<const char*>(bytes.data()),
                       static_cast<std::streamsize>(bytes.size()));
        }
        made.push_back(std::move(bytes));
    }
    return made;
}

Result<void> makePeerFile(const fs::path& path, const Pace& pace, bool eightBit) {
    if (fs::exists(path))
        return {};
    media::WriterSettings settings;
    settings.video = media::editProxy(pace.rate, eightBit ? media::Colour::sdr() : media::Colour::hlg());
    if (eightBit)
        settings.video->format = media::PixelFormat::Yuv420p8;
    settings.video->bitRate = settings.video->maxRate = bitRate;
    fs::path part = path;
    part += ".part.mp4";
    CUTAWAY_TRY(auto writer, media::MediaWriter::toFile(part, settings));
    CUTAWAY_CHECK(encode(std::move(writer), *settings.video, 0, static_cast<int>(pace.frames()), nullptr));
    fs::rename(part, path);
    return {};
}

} // namespace

Result<PlaybackMedia> PlaybackMedia::make(const fs::path& folder, const Pace& pace) {
    fs::create_directories(folder);
    PlaybackMedia media;
    media.pace = pace;
    const bool peer = pace.rate == pace50.rate;
    const std::string suffix = peer ? "" : "-" + std::to_string(pace.framesPerObject);
    media::VideoEncodeSettings proxy = media::editProxy(pace.rate, media::Colour::hlg());
    proxy.bitRate = proxy.maxRate = bitRate;
    CUTAWAY_TRY(media.proxy, objects(folder, "540" + suffix, pace, proxy));
    CUTAWAY_TRY(media.low,
                objects(folder, "270" + suffix, pace, media::slowLinkRung(pace.rate, media::Colour::hlg())));
    if (peer) {
        const bool whole = pace.objects == pace50.objects;
        const std::string length = whole ? "" : "-" + std::to_string(pace.objects);
        media.peerFile = folder / ("peer-10bit" + length + ".mp4");
        media.peerEightBit = folder / ("peer" + length + ".mp4");
        CUTAWAY_CHECK(makePeerFile(media.peerFile, pace, false));
        CUTAWAY_CHECK(makePeerFile(media.peerEightBit, pace, true));
    }
    return media;
}

} // namespace cutaway::bench
