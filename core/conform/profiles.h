#pragma once

#include "core/base/result.h"
#include "core/conform/plan.h"
#include "core/media/media_writer.h"
#include "core/render/compositor.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::conform {

/// A kind of file that a sequence can be delivered as. Data: read from a JSON file, see docs/profiles.md.
struct Profile {
    std::string id;   ///< "hevc-hlg-mp4": letters, digits, dashes
    std::string name; ///< for people
    std::string description;
    std::string extension; ///< without the dot
    media::Container container = media::Container::Mp4;

    media::VideoCodec videoCodec = media::VideoCodec::Hevc;
    int width = 0;
    int height = 0;
    bool otherShapes = false; ///< a sequence of another shape is delivered at its own size
    media::PixelFormat format = media::PixelFormat::Yuv420p10;
    media::Colour colour;
    std::vector<FrameRate> rates; ///< a sequence must have one of these
    std::string preset;           ///< of the encoder: "ultrafast"
    int crf = 0;                  ///< constant quality (HEVC)
    int maxKilobits = 0;          ///< maximum of the decoder's buffer model, kb/s (HEVC)
    int bufferKilobits = 0;       ///< size of that buffer, kb (HEVC)
    int bFrames = 0;              ///< between two other frames, at most (HEVC)
    int gopMilliseconds = 0;      ///< from key frame to key frame, to the nearest frame (HEVC)
    int intraClass = 0;           ///< 300 (AVC Intra); 0: AVC Intra is not what it encodes

    media::AudioCodec audioCodec = media::AudioCodec::Aac;
    int audioTracks = 1;      ///< of the file; the stereo mix is laid over tracks in order, then silence
    int channelsPerTrack = 2; ///< 1 or 2
    int audioKilobits = 0;    ///< AAC, of a track

    std::int64_t kilobitsPerSecond = 0; ///< of the whole file at 50 frames/s, typical
    int millisecondsPerFrame = 0;       ///< encoding alone on two cores, docs/profiles.md says how measured
    int checkMillisecondsPerFrame = 0;  ///< reading the finished file back, in the same way
};

/// The profile as it delivers `plan`: at the sequence's own size where that has another shape and the profile
/// allows it; smaller or larger pictures take as much less or more.
Profile profileFor(const Profile& profile, const ConformPlan& plan);
/// The picture that the profile's encoder takes.
render::Canvas canvasOf(const Profile& profile);
/// How to write this profile's file for a sequence of this rate and start.
media::WriterSettings writerSettings(const Profile& profile, const ConformPlan& plan);

/// Reads one profile. Every number is checked against what the encoders can do.
Result<Profile> readProfile(std::string_view json);
/// Every *.json of a folder, by id. A file that is wrong is an error naming it.
Result<std::vector<Profile>> readProfiles(const std::filesystem::path& folder);
/// [{"id", "name", "description", "extension"}], as GET /profiles answers.
std::string profilesToJson(const std::vector<Profile>& profiles);

/// Why `plan` cannot be delivered in `profile` (its rate, its shape, a clip of another colour space), in
/// words.
std::vector<Problem> checkProfile(const ConformPlan& plan, const Profile& profile);

struct Estimate {
    std::string profile;
    std::int64_t bytes = 0;
    std::int64_t seconds = 0;
};
/// Milliseconds of a run in all: `render` for a frame in every format, `check` for a frame of each file.
struct RunCost {
    std::int64_t render = 0;
    std::vector<std::int64_t> check; ///< in the order of the profiles
};
RunCost costPerFrame(const std::vector<Profile>& profiles);
/// Size and time of each profile when all are made in one run, the check of the file included. They share the
/// decoding, so the times add up to that of the run.
std::vector<Estimate> estimate(std::int64_t frames, FrameRate rate, const std::vector<Profile>& profiles);

} // namespace cutaway::conform
