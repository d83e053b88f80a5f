#pragma once

#include "core/interchange/conversion_report.h"
#include "core/timeline/source_timing.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::interchange {

/// What a clip of an OTIO file names: a Source or a Flow (TAMS AppNote 0015).
struct MediaName {
    enum class Kind { Source, Flow };
    Kind kind = Kind::Source;
    Uuid id;
    std::string host; ///< of a tams:// or https:// URL; empty in metadata

    bool operator==(const MediaName&) const = default;
};

struct ResolvedMedia {
    timeline::SourceTiming source;
    int audioMember = 0; ///< N when the name was that of one sound, `audio-N`, or a Flow of it; else 0
};

/// Finds the multi Source that a name belongs to. Called once for each different name, in the thread of
/// readOtio(). NotFound becomes a problem of the clip; any other error ends the reading.
using MediaResolver = std::function<Result<ResolvedMedia>(const MediaName&)>;

/// A clip that was read, but whose media is not to be found.
struct ClipProblem {
    Uuid clipId;
    std::string clipName;
    std::int64_t recordFrame = 0;
    Error error;
};

/// Something that was read otherwise than it stands in the file, in a sentence for the user.
struct ReadNote {
    Fate fate = Fate::Approximated;
    std::string words;

    bool operator==(const ReadNote&) const = default;
};

struct MediaFinder; // media_finder.h

struct ReadResult {
    timeline::Sequence sequence;
    timeline::SourceTimings sources;   ///< of every clip that was resolved
    std::vector<ReadNote> notes;       ///< what was left out or changed
    std::vector<ClipProblem> problems; ///< by track and time
};

/// Reads an OTIO 0.18 timeline. Untrusted input: never crashes, and every error names the place in the file,
/// as in `tracks.children[0].children[3].source_range`. Cuts and gaps are read; what would make another
/// picture than the file says (transitions, speed changes, nested stacks) is refused in words.
Result<ReadResult> readOtio(std::string_view text, const MediaResolver& resolve);
/// The same; what has no id that is known is looked for by reel, timecode and name.
Result<ReadResult> readOtioWith(std::string_view text, const MediaFinder& media);

} // namespace cutaway::interchange
