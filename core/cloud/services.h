#pragma once

#include <string>

namespace cutaway::cloud {

class Authority;
class Database;
class EventBus;
class ObjectStore;

/// What every part of the server works with. Owned by CloudServer; outlives every handler.
struct Services {
    Database& database;
    Authority& authority;
    EventBus& events;
    ObjectStore& objects;
    std::string dataFolder;
};

} // namespace cutaway::cloud
