#pragma once

#include "core/timeline/change.h"
#include "core/timeline/graphic.h"

#include <cstdint>
#include <string>

namespace cutaway::timeline {

/// Lays a graphic over [from, to): on the lowest picture track that is free there, above which nothing is
/// seen in that time; on a new one where there is none.
///
///     V1  [  A  |  B  ]     add a graphic     V2    [graphic]
///            ^from  ^to                       V1  [  A  |  B  ]
Result<Change> addGraphic(const Sequence& sequence, Graphic graphic, std::string name, std::int64_t from,
                          std::int64_t to);

/// Gives a graphic other texts, another design or another place. `step` names the step.
///
///     V2  [graphic]     set     V2  [graphic']
Result<Change> setGraphic(const Sequence& sequence, const Uuid& clip, Graphic graphic, std::string step);

/// A tag of BCP 47 such as "de" or "pt-BR" for the texts of graphics, or none: as they were typed.
Result<Change> setSequenceLanguage(const Sequence& sequence, std::string language);

/// The language of the graphics on a track: its own, else that of the sequence.
const std::string& graphicLanguage(const Sequence& sequence, const Track& track);

} // namespace cutaway::timeline
