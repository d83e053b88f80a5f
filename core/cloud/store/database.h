#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace cutaway::cloud {

class Connection;

/// A prepared statement on loan from its Connection; returned there, reset, when this value goes.
/// Errors are kept by the Connection: next() is false then, and the transaction fails.
class Statement {
public:
    Statement(Connection& connection, sqlite3_stmt* statement);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Parameters are numbered from 1 in the order of the calls.
    Statement& bind(std::int64_t value);
    Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(std::uint32_t value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(bool value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(std::string_view value);
    Statement& bind(const std::string& value) { return bind(std::string_view(value)); }
    Statement& bind(const char* value) { return bind(std::string_view(value)); }
    Statement& bind(std::nullptr_t);
    template <class T>
    Statement& bind(const std::optional<T>& value) {
        return value ? bind(*value) : bind(nullptr);
    }

    /// Steps to the next row; false at the end or on an error.
    bool next();
    /// For statements without rows. Number of rows changed; 0 on an error.
    std::int64_t run();

    /// Columns are numbered from 0.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::optional<std::string> optionalText(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;

private:
    Connection* m_connection;
    sqlite3_stmt* m_statement;
    int m_bound = 0;
};

/// One SQLite connection within a transaction, used by one thread at a time. Remembers the first error.
class Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const std::string& path, bool readOnly);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// Prepares (or finds again) `sql` and binds the values in order.
    template <class... Values>
    Statement query(std::string_view sql, const Values&... values) {
        Statement statement = prepare(sql);
        (statement.bind(values), ...);
        return statement;
    }
    /// The same, run at once; number of rows changed.
    template <class... Values>
    std::int64_t run(std::string_view sql, const Values&... values) {
        return query(sql, values...).run();
    }
    /// Several statements without parameters.
    void script(const std::string& sql);

    bool failed() const { return m_error.has_value(); }
    const std::optional<Error>& error() const { return m_error; }
    void clearError() { m_error.reset(); }

private:
    friend class Statement;
    explicit Connection(sqlite3* handle)
        : m_handle(handle) {}
    Statement prepare(std::string_view sql);
    void giveBack(sqlite3_stmt* statement);
    void noteError(int code);

    sqlite3* m_handle;
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>> m_free;
    std::unordered_map<sqlite3_stmt*, const std::string*> m_sqlOf;
    std::optional<Error> m_error;
};

/// The tables of one subject, as scripts that are run once each, in order. Append, never change.
struct Schema {
    std::string_view subject;
    std::vector<std::string_view> migrations;
};

/// One SQLite file in WAL mode: one writer at a time, readers beside it. Safe from any thread.
class Database {
public:
    /// Opens or makes the file and brings its schemas up to date. Errors: Io, OutOfSpace, Corrupt,
    /// Unsupported (written by a newer version).
    static Result<std::unique_ptr<Database>> open(const std::string& path,
                                                  const std::vector<Schema>& schemas);
    ~Database();

    /// `work(Connection&)` returns a Result<T>; it sees one state of the store.
    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work, Connection&> {
        const Reader reader(*this);
        if (!reader.connection)
            return unavailable();
        return within(*reader.connection, "BEGIN", std::forward<Work>(work));
    }
    /// The same with the right to write. An error returned by `work`, or met by a statement, undoes it all.
    /// When it returns, what was written is on disk.
    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work, Connection&> {
        const std::lock_guard lock(m_writing);
        return within(*m_writer, "BEGIN IMMEDIATE", std::forward<Work>(work));
    }

private:
    Database(std::string path, std::unique_ptr<Connection> writer);
    static Error unavailable();

    struct Reader {
        explicit Reader(Database& owner);
        ~Reader();
        Database& database;
        std::unique_ptr<Connection> connection;
    };

    template <class Work>
    static auto within(Connection& connection, std::string_view begin, Work&& work)
        -> std::invoke_result_t<Work, Connection&> {
        connection.clearError();
        connection.run(begin);
        if (connection.failed())
            return *connection.error();
        RollBack rollBack{connection}; // also when `work` throws
        auto result = work(connection);
        if (result.ok() && !connection.failed())
            connection.run("COMMIT");
        if (connection.failed())
            return *connection.error();
        rollBack.needed = !result.ok();
        return result;
    }

    /// Ends a transaction that was not committed.
    struct RollBack {
        Connection& connection;
        bool needed = true;
        ~RollBack() {
            if (!needed)
                return;
            connection.clearError();
            connection.run("ROLLBACK");
            connection.clearError();
        }
    };

    const std::string m_path;
    std::mutex m_writing;
    std::unique_ptr<Connection> m_writer; ///< under m_writing
    std::mutex m_pool;
    std::vector<std::unique_ptr<Connection>> m_readers; ///< idle ones, under m_pool
};

} // namespace cutaway::cloud
