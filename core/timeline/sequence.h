#pragma once

#include "core/base/uuid.h"
#include "core/time/frame_rate.h"
#include "core/time/timecode.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cutaway::timeline {

/// Which Source a clip shows. An edit names the multi Source; the track kind picks the member by role.
struct MediaReference {
    Uuid sourceId; ///< the multi Source
    std::string
        asGiven; ///< the reference as another program wrote it (JSON text), kept for writing back; else empty

    bool operator==(const MediaReference&) const = default;
};

/// A part of a Source. `in` and `duration` count units: frames on a video track, 48 kHz samples on an audio
/// track.
struct Clip {
    Uuid id;
    std::string name;
    MediaReference media;
    FrameRate mediaRate;       ///< unit of `in`: the Source's frame rate, or 48000 on audio tracks
    std::int64_t in = 0;       ///< absolute unit number on the Source (SourceClock), first unit shown
    std::int64_t duration = 0; ///< in units of the track, > 0
    Uuid linkGroup;            ///< clips that select and move together (picture and its sound); nil: none
    int audioMember = 1;       ///< on audio tracks: which of the Source's sounds, role `audio-N`
    int angle = 0;             ///< 1-based angle number within the unit when cut, 0 unknown
    bool enabled = true;
    std::string foreignMetadata; ///< other programs' metadata (JSON text), untouched

    bool operator==(const Clip&) const = default;
};

/// One place on a track: a clip or a gap. Immutable and shared between versions of a sequence.
struct Item {
    std::int64_t duration = 0;        ///< in units of the track, > 0
    std::shared_ptr<const Clip> clip; ///< null: a gap

    bool isGap() const { return clip == nullptr; }
    bool operator==(const Item& other) const;
    static Item gap(std::int64_t duration) { return {duration, nullptr}; }
    static Item of(Clip clip);
};

enum class TrackKind { Video, Audio };

/// Items lie end to end from unit 0. The last item is never a gap and two gaps never touch (normal form).
struct Track {
    Uuid id;
    std::string name; ///< "V1", "A1"
    TrackKind kind = TrackKind::Video;
    FrameRate rate; ///< unit of every number on this track: the sequence's rate, or 48000 on audio tracks
    bool targeted = true;
    bool locked = false;
    bool muted = false; ///< audio: silent; video: hidden
    bool soloed = false;
    std::vector<Item> items;

    bool operator==(const Track&) const = default;
    std::int64_t duration() const; ///< in units of the track; O(items)
};

struct Marker {
    Uuid id;
    std::int64_t frame = 0; ///< on the sequence
    std::int64_t duration = 0;
    std::string name;
    std::string colour; ///< OTIO colour name, upper case

    bool operator==(const Marker&) const = default;
};

/// A cut, as a value: copying is cheap (tracks are shared), comparing is exact.
struct Sequence {
    Uuid id;
    std::string name;
    FrameRate rate;   ///< of its first video clip, fixed at creation
    int width = 3840; ///< of the picture delivered; the viewer renders it smaller
    int height = 2160;
    std::int64_t startFrame = 0; ///< timecode of frame 0, as a frame count (01:00:00:00 by default)
    bool dropFrame = false;
    std::vector<std::shared_ptr<const Track>> tracks; ///< painter's order: V1, V2, ..., then A1, A2, ...
    std::vector<Marker> markers;                      ///< by frame
    std::string foreignMetadata;

    bool operator==(const Sequence& other) const;
    TimecodeFormat timecode() const { return {rate, dropFrame}; }
    std::int64_t durationFrames() const; ///< frames that hold anything, of the longest track
    /// Units of `track` at sequence frame `frame`: the frame itself, or cumulative samples.
    static std::int64_t unitsAtFrame(const Track& track, std::int64_t frame, FrameRate sequenceRate);
};

using SequencePtr = std::shared_ptr<const Sequence>;

/// One video and two audio tracks, start 01:00:00:00.
Sequence emptySequence(std::string name, FrameRate rate, bool dropFrame);

} // namespace cutaway::timeline
