#include "core/cloud/store/database.h"

#include <sqlite3.h>

namespace cutaway::cloud {

Statement::Statement(Connection& connection, sqlite3_stmt* statement)
    : m_connection(&connection)
    , m_statement(statement) {}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bound(other.m_bound) {}

Statement::~Statement() {
    if (m_statement)
        m_connection->giveBack(m_statement);
}

Statement& Statement::bind(std::int64_t value) {
    if (m_statement && sqlite3_bind_int64(m_statement, ++m_bound, value) != SQLITE_OK)
        m_connection->noteError(SQLITE_MISUSE);
    return *this;
}

Statement& Statement::bind(std::string_view value) {
    if (!m_statement)
        return *this;
    const int code = sqlite3_bind_text64(m_statement, ++m_bound, value.data() ? value.data() : "",
                                         value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        m_connection->noteError(code);
    return *this;
}

Statement& Statement::bind(std::nullptr_t) {
    if (m_statement && sqlite3_bind_null(m_statement, ++m_bound) != SQLITE_OK)
        m_connection->noteError(SQLITE_MISUSE);
    return *this;
}

bool Statement::next() {
    if (!m_statement)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_connection->noteError(code);
    return false;
}

std::int64_t Statement::run() {
    if (!m_statement)
        return 0;
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        m_connection->noteError(code);
        return 0;
    }
    return sqlite3_changes(m_connection->m_handle);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    const int length = sqlite3_column_bytes(m_statement, column);
    return bytes ? std::string(bytes, static_cast<std::size_t>(length)) : std::string();
}

std::optional<std::string> Statement::optionalText(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

} // namespace cutaway::cloud
