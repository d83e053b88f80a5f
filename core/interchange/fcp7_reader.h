#pragma once

#include "core/interchange/formats.h"

namespace cutaway::interchange {

/// Reads XML Interchange Format 4 and 5 ("FCP7 XML", xmeml), as Premiere, Resolve and Final Cut Pro 7 write
/// it: the first sequence in it, with cuts, links, transitions, levels, constant speeds, held pictures and
/// markers. What it holds beside that is named in the report. Media is found by the comments of our own
/// files, else by reel, timecode and name; what is not found keeps its place. Untrusted input: every error
/// names the line.
Result<ReadFile> readFcp7(std::string_view text, const MediaFinder& media);

} // namespace cutaway::interchange
