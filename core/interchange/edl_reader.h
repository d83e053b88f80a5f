#pragma once

#include "core/interchange/formats.h"

namespace cutaway::interchange {

/// Reads a CMX3600 edit list: cuts, dissolves, wipes, black, four sounds, marker comments (LOC). Media is
/// found by the comments of our own files, else by reel and timecode, else by name; what is not found keeps
/// its place. Timecode counts every frame of the rate that the comment names, else of the first media found,
/// else of what the numbers allow. Speed changes (M2) are lost and reported. Untrusted input: every error
/// names the line.
Result<ReadFile> readEdl(std::string_view text, const MediaFinder& media);

} // namespace cutaway::interchange
