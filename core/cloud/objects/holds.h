#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <span>
#include <string>
#include <string_view>

namespace cutaway::cloud {

class Connection;

/// A hold keeps Objects alive although no Segment refers to them any more. `owner` names who needs them
/// ("job/UUID"); an owner may hold an Object once. All within the caller's transaction.
void holdObjects(Connection& store, const Uuid& workspace, std::span<const std::string> objectIds,
                 std::string_view owner, std::string_view createdBy);
/// Ends every hold of `owner`. What nobody needs then goes with the next collection.
void releaseHolds(Connection& store, const Uuid& workspace, std::string_view owner);

} // namespace cutaway::cloud
