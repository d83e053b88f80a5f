#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/media/probe.h"
#include "core/time/source_clock.h"
#include "core/time/timecode.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace cutaway::cloud {

/// The order of an ingest as the worker got it.
struct IngestWork {
    Uuid job;
    Uuid source; ///< the multi Source to make
    std::string label;
    std::string fileName;
    std::string mediaPath;     ///< on the cloud
    std::string startTimecode; ///< empty: the file's own
    std::string startTime;     ///< empty: by timecode
    bool realtime = false;     ///< at the speed at which it happened, as a live feed comes in
};
/// Reads GET /jobs/{id}/work. InvalidInput.
Result<IngestWork> readIngestWork(const nlohmann::json& work);

struct PictureSize {
    int width = 0;
    int height = 0;
    bool operator==(const PictureSize&) const = default;
};

/// Everything about an ingest that follows from the order and the file's headers. Ids follow from the job's,
/// so that a second run finds what the first one made.
struct IngestPlan {
    IngestWork work;
    media::MediaInfo info;   ///< with a picture, a sound, or both
    SourceClock clock;       ///< of the picture; of sound without one, samples
    TimecodeFormat timecode; ///< of the picture
    std::int64_t startTimecode = 0;
    std::int64_t framesPerObject = 50; ///< one second, in whole frames
    std::int64_t framesPerThumbnail = 25;
    std::int64_t samples = 0; ///< of 48 kHz, that the picture lasts, else the longest sound
    PictureSize proxy;
    PictureSize rung; ///< the same as `proxy` for small masters: there is no rung then
    PictureSize thumbnail;

    bool hasPicture() const { return info.video.has_value(); }
    const media::VideoInfo& video() const { return *info.video; } ///< only with a picture
    bool hasRung() const { return rung != proxy; }
    /// Id of a Flow or Source of this ingest by name ("master", "proxy", "audio-1", ...).
    Uuid idOf(const std::string& name) const { return Uuid::named(work.job, name); }
    /// [first, first + count) frames of the file as Source time.
    TimeRange rangeOfFrames(std::int64_t first, std::int64_t count) const;
    TimeRange rangeOfSamples(std::int64_t first, std::int64_t count) const;
};

/// Unsupported, with the reason in words, when the file is not something that can be edited frame by frame.
Result<IngestPlan> planIngest(IngestWork work, media::MediaInfo info);

/// `master` shrunk to fit into `box`, never enlarged, both sides even.
PictureSize fitInto(PictureSize master, PictureSize box);

} // namespace cutaway::cloud
