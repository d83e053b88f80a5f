#include "core/cloud/ingest/ingest_plan.h"

#include "core/cloud/json/fields.h"

#include <algorithm>

namespace cutaway::cloud {

namespace {

constexpr PictureSize proxyBox{960, 540};
constexpr PictureSize rungBox{480, 270};
constexpr PictureSize thumbnailBox{240, 136};
constexpr std::size_t maxSounds = 16;
constexpr std::int64_t longestGopSeconds = 10;

Error refused(const std::string& file, const std::string& why) {
    return {ErrorCategory::Unsupported, "“" + file + "” cannot be taken in: " + why, {}};
}

Result<void> checkPicture(const std::string& file, const media::VideoInfo& video) {
    if (video.codec != "hevc" && video.codec != "h264")
        return refused(file, "its picture is " + video.codec + ". Convert it to HEVC or H.264 first.");
    if (!video.format)
        return refused(file, "its pixel layout is not 4:2:0 or 4:2:2 with 8 or 10 bits.");
    if (video.interlaced)
        return refused(file, "its pictures are interlaced. Deinterlace it first.");
    if (!video.rate.isValid() || video.variableRate || !video.hasTimestamps)
        return refused(file, "its frames are not evenly spaced. Convert it to a constant frame rate first.");
    if (!video.closedGops)
        return refused(file, "its groups of pictures are open. Encode it with closed GOPs.");
    if (video.longestGop > longestGopSeconds * video.rate.timecodeBase())
        return refused(file, "its key frames are more than ten seconds apart. Encode it with a shorter GOP.");
    if (video.frames <= 0)
        return refused(file, "there is no picture in it.");
    return {};
}

/// "10:00:00;00" counts in drop-frame where the rate has it.
bool saysDropFrame(const std::string& timecode, FrameRate rate) {
    return rate.allowsDropFrame() && timecode.find(';') != std::string::npos;
}

Result<void> setTime(IngestPlan& plan) {
    const FrameRate rate = plan.video().rate;
    const std::string& text =
        plan.work.startTimecode.empty() ? plan.video().timecode : plan.work.startTimecode;
    plan.timecode = {rate, saysDropFrame(text, rate)};
    plan.clock.rate = rate;
    if (!text.empty()) {
        CUTAWAY_TRY(plan.startTimecode, parseTimecode(text, plan.timecode));
    }
    if (!plan.work.startTime.empty()) {
        CUTAWAY_TRY(plan.clock.origin, Timestamp::parse(plan.work.startTime));
        if (text.empty()) // a clock without timecode: the time of day counts the frames
            plan.startTimecode = plan.clock.originUnit() % plan.timecode.framesPerDay();
    } else {
        plan.clock.origin = durationOfUnits(plan.startTimecode, rate);
    }
    return {};
}

/// Sound alone counts in samples and has no timecode: it lies where it is put in time.
Result<void> setSoundTime(IngestPlan& plan) {
    if (!plan.work.startTimecode.empty())
        return Error{ErrorCategory::InvalidInput,
                     "Sound without a picture has no timecode. Give its start in time instead.",
                     plan.work.startTimecode};
    plan.clock = {{}, sampleRate48k};
    if (!plan.work.startTime.empty()) {
        CUTAWAY_TRY(plan.clock.origin, Timestamp::parse(plan.work.startTime));
    }
    for (const media::AudioInfo& sound : plan.info.audio)
        if (sound.rate > 0)
            plan.samples =
                std::max(plan.samples,
                         sound.start + mulDivFloor(sound.samples + 1, sampleRate48k.num, sound.rate) - 1);
    plan.framesPerObject = sampleRate48k.num;
    return {};
}

} // namespace

Result<IngestWork> readIngestWork(const nlohmann::json& given) {
    Fields fields(given);
    IngestWork work;
    work.job = fields.uuid("id");
    work.source = fields.uuid("source_id");
    work.label = fields.text("label");
    work.fileName = fields.text("file_name");
    work.mediaPath = fields.text("media_path", 2000);
    work.startTimecode = fields.optionalText("start_timecode").value_or(std::string());
    work.startTime = fields.optionalText("start_time").value_or(std::string());
    work.realtime = fields.flag("realtime", false);
    CUTAWAY_CHECK(fields.check("ingest"));
    return work;
}

PictureSize fitInto(PictureSize master, PictureSize box) {
    const auto even = [](std::int64_t value) {
        return static_cast<int>(std::max<std::int64_t>(16, value / 2 * 2));
    };
    if (master.width <= box.width && master.height <= box.height)
        return {even(master.width), even(master.height)};
    const std::int64_t height = std::int64_t{master.height} * box.width / master.width;
    if (height <= box.height)
        return {box.width, even(height)};
    return {even(std::int64_t{master.width} * box.height / master.height), box.height};
}

TimeRange IngestPlan::rangeOfFrames(std::int64_t first, std::int64_t count) const {
    return TimeRange::halfOpen(clock.origin + durationOfUnits(first, clock.rate),
                               clock.origin + durationOfUnits(first + count, clock.rate));
}

TimeRange IngestPlan::rangeOfSamples(std::int64_t first, std::int64_t count) const {
    return TimeRange::halfOpen(clock.origin + durationOfUnits(first, sampleRate48k),
                               clock.origin + durationOfUnits(first + count, sampleRate48k));
}

Result<IngestPlan> planIngest(IngestWork work, media::MediaInfo info) {
    std::erase_if(info.audio, [](const media::AudioInfo& sound) { return sound.channels <= 0; });
    if (!info.video && info.audio.empty())
        return refused(work.fileName, "there is neither picture nor sound in it.");
    if (info.video)
        CUTAWAY_CHECK(checkPicture(work.fileName, *info.video));
    if (info.audio.size() > maxSounds)
        return refused(work.fileName, "it has more than sixteen sound tracks.");

    IngestPlan plan;
    plan.work = std::move(work);
    plan.info = std::move(info);
    if (!plan.hasPicture()) {
        CUTAWAY_CHECK(setSoundTime(plan));
        if (plan.samples <= 0)
            return refused(plan.work.fileName, "there is no sound in it.");
        return plan;
    }
    CUTAWAY_CHECK(setTime(plan));
    const FrameRate rate = plan.video().rate;
    plan.framesPerObject = rate.timecodeBase();
    plan.framesPerThumbnail = std::max<std::int64_t>(1, rate.timecodeBase() / 2);
    plan.samples = samplesAtFrame(plan.video().frames, rate);
    const PictureSize master{plan.video().width, plan.video().height};
    plan.proxy = fitInto(master, proxyBox);
    plan.rung = fitInto(master, rungBox);
    plan.thumbnail = fitInto(master, thumbnailBox);
    return plan;
}

} // namespace cutaway::cloud
