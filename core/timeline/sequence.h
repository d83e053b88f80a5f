#pragma once

#include "core/base/uuid.h"
#include "core/time/frame_rate.h"
#include "core/time/timecode.h"
#include "core/timeline/clip_speed.h"
#include "core/timeline/shared_value.h"

#include <cstdint>
#include <memory>
#include <optional>
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

enum class TransitionKind {
    Dissolve, ///< mixes the two pictures; sounds cross at equal power
    Dip,      ///< through black: the first half takes the one away, the second brings the other
    Wipe,     ///< from left to right, SMPTE 258M code 1
};

/// How one clip takes over from another around the cut between them, or from nothing, then from black and
/// silence. It shows the leaving clip `after` units beyond the cut and the coming one `before` units ahead of
/// it, so both need that much media to spare (handles).
struct Transition {
    TransitionKind kind = TransitionKind::Dissolve;
    std::int64_t before = 0; ///< units of the track ahead of the cut, >= 0
    std::int64_t after = 0;  ///< units of the track beyond the cut, >= 0; together > 0

    bool operator==(const Transition&) const = default;
    std::int64_t duration() const { return before + after; }
};

/// A remark on a moment or a stretch. On a sequence its numbers are frames of it; on a clip units of the
/// Source, as those of Clip::in, so that it stays with the picture that it is about.
struct Marker {
    Uuid id;
    std::int64_t frame = 0;
    std::int64_t duration = 0;
    std::string name;
    std::string colour; ///< OTIO colour name, upper case
    std::string comment = {};

    bool operator==(const Marker&) const = default;
};

/// How large a picture of another shape than its sequence's is shown at first.
enum class Framing {
    Fit,  ///< all of it, with what lies below on two sides
    Fill, ///< over the whole frame, two sides cut off
};

struct PictureEffects; // picture_effects.h
bool isEqual(const PictureEffects& a, const PictureEffects& b);
struct SoundEffects; // sound_effects.h
bool isEqual(const SoundEffects& a, const SoundEffects& b);

struct Graphic; // graphic.h
bool isEqual(const Graphic& a, const Graphic& b);

/// A part of a Source, or a graphic. `in` and `duration` count units: frames on a video track, 48 kHz samples
/// on an audio track.
struct Clip {
    Uuid id;
    std::string name;
    MediaReference media;
    FrameRate mediaRate;       ///< unit of `in`: the Source's frame rate, or 48000 on audio tracks
    std::int64_t in = 0;       ///< absolute unit number on the Source (SourceClock), first unit shown
    std::int64_t duration = 0; ///< in units of the track, > 0
    ClipSpeed speed;           ///< of the units of `in` against those of the track; a sound is never held
    Uuid linkGroup;            ///< clips that select and move together (picture and its sound); nil: none
    Uuid group;                ///< clips that select, move and are trimmed together beside that; nil: none
    int audioMember = 1;       ///< on audio tracks: which of the Source's sounds, role `audio-N`
    int angle = 0;             ///< 1-based angle number within the unit when cut, 0 unknown
    bool enabled = true;
    std::string colour; ///< label, an OTIO colour name in upper case; empty: that of its kind
    int gain = 0;       ///< on audio tracks, hundredths of a dB, within gainRange
    SharedValue<PictureEffects> picture; ///< on video tracks: how it lies on the frame; null: as it comes
    SharedValue<Graphic> graphic;        ///< on video tracks: drawn instead of media, which is nil then
    SharedValue<SoundEffects> sound;     ///< on audio tracks: how it is heard besides; null: as it comes
    std::optional<Transition> head;      ///< into this clip: from the one that touches it, else from black
    std::optional<Transition> tail;      ///< out of it to black, where no clip touches its end
    std::vector<Marker> markers;         ///< by frame; those of a part that is trimmed away come back with it
    std::string foreignMetadata;         ///< other programs' metadata (JSON text), untouched

    bool operator==(const Clip&) const = default;
};

/// What Clip::gain may be, in hundredths of a dB.
inline constexpr int lowestGain = -9600;
inline constexpr int highestGain = 2400;

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
    bool syncLocked = true; ///< moves along when another track ripples
    std::string language;   ///< BCP 47, "de"; empty when it does not matter
    std::vector<Item> items;

    bool operator==(const Track&) const = default;
    std::int64_t duration() const; ///< in units of the track; O(items)
};

/// A cut, as a value: copying is cheap (tracks are shared), comparing is exact.
struct Sequence {
    Uuid id;
    std::string name;
    FrameRate rate;   ///< of its first video clip, fixed at creation
    int width = 3840; ///< of the picture delivered; the viewer renders it smaller
    int height = 2160;
    Framing framing = Framing::Fit; ///< of clips that do not say
    std::int64_t startFrame = 0;    ///< timecode of frame 0, as a frame count (01:00:00:00 by default)
    bool dropFrame = false;
    std::string language; ///< BCP 47, of the texts of graphics where their track names none; empty: as typed
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
