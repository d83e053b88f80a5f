#include "core/cloud/catalogue_api/search_index.h"

#include "core/cloud/catalogue_api/catalogue_store.h"

#include <algorithm>
#include <cctype>
#include <tuple>
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
    std::string position;
    std::int64_t row = 0;
    std::string subject;
    std::string unitId;
    bool operator<(const Found& other) const {
        return std::tie(position, row) < std::tie(other.position, other.row);
    }
};

struct Matches {
    std::vector<Found> first; ///< in order
    std::int64_t all = 0;
    std::int64_t pictured = 0;
};

constexpr std::string_view columns =
    "SELECT r.position, r.search_row, r.subject, r.unit_id, EXISTS (SELECT 1 FROM angles a WHERE a.unit_id = "
    "r.unit_id AND a.state <> 'waiting') ";
constexpr std::string_view byWords =
    "FROM catalogue_search s JOIN catalogue_search_rows r ON r.search_row = s.rowid "
    "WHERE catalogue_search MATCH ? AND r.workspace_id = ? AND (? = '' OR r.event_id = ?)";
constexpr std::string_view everyUnit =
    "FROM catalogue_search_rows r WHERE r.position < '1' AND r.workspace_id = ? "
    "AND (? = '' OR r.event_id = ?)";

Statement ask(Connection& store, const std::string& expression, const SearchRequest& request) {
    const std::string workspace = request.workspace.toString();
    const std::string sql = std::string(columns) + std::string(expression.empty() ? everyUnit : byWords);
    return expression.empty() ? store.query(sql, workspace, request.eventId, request.eventId)
                              : store.query(sql, expression, workspace, request.eventId, request.eventId);
}

/// One pass: a letter finds half the catalogue, and the second letter comes soon.
Matches match(Connection& store, const std::string& expression, const SearchRequest& request) {
    Matches matches;
    auto rows = ask(store, expression, request);
    while (rows.next()) {
        const bool pictured = rows.integer(4) != 0;
        ++matches.all;
        matches.pictured += pictured ? 1 : 0;
        if (request.withPictures && !pictured)
            continue;
        Found found{rows.text(0), rows.integer(1), {}, {}};
        const bool full = matches.first.size() == static_cast<std::size_t>(std::max(request.limit, 1));
        if (full && !(found < matches.first.front()))
            continue;
        if (full) {
            std::pop_heap(matches.first.begin(), matches.first.end());
            matches.first.pop_back();
        }
        found.subject = rows.text(2);
        found.unitId = rows.text(3);
        matches.first.push_back(std::move(found));
        std::push_heap(matches.first.begin(), matches.first.end());
    }
    std::sort_heap(matches.first.begin(), matches.first.end());
    return matches;
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
    store.run("INSERT OR REPLACE INTO catalogue_search_rows "
              "SELECT last_insert_rowid(), ?1, id, event_id, workspace_id, iif(?1 LIKE 'mark/%', '1', '0') "
              "|| char(1) || "
              "day || char(1) || session || char(1) || start || char(1) || printf('%012d', place) || char(1) "
              "|| rsc "
              "FROM units WHERE id = ?2",
              entry.subject, entry.unitId.toString());
}

std::string searchExpression(std::string_view text) {
    const std::vector<std::string> words = wordsOf(text);
    if (words.empty())
        return {};
    const std::string own = "(own : (" + joined(words, " OR ") + "))";
    return words.size() == 1 ? own : own + " AND " + joined(words, " AND ");
}

json searchCatalogue(Connection& store, const SearchRequest& request) {
    const std::string expression = searchExpression(request.text);
    json results = json::array();
    const Matches matches = match(store, expression, request);
    for (const Found& found : matches.first) {
        auto unit = readUnit(store, request.workspace, found.unitId);
        if (!unit)
            continue;
        json result = {{"kind", found.subject.starts_with("mark/") ? "mark" : "unit"},
                       {"unit", std::move(*unit)}};
        if (result["kind"] == "mark")
            result["mark"] = markOf(store, request, found);
        results.push_back(std::move(result));
    }
    return {{"results", std::move(results)},
            {"total", request.withPictures ? matches.pictured : matches.all},
            {"total_without_filter", matches.all}};
}

} // namespace cutaway::cloud
