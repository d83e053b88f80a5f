#pragma once

#include "core/cloud/http/message.h"
#include "core/cloud/tams_api/tams_context.h"
#include "core/time/time_range.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace cutaway::cloud {

/// What a DELETE asks for.
struct Deletion {
    std::string flowId;
    TimeRange range;
    std::optional<std::string> objectId;
    bool wholeFlow = false;
};

/// Does it and answers 204; or, when it is more than one request should take, keeps it as a deletion request,
/// which DeletionWorker does, and answers 202. Errors: NotFound, Forbidden (read-only).
Result<Response> answerDeletion(TamsContext& context, const Request& request, const Deletion& deletion);

/// Does the deletion requests that are kept in the store, those of an earlier run included, a thousand
/// Segments at a time so that others can write in between.
class DeletionWorker {
public:
    explicit DeletionWorker(Database& database);
    DeletionWorker(const DeletionWorker&) = delete;
    DeletionWorker& operator=(const DeletionWorker&) = delete;

    /// There is a new request. Any thread.
    void wake();

private:
    void run(const std::stop_token& stop);

    Database& m_database;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_asked = true; ///< under m_mutex
    std::jthread m_thread;
};

} // namespace cutaway::cloud
