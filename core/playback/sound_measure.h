#pragma once

#include "core/playback/media_access.h"
#include "core/timeline/edits/duck.h"

#include <functional>

namespace cutaway::playback {

/// How loud what a sequence sounds like is, window by window, in samples [first, first + count) of it (the
/// last window may reach further). Fetches and decodes the proxies' sound; for a worker thread. `progress`
/// is told how much of it is done, of 1000. Unavailable or Timeout when sound cannot be had: silence would be
/// the wrong answer.
Result<timeline::LoudnessTrace> measureSound(MediaAccess& access, const timeline::Sequence& sequence,
                                             std::int64_t first, std::int64_t count,
                                             const std::function<void(int)>& progress, std::stop_token stop);

} // namespace cutaway::playback
