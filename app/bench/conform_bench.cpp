#include "app/bench/conform_bench.h"

#include "app/bench/run_program.h"
#include "app/bench/scratch_folder.h"
#include "core/conform/run.h"
#include "core/media/media_writer.h"
#include "core/media/segmenter.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <string>

namespace cutaway::bench {

namespace {

namespace fs = std::filesystem;
using conform::ConformPlan;
using conform::Profile;

constexpr int width = 3840;
constexpr int height = 2160;
constexpr std::int64_t frames = 75;
constexpr std::int64_t framesPerObject = 25;
constexpr FrameRate rate{50, 1};
constexpr int rounds = 3;
constexpr double requiredRatio = 0.95; ///< of the command's pictures per second

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A panning slope with grain: moves, and costs an encoder about what a camera costs.
media::VideoFramePtr picture(std::int64_t number) {
    auto frame = media::allocateFrame(width, height, media::PixelFormat::Yuv420p10, media::Colour::hlg());
    std::mt19937 random(static_cast<unsigned>(number));
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int w = plane == 0 ? width : width / 2;
        const int h = plane == 0 ? height : height / 2;
        for (int y = 0; y < h; ++y) {
            std::uint8_t* row = frame.planes[plane] + y * frame.frame.strides[plane];
            std::uint32_t grain = static_cast<std::uint32_t>(random());
            for (int x = 0; x < w; ++x) {
                grain = grain * 1664525U + 1013904223U;
                const int slope = (x + y / 2 + static_cast<int>(number) * 8) / 4 % 512;
                const int triangle = slope < 256 ? slope : 511 - slope;
                const int code = (plane == 0 ? 200 : 440) + triangle / (plane == 0 ? 1 : 2) +
                                 static_cast<int>(grain >> 29);
                row[2 * x] = static_cast<std::uint8_t>(code & 0xff);
                row[2 * x + 1] = static_cast<std::uint8_t>(code >> 8);
            }
        }
    }
    return frame.share();
}

Result<void> makeMaster(const fs::path& path) {
    media::WriterSettings settings;
    settings.video = media::hevcMaster(width, height, rate);
    CUTAWAY_TRY(auto writer, media::MediaWriter::toFile(path, settings));
    for (std::int64_t n = 0; n < frames; ++n)
        CUTAWAY_CHECK(writer.write(*picture(n)));
    return writer.finish();
}

class Objects final : public conform::ObjectStore {
public:
    Result<media::ByteSourcePtr> open(const std::string& id, std::stop_token) override {
        return media::memorySource(bytes.at(id));
    }
    std::map<std::string, media::ByteBuffer> bytes;
};

/// The master as the cloud holds it, and a plan that delivers all of it in three cuts.
Result<ConformPlan> planOf(const fs::path& master, Objects& objects) {
    ConformPlan plan;
    plan.name = "conform";
    plan.rate = rate;
    plan.frames = frames;
    plan.samples = samplesAtFrame(frames, rate);
    const Uuid source = Uuid::random();
    const Uuid flow = Uuid::random();
    plan.clocks[source] = {Timestamp{}, rate};
    plan.masters[flow] = {width, height, media::Colour::hlg(), 0};
    CUTAWAY_TRY(auto bytes, media::fileSource(master));
    CUTAWAY_CHECK(media::cutPicture(bytes, framesPerObject, [&](media::PictureObject object) -> Result<void> {
        conform::Span span;
        span.clipId = Uuid::random();
        span.sourceId = source;
        span.flowId = flow;
        span.recordUnit = object.firstFrame;
        span.sourceUnit = object.firstFrame;
        span.count = object.frames;
        const std::string id = std::to_string(object.firstFrame);
        span.objects = {{id, 0, object.frames}};
        objects.bytes[id] = std::move(object.bytes);
        plan.picture.push_back(std::move(span));
        return {};
    }));
    return plan;
}

struct OurTimes {
    double rendering = 0; ///< seconds until the last picture was encoded
    double whole = 0;     ///< with the check
};

Result<OurTimes> runOurs(const ConformPlan& plan, const Profile& profile, Objects& objects,
                         const fs::path& folder) {
    OurTimes times;
    const auto start = std::chrono::steady_clock::now();
    conform::RunCallbacks callbacks;
    callbacks.progress = [&](const conform::Progress& progress) {
        if (progress.stage == "checking" && times.rendering <= 0)
            times.rendering = secondsSince(start);
    };
    const auto outcome = conform::runConform(plan, {profile}, objects, folder, callbacks, {});
    if (outcome.failure)
        return outcome.failure->error;
    times.whole = secondsSince(start);
    return times;
}

/// The command with the same decoder, encoder and settings; silence instead of our silent mix.
std::vector<std::string> peerCommand(const std::string& ffmpeg, const ConformPlan& plan,
                                     const Profile& profile, const fs::path& master, const fs::path& output) {
    const auto video = *conform::writerSettings(profile, plan).video;
    const std::string gop = std::to_string(video.gop);
    std::vector<std::string> command{ffmpeg,         "-v",
                                     "error",        "-y",
                                     "-i",           master.string(),
                                     "-f",           "lavfi",
                                     "-i",           "anullsrc=r=48000:cl=stereo",
                                     "-shortest",    "-color_primaries",
                                     "bt2020",       "-color_trc",
                                     "arib-std-b67", "-colorspace",
                                     "bt2020nc",     "-preset",
                                     video.preset};
    const auto add = [&](std::initializer_list<std::string> more) { command.insert(command.end(), more); };
    if (profile.intraClass != 0)
        add({"-pix_fmt", "yuv422p10le", "-c:v", "libx264", "-avcintra-class",
             std::to_string(profile.intraClass), "-x264-params", "avcintra-flavor=sony", "-c:a",
             "pcm_s24le"});
    else
        add({"-c:v", "libx265", "-crf", std::to_string(profile.crf), "-x265-params",
             "log-level=none:keyint=" + gop + ":min-keyint=" + gop + ":scenecut=0:open-gop=0:bframes=" +
                 std::to_string(video.bFrames) + ":vbv-maxrate=" + std::to_string(profile.maxKilobits) +
                 ":vbv-bufsize=" + std::to_string(profile.bufferKilobits),
             "-tag:v", "hvc1", "-movflags", "+faststart", "-c:a", "aac"});
    add({output.string()});
    return command;
}

Row row(const std::string& work, const std::string& note) {
    Row r;
    r.work = work;
    r.unit = "frames/s";
    r.largerIsBetter = true;
    r.note = note;
    return r;
}

void measure(const Profile& profile, const ConformPlan& plan, Objects& objects, const ScratchFolder& scratch,
             const fs::path& master, std::vector<Row>& rows) {
    Row rendering = row("conform-" + profile.id, "decode and encode, UHD HLG, three cuts");
    Row whole = row("conform-checked-" + profile.id, "the same with every picture read back");
    const std::string ffmpeg = findProgram("ffmpeg");
    std::vector<double> ours, checked, theirs;
    for (int round = 0; round < rounds; ++round) {
        const auto times = runOurs(plan, profile, objects, scratch.path / "out");
        if (!times) {
            rendering.note = times.error().message;
            break;
        }
        ours.push_back(static_cast<double>(frames) / times->rendering);
        checked.push_back(static_cast<double>(frames) / times->whole);
        if (ffmpeg.empty())
            continue;
        const auto peer = runProgram(
            peerCommand(ffmpeg, plan, profile, master, scratch.path / ("peer." + profile.extension)));
        if (peer && peer->exitCode == 0)
            theirs.push_back(static_cast<double>(frames) / peer->seconds);
    }
    if (!ours.empty()) {
        rendering.value = median(ours);
        rendering.operations = ours.size();
        whole.value = median(checked);
        whole.operations = checked.size();
    }
    rendering.peer = "ffmpeg";
    rendering.required = requiredRatio;
    rendering.requiredIsRatio = true;
    if (!theirs.empty())
        rendering.peerValue = median(theirs);
    rows.push_back(std::move(rendering));
    rows.push_back(std::move(whole));
}

} // namespace

std::vector<Row> conform(const fs::path& profiles) {
    const ScratchFolder scratch("conform");
    const fs::path master = scratch.path / "master.mp4";
    std::vector<Row> rows;
    const auto fail = [&](const Error& error) {
        rows.push_back(row("conform", error.message + " " + error.detail));
        return rows;
    };
    const auto formats = conform::readProfiles(profiles);
    if (!formats)
        return fail(formats.error());
    if (const auto made = makeMaster(master); !made)
        return fail(made.error());
    Objects objects;
    const auto plan = planOf(master, objects);
    if (!plan)
        return fail(plan.error());
    for (const Profile& profile : *formats)
        measure(profile, *plan, objects, scratch, master, rows);
    return rows;
}

} // namespace cutaway::bench
