#pragma once

#include "core/base/uuid.h"

#include <string_view>

namespace cutaway::cloud {

class Connection;

/// True while a Segment, a media Object (of an init Object) or a hold needs the Object.
bool isReferenced(Connection& store, const Uuid& workspace, std::string_view objectId);

/// To be called after anything that may have been the last reference: marks the Object for collection when
/// nothing needs it any more.
void noteIfUnreferenced(Connection& store, const Uuid& workspace, std::string_view objectId);

} // namespace cutaway::cloud
