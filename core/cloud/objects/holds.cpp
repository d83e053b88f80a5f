#include "core/cloud/objects/holds.h"

#include "core/cloud/objects/references.h"
#include "core/cloud/store/database.h"

#include <vector>

namespace cutaway::cloud {

void holdObjects(Connection& store, const Uuid& workspace, std::span<const std::string> objectIds,
                 std::string_view owner, std::string_view createdBy) {
    const std::string space = workspace.toString();
    for (const std::string& id : objectIds) {
        store.run(
            "INSERT OR IGNORE INTO holds (workspace_id, created_by, object_id, owner) VALUES (?, ?, ?, ?)",
            space, createdBy, id, owner);
    }
}

void releaseHolds(Connection& store, const Uuid& workspace, std::string_view owner) {
    const std::string space = workspace.toString();
    std::vector<std::string> released;
    {
        auto row =
            store.query("SELECT object_id FROM holds WHERE workspace_id = ? AND owner = ?", space, owner);
        while (row.next())
            released.push_back(row.text(0));
    }
    store.run("DELETE FROM holds WHERE workspace_id = ? AND owner = ?", space, owner);
    for (const std::string& id : released)
        noteIfUnreferenced(store, workspace, id);
}

} // namespace cutaway::cloud
