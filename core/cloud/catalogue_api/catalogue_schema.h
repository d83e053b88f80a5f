#pragma once

#include "core/cloud/store/database.h"

namespace cutaway::cloud {

/// Tables of events, units, angles, marks and the search index.
Schema catalogueSchema();

} // namespace cutaway::cloud
