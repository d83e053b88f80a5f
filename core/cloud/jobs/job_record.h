#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// queued -> running -> delivered | failed | cancelled. A running job whose worker was lost is queued again.
enum class JobState { Queued, Running, Delivered, Failed, Cancelled };
std::string_view stateName(JobState state);
std::optional<JobState> stateFrom(std::string_view name);
inline bool isOver(JobState state) {
    return state > JobState::Running;
}

/// A job as the store has it. Progress is not kept there: a restarted job starts again at nothing.
struct JobRecord {
    Uuid id;
    Uuid workspace;
    std::string createdBy;
    std::string type; ///< "ingest", "conform"
    JobState state = JobState::Queued;
    bool held = false; ///< the user paused it
    int priority = 5;
    int attempt = 0;
    std::string title;
    std::int64_t order = 0;   ///< in which jobs came, by the store
    std::int64_t created = 0; ///< microseconds, as store/clock.h
    std::optional<std::int64_t> started;
    std::optional<std::int64_t> ended;
    nlohmann::json error;  ///< {"type", "summary", ...}; null: none
    nlohmann::json result; ///< null: none yet
    nlohmann::json work;   ///< what the worker is told
};

/// How far a running job is; lives in memory only.
struct JobProgress {
    std::string stage;
    double percent = 0;
    std::optional<std::int64_t> secondsLeft;
    bool paused = false;       ///< its worker stands still for another job, or for playing
    std::int64_t previews = 0; ///< counts the previews received: the URL changes with each
};

/// The job as docs/api.md gives it.
nlohmann::json jobJson(const JobRecord& job, const JobProgress& progress);

} // namespace cutaway::cloud
