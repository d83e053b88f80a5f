#pragma once

// Inside core/interchange only: the tracks of a file, read but not yet laid out on a sequence.

#include "core/interchange/otio_reference.h"

#include <vector>

namespace cutaway::interchange {

/// A transition around the cut that it stands at.
struct ReadTransition {
    JsonNode node;
    timeline::TransitionKind kind = timeline::TransitionKind::Dissolve;
    ExactTime before;
    ExactTime after;
};

/// A clip or a gap with its exact duration. What it names is not resolved yet.
struct ReadItem {
    JsonNode node;
    ExactTime duration;
    bool durationIsMedia = false; ///< no source_range: as long as the media, which the resolver tells
    bool gap = false;
    timeline::Clip clip; ///< without media, in and duration
    std::optional<OtioTime> start;
    ReadReference reference;
    std::optional<ReadTransition> transition; ///< into it
};

struct ReadTrack {
    JsonNode node;
    timeline::Track track; ///< without items, rate and, in files of others, id
    std::vector<ReadItem> items;
    std::optional<ReadTransition> last; ///< out of the last item
};

struct ReadTracks {
    std::vector<ReadTrack> tracks;         ///< video, then audio, each in the order of the file
    std::vector<timeline::Marker> markers; ///< without frames
    std::vector<JsonNode> markerNodes;     ///< one for each
    std::vector<ReadNote> notes;
};

/// `stack` is the "tracks" of a Timeline.1.
ReadTracks readTracks(const JsonNode& stack);

/// metadata[ownKey] of a node, when it is there.
std::optional<JsonNode> ownMetadata(const JsonNode& node);
/// The other metadata of a node as JSON text; empty when there is none.
std::string foreignMetadata(const JsonNode& node);
/// Member `key` as an id; nil when missing or no UUID.
Uuid idOr(const std::optional<JsonNode>& own, const char* key);
/// Member `key` as a whole number in [least, most], or `fallback`.
std::int64_t wholeOr(const std::optional<JsonNode>& own, const char* key, std::int64_t least,
                     std::int64_t most, std::int64_t fallback);

} // namespace cutaway::interchange
