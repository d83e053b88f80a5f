#include "core/cloud/objects/references.h"

#include "core/cloud/store/clock.h"
#include "core/cloud/store/database.h"

#include <string>

namespace cutaway::cloud {

bool isReferenced(Connection& store, const Uuid& workspace, std::string_view objectId) {
    auto row =
        store.query("SELECT EXISTS (SELECT 1 FROM segments WHERE workspace_id = ?1 AND object_id = ?2) "
                    "OR EXISTS (SELECT 1 FROM objects WHERE workspace_id = ?1 AND init_object_id = ?2) "
                    "OR EXISTS (SELECT 1 FROM holds WHERE workspace_id = ?1 AND object_id = ?2)",
                    workspace.toString(), objectId);
    // When in doubt the Object stays.
    return !row.next() || row.integer(0) != 0;
}

void noteIfUnreferenced(Connection& store, const Uuid& workspace, std::string_view objectId) {
    if (isReferenced(store, workspace, objectId))
        return;
    store.run("INSERT OR IGNORE INTO unreferenced (workspace_id, created_by, object_id, since) "
              "SELECT workspace_id, created_by, id, ? FROM objects WHERE workspace_id = ? AND id = ?",
              nowMicroseconds(), workspace.toString(), objectId);
}

} // namespace cutaway::cloud
