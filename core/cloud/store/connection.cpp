#include "core/cloud/store/database.h"

#include <sqlite3.h>

namespace cutaway::cloud {

namespace {

constexpr int busyMilliseconds = 10'000;

Error errorOf(int code, const char* detail) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCategory::OutOfSpace,
                "The cloud's disk is full. Nothing was changed; make room and try again.", detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCategory::Corrupt, "The cloud's catalogue is damaged. Restore it from a copy.", detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCategory::Unavailable, "The cloud is busy. Try again.", detail};
    case SQLITE_CONSTRAINT:
        return {ErrorCategory::Conflict, "This is there already, or contradicts what is there.", detail};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return {ErrorCategory::Io, "The cloud could not read or write its catalogue.", detail};
    default:
        return {ErrorCategory::Internal, "The cloud's catalogue refused a statement.", detail};
    }
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, bool readOnly) {
    sqlite3* handle = nullptr;
    const int flags = (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK)
        return errorOf(code, handle ? sqlite3_errmsg(handle) : "out of memory");
    sqlite3_busy_timeout(handle, busyMilliseconds);
    if (!readOnly)
        connection->script("PRAGMA journal_mode = WAL;");
    connection->script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
    if (connection->failed())
        return *connection->error();
    return connection;
}

Connection::~Connection() {
    for (auto& [sql, statements] : m_free) {
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
    }
    sqlite3_close(m_handle);
}

Statement Connection::prepare(std::string_view sql) {
    auto& [known, statements] = *m_free.try_emplace(std::string(sql)).first;
    if (!statements.empty()) {
        sqlite3_stmt* statement = statements.back();
        statements.pop_back();
        return {*this, statement};
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, known.c_str(), static_cast<int>(known.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        noteError(code);
    else
        m_sqlOf[statement] = &known;
    return {*this, statement};
}

void Connection::giveBack(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_free[*m_sqlOf.at(statement)].push_back(statement);
}

void Connection::script(const std::string& sql) {
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        noteError(code);
}

void Connection::noteError(int code) {
    if (!m_error)
        m_error = errorOf(code, sqlite3_errmsg(m_handle));
}

} // namespace cutaway::cloud
