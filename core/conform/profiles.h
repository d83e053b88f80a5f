#pragma once

#include "core/base/result.h"
#include "core/conform/plan.h"
#include "core/media/frame.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::conform {

enum class Container { Mp4, Mxf };
enum class VideoCodec { Hevc, AvcIntra };
enum class AudioCodec { Aac, Pcm24 };

/// A kind of file that a sequence can be delivered as. Data: read from a JSON file, see docs/profiles.md.
struct Profile {
    std::string id;   ///< "hevc-hlg-mp4": letters, digits, dashes
    std::string name; ///< for people
    std::string description;
    std::string extension; ///< without the dot
    Container container = Container::Mp4;

    VideoCodec videoCodec = VideoCodec::Hevc;
    int width = 0;
    int height = 0;
    media::PixelFormat format = media::PixelFormat::Yuv420p10;
    media::Colour colour;
    std::vector<FrameRate> rates; ///< a sequence must have one of these
    std::string preset;           ///< of the encoder: "superfast"
    int crf = 0;                  ///< constant quality (HEVC)
    int maxKilobits = 0;          ///< VBV maximum, kb/s (HEVC)
    int bufferKilobits = 0;       ///< VBV size, kb (HEVC)
    int gopFrames50 = 0;          ///< closed GOP at 50 frames/s; other rates in proportion (HEVC)
    int intraClass = 0;           ///< 300 (AVC Intra)

    AudioCodec audioCodec = AudioCodec::Aac;
    int audioChannels = 2;
    int audioKilobits = 0; ///< AAC

    std::int64_t kilobitsPerSecond = 0; ///< of the whole file, typical: for the estimate of its size
    double encodeFramesPerSecond =
        0.0; ///< on the reference machine (docs/profiles.md): for the estimate of time
};

/// Reads one profile. Every number is checked against what the encoders can do.
Result<Profile> readProfile(std::string_view json);
/// Every *.json of a folder, by id. A file that is wrong is an error naming it.
Result<std::vector<Profile>> readProfiles(const std::filesystem::path& folder);
/// [{"id", "name", "description", "extension"}], as GET /profiles answers.
std::string profilesToJson(const std::vector<Profile>& profiles);

/// Why `plan` cannot be delivered in `profile` (its rate), in words; nothing when it can.
std::optional<Problem> checkProfile(const ConformPlan& plan, const Profile& profile);

struct Estimate {
    std::string profile;
    std::int64_t bytes = 0;
    std::int64_t seconds = 0;
};
/// Size and time of each profile when all are made in one run: they share the decoding, and the machine.
std::vector<Estimate> estimate(std::int64_t frames, FrameRate rate, const std::vector<Profile>& profiles);

} // namespace cutaway::conform
