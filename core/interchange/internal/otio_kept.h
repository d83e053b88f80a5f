#pragma once

// Inside core/interchange only: what other programs wrote into an OTIO file and we have no word for. It goes
// with the clip beside which it stood, and is written back as it came while what it was about is untouched.

#include "core/interchange/otio_tracks.h"

namespace cutaway::interchange {

/// The key of Clip::foreignMetadata, beside the metadata of other programs, under which it is kept.
inline constexpr const char* keptKey = "cutaway:kept";

/// Collects what is kept with one clip.
class KeptBuilder {
public:
    /// Markers and effects that we have no word for, and the colour of a clip.
    void clip(const JsonNode& node);
    /// A transition of the clip, "head" or "tail", that we would write otherwise.
    void transition(const char* edge, const JsonNode& node, const timeline::Transition& read);
    /// The gap before the clip, `units` long; nothing when it is as we write gaps.
    void gap(const JsonNode& node, std::int64_t units);
    /// Puts it into the metadata of the clip.
    void into(std::string& foreignMetadata) const;

private:
    nlohmann::json m_kept = nlohmann::json::object();
};

/// Whether a gap, or a transition, holds what we do not write ourselves.
bool isForeignGap(const JsonNode& node);
bool isForeignTransition(const JsonNode& node);
/// An effect that says how fast a clip goes.
bool isTimeEffect(const JsonNode& effect);
/// How we wrote that a picture lies on its frame (docs/format.md), unless it was turned off since.
bool isPictureEffect(const JsonNode& effect);
/// A marker that we wrote with a clip.
bool isClipMarker(const JsonNode& marker);
/// How we wrote that a clip is heard, unless it was turned off since.
bool isSoundEffect(const JsonNode& effect);

/// Takes what was kept out of the metadata of a clip.
nlohmann::json takeKept(nlohmann::json& foreignMetadata);
/// The transition as it came, while it is still that one; null otherwise.
nlohmann::json keptTransition(const nlohmann::json& kept, const char* edge,
                              const timeline::Transition& transition);
/// The gap before the clip as it came, while it is as long; null otherwise.
nlohmann::json keptGap(const nlohmann::json& kept, std::int64_t units);

} // namespace cutaway::interchange
