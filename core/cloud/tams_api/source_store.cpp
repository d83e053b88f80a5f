#include "core/cloud/tams_api/source_store.h"

#include "core/cloud/store/clock.h"
#include "core/cloud/tams_api/flow_store.h"

#include <set>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

/// Sources of the Flows that this Source's Flows collect, in the order of the collections.
json collectionOf(Connection& store, const std::string& space, const std::string& id) {
    auto row = store.query("SELECT c.source_id, m.role FROM flows p "
                           "JOIN flow_members m ON m.workspace_id = p.workspace_id AND m.parent_id = p.id "
                           "JOIN flows c ON c.workspace_id = m.workspace_id AND c.id = m.member_id "
                           "WHERE p.workspace_id = ? AND p.source_id = ? AND c.source_id <> p.source_id "
                           "ORDER BY p.created, p.id, m.position",
                           space, id);
    json items = json::array();
    std::set<std::string> seen;
    while (row.next()) {
        if (!seen.insert(row.text(0)).second)
            continue;
        json item{{"id", row.text(0)}};
        if (const auto role = row.optionalText(1))
            item["role"] = *role;
        items.push_back(std::move(item));
    }
    return items;
}

json collectorsOf(Connection& store, const std::string& space, const std::string& id) {
    auto row = store.query("SELECT DISTINCT p.source_id FROM flows c "
                           "JOIN flow_members m ON m.workspace_id = c.workspace_id AND m.member_id = c.id "
                           "JOIN flows p ON p.workspace_id = m.workspace_id AND p.id = m.parent_id "
                           "WHERE c.workspace_id = ? AND c.source_id = ? AND p.source_id <> c.source_id "
                           "ORDER BY p.source_id",
                           space, id);
    json ids = json::array();
    while (row.next())
        ids.push_back(row.text(0));
    return ids;
}

} // namespace

json sourceJson(Connection& store, const Uuid& workspace, const Statement& row, int column) {
    const std::string id = row.text(column);
    json source = json::parse(row.text(column + 4), nullptr, false);
    source["created_by"] = row.text(column + 1);
    source["created"] = wallClockText(row.integer(column + 2));
    source["updated"] = wallClockText(row.integer(column + 3));
    if (json items = collectionOf(store, workspace.toString(), id); !items.empty())
        source["source_collection"] = std::move(items);
    if (json ids = collectorsOf(store, workspace.toString(), id); !ids.empty())
        source["collected_by"] = std::move(ids);
    return source;
}

Result<json> requireSource(Connection& store, const Uuid& workspace, std::string_view id) {
    auto row = store.query("SELECT document FROM sources WHERE workspace_id = ? AND id = ?",
                           workspace.toString(), id);
    if (!row.next())
        return Error{ErrorCategory::NotFound, "There is no such source.", std::string(id)};
    return json::parse(row.text(0), nullptr, false);
}

void saveSource(Connection& store, const Principal& principal, json document) {
    document["updated_by"] = principal.user;
    const std::string id = document.at("id").get<std::string>();
    const auto label = document.find("label");
    store.run("UPDATE sources SET label = ?, updated = ?, document = ? WHERE workspace_id = ? AND id = ?",
              label == document.end() ? std::nullopt : std::optional(label->get<std::string>()),
              nowMicroseconds(), document.dump(), principal.workspace.toString(), id);
    indexTags(store, principal, "source", id, document.value("tags", json::object()));
}

} // namespace cutaway::cloud
