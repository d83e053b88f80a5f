#include "core/media/encoder.h"

#include <algorithm>

namespace cutaway::media {

namespace {

/// Half a second, a whole number of frames: 25 at 50, 30 at 59.94, 12 at 24 and 25.
int halfSecond(FrameRate rate) {
    return rate.timecodeBase() / 2 > 0 ? rate.timecodeBase() / 2 : 1;
}

/// A quarter of a second, so that four make a second: 13, 13, 13 and 11 at 50.
int quarterSecond(FrameRate rate) {
    return std::max((rate.timecodeBase() + 3) / 4, 1);
}

} // namespace

VideoEncodeSettings hevcMaster(int width, int height, FrameRate rate, Colour colour) {
    VideoEncodeSettings settings;
    settings.codec = VideoCodec::Hevc;
    settings.width = width;
    settings.height = height;
    settings.rate = rate;
    settings.format = PixelFormat::Yuv420p10;
    settings.colour = colour;
    settings.gop = halfSecond(rate);
    settings.bFrames = 2;
    settings.crf = 20;
    settings.preset = "ultrafast";
    return settings;
}

VideoEncodeSettings h264Proxy(int width, int height, FrameRate rate, Colour colour, std::int64_t maxRate) {
    VideoEncodeSettings settings;
    settings.codec = VideoCodec::H264;
    settings.width = width;
    settings.height = height;
    settings.rate = rate;
    settings.format = PixelFormat::Yuv420p10;
    settings.colour = colour;
    // The small picture is what a seek shows first, and what is on the way to it holds the large one up: 7 KB
    // on average, and 12 with half a second.
    const bool large = width > 640;
    settings.gop = large ? halfSecond(rate) : quarterSecond(rate);
    settings.crf = 24;
    settings.maxRate =
        maxRate * 17 / 20; // what is left is for the container and for key frames that come early
    settings.bufferBits = maxRate / 2;
    settings.preset = "veryfast";
    // Half of the pictures are then not needed on the way to another one (decision 0021).
    settings.bFrames = 1;
    settings.referencesFirst = true;
    // Two cores then share each picture of a seek (decision 0010).
    settings.slices = large ? 2 : 1;
    settings.checksums = true;
    // Who seeks waits for a key picture first: at 1.4, x264's own ratio, it is a quarter larger, and what is
    // gained is lost behind it (48.0 dB at 1.1, 47.9 at 1.4).
    settings.extra = "b-adapt=0:b-pyramid=none:ipratio=1.1";
    return settings;
}

VideoEncodeSettings editProxy(FrameRate rate, Colour colour) {
    return h264Proxy(960, 540, rate, colour, 2'000'000);
}

VideoEncodeSettings slowLinkRung(FrameRate rate, Colour colour) {
    return h264Proxy(480, 270, rate, colour, 600'000);
}

VideoEncodeSettings avcIntra(int avcClass, FrameRate rate, Colour colour) {
    VideoEncodeSettings settings;
    settings.codec = VideoCodec::AvcIntra;
    settings.avcIntraClass = avcClass;
    settings.width = avcClass >= 300 ? 3840 : 1920;
    settings.height = avcClass >= 300 ? 2160 : 1080;
    settings.rate = rate;
    settings.format = PixelFormat::Yuv422p10;
    settings.colour = colour;
    settings.gop = 1;
    settings.preset = "ultrafast";
    return settings;
}

} // namespace cutaway::media
