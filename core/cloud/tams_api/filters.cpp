#include "core/cloud/tams_api/filters.h"

#include "core/base/uuid.h"
#include "core/cloud/tams_api/paging.h"

#include <nlohmann/json.hpp>

namespace cutaway::cloud {

using nlohmann::json;

std::vector<std::string> commaList(std::string_view text) {
    std::vector<std::string> values;
    while (!text.empty()) {
        const std::string_view value = text.substr(0, text.find(','));
        values.emplace_back(value);
        text.remove_prefix(std::min(text.size(), value.size() + 1));
    }
    return values;
}

std::string commaListJson(std::string_view text) {
    return json(commaList(text)).dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<void> addTagFilters(Where& where, const Request& request, std::string_view kind,
                           std::string_view prefix) {
    const std::string valueName = std::string(prefix) + "tag.";
    const std::string existsName = std::string(prefix) + "tag_exists.";
    const std::string tag =
        "EXISTS (SELECT 1 FROM tags t WHERE t.workspace_id = r.workspace_id AND t.kind = ? "
        "AND t.resource_id = r.id AND t.name = ?";
    for (const auto& [name, value] : request.query.all()) {
        if (name.starts_with(valueName)) {
            where.add(tag + " AND t.value IN (SELECT value FROM json_each(?)))",
                      {std::string(kind), name.substr(valueName.size()), commaListJson(value)});
        } else if (name.starts_with(existsName)) {
            CUTAWAY_TRY(const auto wanted, booleanParameter(request, name));
            where.add((*wanted ? "" : "NOT ") + tag + ")",
                      {std::string(kind), name.substr(existsName.size())});
        }
    }
    return {};
}

Result<bool> passesWithoutTags(const Request& request, std::string_view prefix) {
    bool passes = true;
    for (const auto& [name, value] : request.query.all()) {
        if (name.starts_with(std::string(prefix) + "tag.")) {
            passes = false;
        } else if (name.starts_with(std::string(prefix) + "tag_exists.")) {
            CUTAWAY_TRY(const auto wanted, booleanParameter(request, name));
            passes = passes && !*wanted;
        }
    }
    return passes;
}

Result<void> addEqualFilters(Where& where, const Request& request,
                             const std::vector<std::string_view>& columns) {
    for (const std::string_view column : columns) {
        if (const auto value = request.query.get(column))
            where.add("r." + std::string(column) + " = ?", {std::string(*value)});
    }
    return {};
}

Result<UuidList> uuidListParameter(const Request& request, std::string_view name) {
    const auto text = request.query.get(name);
    if (!text)
        return UuidList{};
    const auto ids = commaList(*text);
    for (const std::string& id : ids)
        CUTAWAY_CHECK(Uuid::parse(id));
    return UuidList{true, ids.empty(), commaListJson(*text)};
}

} // namespace cutaway::cloud
