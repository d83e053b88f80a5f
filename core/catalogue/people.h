#pragma once

#include "core/base/uuid.h"
#include "core/catalogue/types.h"

#include <optional>
#include <string>
#include <vector>

namespace cutaway::catalogue {

/// Somebody who has a project open.
struct ProjectPerson {
    Uuid clientId;
    std::string name;
    std::string since; ///< is here; of the one who edits: has edited
    bool asks = false; ///< would like to edit
    bool gone = false; ///< has not been heard of for a while
    bool operator==(const ProjectPerson&) const = default;
};

/// Those who have a project open.
struct ProjectPeople {
    Uuid projectId;
    std::optional<ProjectPerson> editor; ///< nobody else may save
    std::vector<ProjectPerson> watchers;
    bool operator==(const ProjectPeople&) const = default;

    bool isEditor(const Uuid& client) const { return editor && editor->clientId == client; }
};

/// What a client says of itself every few seconds.
struct PresenceRequest {
    Uuid projectId;
    Uuid clientId; ///< chosen by the client, the same every time
    std::string name;
    bool edit = false; ///< wants to edit, if nobody else does
    bool ask = false;  ///< wants to as soon as nobody does, and the one who does is told
    Uuid takeOverFrom; ///< who edits and has gone; nil: nobody
};

Json toJson(const PresenceRequest& value);
Result<ProjectPeople> projectPeopleFromJson(const Json& json);

} // namespace cutaway::catalogue
