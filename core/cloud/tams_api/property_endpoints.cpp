#include "core/cloud/auth/auth.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/flow_document.h"
#include "core/cloud/tams_api/flow_store.h"
#include "core/cloud/tams_api/source_store.h"
#include "core/tams/json.h"

#include <optional>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

/// A Flow or a Source, seen as a document with properties.
struct Kind {
    std::string_view name;
    std::string_view parameter;
};
constexpr Kind flowKind{"flow", "flowId"};
constexpr Kind sourceKind{"source", "sourceId"};

Result<json> documentOf(Connection& store, const Request& request, const Kind& kind) {
    const Uuid workspace = request.principal.workspace;
    const std::string& id = request.param(kind.parameter);
    if (kind.name == sourceKind.name)
        return requireSource(store, workspace, id);
    CUTAWAY_TRY(const FlowRow flow, requireFlow(store, workspace, id));
    return flow.document;
}

Result<void> save(Connection& store, const Request& request, const Kind& kind, json document) {
    if (kind.name == sourceKind.name) {
        saveSource(store, request.principal, std::move(document));
        return {};
    }
    document["metadata_version"] = Uuid::random().toString();
    return saveFlow(store, request.principal, std::move(document));
}

/// One property of a kind: how it is named, what it may be, and what it is when nobody set it.
struct Property {
    Kind kind;
    std::string_view name;
    Result<void> (*check)(const json& value);
    std::optional<json> unset;
    bool removable = true;
    bool technical = false; ///< comes from the Profile of a Flow that has one
};

Result<void> checkText(const json& value) {
    return value.is_string() ? Result<void>() : wrong("A text in JSON is expected here.");
}

Result<void> checkFlag(const json& value) {
    return value.is_boolean() ? Result<void>() : wrong("true or false is expected here.");
}

Result<void> checkBitRate(const json& value) {
    return value.is_number_integer() && value >= 0 ? Result<void>()
                                                   : wrong("A whole number, 0 or more, is expected here.");
}

Result<Response> getProperty(TamsContext& context, Request& request, const Property& property) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read,
                            {property.kind.name, request.param(property.kind.parameter), {}}));
    return context.services.database.read([&](Connection& store) -> Result<Response> {
        CUTAWAY_TRY(const json document, documentOf(store, request, property.kind));
        const auto value = document.find(property.name);
        if (value != document.end())
            return jsonResponse(200, *value);
        if (property.unset)
            return jsonResponse(200, *property.unset);
        return Error{ErrorCategory::NotFound,
                     "This " + std::string(property.kind.name) + " has no " + std::string(property.name) +
                         ".",
                     {}};
    });
}

/// Changes the document within one transaction, unless the Flow is read-only.
template <class Change>
Result<Response> changeDocument(TamsContext& context, Request& request, const Kind& kind, bool evenReadOnly,
                                Change&& change) {
    CUTAWAY_CHECK(
        authorize(request.principal, Action::Write, {kind.name, request.param(kind.parameter), {}}));
    const auto changed = context.services.database.write([&](Connection& store) -> Result<void> {
        CUTAWAY_TRY(json document, documentOf(store, request, kind));
        if (!evenReadOnly && kind.name == flowKind.name && document.value("read_only", false))
            return Error{ErrorCategory::Forbidden, "This flow is read-only.", {}};
        CUTAWAY_CHECK(change(document));
        return save(store, request, kind, std::move(document));
    });
    if (!changed)
        return changed.error();
    return Response::empty(204);
}

Result<Response> putProperty(TamsContext& context, Request& request, const Property& property) {
    CUTAWAY_TRY(const json value, tams::parseJson(request.body));
    CUTAWAY_CHECK(property.check(value));
    return changeDocument(context, request, property.kind, property.name == "read_only",
                          [&](json& document) -> Result<void> {
                              if (property.technical && document.contains("profile_id"))
                                  return wrong("This belongs to the flow's profile, which never changes.");
                              document[std::string(property.name)] = value;
                              return {};
                          });
}

Result<Response> deleteProperty(TamsContext& context, Request& request, const Property& property) {
    return changeDocument(context, request, property.kind, false, [&](json& document) -> Result<void> {
        if (property.technical && document.contains("profile_id"))
            return wrong("This belongs to the flow's profile, which never changes.");
        document.erase(std::string(property.name));
        return {};
    });
}

using PropertyEndpoint = Result<Response> (*)(TamsContext&, Request&, const Property&);

void addProperty(Router& router, const std::shared_ptr<TamsContext>& context, const Property& property) {
    const std::string pattern = "/" + std::string(property.kind.name) + "s/{" +
                                std::string(property.kind.parameter) + "}/" + std::string(property.name);
    const auto add = [&](const char* method, PropertyEndpoint endpoint) {
        router.add(method, pattern, [context, property, endpoint](Request& request) {
            auto answer = endpoint(*context, request, property);
            return answer ? std::move(*answer) : Response::failure(answer.error());
        });
    };
    add("GET", getProperty);
    add("PUT", putProperty);
    if (property.removable)
        add("DELETE", deleteProperty);
}

template <const Kind& kind>
Result<Response> getTags(TamsContext& context, Request& request) {
    return getProperty(context, request, {kind, "tags", nullptr, json::object()});
}

template <const Kind& kind>
Result<Response> getTag(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {kind.name, request.param(kind.parameter), {}}));
    return context.services.database.read([&](Connection& store) -> Result<Response> {
        CUTAWAY_TRY(const json document, documentOf(store, request, kind));
        const json tags = document.value("tags", json::object());
        const auto tag = tags.find(request.param("name"));
        if (tag == tags.end())
            return Error{ErrorCategory::NotFound, "There is no tag of this name.", {}};
        return jsonResponse(200, *tag);
    });
}

template <const Kind& kind>
Result<Response> putTag(TamsContext& context, Request& request) {
    CUTAWAY_TRY(const json value, tams::parseJson(request.body));
    if (!isTagValue(value))
        return wrong("A tag's value is a text, or a list of texts.");
    return changeDocument(context, request, kind, false, [&](json& document) -> Result<void> {
        document["tags"][request.param("name")] = value;
        return {};
    });
}

template <const Kind& kind>
Result<Response> deleteTag(TamsContext& context, Request& request) {
    return changeDocument(context, request, kind, false, [&](json& document) -> Result<void> {
        if (!document.contains("tags") || document["tags"].erase(request.param("name")) == 0)
            return Error{ErrorCategory::NotFound, "There is no tag of this name.", {}};
        return {};
    });
}

template <const Kind& kind>
void addTags(Router& router, const std::shared_ptr<TamsContext>& context) {
    const std::string tags = "/" + std::string(kind.name) + "s/{" + std::string(kind.parameter) + "}/tags";
    addEndpoint(router, context, "GET", tags, getTags<kind>);
    addEndpoint(router, context, "GET", tags + "/{name}", getTag<kind>);
    addEndpoint(router, context, "PUT", tags + "/{name}", putTag<kind>);
    addEndpoint(router, context, "DELETE", tags + "/{name}", deleteTag<kind>);
}

} // namespace

void addPropertyEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addTags<flowKind>(router, context);
    addTags<sourceKind>(router, context);
    const Property properties[] = {
        {sourceKind, "label", checkText, std::nullopt},
        {sourceKind, "description", checkText, std::nullopt},
        {flowKind, "label", checkText, std::nullopt},
        {flowKind, "description", checkText, std::nullopt},
        {flowKind, "read_only", checkFlag, json(false), false},
        {flowKind, "flow_collection", checkFlowCollection, json::array()},
        {flowKind, "max_bit_rate", checkBitRate, std::nullopt},
        {flowKind, "avg_bit_rate", checkBitRate, std::nullopt, true, true},
    };
    for (const Property& property : properties)
        addProperty(router, context, property);
}

} // namespace cutaway::cloud
