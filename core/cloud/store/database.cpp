#include "core/cloud/store/database.h"

#include <sqlite3.h>

namespace cutaway::cloud {

namespace {

constexpr std::size_t keptReaders = 16;

Result<void> migrate(Connection& store, const Schema& schema) {
    std::int64_t version = 0;
    {
        auto row = store.query("SELECT version FROM schema_versions WHERE subject = ?", schema.subject);
        if (row.next())
            version = row.integer(0);
    }
    const auto newest = static_cast<std::int64_t>(schema.migrations.size());
    if (version > newest)
        return Error{ErrorCategory::Unsupported,
                     "This data folder was written by a newer Cutaway. Update this one.",
                     std::string(schema.subject)};
    for (std::int64_t i = version; i < newest; ++i)
        store.script(std::string(schema.migrations[static_cast<std::size_t>(i)]));
    store.run("INSERT OR REPLACE INTO schema_versions (subject, version) VALUES (?, ?)", schema.subject,
              newest);
    return {};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& path,
                                                 const std::vector<Schema>& schemas) {
    CUTAWAY_TRY(auto writer, Connection::open(path, false));
    std::unique_ptr<Database> database(new Database(path, std::move(writer)));
    const auto migrated = database->write([&](Connection& store) -> Result<void> {
        store.script("CREATE TABLE IF NOT EXISTS schema_versions "
                     "(subject TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID");
        for (const Schema& schema : schemas)
            CUTAWAY_CHECK(migrate(store, schema));
        return {};
    });
    if (!migrated)
        return migrated.error();
    return database;
}

Database::Database(std::string path, std::unique_ptr<Connection> writer)
    : m_path(std::move(path))
    , m_writer(std::move(writer)) {}

Database::~Database() = default;

Error Database::unavailable() {
    return {ErrorCategory::Io, "The cloud's catalogue could not be opened.", {}};
}

Database::Reader::Reader(Database& owner)
    : database(owner) {
    {
        const std::lock_guard lock(owner.m_pool);
        if (!owner.m_readers.empty()) {
            connection = std::move(owner.m_readers.back());
            owner.m_readers.pop_back();
            return;
        }
    }
    if (auto opened = Connection::open(owner.m_path, true))
        connection = std::move(*opened);
}

Database::Reader::~Reader() {
    const std::lock_guard lock(database.m_pool);
    if (connection && database.m_readers.size() < keptReaders)
        database.m_readers.push_back(std::move(connection));
}

} // namespace cutaway::cloud
