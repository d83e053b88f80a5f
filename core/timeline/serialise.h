#pragma once

#include "core/timeline/change.h"

#include <string>
#include <string_view>

namespace cutaway::timeline {

/// JSON on one line, for the journal. Exchange with other programs is core/interchange.
std::string sequenceText(const Sequence& sequence);
std::string changeText(const Change& change);

/// Back again. Corrupt when the text is not what the functions above write, or when what it says is no proper
/// sequence (checkInvariants).
Result<SequencePtr> parseSequence(std::string_view text);
Result<Change> parseChange(std::string_view text);

} // namespace cutaway::timeline
