#pragma once

#include "core/timeline/change.h"

#include <cstddef>
#include <optional>
#include <string>

namespace cutaway::timeline {

/// The most tracks that a sequence may have of each kind.
inline constexpr std::size_t mostTracks = 99;

/// Adds an empty track at `row` among those of its kind, or after the last. It is called by the next number
/// of its kind that is free, and is not targeted.
///
///     V1 A1 A2   add a picture track   V1 V2 A1 A2
Result<Change> addTrack(const Sequence& sequence, TrackKind kind, std::optional<std::size_t> row = {});

/// Takes a track away with all that lies on it. Refused for the last picture track and for a locked one.
Result<Change> removeTrack(const Sequence& sequence, const Uuid& track);

/// Takes every track of both kinds away on which nothing lies, but for the first of each kind.
Result<Change> removeEmptyTracks(const Sequence& sequence);

/// Moves a track `rows` further down the list of its kind (V1 to V2: +1), as far as that goes.
Result<Change> moveTrack(const Sequence& sequence, const Uuid& track, int rows);

/// A name of 1 to 64 bytes; spaces around it do not count.
Result<Change> renameTrack(const Sequence& sequence, const Uuid& track, std::string name);

/// Whether a text is written as a tag of BCP 47 such as "de" or "pt-BR".
bool isLanguageTag(const std::string& tag);

/// A tag of BCP 47 such as "de" or "pt-BR", or none.
Result<Change> setTrackLanguage(const Sequence& sequence, const Uuid& track, std::string language);

} // namespace cutaway::timeline
