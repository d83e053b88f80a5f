#include "core/conform/profiles.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace cutaway::conform {

using nlohmann::json;

namespace {

constexpr std::size_t maxProfileBytes = 64 * 1024;

/// Thrown inside this file only, and caught in readProfile.
struct BadProfile {
    std::string what;
};

int integer(const json& j, const char* key, int low, int high) {
    const json& value = j.at(key);
    if (!value.is_number_integer() || value.get<std::int64_t>() < low || value.get<std::int64_t>() > high)
        throw BadProfile{"“" + std::string(key) + "” must be a whole number from " + std::to_string(low) +
                         " to " + std::to_string(high)};
    return value.get<int>();
}

std::string text(const json& j, const char* key, const char* allowed = nullptr) {
    auto value = j.at(key).get<std::string>();
    if (value.empty() || value.size() > 400 ||
        (allowed && value.find_first_not_of(allowed) != std::string::npos))
        throw BadProfile{"“" + std::string(key) +
                         "” is empty, too long or has characters that are not allowed"};
    return value;
}

/// The value that a word stands for, of a closed list.
template <class T, std::size_t N>
T choice(const json& j, const char* key, const std::array<std::pair<const char*, T>, N>& words) {
    const auto value = j.at(key).get<std::string>();
    for (const auto& [word, meaning] : words)
        if (value == word)
            return meaning;
    throw BadProfile{"“" + std::string(key) + "” does not know “" + value.substr(0, 40) + "”"};
}

constexpr std::array containers{std::pair{"mp4", media::Container::Mp4},
                                std::pair{"mov", media::Container::Mov},
                                std::pair{"mxf", media::Container::MxfOp1a}};
constexpr std::array videoCodecs{std::pair{"hevc", media::VideoCodec::Hevc},
                                 std::pair{"h264", media::VideoCodec::H264},
                                 std::pair{"avc-intra", media::VideoCodec::AvcIntra}};
constexpr std::array audioCodecs{std::pair{"aac", media::AudioCodec::Aac},
                                 std::pair{"pcm24", media::AudioCodec::Pcm24}};
constexpr std::array pixelFormats{std::pair{"yuv420p8", media::PixelFormat::Yuv420p8},
                                  std::pair{"yuv420p10", media::PixelFormat::Yuv420p10},
                                  std::pair{"yuv422p10", media::PixelFormat::Yuv422p10}};
constexpr std::array presets{std::pair{"ultrafast", "ultrafast"},
                             std::pair{"superfast", "superfast"},
                             std::pair{"veryfast", "veryfast"},
                             std::pair{"faster", "faster"},
                             std::pair{"fast", "fast"},
                             std::pair{"medium", "medium"},
                             std::pair{"slow", "slow"}};

FrameRate readRate(const std::string& value) {
    int num = 0;
    int den = 0;
    char rest = 0;
    if (value.size() > 20 || std::sscanf(value.c_str(), "%d/%d%c", &num, &den, &rest) != 2)
        throw BadProfile{"a rate is not written as “50/1”"};
    const auto rate = FrameRate::make(num, den);
    if (!rate)
        throw BadProfile{"a rate is wrong"};
    return *rate;
}

void readVideo(const json& video, Profile& profile) {
    profile.videoCodec = choice(video, "codec", videoCodecs);
    profile.width = integer(video, "width", 16, 8192);
    profile.height = integer(video, "height", 16, 8192);
    if (profile.width % 2 != 0 || profile.height % 2 != 0)
        throw BadProfile{"“width” and “height” must be even"};
    profile.otherShapes = video.value("other_shapes", false);
    profile.format = choice(video, "format", pixelFormats);
    profile.colour = {integer(video, "primaries", 1, 22), integer(video, "transfer", 1, 18),
                      integer(video, "matrix", 0, 14), video.at("full_range").get<bool>()};
    for (const json& rate : video.at("rates"))
        profile.rates.push_back(readRate(rate.get<std::string>()));
    if (profile.rates.empty() || profile.rates.size() > 32)
        throw BadProfile{"“rates” must name between 1 and 32 rates"};
    profile.preset = choice(video, "preset", presets);
    if (profile.videoCodec == media::VideoCodec::AvcIntra) {
        profile.intraClass = integer(video, "class", 50, 480);
        const bool known = profile.intraClass == 100 || profile.intraClass == 200 ||
                           profile.intraClass == 300 || profile.intraClass == 480;
        if (!known || profile.format != media::PixelFormat::Yuv422p10)
            throw BadProfile{"AVC Intra needs “class” 100, 200, 300 or 480 and the format yuv422p10"};
        return;
    }
    profile.crf = integer(video, "crf", 0, 51);
    profile.maxKilobits = integer(video, "max_kilobits", 100, 800'000);
    profile.bufferKilobits = integer(video, "buffer_kilobits", 100, 1'600'000);
    profile.bFrames = integer(video, "b_frames", 0, 8);
    profile.gopMilliseconds = integer(video, "gop_milliseconds", 1, 10'000);
}

void readAudio(const json& audio, Profile& profile) {
    profile.audioCodec = choice(audio, "codec", audioCodecs);
    profile.audioTracks = integer(audio, "tracks", 1, 16);
    profile.channelsPerTrack = integer(audio, "channels", 1, 2);
    if (profile.audioCodec == media::AudioCodec::Aac)
        profile.audioKilobits = integer(audio, "kilobits", 32, 512);
}

void refuseImpossible(const Profile& profile) {
    const bool mxf = profile.container == media::Container::MxfOp1a;
    if (mxf && profile.videoCodec == media::VideoCodec::Hevc)
        throw BadProfile{"HEVC has no place in MXF"};
    if (mxf && profile.audioCodec != media::AudioCodec::Pcm24)
        throw BadProfile{"MXF takes only pcm24"};
    if (profile.container == media::Container::Mp4 && profile.audioCodec != media::AudioCodec::Aac)
        throw BadProfile{"MP4 takes only aac"};
}

Profile parse(std::string_view input) {
    const json j = json::parse(input);
    Profile profile;
    profile.id = text(j, "id", "abcdefghijklmnopqrstuvwxyz0123456789-");
    profile.name = text(j, "name");
    profile.description = text(j, "description");
    profile.extension = text(j, "extension", "abcdefghijklmnopqrstuvwxyz0123456789");
    profile.container = choice(j, "container", containers);
    readVideo(j.at("video"), profile);
    readAudio(j.at("audio"), profile);
    profile.kilobitsPerSecond = integer(j.at("estimate"), "kilobits_per_second", 1, 4'000'000);
    profile.millisecondsPerFrame = integer(j.at("estimate"), "milliseconds_per_frame", 1, 100'000);
    profile.checkMillisecondsPerFrame = integer(j.at("estimate"), "check_milliseconds_per_frame", 1, 100'000);
    refuseImpossible(profile);
    return profile;
}

} // namespace

Result<Profile> readProfile(std::string_view input) {
    const auto bad = [](const std::string& why) {
        return Error{ErrorCategory::InvalidInput, "This delivery format cannot be used: " + why + ".", {}};
    };
    if (input.size() > maxProfileBytes)
        return bad("the file is too long");
    try {
        return parse(input);
    } catch (const BadProfile& problem) {
        return bad(problem.what);
    } catch (const std::exception& problem) {
        return bad(problem.what());
    }
}

Result<std::vector<Profile>> readProfiles(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<Profile> profiles;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->path().extension() != ".json")
            continue;
        std::ifstream file(at->path(), std::ios::binary);
        std::string content(maxProfileBytes + 1, '\0');
        file.read(content.data(), static_cast<std::streamsize>(content.size()));
        content.resize(static_cast<std::size_t>(file.gcount()));
        auto profile = readProfile(content);
        if (!profile)
            return Error{profile.error().category,
                         at->path().filename().string() + ": " + profile.error().message,
                         {}};
        const bool twice = std::any_of(profiles.begin(), profiles.end(),
                                       [&](const Profile& p) { return p.id == profile->id; });
        if (twice)
            return Error{
                ErrorCategory::Conflict, "The delivery format “" + profile->id + "” is defined twice.", {}};
        profiles.push_back(std::move(*profile));
    }
    if (error)
        return Error{ErrorCategory::Io,
                     "The folder of delivery formats cannot be read: " + error.message() +
                         ". Install the program again.",
                     folder.string()};
    std::sort(profiles.begin(), profiles.end(),
              [](const Profile& a, const Profile& b) { return a.id < b.id; });
    return profiles;
}

} // namespace cutaway::conform
