#pragma once

// Inside core/interchange only: graphics as GeneratorReferences, docs/format.md.

#include "core/interchange/json_node.h"
#include "core/timeline/sequence.h"

#include <nlohmann/json.hpp>

namespace cutaway::interchange {

inline constexpr const char* graphicGenerator = "cutaway.graphic";

/// The media reference of a graphic; other programs find its texts among the parameters.
nlohmann::json graphicReference(const timeline::Clip& clip);
/// What graphicReference() wrote. Fails at the node when it is damaged.
timeline::SharedValue<timeline::Graphic> readGraphic(const JsonNode& reference);

} // namespace cutaway::interchange
