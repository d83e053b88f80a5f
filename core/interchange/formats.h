#pragma once

#include "core/interchange/conversion_report.h"
#include "core/interchange/media_file.h"
#include "core/interchange/media_finder.h"

#include <span>
#include <string>
#include <string_view>

namespace cutaway::interchange {

/// A sequence as a file of some format, and what the format could not hold.
struct WrittenFile {
    std::string text;
    ConversionReport report;
};

/// A sequence from a file, and what of the file it could not hold.
struct ReadFile {
    ReadResult read;
    ConversionReport report;
};

/// A format that sequences are exchanged in. Pure functions, any thread; files are untrusted input.
struct Format {
    std::string_view name;      ///< "OpenTimelineIO"
    std::string_view extension; ///< "otio": lower case, no dot
    Result<ReadFile> (*read)(std::string_view text, const MediaFinder& media) = nullptr; ///< null: not read
    /// `files` is for those that locate media. Null: not written.
    Result<WrittenFile> (*write)(const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
                                 const MediaLocator& files) = nullptr;
};

/// All of them, in the order in which they are offered.
std::span<const Format> formats();
/// The one that the extension of a file names, in any case; null: none.
const Format* formatOf(std::string_view path);

} // namespace cutaway::interchange
