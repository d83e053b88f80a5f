#pragma once

#include "core/cloud/ingest/ingest_plan.h"
#include "core/tams/types.h"

#include <string>
#include <vector>

namespace cutaway::cloud {

/// A Flow that an ingest makes, and the part it plays in the Multi Flow.
struct PlannedFlow {
    std::string name; ///< for IngestPlan::idOf
    std::string role; ///< "video", "audio-1", "thumbnails"
    std::string rung; ///< "master", "proxy", "low", for people and scripts
    tams::Flow flow;
};

/// The members, in the order of the collection, and then the Multi Flow itself.
struct PlannedFlows {
    std::vector<PlannedFlow> members;
    tams::Flow multi;

    const tams::Flow& named(const std::string& name) const;
    tams::Flow& named(const std::string& name);
};
PlannedFlows planFlows(const IngestPlan& plan);

/// {"source_id", "multi_flow_id", "flows": [{"id", "role", "rung"}]}: the result of the job.
nlohmann::json ingestResult(const IngestPlan& plan, const PlannedFlows& flows);

} // namespace cutaway::cloud
