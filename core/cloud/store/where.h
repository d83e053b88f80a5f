#pragma once

#include "core/cloud/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cutaway::cloud {

/// Conditions of a SELECT, joined by AND, with their values. SQL text never contains a value.
class Where {
public:
    using Value = std::variant<std::int64_t, std::string>;

    void add(std::string_view condition, std::vector<Value> values = {}) {
        m_sql += (m_sql.empty() ? " WHERE " : " AND ") + std::string(condition);
        m_values.insert(m_values.end(), values.begin(), values.end());
    }
    const std::string& sql() const { return m_sql; }
    void bindTo(Statement& statement) const {
        for (const Value& value : m_values)
            std::visit([&](const auto& held) { statement.bind(held); }, value);
    }

private:
    std::string m_sql;
    std::vector<Value> m_values;
};

} // namespace cutaway::cloud
