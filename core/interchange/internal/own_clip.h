#pragma once

// Inside core/interchange only: what a clip is to us exactly, as a comment in a file that counts frames.

#include "core/timeline/sequence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::interchange {

/// In units of the track and of the clip's media. Believed while what the file says beside it, in frames,
/// still means the same: other programs keep comments of clips that they have changed.
struct OwnClip {
    Uuid id, link;                        ///< as Clip::id and Clip::linkGroup
    std::int64_t start = 0, duration = 0; ///< on the track
    std::int64_t in = 0;                  ///< as Clip::in
    std::int64_t at = 0;                  ///< the frame of its file that the file gives for the first one
    timeline::ClipSpeed speed;
    std::optional<timeline::Transition> head, tail;
    std::int64_t cut = 0; ///< frames of the transition `head` ahead of the cut
};

std::string ownClipText(const OwnClip& clip);
/// None: no text of ours, or not whole.
std::optional<OwnClip> readOwnClip(std::string_view text);

} // namespace cutaway::interchange
