#include "core/cloud/objects/collector.h"

#include "core/cloud/objects/object_store.h"
#include "core/cloud/objects/references.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace cutaway::cloud {

namespace {

constexpr int atOnce = 500; // Objects in one transaction

struct Candidate {
    Uuid workspace;
    std::string id;
    std::optional<std::string> fileKey;
    std::optional<std::string> initId;
};

std::int64_t microseconds(std::chrono::seconds time) {
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

Result<std::vector<Candidate>> candidates(Connection& store, const ObjectCollector::Rules& rules) {
    const std::int64_t now = nowMicroseconds();
    auto row = store.query(
        "SELECT workspace_id, id, file_key, init_object_id FROM objects WHERE registered IS NULL AND "
        "allocated < ? "
        "UNION SELECT o.workspace_id, o.id, o.file_key, o.init_object_id FROM unreferenced u "
        "JOIN objects o ON o.workspace_id = u.workspace_id AND o.id = u.object_id WHERE u.since < ? LIMIT ?",
        now - microseconds(rules.unregisteredFor), now - microseconds(rules.unreferencedFor), atOnce);
    std::vector<Candidate> found;
    while (row.next()) {
        CUTAWAY_TRY(const Uuid workspace, Uuid::parse(row.text(0)));
        found.push_back({workspace, row.text(1), row.optionalText(2), row.optionalText(3)});
    }
    return found;
}

void removeRows(Connection& store, const Candidate& object) {
    const std::string space = object.workspace.toString();
    if (object.fileKey)
        store.run(
            "INSERT OR IGNORE INTO doomed_files (workspace_id, created_by, file_key) VALUES (?, 'system', ?)",
            space, *object.fileKey);
    store.run("DELETE FROM object_urls WHERE workspace_id = ? AND object_id = ?", space, object.id);
    store.run("DELETE FROM objects WHERE workspace_id = ? AND id = ?", space, object.id);
    if (object.initId)
        noteIfUnreferenced(store, object.workspace, *object.initId);
}

Result<std::vector<std::string>> doomedFiles(Connection& store) {
    auto row = store.query("SELECT file_key FROM doomed_files LIMIT ?", atOnce);
    std::vector<std::string> keys;
    while (row.next())
        keys.push_back(row.text(0));
    return keys;
}

} // namespace

ObjectCollector::ObjectCollector(Database& database, const ObjectStore& objects, Rules rules)
    : m_database(database)
    , m_objects(objects)
    , m_rules(rules)
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Result<std::int64_t> ObjectCollector::collect() {
    CUTAWAY_TRY(const std::int64_t removed, m_database.write([&](Connection& store) -> Result<std::int64_t> {
        CUTAWAY_TRY(const auto found, candidates(store, m_rules));
        std::int64_t count = 0;
        for (const Candidate& object : found) {
            store.run("DELETE FROM unreferenced WHERE workspace_id = ? AND object_id = ?",
                      object.workspace.toString(), object.id);
            if (isReferenced(store, object.workspace, object.id))
                continue;
            removeRows(store, object);
            ++count;
        }
        return count;
    }));
    CUTAWAY_TRY(const auto keys, m_database.read([](Connection& store) { return doomedFiles(store); }));
    std::vector<std::string> gone;
    for (const std::string& text : keys) {
        CUTAWAY_TRY(const Uuid key, Uuid::parse(text));
        if (m_objects.remove(key))
            gone.push_back(text);
    }
    if (gone.empty())
        return removed;
    const auto forgotten = m_database.write([&](Connection& store) -> Result<void> {
        for (const std::string& key : gone)
            store.run("DELETE FROM doomed_files WHERE file_key = ?", key);
        return {};
    });
    if (!forgotten)
        return forgotten.error();
    return removed;
}

void ObjectCollector::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wake.wait_for(lock, stop, m_rules.interval, [] { return false; });
        if (!stop.stop_requested())
            (void)collect().ok(); // what failed is tried again next time
    }
}

} // namespace cutaway::cloud
