#pragma once

#include "core/base/result.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace cutaway::cloud {

class Connection;
class Database;
class ObjectStore;

/// Removes Objects that nobody needs: those that nothing refers to any more, and those that were allocated
/// but not registered within the promised time. First the row, then the file, so that a killed server leaves
/// a file to remove and never a row without its file.
class ObjectCollector {
public:
    struct Rules {
        std::chrono::seconds unregisteredFor{3660}; ///< the promised time and a minute
        std::chrono::seconds unreferencedFor{60};   ///< so that who is just playing it can finish
        std::chrono::seconds interval{30};
    };

    ObjectCollector(Database& database, const ObjectStore& objects, Rules rules);
    ObjectCollector(const ObjectCollector&) = delete;
    ObjectCollector& operator=(const ObjectCollector&) = delete;

    /// One collection now. Number of Objects removed.
    Result<std::int64_t> collect();

private:
    void run(const std::stop_token& stop);

    Database& m_database;
    const ObjectStore& m_objects;
    const Rules m_rules;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace cutaway::cloud
