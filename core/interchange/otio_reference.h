#pragma once

// Inside core/interchange only: what the media references of a clip name.

#include "core/interchange/otio_reader.h"
#include "core/interchange/otio_time.h"

#include <optional>
#include <string>

namespace cutaway::interchange {

inline constexpr const char* tamsKey = "bbc.github.io/tams"; ///< AppNote 0015
inline constexpr const char* ownKey = "cutaway";
inline constexpr const char* pictureEffectName = "cutaway.picture"; ///< of an Effect.1, docs/format.md
inline constexpr const char* soundEffectName = "cutaway.sound";     ///< of an Effect.1, docs/format.md

/// The media of a clip as the file gives it.
struct ReadReference {
    std::optional<MediaName> name; ///< none: nothing that TAMS knows
    std::string given;             ///< the name of the reference, or of its file
    bool black = false;            ///< a generator of black: a gap
    ExactTime offset;              ///< available_range_offset: what to add to get Source time
    std::optional<OtioTime> availableStart;
    std::optional<OtioTime> availableDuration;
    timeline::SharedValue<timeline::Graphic> graphic; ///< instead of media
    std::string asGiven; ///< all of the clip's references as JSON; empty when Cutaway wrote them
};

ReadReference readReference(const JsonNode& clip);

/// The Source or Flow that a URL names: tams://host/flows/ID, https://host/any/sources/ID?timerange=...
std::optional<MediaName> mediaNameOf(const std::string& url);

} // namespace cutaway::interchange
