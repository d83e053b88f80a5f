#pragma once

#include "core/media/audio.h"
#include "core/media/byte_source.h"
#include "core/media/frame_id.h"
#include "core/media/media_writer.h"

#include <cstdint>
#include <filesystem>

/// Small synthetic media for everyone's tests, made when a test asks for it. Every picture carries a frame id
/// over moving, noisy content; the sound is a tone with a burst at the start of every second. All of it
/// follows from the seed alone.
namespace cutaway::test {

struct ClipSpec {
    media::Container container = media::Container::Mp4;
    media::VideoEncodeSettings video; ///< ignored when withPicture is false
    bool withPicture = true;
    std::vector<media::AudioEncodeSettings> audio;
    std::int64_t frames = 50;
    std::uint32_t source = 1;     ///< of the frame ids
    std::uint32_t firstFrame = 0; ///< frame id of the first picture
    std::uint32_t seed = 1;
    std::int64_t startTimecode = -1; ///< frames since midnight; -1: none
    bool dropFrame = false;
};

/// 480x270 H.264 High 10 HLG at 50, stereo AAC: what most tests need.
ClipSpec smallClip(std::int64_t frames = 50, std::uint32_t source = 1);

/// The picture with this frame id, before any encoding.
media::VideoFramePtr testPicture(int width, int height, media::PixelFormat format, media::Colour colour,
                                 media::FrameId id, std::uint32_t seed = 1);
/// Samples [first, first + count) of the test sound of a source: a quiet chord that differs from second to
/// second, and a 20 ms burst of 1 kHz at the start of each. 24 bits are used.
media::AudioBlock testSound(int channels, std::int64_t first, std::int64_t count, std::uint32_t source = 1);

/// Stops the test program with a message when encoding fails: fixtures are not what is tested.
media::ByteBuffer makeClip(const ClipSpec& spec);
void makeClipFile(const ClipSpec& spec, const std::filesystem::path& path);

} // namespace cutaway::test
