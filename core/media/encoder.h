#pragma once

#include "core/media/frame.h"
#include "core/time/frame_rate.h"

#include <string>

namespace cutaway::media {

enum class VideoCodec { Hevc, H264, AvcIntra };
enum class AudioCodec { Aac, Pcm24, Pcm16 };

/// How to encode pictures. The functions below fill in what a purpose needs; adjust speed afterwards.
struct VideoEncodeSettings {
    VideoCodec codec = VideoCodec::H264;
    int width = 0;
    int height = 0;
    FrameRate rate;
    PixelFormat format = PixelFormat::Yuv420p10;
    Colour colour;
    int gop = 25;                    ///< frames from key frame to key frame, always closed and fixed
    int bFrames = 0;                 ///< between two other frames, at most
    double crf = 23;                 ///< constant quality; ignored when bitRate is set
    std::int64_t bitRate = 0;        ///< average, bits per second; 0: by crf
    std::int64_t maxRate = 0;        ///< of the decoder's buffer model, bits per second; 0: none
    std::int64_t bufferBits = 0;     ///< size of that buffer; 0: half a second of maxRate
    std::string preset = "veryfast"; ///< of x264 or x265
    std::string extra;               ///< more x264 or x265 parameters, "a=1:b=2"
    int avcIntraClass = 0;           ///< 50, 100, 200, 300, 480 for AvcIntra
    int slices = 1;                  ///< of an H.264 picture, each decodable by a thread of its own
    bool checksums = false;          ///< with each H.264 picture one of its bytes, for VideoDecoder
    /// An MP4 in memory of nothing but these H.264 pictures has those that no other refers to behind the
    /// others of their GOP, so that a seek need not fetch them (PictureLayout).
    bool referencesFirst = false;
    int threads = 0; ///< 0: one per core; with slices, one for each
};

/// Master: HEVC Main 10, closed GOPs of half a second (25 at 50, 30 at 59.94).
VideoEncodeSettings hevcMaster(int width, int height, FrameRate rate, Colour colour = Colour::hlg());
/// Edit proxy: H.264 High 10, every second picture referred to by no other, two slices above 640 samples, a
/// checksum with each picture, closed GOPs of at most half a second (a quarter below), never above `maxRate`
/// bits per second over any second; keeps the colour it is given.
VideoEncodeSettings h264Proxy(int width, int height, FrameRate rate, Colour colour, std::int64_t maxRate);
/// The edit proxy (960x540, 2 Mb/s at most) and the rung for slow links (480x270, 0.6 Mb/s at most).
VideoEncodeSettings editProxy(FrameRate rate, Colour colour);
VideoEncodeSettings slowLinkRung(FrameRate rate, Colour colour);
/// XAVC Intra (class 300: 3840x2160) or AVC-Intra (class 100, 200: 1920x1080), 4:2:2 10 bit.
VideoEncodeSettings avcIntra(int avcClass, FrameRate rate, Colour colour);

struct AudioEncodeSettings {
    AudioCodec codec = AudioCodec::Pcm24;
    int channels = 2;
    std::int64_t bitRate = 192'000; ///< of compressed sound
};

} // namespace cutaway::media
