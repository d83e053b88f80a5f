#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/time/timestamp.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// Parses a JSON object that came from outside. Refuses anything else, and nesting deeper than 64.
Result<nlohmann::json> parseJsonObject(std::string_view text);

/// Reads fields of an untrusted object one after the other and remembers the first that is wrong, with its
/// name. Absent and null are the same.
class Fields {
public:
    /// `object` must outlive this value.
    explicit Fields(const nlohmann::json& object)
        : m_object(object) {}

    bool has(std::string_view name) const;
    std::string text(std::string_view name, std::size_t maxLength = 500);
    std::optional<std::string> optionalText(std::string_view name, std::size_t maxLength = 500);
    std::int64_t integer(std::string_view name, std::int64_t smallest, std::int64_t largest);
    std::int64_t integer(std::string_view name, std::int64_t smallest, std::int64_t largest,
                         std::int64_t whenAbsent);
    bool flag(std::string_view name, bool whenAbsent);
    Uuid uuid(std::string_view name);
    std::optional<Uuid> optionalUuid(std::string_view name);
    Timestamp timestamp(std::string_view name);
    /// An array of objects; empty when absent.
    const nlohmann::json& objects(std::string_view name, std::size_t maxCount);

    /// Remembers a complaint about a field unless there is one already.
    void refuse(std::string_view name, std::string why);
    /// InvalidInput naming the first wrong field; `what` is what was being read ("unit").
    Result<void> check(std::string_view what) const;

private:
    const nlohmann::json* find(std::string_view name) const;

    const nlohmann::json& m_object;
    std::optional<std::string> m_complaint;
};

} // namespace cutaway::cloud
