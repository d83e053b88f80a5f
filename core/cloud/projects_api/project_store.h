#pragma once

#include "core/base/result.h"
#include "core/cloud/auth/auth.h"
#include "core/cloud/store/database.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace cutaway::cloud {

/// Tables of projects and their revisions.
Schema projectSchema();

// Rows of projects, within the caller's transaction. A revision is never changed or removed.

nlohmann::json listProjects(Connection& store, const Uuid& workspace);
/// Creates or renames. Conflict: the id belongs to another workspace.
Result<void> putProject(Connection& store, const Principal& who, const Uuid& id, const std::string& name);
/// NotFound.
Result<void> projectExists(Connection& store, const Uuid& workspace, const Uuid& id);
/// With the list of its revisions, oldest first.
Result<nlohmann::json> readProject(Connection& store, const Uuid& workspace, const Uuid& id);

struct Revision {
    Uuid id;
    Uuid project;
    std::optional<Uuid> parent; ///< the head that the client knows
    std::optional<Uuid> client; ///< who sends it, as among the people of the project
    std::string note;
    std::string otio; ///< JSON text, kept as it came
};

/// What became of a revision that was sent.
struct RevisionOutcome {
    enum class Kind {
        Stored,
        Known,
        Stale,  ///< its parent is not the head
        Locked, ///< somebody else edits the project, and is here
    } kind = Kind::Stored;
    std::int64_t number = 0;  ///< of the revision, when stored or known
    std::string lockedBy;     ///< name of who edits
    std::optional<Uuid> head; ///< of the project now
};
Result<RevisionOutcome> addRevision(Connection& store, const Principal& who, const Revision& revision);
/// The OTIO document. NotFound.
Result<std::string> readRevision(Connection& store, const Uuid& workspace, const Uuid& project,
                                 const Uuid& revision);

} // namespace cutaway::cloud
