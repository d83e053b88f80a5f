#include "core/cloud/tams_api/delete_requests.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/store/database.h"
#include "core/cloud/tams_api/deletion.h"
#include "core/cloud/tams_api/flow_store.h"

#include <nlohmann/json.hpp>

namespace cutaway::cloud {

namespace {

constexpr std::int64_t atOnce = 1000;                // Segments removed in one transaction
constexpr std::int64_t keptFor = 3600LL * 1'000'000; // µs that a done request can still be read

struct Outcome {
    bool finished = false;
    Uuid requestId; ///< of the rest, when not finished
};

Result<Outcome> begin(Connection& store, const Principal& principal, const Deletion& deletion) {
    CUTAWAY_TRY(const FlowRow flow, requireWritableFlow(store, principal.workspace, deletion.flowId));
    const auto removed = removeSegments(store, principal, flow.id, deletion.range, deletion.objectId, atOnce);
    if (removed < atOnce) {
        if (deletion.wholeFlow)
            removeFlow(store, principal, flow);
        return Outcome{true, {}};
    }
    Outcome outcome{false, Uuid::random()};
    const std::int64_t now = nowMicroseconds();
    store.run("INSERT INTO delete_requests (workspace_id, created_by, id, flow_id, object_id, timerange, "
              "delete_flow, status, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, 'created', ?, ?)",
              principal.workspace.toString(), principal.user, outcome.requestId.toString(), flow.id,
              deletion.objectId, deletion.range.toString(), deletion.wholeFlow, now, now);
    return outcome;
}

struct Pending {
    std::string id;
    Principal principal;
    Deletion deletion;
};

Result<std::optional<Pending>> nextPending(Connection& store) {
    auto row =
        store.query("SELECT id, workspace_id, created_by, flow_id, object_id, timerange, delete_flow "
                    "FROM delete_requests WHERE status IN ('created', 'started') ORDER BY created LIMIT 1");
    if (!row.next())
        return std::optional<Pending>();
    CUTAWAY_TRY(const Uuid workspace, Uuid::parse(row.text(1)));
    CUTAWAY_TRY(const TimeRange range, TimeRange::parse(row.text(5)));
    return std::optional(Pending{row.text(0),
                                 {Principal::Kind::Owner, workspace, row.text(2), {}},
                                 {row.text(3), range, row.optionalText(4), row.integer(6) != 0}});
}

/// One step of the oldest request. False when there is none.
Result<bool> step(Connection& store) {
    const std::int64_t now = nowMicroseconds();
    store.run("DELETE FROM delete_requests WHERE expiry < ?", now);
    CUTAWAY_TRY(const auto pending, nextPending(store));
    if (!pending)
        return false;
    const auto& [id, principal, deletion] = *pending;
    const auto removed =
        removeSegments(store, principal, deletion.flowId, deletion.range, deletion.objectId, atOnce);
    const bool done = removed < atOnce;
    if (done && deletion.wholeFlow) {
        if (const auto flow = findFlow(store, principal.workspace, deletion.flowId))
            removeFlow(store, principal, *flow);
    }
    const std::string remaining =
        flowTimerange(store, principal.workspace, deletion.flowId, deletion.range).toString();
    store.run("UPDATE delete_requests SET status = ?, remaining = ?, updated = ?, expiry = ? "
              "WHERE workspace_id = ? AND id = ?",
              done ? "done" : "started", done ? "()" : remaining, now,
              done ? std::optional(now + keptFor) : std::nullopt, principal.workspace.toString(), id);
    return true;
}

} // namespace

Result<Response> answerDeletion(TamsContext& context, const Request& request, const Deletion& deletion) {
    CUTAWAY_TRY(const Outcome outcome, context.services.database.write([&](Connection& store) {
        return begin(store, request.principal, deletion);
    }));
    if (outcome.finished)
        return Response::empty(204);
    context.deletions->wake();
    Response response = Response::empty(202);
    response.headers.add("Location",
                         request.origin + "/flow-delete-requests/" + outcome.requestId.toString());
    return response;
}

DeletionWorker::DeletionWorker(Database& database)
    : m_database(database)
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

void DeletionWorker::wake() {
    const std::lock_guard lock(m_mutex);
    m_asked = true;
    m_changed.notify_all();
}

void DeletionWorker::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_asked; })) {
        m_asked = false;
        lock.unlock();
        bool more = true;
        while (more && !stop.stop_requested()) {
            const auto stepped = m_database.write([](Connection& store) { return step(store); });
            more = stepped && *stepped;
        }
        lock.lock();
    }
}

} // namespace cutaway::cloud
