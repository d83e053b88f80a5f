#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/cloud/store/database.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::cloud {

/// A finished file that somebody asked for.
struct DeliveryRecord {
    Uuid id;
    Uuid workspace;
    std::string createdBy;
    Uuid submission;
    std::string profile;
    std::string fileName;
    Uuid fileKey; ///< in the folder of objects
    std::int64_t size = 0;
    std::optional<Uuid> sourceId; ///< multi Source of the ingested result
};

// Rows of deliveries, within the caller's transaction.

void addDelivery(Connection& store, const DeliveryRecord& delivery);
std::optional<DeliveryRecord> findDelivery(Connection& store, const Uuid& workspace, const Uuid& id);
/// In the order of the submission's profiles.
std::vector<DeliveryRecord> deliveriesOf(Connection& store, const Uuid& submission);
/// Every delivery of the same submission shows the same cut: all get the Source that one of them became.
void linkDeliveries(Connection& store, std::string_view deliveryId, const Uuid& sourceId);
/// As docs/api.md has it.
nlohmann::json deliveryJson(const DeliveryRecord& delivery);

} // namespace cutaway::cloud
