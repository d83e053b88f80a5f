#pragma once

#include "core/interchange/otio_reader.h"

#include <string>

namespace cutaway::interchange {

/// What a file without ids says of the media of a clip.
struct ReelName {
    std::string reel;     ///< "A0010001"; empty: not said
    std::string clipName; ///< "CAM 2 FIXED"; empty: not said
    std::string timecode; ///< of the first frame shown, as written; empty: not said

    bool operator==(const ReelName&) const = default;
};

/// Finds an angle by reel and timecode, else by name. NotFound becomes a problem of the clip.
using ReelResolver = std::function<Result<timeline::SourceTiming>(const ReelName&)>;

/// How readers find media: by id, else by what else the file says. Either may be empty: then nothing is
/// found.
struct MediaFinder {
    MediaResolver byId;
    ReelResolver byReel;
};

} // namespace cutaway::interchange
