#pragma once

#include "core/base/result.h"
#include "core/cloud/store/database.h"
#include "core/conform/plan.h"
#include "core/conform/prepare.h"
#include "core/conform/profiles.h"
#include "core/timeline/sequence.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::cloud {

/// A cut as it was sent, with its clips resolved to the Sources of this cloud.
struct ReadCut {
    timeline::Sequence sequence;
    std::vector<conform::Problem> problems; ///< clips whose Source is not here
};
/// Reads OTIO within the caller's transaction. Errors: InvalidInput with the place in the document.
Result<ReadCut> readCut(Connection& store, const Uuid& workspace, std::string_view otio);

/// The cut as a plan whose every Object is named, or the reasons against it.
Result<conform::Prepared> prepareCut(Connection& store, const Uuid& workspace, std::string_view otio,
                                     std::span<const conform::Profile> profiles);

/// Every Object that a plan reads, once.
std::vector<std::string> objectsOf(const conform::ConformPlan& plan);

} // namespace cutaway::cloud
