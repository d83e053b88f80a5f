#pragma once

#include "core/base/result.h"
#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_kind.h"
#include "core/cloud/services.h"

#include <nlohmann/json.hpp>
#include <string>

namespace cutaway::cloud {

class UploadStore;

/// An ingest as it was asked for, checked.
struct IngestOrder {
    Uuid id; ///< of the job
    std::string label;
    std::string fileName;
    std::string mediaPath; ///< on this server, "/cutaway/v1/..."
    std::optional<Uuid> uploadId;
    std::optional<Uuid> unitId;
    int angleNumber = 0; ///< 1..9 with a unit
    std::string angleName;
    int priority = 5;
    std::string startTimecode;      ///< empty: the file's own
    std::string startTime;          ///< TAMS timestamp; empty: the timecode since midnight
    bool realtime = false;          ///< at the speed at which it happened
    std::optional<Uuid> deliveryId; ///< the result of a conform job
};

/// The multi Source that an ingest makes, known before it begins.
Uuid ingestedSource(const Uuid& jobId);

/// Reads POST /ingests. `ownUrl`: media is taken from this server only.
Result<IngestOrder> readIngestOrder(const nlohmann::json& given, const std::string& ownUrl);
/// Adds job and angle within the caller's transaction. False when the job was there.
Result<bool> addIngest(Connection& store, const Principal& who, const IngestOrder& order);

/// What the supervisor does around an ingest: angle and delivery appear, upload goes, a failed one leaves
/// nothing. Arguments outlive the kind.
JobKind ingestKind(Services& services, UploadStore& uploads);

} // namespace cutaway::cloud
