#include "core/cloud/catalogue_api/search_index.h"

#include "core/cloud/catalogue_api/catalogue_store.h"

#include <cctype>
#include <vector>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::size_t maxWords = 16;

/// Letters, digits and every byte of a non-ASCII character: what the tokenizer keeps together.
bool isWordByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isWordByte(text[i])) {
            word += text[i];
        } else if (!word.empty()) {
            if (words.size() < maxWords)
                words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::string_view by) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : std::string(by)) + "\"" + word + "\"*";
    return text;
}

struct Found {
    std::string subject;
    std::string unitId;
};

constexpr std::string_view pictures =
    " AND EXISTS (SELECT 1 FROM angles a WHERE a.unit_id = u.id AND a.state <> 'waiting')";

/// FROM and WHERE of a search; binds: [expression,] workspace, event, event.
std::string conditions(bool byWords, bool withPictures) {
    std::string sql = byWords ? " FROM catalogue_search s JOIN units u ON u.id = s.unit_id "
                                "WHERE catalogue_search MATCH ? AND u.workspace_id = ?"
                              : " FROM units u WHERE u.workspace_id = ?";
    sql += " AND (? = '' OR u.event_id = ?)";
    return withPictures ? sql + std::string(pictures) : sql;
}

Statement ask(Connection& store, const std::string& sql, const std::string& expression,
              const SearchRequest& request) {
    const std::string workspace = request.workspace.toString();
    return expression.empty() ? store.query(sql, workspace, request.eventId, request.eventId)
                              : store.query(sql, expression, workspace, request.eventId, request.eventId);
}

std::int64_t count(Connection& store, const std::string& expression, const SearchRequest& request,
                   bool withPictures) {
    auto row =
        ask(store, "SELECT count(*)" + conditions(!expression.empty(), withPictures), expression, request);
    return row.next() ? row.integer(0) : 0;
}

std::vector<Found> find(Connection& store, const std::string& expression, const SearchRequest& request) {
    const bool byWords = !expression.empty();
    const std::string columns = byWords ? "SELECT s.subject, u.id" : "SELECT 'unit/' || u.id, u.id";
    // Units before marks, then the schedule's order: a list that does not jump while typing.
    const std::string order = std::string(byWords ? " ORDER BY s.subject LIKE 'mark/%', " : " ORDER BY ") +
                              "u.day, u.session, u.start, u.place, u.rsc" + (byWords ? ", s.rowid" : "") +
                              " LIMIT " + std::to_string(request.limit);
    std::vector<Found> found;
    auto rows = ask(store, columns + conditions(byWords, request.withPictures) + order, expression, request);
    while (rows.next())
        found.push_back({rows.text(0), rows.text(1)});
    return found;
}

json markOf(Connection& store, const SearchRequest& request, const Found& found) {
    const std::string id = found.subject.substr(found.subject.find('/') + 1);
    for (json& mark : listMarks(store, request.workspace, found.unitId))
        if (mark["id"] == id)
            return std::move(mark);
    return {};
}

} // namespace

void indexWords(Connection& store, const SearchEntry& entry) {
    auto old = store.query("SELECT search_row FROM catalogue_search_rows WHERE subject = ?", entry.subject);
    if (old.next())
        store.run("DELETE FROM catalogue_search WHERE rowid = ?", old.integer(0));
    store.run(
        "INSERT INTO catalogue_search (own, context, subject, unit_id, workspace_id) VALUES (?, ?, ?, ?, ?)",
        entry.own, entry.context, entry.subject, entry.unitId.toString(), entry.workspace.toString());
    store.run("INSERT OR REPLACE INTO catalogue_search_rows (subject, search_row) "
              "VALUES (?, last_insert_rowid())",
              entry.subject);
}

std::string searchExpression(std::string_view text) {
    const std::vector<std::string> words = wordsOf(text);
    if (words.empty())
        return {};
    return "(own : (" + joined(words, " OR ") + ")) AND " + joined(words, " AND ");
}

json searchCatalogue(Connection& store, const SearchRequest& request) {
    const std::string expression = searchExpression(request.text);
    json results = json::array();
    for (const Found& found : find(store, expression, request)) {
        auto unit = readUnit(store, request.workspace, found.unitId);
        if (!unit)
            continue;
        json result = {{"kind", found.subject.starts_with("mark/") ? "mark" : "unit"},
                       {"unit", std::move(*unit)}};
        if (result["kind"] == "mark")
            result["mark"] = markOf(store, request, found);
        results.push_back(std::move(result));
    }
    const std::int64_t all = count(store, expression, request, false);
    return {{"results", std::move(results)},
            {"total", request.withPictures ? count(store, expression, request, true) : all},
            {"total_without_filter", all}};
}

} // namespace cutaway::cloud
