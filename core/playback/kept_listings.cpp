#include "core/playback/kept_listings.h"

#include "core/tams/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace cutaway::playback {

namespace {

using tams::Json;

/// A record is the cloud's own answer with, for each Flow, not one stretch of time but all that were listed:
/// {"source", "flows", "multi_flow_id", "segments": {FLOW: [{"timerange", "rows"}, ...]}}, by time and apart.
constexpr std::size_t idColumn = 0;
constexpr std::size_t rangeColumn = 1;

struct Stretch {
    Timestamp start;
    Timestamp end;
    bool overlaps(const Stretch& other) const { return start < other.end && other.start < end; }
};

std::optional<Stretch> stretchOf(const Json& text) {
    const auto range = TimeRange::parse(text.get_ref<const std::string&>());
    if (!range || !range->start() || !range->end())
        return std::nullopt;
    return Stretch{range->start()->at, range->end()->at};
}

Json pieceOf(const Stretch& stretch, const Json& rows) {
    Json piece{{"timerange", TimeRange::halfOpen(stretch.start, stretch.end).toString()},
               {"rows", Json::array()}};
    for (const Json& row : rows)
        if (const auto at = stretchOf(row.at(rangeColumn)); at && at->overlaps(stretch))
            piece["rows"].push_back(row);
    return piece;
}

void noteObjects(const Json& pieces, std::set<std::string>& ids) {
    for (const Json& piece : pieces)
        for (const Json& row : piece.at("rows"))
            ids.insert(row.at(idColumn).get<std::string>());
}

std::set<std::string> objectsOf(const Json& record) {
    std::set<std::string> ids;
    for (const auto& [flow, pieces] : record.at("segments").items())
        noteObjects(pieces, ids);
    return ids;
}

/// Pieces that touch become one.
Json joined(std::vector<std::pair<Stretch, Json>> pieces) {
    std::sort(pieces.begin(), pieces.end(),
              [](const auto& a, const auto& b) { return a.first.start < b.first.start; });
    Json result = Json::array();
    std::optional<Stretch> last;
    for (auto& [stretch, piece] : pieces) {
        if (!last || last->end < stretch.start) {
            last = stretch;
            result.push_back(std::move(piece));
            continue;
        }
        last->end = std::max(last->end, stretch.end);
        Json& into = result.back();
        into["timerange"] = TimeRange::halfOpen(last->start, last->end).toString();
        for (Json& row : piece["rows"])
            if (into["rows"].empty() || into["rows"].back() != row) // one may reach over the border
                into["rows"].push_back(std::move(row));
    }
    return result;
}

/// `fresh` replaces what was known of its stretch of time.
Json merged(const Json& old, const Json& fresh) {
    std::vector<std::pair<Stretch, Json>> pieces;
    const auto now = stretchOf(fresh.at("timerange"));
    if (!now)
        return old;
    for (const Json& piece : old) {
        const auto known = stretchOf(piece.at("timerange"));
        if (!known)
            continue;
        if (!known->overlaps(*now)) {
            pieces.emplace_back(*known, piece);
            continue;
        }
        for (const Stretch& rest : {Stretch{known->start, now->start}, Stretch{now->end, known->end}})
            if (rest.start < rest.end)
                pieces.emplace_back(rest, pieceOf(rest, piece.at("rows")));
    }
    pieces.emplace_back(*now, fresh);
    return joined(std::move(pieces));
}

/// Takes an answer into a record. False: it does not say of what Source, and neither does the record.
bool takeIn(Json& record, const Json& answer) {
    if (answer.contains("source")) {
        std::set<std::string> flows;
        for (const Json& item : answer.at("flows"))
            flows.insert(item.at("flow").at("id").get<std::string>());
        Json segments = Json::object();
        if (record.contains("segments"))
            for (const auto& [flow, pieces] : record.at("segments").items())
                if (flows.contains(flow))
                    segments[flow] = pieces;
        record = answer;
        record["segments"] = std::move(segments);
    }
    if (!record.contains("source"))
        return false;
    for (const auto& [flow, fresh] : answer.at("segments").items()) {
        Json& known = record["segments"][flow];
        known = merged(known.is_array() ? known : Json::array(), fresh);
    }
    return true;
}

Json readRecord(DiskCache& disk, const Uuid& sourceId) {
    const auto bytes = disk.get(KeptListings::nameOf(sourceId));
    if (!bytes)
        return Json::object();
    auto record = tams::parseJson({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    return record && record->is_object() ? std::move(*record) : Json::object();
}

/// What a record names; a damaged one nothing.
std::set<std::string> objectsKept(const Json& record) {
    try {
        return record.contains("segments") ? objectsOf(record) : std::set<std::string>{};
    } catch (const Json::exception&) {
        return {};
    }
}

} // namespace

KeptListings::KeptListings(std::shared_ptr<DiskCache> disk)
    : m_disk(std::move(disk))
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

std::string KeptListings::nameOf(const Uuid& sourceId) {
    return "listing " + sourceId.toString();
}

KeptListings::~KeptListings() {
    settle();
}

void KeptListings::note(const Uuid& sourceId, std::string text) {
    const std::lock_guard lock(m_mutex);
    m_noted[sourceId].push_back(std::move(text));
    m_changed.notify_all();
}

void KeptListings::settle() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_noted.empty() && !m_busy; });
}

void KeptListings::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_noted.empty(); })) {
        const auto noted = std::move(m_noted);
        m_noted.clear();
        m_busy = true;
        lock.unlock();
        for (const auto& [sourceId, texts] : noted)
            keep(sourceId, texts);
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

void KeptListings::keep(const Uuid& sourceId, const std::vector<std::string>& texts) {
    const std::lock_guard lock(m_record);
    try {
        Json record = readRecord(*m_disk, sourceId);
        const std::set<std::string> before =
            record.contains("segments") ? objectsOf(record) : std::set<std::string>{};
        bool whole = false;
        for (const std::string& text : texts)
            if (const auto answer = tams::parseJson(text))
                whole = takeIn(record, *answer);
        if (!whole)
            return;
        const std::set<std::string> now = objectsOf(record);
        for (const std::string& id : before)
            if (!now.contains(id))
                m_disk->drop(id);
        const std::string text = record.dump();
        m_disk->replace(nameOf(sourceId), std::as_bytes(std::span(text)));
    } catch (const Json::exception&) {
        m_disk->drop(nameOf(sourceId)); // the next answer begins a new one
    }
}

std::vector<MediaListing> KeptListings::find(const Uuid& sourceId) const {
    std::vector<MediaListing> found;
    try {
        Json record = readRecord(*m_disk, sourceId);
        if (!record.contains("segments"))
            return {};
        const Json segments = std::exchange(record["segments"], Json::object());
        auto source = readListing(record.dump());
        if (!source || !source->source)
            return {};
        found.push_back(std::move(*source));
        for (const auto& [flow, pieces] : segments.items())
            for (const Json& piece : pieces)
                if (auto listing = readListing(Json{{"segments", {{flow, piece}}}}.dump()))
                    found.push_back(std::move(*listing));
    } catch (const Json::exception&) {
        return {};
    }
    return found;
}

void KeptListings::forget(const Uuid& sourceId) {
    const std::lock_guard lock(m_record);
    for (const std::string& id : objectsKept(readRecord(*m_disk, sourceId)))
        m_disk->drop(id);
    m_disk->drop(nameOf(sourceId));
}

} // namespace cutaway::playback
