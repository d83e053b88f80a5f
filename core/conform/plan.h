#pragma once

#include "core/base/result.h"
#include "core/conform/source_media.h"
#include "core/render/fade.h"
#include "core/render/graphic_shot.h"
#include "core/timeline/picture_effects.h"
#include "core/timeline/sequence.h"
#include "core/timeline/source_timing.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace cutaway::conform {

/// A part of one Object that a span uses. Units are frames or samples of the Flow.
struct ObjectUse {
    std::string objectId;
    std::int64_t firstInObject = 0; ///< 0 is the first shown frame, or sample, of the Object
    std::int64_t count = 0;

    bool operator==(const ObjectUse&) const = default;
};

/// Units [recordUnit, recordUnit + count) of the delivery come from one Flow, from `sourceUnit` on.
/// Frames for the picture, samples of 48 kHz for sound. A nil Flow is black, or a graphic.
struct Span {
    Uuid clipId;
    std::string clipName;
    Uuid sourceId;
    std::string sourceLabel; ///< name of the angle, for messages
    Uuid flowId;
    std::int64_t recordUnit = 0;
    std::int64_t count = 0;
    std::int64_t sourceUnit = 0;    ///< absolute number on the Source, of the first unit
    timeline::ClipSpeed speed = {}; ///< unit k shows or sounds as sourceUnit + speed.stepsIn(k)
    std::vector<ObjectUse> objects; ///< in the order of the Source, together all units of used(); a sound at
                                    ///< another speed has some more on both sides, or lacks some there;
                                    ///< empty until resolved
    std::int64_t heldFrom = 0;      ///< at another speed: the absolute unit that `objects` begin with

    int gain = 0;                                             ///< sound: hundredths of a dB
    timeline::SharedValue<timeline::SoundEffects> sound = {}; ///< sound: as its clip has them
    std::int64_t clipUnit = 0;             ///< with `sound`: samples from the clip's first one to recordUnit
    std::optional<render::Fade> fade = {}; ///< that all of it is in: sound, and pictures of `over`
    timeline::SharedValue<timeline::PictureEffects> picture = {}; ///< how it lies on the frame, counted from
                                                                  ///< `recordUnit`; null: as it comes
    std::optional<render::GraphicShot> graphic = {}; ///< in `over`: drawn, with nil Source and Flow
    bool replaces = false; ///< its fade takes over from the picture before it alone, see render::Picture
    std::vector<Span> over = {}; ///< picture: what lies above this one, in order, during the same record
                                 ///< units; none has anything over it

    bool isBlack() const { return flowId.isNil() && !graphic; }
    /// The units of the Source from the lowest to the highest that it takes.
    timeline::UnitRange used() const;
    /// Where on the record it first uses this unit of the Source, or has gone past it.
    std::int64_t recordUnitOf(std::int64_t unit) const;
    /// The pictures are made here, and not those of one master as they are.
    bool isRendered() const { return !over.empty() || picture; }
    timeline::PicturePlacement placementAt(std::int64_t record) const {
        return picture ? picture->at(record - recordUnit) : timeline::PicturePlacement();
    }
    bool operator==(const Span&) const = default;
};

/// In which of its Objects a resolved picture span finds a unit, and where there.
struct PlaceInObjects {
    std::size_t use = 0;
    std::int64_t index = 0;
};
PlaceInObjects placeOf(const Span& span, std::int64_t unit);

/// Each span that shows media, and what does so over each, in order.
template <class Spans>
auto partsOf(Spans& spans) {
    using Part = std::conditional_t<std::is_const_v<Spans>, const Span, Span>;
    std::vector<Part*> parts;
    for (Part& span : spans) {
        if (!span.isBlack())
            parts.push_back(&span);
        for (Part& over : span.over)
            if (!over.graphic)
                parts.push_back(&over);
    }
    return parts;
}

/// The spans of one audio track, by record sample. Between them there is silence; two overlap where one sound
/// crosses into the next.
struct SoundTrack {
    std::string name;
    std::vector<Span> spans;

    bool operator==(const SoundTrack&) const = default;
};

/// What the frames or samples of a master Flow are.
struct MasterFormat {
    int width = 0;  ///< picture
    int height = 0; ///< picture
    media::Colour colour;
    int channels = 0; ///< sound

    bool operator==(const MasterFormat&) const = default;
};

/// How to make a delivery, before anything is rendered. A value: the same sequence and the same Sources give
/// the same plan. Kept as JSON with a job, which pins what every clip resolves to.
struct ConformPlan {
    std::string name;
    FrameRate rate;
    int width = 0; ///< of the sequence's pictures; 0 in plans from before they were kept
    int height = 0;
    bool dropFrame = false;
    std::int64_t startFrame = 0; ///< timecode of record frame 0, as a frame count
    std::int64_t frames = 0;     ///< length of the delivery
    std::int64_t samples = 0;    ///< samplesAtFrame(frames, rate)
    std::vector<Span> picture;   ///< covers [0, frames) once, in order, black included
    std::vector<SoundTrack> sound;
    std::map<Uuid, SourceClock> clocks;   ///< of every Source used
    std::map<Uuid, MasterFormat> masters; ///< of every Flow used

    TimecodeFormat timecode() const { return {rate, dropFrame}; }
    std::string timecodeAt(std::int64_t recordFrame) const {
        return timecodeText(startFrame + recordFrame, timecode());
    }
    bool operator==(const ConformPlan&) const = default;
};

/// Why one clip, or the whole sequence (nil clip), cannot be conformed. `summary` is for the user.
struct Problem {
    ErrorCategory category = ErrorCategory::InvalidInput;
    Uuid clipId;
    std::string clipName;
    std::int64_t recordFrame = 0;
    std::string summary;

    bool operator==(const Problem&) const = default;
};

/// A plan is usable when there are no problems.
struct PlanOutcome {
    ConformPlan plan;
    std::vector<Problem> problems; ///< by record frame
};

/// Spans for every visible clip of `sequence`. The master of a clip is, among the Source's Flows of its role
/// with generation 0 that cover the cut with what transitions take beyond it, the one of the highest bit
/// rate; ties go to the smaller Flow id. Pure: no clock, no randomness, no I/O.
PlanOutcome planConform(const timeline::Sequence& sequence, const SourceMap& sources);

/// The plan as JSON (times in units, rates as "num/den"), stable key order. `indent` < 0: one line.
std::string planToJson(const ConformPlan& plan, int indent = -1);
/// Reads what planToJson wrote. Checks every invariant of the plan, for a job description is untrusted input.
Result<ConformPlan> planFromJson(std::string_view text);
/// The problems as the API gives them: [{"clip_id", "clip_name", "record_frame", "summary"}].
std::string problemsToJson(const std::vector<Problem>& problems);

} // namespace cutaway::conform
