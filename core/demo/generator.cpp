#include "core/demo/generator.h"

#include "core/demo/graphics.h"
#include "core/demo/sound.h"
#include "core/media/media_writer.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <system_error>

namespace cutaway::demo {

namespace {

constexpr std::int64_t soundBitRate = 192'000;
constexpr double millimetre = 1e4; // tenths of one

double rounded(double v, double steps = millimetre) {
    return std::round(v * steps) / steps;
}

nlohmann::json cameraJson(const Camera& camera) {
    constexpr double fine = 1e8;
    const Vec3& p = camera.position();
    return {{"x", rounded(p.x)},
            {"y", rounded(p.y)},
            {"z", rounded(p.z)},
            {"pan", rounded(camera.pan(), fine)},
            {"tilt", rounded(camera.tilt(), fine)},
            {"focal_px", rounded(camera.focalLength())}};
}

media::WriterSettings writerSettings(const AngleSpec& spec, const RenderSettings& settings) {
    media::VideoEncodeSettings video =
        media::hevcMaster(settings.width, settings.height, spec.rate, media::Colour::hlg());
    video.preset = settings.preset;
    video.crf = settings.crf;
    video.bitRate = settings.bitRate;
    media::WriterSettings writer;
    writer.container = media::Container::Mp4;
    writer.video = video;
    writer.audio = {{media::AudioCodec::Aac, 2, soundBitRate}};
    writer.timecode = media::WriterSettings::StartTimecode{spec.startFrame, spec.timecode()};
    return writer;
}

Result<void> encode(const AngleSpec& spec, Shot& shot, const std::filesystem::path& file,
                    const RenderSettings& settings, std::int64_t frames, const RenderProgress& progress,
                    std::stop_token stop) {
    auto writer = media::MediaWriter::toFile(file, writerSettings(spec, settings));
    if (!writer)
        return writer.error();
    SoundTrack sound(spec);
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        if (stop.stop_requested())
            return Error{ErrorCategory::Cancelled, "Making the demo pictures was stopped.", {}};
        if (auto written = writer.value().write(finishedPicture(shot, spec, frame).frame); !written)
            return written.error();
        const std::int64_t samples = samplesAtFrame(frame + 1, spec.rate) - samplesAtFrame(frame, spec.rate);
        if (auto written = writer.value().write(0, sound.next(samples)); !written)
            return written.error();
        if (progress)
            progress(static_cast<double>(frame + 1) / static_cast<double>(frames));
    }
    return writer.value().finish();
}

} // namespace

media::WritableFrame finishedPicture(Shot& shot, const AngleSpec& spec, std::int64_t frame) {
    media::WritableFrame picture = shot.paint(frame);
    const Graphics graphics(picture.frame.width);
    const QString name = QStringLiteral("CAM %1  %2").arg(spec.number).arg(QString::fromStdString(spec.name));
    graphics.slate(name, QString::fromStdString(timecodeText(spec.startFrame + frame, spec.timecode())))
        .compose(picture);
    media::drawFrameId(picture, spec.idOf(frame));
    return picture;
}

Result<void> writeTruth(const Shot& shot, const AngleSpec& spec, const std::filesystem::path& file,
                        std::int64_t frames) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    const Camera first = shot.camera(0);
    out << nlohmann::json{{"truth", 1},
                          {"unit", spec.unit},
                          {"angle", spec.number},
                          {"name", spec.name},
                          {"rate", {spec.rate.num, spec.rate.den}},
                          {"start_frame", spec.startFrame},
                          {"start_timecode", spec.startTimecode()},
                          {"frames", frames},
                          {"width", first.width()},
                          {"height", first.height()},
                          {"units", "metres, metres per second, radians, pixels"}}
               .dump()
        << '\n';
    for (std::int64_t frame = 0; frame < frames; ++frame)
        out << nlohmann::json{{"n", frame},
                              {"frame", spec.startFrame + frame},
                              {"camera", cameraJson(shot.camera(frame))},
                              {"athletes", shot.truth(frame)}}
                   .dump()
            << '\n';
    out.close();
    if (!out)
        return Error{ErrorCategory::Io, "The demo's measurements could not be written. Is the disk full?",
                     file.string()};
    return {};
}

Result<void> renderAngle(const AngleSpec& spec, const std::filesystem::path& directory,
                         const RenderSettings& settings, const RenderProgress& progress,
                         std::stop_token stop) {
    const std::int64_t frames = settings.frames > 0 ? std::min(settings.frames, spec.frames) : spec.frames;
    const std::filesystem::path media = directory / (spec.file + ".mp4");
    const std::filesystem::path unfinished = directory / (spec.file + ".part.mp4");
    std::error_code error;
    std::filesystem::create_directories(media.parent_path(), error);
    if (error)
        return Error{ErrorCategory::Io, "The folder for the demo's media could not be made.",
                     error.message()};
    const std::unique_ptr<Shot> shot =
        makeShot(spec, {settings.width, settings.height, settings.threads, stop});
    if (auto truth = writeTruth(*shot, spec, directory / (spec.file + ".truth.jsonl"), frames); !truth)
        return truth;
    if (auto encoded = encode(spec, *shot, unfinished, settings, frames, progress, stop); !encoded) {
        std::filesystem::remove(unfinished, error);
        return encoded;
    }
    std::filesystem::rename(unfinished, media, error);
    if (error)
        return Error{ErrorCategory::Io, "A finished demo picture file could not be put in its place.",
                     error.message()};
    return {};
}

} // namespace cutaway::demo
