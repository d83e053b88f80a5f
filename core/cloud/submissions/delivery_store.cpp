#include "core/cloud/submissions/delivery_store.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view columns =
    "SELECT id, workspace_id, created_by, submission_id, profile, file_name, file_key, size, source_id "
    "FROM deliveries ";

DeliveryRecord recordOf(const Statement& row) {
    DeliveryRecord delivery;
    delivery.id = Uuid::parse(row.text(0)).value();
    delivery.workspace = Uuid::parse(row.text(1)).value();
    delivery.createdBy = row.text(2);
    delivery.submission = Uuid::parse(row.text(3)).value();
    delivery.profile = row.text(4);
    delivery.fileName = row.text(5);
    delivery.fileKey = Uuid::parse(row.text(6)).value();
    delivery.size = row.integer(7);
    if (const auto source = row.optionalText(8))
        delivery.sourceId = Uuid::parse(*source).value();
    return delivery;
}

} // namespace

void addDelivery(Connection& store, const DeliveryRecord& delivery) {
    store.run(
        "INSERT INTO deliveries (id, workspace_id, created_by, submission_id, profile, file_name, file_key, "
        "size) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        delivery.id.toString(), delivery.workspace.toString(), delivery.createdBy,
        delivery.submission.toString(), delivery.profile, delivery.fileName, delivery.fileKey.toString(),
        delivery.size);
}

std::optional<DeliveryRecord> findDelivery(Connection& store, const Uuid& workspace, const Uuid& id) {
    auto row = store.query(std::string(columns) + "WHERE id = ? AND workspace_id = ?", id.toString(),
                           workspace.toString());
    return row.next() ? std::optional(recordOf(row)) : std::nullopt;
}

std::vector<DeliveryRecord> deliveriesOf(Connection& store, const Uuid& submission) {
    std::vector<DeliveryRecord> deliveries;
    auto rows =
        store.query(std::string(columns) + "WHERE submission_id = ? ORDER BY place", submission.toString());
    while (rows.next())
        deliveries.push_back(recordOf(rows));
    return deliveries;
}

void linkDeliveries(Connection& store, std::string_view deliveryId, const Uuid& sourceId) {
    store.run("UPDATE deliveries SET source_id = ? WHERE submission_id = "
              "(SELECT submission_id FROM deliveries WHERE id = ?)",
              sourceId.toString(), deliveryId);
}

json deliveryJson(const DeliveryRecord& delivery) {
    json text = {{"id", delivery.id.toString()},
                 {"profile", delivery.profile},
                 {"file_name", delivery.fileName},
                 {"size", delivery.size},
                 {"url", "/cutaway/v1/deliveries/" + delivery.id.toString() + "/file"}};
    if (delivery.sourceId)
        text["source_id"] = delivery.sourceId->toString();
    return text;
}

} // namespace cutaway::cloud
