#pragma once

#include "core/cloud/auth/auth.h"
#include "core/cloud/projects_api/people.h"
#include "core/cloud/store/database.h"

#include <nlohmann/json.hpp>

namespace cutaway::cloud {

/// Table of who has which project open. It outlives a restart: who held a project holds it afterwards.
Schema peopleSchema();

// Within the caller's transaction.
People readPeople(Connection& store, const Uuid& project);
void writePeople(Connection& store, const Principal& who, const Uuid& project, const People& people);

/// As docs/api.md has it; `now` says who has gone.
nlohmann::json peopleJson(const Uuid& project, const People& people, std::int64_t now);

} // namespace cutaway::cloud
