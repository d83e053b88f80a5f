#pragma once

#include "core/tams/json.h"

namespace cutaway::tams {

/// The tags of a Source or Flow; an empty object when there are none. Notes a mistake in `in` when they are
/// no object of strings or arrays of strings.
Json readTags(JsonReader& in);

} // namespace cutaway::tams
