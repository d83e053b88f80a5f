#pragma once

#include "core/base/result.h"
#include "core/demo/angles.h"

#include <filesystem>
#include <functional>
#include <stop_token>

namespace cutaway::demo {

/// How the media of an angle are made.
struct RenderSettings {
    int width = 3840;
    int height = 2160;
    std::string preset = "ultrafast"; ///< of x265
    double crf = 24;
    std::int64_t bitRate = 0; ///< average, instead of crf when above 0
    int threads = 1;          ///< for painting; the encoder takes what the machine has
    std::int64_t frames = 0;  ///< fewer than the angle has, from the first; 0: all
};

/// 0 to 1 of one angle.
using RenderProgress = std::function<void(double)>;

/// Paints and encodes one angle into `directory`: FILE.mp4 (HEVC Main 10, HLG, closed GOPs, AAC, timecode)
/// and FILE.truth.jsonl beside it. What is there under its final name is whole. Errors: Cancelled, Io,
/// OutOfSpace.
Result<void> renderAngle(const AngleSpec& spec, const std::filesystem::path& directory,
                         const RenderSettings& settings, const RenderProgress& progress,
                         std::stop_token stop);

/// One finished picture of an angle, with timecode and frame id, as it goes into the encoder.
media::WritableFrame finishedPicture(Shot& shot, const AngleSpec& spec, std::int64_t frame);

/// Writes only the truth: a header line, then a line per frame. See docs/demo.md for the fields.
Result<void> writeTruth(const Shot& shot, const AngleSpec& spec, const std::filesystem::path& file,
                        std::int64_t frames);

} // namespace cutaway::demo
