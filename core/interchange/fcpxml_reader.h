#pragma once

#include "core/interchange/formats.h"

namespace cutaway::interchange {

/// Reads FCPXML 1.8 to 1.13, as Final Cut and Resolve write it: the first sequence in it, with its connected
/// clips and storylines, transitions, levels, constant speeds and markers; each lane becomes a track. What it
/// holds beside that is named in the report. Media is found by the metadata of our own files, else by reel,
/// timecode and name; what is not found keeps its place. Untrusted input: every error names the line.
Result<ReadFile> readFcpxml(std::string_view text, const MediaFinder& media);

} // namespace cutaway::interchange
