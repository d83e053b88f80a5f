#pragma once

#include "core/base/uuid.h"
#include "core/media/frame.h"
#include "core/time/source_clock.h"
#include "core/time/time_range.h"
#include "core/time/timecode.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace cutaway::conform {

/// One Flow of a Source, as far as choosing a master needs it.
struct FlowCandidate {
    Uuid flowId;
    std::string role; ///< in the Multi Flow: "video", "audio-1", "audio-2", ...
    int generation = 0;
    std::int64_t bitRate = 0; ///< bits per second, 0 unknown
    TimeRange available;      ///< Source time that the Flow has Segments for
    FrameRate rate;           ///< frames or samples per second
    int width = 0;            ///< video only
    int height = 0;
    media::Colour colour; ///< video only
    int channels = 0;     ///< audio only
};

/// What the cloud knows of one Source (a multi Source: one angle) when a plan is made.
struct SourceMedia {
    Uuid sourceId;
    std::string label; ///< "CAM 2"
    SourceClock clock; ///< of the picture; the sound's is clock.audio()
    TimecodeFormat timecode;
    std::int64_t startTimecode = 0; ///< frame count of the Source's first frame
    std::vector<FlowCandidate> flows;

    /// Timecode of the picture with this absolute number.
    std::string timecodeAt(std::int64_t absoluteFrame) const {
        return timecodeText(startTimecode + absoluteFrame - clock.originUnit(), timecode);
    }
};

/// Every Source that a sequence may use, by its id.
using SourceMap = std::map<Uuid, SourceMedia>;

} // namespace cutaway::conform
