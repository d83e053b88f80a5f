#include "core/cloud/tams_api/listing.h"

namespace cutaway::cloud {

using nlohmann::json;

Result<SortKey> readSortKey(const Request& request, const std::vector<SortKey>& keys) {
    const auto wanted = request.query.get("sort_by");
    if (!wanted)
        return keys.front();
    for (const SortKey& key : keys) {
        if (key.name == *wanted)
            return key;
    }
    return Error{
        ErrorCategory::InvalidInput, "This listing cannot be sorted by “" + std::string(*wanted) + "”.", {}};
}

json listPage(Connection& store, Listing listing, const Page& page,
              const std::function<void(const Statement&)>& take) {
    // Text sorts upwards and times downwards, unless reversed; a missing text makes an empty one that comes
    // last.
    const bool upwards = listing.sort.isText != page.reverse;
    const std::string column = "r." + std::string(listing.sort.column);
    const std::string missing = listing.sort.isText ? "(" + column + " IS NULL), " : "";
    const std::string key = listing.sort.isText ? "COALESCE(" + column + ", '')" : column;
    if (page.after.is_array()) {
        const json& last = page.after;
        const std::string compare = upwards ? " > " : " < ";
        const auto value = [&](std::size_t i) -> Where::Value {
            return last[i].is_string() ? Where::Value(last[i].get<std::string>())
                                       : Where::Value(last[i].get<std::int64_t>());
        };
        if (listing.sort.isText)
            listing.where.add("(" + missing + key + ", r.id)" + compare + "(?, ?, ?)",
                              {value(0), value(1), value(2)});
        else
            listing.where.add("(" + key + ", r.id)" + compare + "(?, ?)", {value(1), value(2)});
    }
    const std::string direction = upwards ? " ASC" : " DESC";
    const std::string order = " ORDER BY " +
                              (missing.empty() ? "" : "(" + column + " IS NULL)" + direction + ", ") + key +
                              direction + ", r.id" + direction;
    const std::string isMissing = listing.sort.isText ? "(" + column + " IS NULL)" : "0";
    auto row = store.query("SELECT r.id, " + key + ", " + isMissing + ", " + std::string(listing.columns) +
                           " FROM " + std::string(listing.table) + " r" + listing.where.sql() + order);
    listing.where.bindTo(row);
    json last;
    std::int64_t count = 0;
    while (row.next()) {
        if (listing.filter && !listing.filter(row))
            continue;
        if (count == page.limit)
            return last;
        take(row);
        ++count;
        const json value = listing.sort.isText ? json(row.text(1)) : json(row.integer(1));
        last = json::array({row.integer(2), value, row.text(0)});
    }
    return nullptr;
}

} // namespace cutaway::cloud
