#pragma once

// Inside core/interchange only: what readers of files that count frames have in common.

#include "core/interchange/formats.h"
#include "core/interchange/internal/features.h"
#include "core/interchange/internal/own_clip.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::interchange {

/// The media of a clip as a file names it.
struct LaidMedia {
    Uuid sourceId; ///< nil: not said
    std::string name, reel;
    FrameRate rate;                            ///< of its frames; not valid: not said
    std::optional<std::int64_t> firstTimecode; ///< of its first frame, as a count of its frames
    bool dropFrame = false;
};

/// A clip as a file places it. Frames of the sequence, but for `in`.
struct LaidClip {
    std::size_t line = 0;
    std::string name;
    LaidMedia media;
    std::int64_t start = 0, end = 0; ///< from cut to cut
    std::int64_t in = 0;             ///< frame of the media that is seen at `start`, from its first one
    std::optional<timeline::Transition> head, tail;
    timeline::ClipSpeed speed;         ///< its phase is not looked at,
    std::optional<std::int64_t> phase; ///< but this one, where the file has it
    int gain = 0;
    int member = 1; ///< of a sound: which of its Source
    bool enabled = true;
    std::string colour;
    std::string link; ///< the same for clips that belong together; empty: alone
    std::optional<OwnClip> own;
    std::string how; ///< what was approximated already

    void approximate(const std::string& why) { how += (how.empty() ? "" : "; ") + why; }
};

struct LaidTrack {
    timeline::TrackKind kind = timeline::TrackKind::Video;
    std::string name;
    bool muted = false, locked = false;
    std::vector<LaidClip> clips; ///< by start
};

/// A sequence as a file lays it out.
struct LaidSequence {
    timeline::Sequence settings;   ///< name, rate, size, start and markers; no tracks
    std::vector<LaidTrack> tracks; ///< pictures, then sounds
    ConversionReport report;       ///< of what has been noted already
};

/// Finds the media, believes OwnClip where it still holds, and makes a sequence of it all. Errors name the
/// line of the file: clips that overlap, numbers beyond any sequence.
Result<ReadFile> buildSequence(const LaidSequence& laid, const MediaFinder& media);

/// A duration or place in frames that a sequence may have.
inline constexpr std::int64_t mostFrames = std::int64_t(1) << 32;

} // namespace cutaway::interchange
