#include "core/cloud/tams_api/flow_store.h"

#include "core/cloud/store/clock.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

std::optional<std::string> textField(const json& document, const char* name) {
    const auto found = document.find(name);
    return found != document.end() && found->is_string() ? std::optional(found->get<std::string>())
                                                         : std::nullopt;
}

std::optional<std::int64_t> essenceInteger(const json& document, const char* name) {
    const auto essence = document.find("essence_parameters");
    if (essence == document.end() || !essence->is_object())
        return std::nullopt;
    const auto value = essence->find(name);
    return value != essence->end() && value->is_number_integer() ? std::optional(value->get<std::int64_t>())
                                                                 : std::nullopt;
}

bool hasInitSegments(const json& document) {
    return document.value("/essence_parameters/init_segments"_json_pointer, json()) == json(true);
}

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

/// Makes the Source when it is new, from what its first Flow says of it.
Result<void> ensureSource(Connection& store, const Principal& principal, const json& flow) {
    const std::string space = principal.workspace.toString();
    const std::string id = flow.at("source_id").get<std::string>();
    const std::string format = flow.at("format").get<std::string>();
    auto row = store.query("SELECT format FROM sources WHERE workspace_id = ? AND id = ?", space, id);
    if (row.next()) {
        if (row.text(0) != format)
            return wrong("The source of this flow has another format: " + row.text(0) + ".");
        return {};
    }
    json source{{"id", id}, {"format", format}, {"updated_by", principal.user}};
    for (const char* name : {"label", "description"}) {
        if (const auto text = textField(flow, name))
            source[name] = *text;
    }
    const std::int64_t now = nowMicroseconds();
    store.run("INSERT INTO sources (workspace_id, created_by, id, format, label, created, updated, document) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              space, principal.user, id, format, textField(source, "label"), now, now, source.dump());
    return {};
}

Result<void> writeMembers(Connection& store, const Principal& principal, const json& flow) {
    const std::string space = principal.workspace.toString();
    const std::string id = flow.at("id").get<std::string>();
    store.run("DELETE FROM flow_members WHERE workspace_id = ? AND parent_id = ?", space, id);
    const auto collection = flow.find("flow_collection");
    if (collection == flow.end())
        return {};
    std::int64_t position = 0;
    for (const json& item : *collection) {
        const std::string member = item.at("id").get<std::string>();
        if (member == id)
            return wrong("A flow cannot collect itself.");
        if (!findFlow(store, principal.workspace, member))
            return wrong("The flow collection names a flow that does not exist: " + member + ".");
        store.run("INSERT INTO flow_members (workspace_id, created_by, parent_id, position, member_id, role) "
                  "VALUES (?, ?, ?, ?, ?, ?)",
                  space, principal.user, id, position++, member, textField(item, "role"));
    }
    return {};
}

} // namespace

FlowRow flowOf(const Statement& row, int column) {
    FlowRow flow;
    flow.id = row.text(column);
    flow.sourceId = row.text(column + 1);
    flow.container = row.text(column + 2);
    flow.readOnly = row.integer(column + 3) != 0;
    flow.createdBy = row.text(column + 4);
    flow.created = row.integer(column + 5);
    flow.metadataUpdated = row.integer(column + 6);
    flow.segmentsUpdated = row.optionalInteger(column + 7);
    flow.document = json::parse(row.text(column + 8), nullptr, false);
    return flow;
}

std::optional<FlowRow> findFlow(Connection& store, const Uuid& workspace, std::string_view id) {
    auto row = store.query("SELECT " + std::string(flowColumns) +
                               " FROM flows r WHERE r.workspace_id = ? AND r.id = ?",
                           workspace.toString(), id);
    return row.next() ? std::optional(flowOf(row)) : std::nullopt;
}

Result<FlowRow> requireFlow(Connection& store, const Uuid& workspace, std::string_view id) {
    auto flow = findFlow(store, workspace, id);
    if (!flow)
        return Error{ErrorCategory::NotFound, "There is no such flow.", std::string(id)};
    return std::move(*flow);
}

Result<FlowRow> requireWritableFlow(Connection& store, const Uuid& workspace, std::string_view id) {
    CUTAWAY_TRY(FlowRow flow, requireFlow(store, workspace, id));
    if (flow.readOnly)
        return Error{ErrorCategory::Forbidden, "This flow is read-only.", std::string(id)};
    return flow;
}

json flowJson(Connection& store, const Uuid& workspace, const FlowRow& flow) {
    json document = flow.document;
    document["created"] = wallClockText(flow.created);
    document["created_by"] = flow.createdBy;
    document["metadata_updated"] = wallClockText(flow.metadataUpdated);
    if (flow.segmentsUpdated)
        document["segments_updated"] = wallClockText(*flow.segmentsUpdated);
    json collectedBy = json::array();
    auto row = store.query("SELECT DISTINCT parent_id FROM flow_members "
                           "WHERE workspace_id = ? AND member_id = ? ORDER BY parent_id",
                           workspace.toString(), flow.id);
    while (row.next())
        collectedBy.push_back(row.text(0));
    if (!collectedBy.empty())
        document["collected_by"] = std::move(collectedBy);
    return document;
}

Result<void> saveFlow(Connection& store, const Principal& principal, json document) {
    for (const char* managed :
         {"created", "metadata_updated", "segments_updated", "timerange", "collected_by", "created_by"})
        document.erase(managed);
    document["updated_by"] = principal.user;
    const std::string space = principal.workspace.toString();
    const std::string id = document.at("id").get<std::string>();
    CUTAWAY_CHECK(ensureSource(store, principal, document));
    const std::int64_t now = nowMicroseconds();
    store.run("INSERT INTO flows (workspace_id, created_by, id, source_id, format, codec, container, label, "
              "status, "
              "profile_id, frame_width, frame_height, init_segments, read_only, created, metadata_updated, "
              "document) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (workspace_id, id) DO UPDATE SET source_id = excluded.source_id, "
              "format = excluded.format, codec = excluded.codec, container = excluded.container, "
              "label = excluded.label, status = excluded.status, profile_id = excluded.profile_id, "
              "frame_width = excluded.frame_width, frame_height = excluded.frame_height, "
              "init_segments = excluded.init_segments, read_only = excluded.read_only, "
              "metadata_updated = excluded.metadata_updated, document = excluded.document",
              space, principal.user, id, document.at("source_id").get<std::string>(),
              document.at("format").get<std::string>(), textField(document, "codec"),
              textField(document, "container"), textField(document, "label"), textField(document, "status"),
              textField(document, "profile_id"), essenceInteger(document, "frame_width"),
              essenceInteger(document, "frame_height"), hasInitSegments(document),
              document.value("read_only", false), now, now, document.dump());
    CUTAWAY_CHECK(writeMembers(store, principal, document));
    indexTags(store, principal, "flow", id, document.value("tags", json::object()));
    return {};
}

void removeFlow(Connection& store, const Principal& principal, const FlowRow& flow) {
    const std::string space = principal.workspace.toString();
    std::vector<FlowRow> parents;
    {
        auto row =
            store.query("SELECT " + std::string(flowColumns) +
                            " FROM flows r WHERE r.workspace_id = ? AND r.id IN (SELECT parent_id FROM "
                            "flow_members WHERE workspace_id = ? AND member_id = ?)",
                        space, space, flow.id);
        while (row.next())
            parents.push_back(flowOf(row));
    }
    for (FlowRow& parent : parents) {
        auto& items = parent.document["flow_collection"];
        for (auto item = items.begin(); item != items.end();)
            item = item->value("id", "") == flow.id ? items.erase(item) : item + 1;
        store.run("UPDATE flows SET document = ?, metadata_updated = ? WHERE workspace_id = ? AND id = ?",
                  parent.document.dump(), nowMicroseconds(), space, parent.id);
    }
    store.run("DELETE FROM flow_members WHERE workspace_id = ? AND (parent_id = ? OR member_id = ?)", space,
              flow.id, flow.id);
    indexTags(store, principal, "flow", flow.id, json::object());
    store.run("DELETE FROM flows WHERE workspace_id = ? AND id = ?", space, flow.id);
    const auto gone = store.run("DELETE FROM sources WHERE workspace_id = ?1 AND id = ?2 AND NOT EXISTS "
                                "(SELECT 1 FROM flows WHERE workspace_id = ?1 AND source_id = ?2)",
                                space, flow.sourceId);
    if (gone > 0)
        indexTags(store, principal, "source", flow.sourceId, json::object());
}

void indexTags(Connection& store, const Principal& principal, std::string_view kind, std::string_view id,
               const json& tags) {
    const std::string space = principal.workspace.toString();
    store.run("DELETE FROM tags WHERE workspace_id = ? AND kind = ? AND resource_id = ?", space, kind, id);
    const auto add = [&](const std::string& name, const std::optional<std::string>& value) {
        store.run("INSERT INTO tags (workspace_id, created_by, kind, resource_id, name, value) "
                  "VALUES (?, ?, ?, ?, ?, ?)",
                  space, principal.user, kind, id, name, value);
    };
    for (const auto& [name, value] : tags.items()) {
        if (value.is_string())
            add(name, value.get<std::string>());
        else if (value.empty())
            add(name, std::nullopt); // exists, and matches no value
        for (const json& one : value.is_array() ? value : json::array())
            add(name, one.get<std::string>());
    }
}

} // namespace cutaway::cloud
