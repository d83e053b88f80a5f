#include "core/conform/profiles.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace cutaway::conform {

namespace {

/// One thread of decoding UHD HEVC and scaling nothing, as measured for docs/profiles.md.
constexpr std::int64_t decodeMillisecondsPerFrame = 45;

std::string rateList(const std::vector<FrameRate>& rates) {
    std::string list;
    for (std::size_t i = 0; i < rates.size(); ++i)
        list += (i == 0 ? "" : i + 1 == rates.size() ? " or " : ", ") + rates[i].toString();
    return list;
}

/// milliseconds of frames, rounded up to whole seconds.
std::int64_t secondsOf(std::int64_t frames, std::int64_t milliseconds) {
    return (frames * milliseconds + 999) / 1000;
}

/// To the row or column that rounding leaves.
bool isOfShape(const ConformPlan& plan, const Profile& profile) {
    if (plan.width <= 0 || plan.height <= 0)
        return true;
    const std::int64_t off =
        std::int64_t{plan.width} * profile.height - std::int64_t{plan.height} * profile.width;
    return off < 2 * profile.width && off > -2 * profile.width;
}

} // namespace

Profile profileFor(const Profile& profile, const ConformPlan& plan) {
    Profile sized = profile;
    if (isOfShape(plan, profile) || !profile.otherShapes)
        return sized;
    sized.width = plan.width / 2 * 2;
    sized.height = plan.height / 2 * 2;
    const std::int64_t now = std::int64_t{sized.width} * sized.height;
    const std::int64_t usual = std::int64_t{profile.width} * profile.height;
    const auto scaled = [&](std::int64_t cost) {
        return cost > 0 ? std::max<std::int64_t>(1, mulDivRound(cost, now, usual)) : 0;
    };
    sized.kilobitsPerSecond = scaled(profile.kilobitsPerSecond);
    sized.millisecondsPerFrame = static_cast<int>(scaled(profile.millisecondsPerFrame));
    sized.checkMillisecondsPerFrame = static_cast<int>(scaled(profile.checkMillisecondsPerFrame));
    return sized;
}

render::Canvas canvasOf(const Profile& profile) {
    return {profile.width, profile.height, profile.format, profile.colour};
}

media::WriterSettings writerSettings(const Profile& profile, const ConformPlan& plan) {
    media::VideoEncodeSettings video;
    video.codec = profile.videoCodec;
    video.rate = plan.rate;
    video.colour = profile.colour;
    video.preset = profile.preset;
    if (profile.intraClass != 0) {
        video.avcIntraClass = profile.intraClass;
        video.gop = 1;
    } else {
        video.bFrames = profile.bFrames;
        video.crf = profile.crf;
        video.maxRate = std::int64_t{profile.maxKilobits} * 1000;
        video.bufferBits = std::int64_t{profile.bufferKilobits} * 1000;
        video.gop = static_cast<int>(std::max<std::int64_t>(
            1, mulDivRound(plan.rate.num, profile.gopMilliseconds, std::int64_t{plan.rate.den} * 1000)));
    }
    video.width = profile.width;
    video.height = profile.height;
    video.format = profile.format;

    media::WriterSettings settings;
    settings.container = profile.container;
    settings.video = video;
    const media::AudioEncodeSettings audio{profile.audioCodec, profile.channelsPerTrack,
                                           std::int64_t{profile.audioKilobits} * 1000};
    settings.audio.assign(static_cast<std::size_t>(profile.audioTracks), audio);
    settings.timecode = media::WriterSettings::StartTimecode{plan.startFrame, plan.timecode()};
    return settings;
}

std::string profilesToJson(const std::vector<Profile>& profiles) {
    nlohmann::json array = nlohmann::json::array();
    for (const Profile& profile : profiles)
        array.push_back({{"id", profile.id},
                         {"name", profile.name},
                         {"description", profile.description},
                         {"extension", profile.extension}});
    return array.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Problem> checkProfile(const ConformPlan& plan, const Profile& profile) {
    std::vector<Problem> problems;
    if (std::find(profile.rates.begin(), profile.rates.end(), plan.rate) == profile.rates.end())
        problems.push_back({ErrorCategory::Unsupported,
                            {},
                            {},
                            0,
                            "“" + profile.name + "” cannot be made at " + plan.rate.toString() +
                                " frames per second, only at " + rateList(profile.rates) +
                                ". Choose another format, or cut a sequence at one of these rates."});
    if (!isOfShape(plan, profile) && !profile.otherShapes)
        problems.push_back(
            {ErrorCategory::Unsupported,
             {},
             {},
             0,
             "“" + profile.name + "” is always " + std::to_string(profile.width) + "x" +
                 std::to_string(profile.height) + ", and the sequence is " + std::to_string(plan.width) +
                 "x" + std::to_string(plan.height) +
                 ". Choose another format, or another aspect in Sequence > Sequence settings."});
    for (const Span* part : partsOf(plan.picture)) {
        const Span& span = *part;
        const auto master = plan.masters.find(span.flowId);
        // What a store does not say (code point 2) is found out when the picture is decoded.
        if (master == plan.masters.end() || master->second.colour == profile.colour ||
            master->second.colour.transfer == 2)
            continue;
        const bool seen = std::any_of(problems.begin(), problems.end(),
                                      [&](const Problem& p) { return p.clipId == span.clipId; });
        if (!seen)
            problems.push_back({ErrorCategory::Unsupported, span.clipId, span.clipName, span.recordUnit,
                                "The picture of " + span.sourceLabel + " is in another colour space than “" +
                                    profile.name +
                                    "” delivers. Replace the clip, or choose another format."});
    }
    return problems;
}

RunCost costPerFrame(const std::vector<Profile>& profiles) {
    RunCost cost{decodeMillisecondsPerFrame, {}};
    for (const Profile& profile : profiles) {
        cost.render += profile.millisecondsPerFrame;
        cost.check.push_back(profile.checkMillisecondsPerFrame);
    }
    return cost;
}

std::vector<Estimate> estimate(std::int64_t frames, FrameRate rate, const std::vector<Profile>& profiles) {
    std::vector<Estimate> estimates;
    if (!rate.isValid() || frames <= 0)
        return estimates;
    const auto count = static_cast<std::int64_t>(std::max<std::size_t>(profiles.size(), 1));
    for (const Profile& profile : profiles) {
        // Bytes follow the number of pictures: what a second at 50 frames takes, 50 frames take at any rate.
        const std::int64_t bytes = mulDivRound(frames, profile.kilobitsPerSecond * 1000, 50 * 8);
        estimates.push_back(
            {profile.id, bytes,
             secondsOf(frames, profile.millisecondsPerFrame + profile.checkMillisecondsPerFrame +
                                   decodeMillisecondsPerFrame / count)});
    }
    return estimates;
}

} // namespace cutaway::conform
