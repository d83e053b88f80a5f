#pragma once

#include "core/timeline/source_timing.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace cutaway::interchange {

/// A file with the picture or a sound of a Source, for programs that play files. A value.
struct MediaFile {
    std::string path;            ///< absolute
    std::int64_t firstFrame = 0; ///< absolute number of the Source's frame with which the file begins
    int stream = 0; ///< the file's stream with the sound, all streams counted from 0; not of a picture
};

/// Finds the file of a Source's picture (`member` 0) or of sound `member`, for formats that say where media
/// is. None, or an empty function: the media is only named, and the other program asks for it.
using MediaLocator =
    std::function<std::optional<MediaFile>(const timeline::SourceTiming& source, int member)>;

} // namespace cutaway::interchange
