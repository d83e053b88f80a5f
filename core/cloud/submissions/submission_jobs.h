#pragma once

#include "core/base/result.h"
#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_kind.h"
#include "core/cloud/services.h"
#include "core/cloud/submissions/submission_store.h"
#include "core/conform/plan.h"
#include "core/conform/profiles.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

namespace cutaway::cloud {

/// PUT /submissions/{id} as it was asked for, checked.
struct SubmissionOrder {
    SubmissionRecord record;
    std::vector<conform::Profile> profiles;
};
/// `known` are the profiles of this cloud. The OTIO of a revision is read from the store.
Result<SubmissionOrder> readSubmissionOrder(Services& services, const Principal& who, const Uuid& id,
                                            const nlohmann::json& given,
                                            const std::vector<conform::Profile>& known);

struct Accepted {
    bool isNew = false;
};
using Problems = std::vector<conform::Problem>;
/// Plans the cut, holds its Objects and stores submission and job in one transaction; or says why not. The
/// same order again is accepted and changes nothing; another one under the same id is a Conflict.
Result<std::variant<Accepted, Problems>> acceptSubmission(Services& services, const Principal& who,
                                                          SubmissionOrder order);

/// What the supervisor does around a conform: outputs become deliveries, Objects are let go, the result is
/// ingested.
JobKind conformKind();

} // namespace cutaway::cloud
