#include "core/tams/json.h"

#include "core/base/json_nesting.h"

#include <algorithm>

namespace cutaway::tams {

namespace {

constexpr int maxDepth = 64;
const Json nullJson;
const Json emptyArray = Json::array();
const Json emptyObject = Json::object();

} // namespace

Result<Json> parseJson(std::string_view text) {
    if (nestedDeeper(text, maxDepth))
        return Error{ErrorCategory::InvalidInput, "The JSON is nested too deeply.", {}};
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return Error{ErrorCategory::InvalidInput, "This is not JSON.", std::string(text.substr(0, 120))};
    return json;
}

JsonReader::JsonReader(const Json& object, std::string_view what)
    : m_object(object.is_object() ? object : emptyObject)
    , m_what(what) {
    if (!object.is_object())
        m_mistake = m_what + " must be a JSON object";
}

const Json& JsonReader::field(const char* name) {
    m_known.emplace_back(name);
    const auto it = m_object.find(name);
    return it == m_object.end() ? nullJson : *it;
}

void JsonReader::fail(const char* name, std::string_view problem) {
    if (m_mistake.empty())
        m_mistake = "\"" + std::string(name) + "\" of a " + m_what + " " + std::string(problem);
}

std::string JsonReader::text(const char* name, bool required) {
    const Json& value = field(name);
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_null())
        fail(name, "must be a string");
    else if (required)
        fail(name, "is missing");
    return {};
}

std::optional<std::int64_t> JsonReader::optionalInteger(const char* name) {
    const Json& value = field(name);
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number <= static_cast<std::uint64_t>(INT64_MAX))
            return static_cast<std::int64_t>(number);
    } else if (value.is_number_integer()) {
        return value.get<std::int64_t>();
    }
    if (!value.is_null())
        fail(name, "must be a whole number");
    return {};
}

std::int64_t JsonReader::integer(const char* name, std::int64_t fallback) {
    return optionalInteger(name).value_or(fallback);
}

bool JsonReader::boolean(const char* name, bool fallback) {
    const Json& value = field(name);
    if (value.is_boolean())
        return value.get<bool>();
    if (!value.is_null())
        fail(name, "must be true or false");
    return fallback;
}

Uuid JsonReader::id(const char* name, bool required) {
    const std::string value = text(name, required);
    if (value.empty())
        return {};
    auto parsed = Uuid::parse(value);
    if (!parsed) {
        fail(name, "must be a UUID");
        return {};
    }
    return *parsed;
}

std::vector<std::string> JsonReader::texts(const char* name) {
    std::vector<std::string> values;
    for (const Json& element : array(name)) {
        if (element.is_string())
            values.push_back(element.get<std::string>());
        else
            fail(name, "must hold strings");
    }
    return values;
}

std::vector<Uuid> JsonReader::ids(const char* name) {
    std::vector<Uuid> values;
    for (const std::string& value : texts(name)) {
        if (auto parsed = Uuid::parse(value))
            values.push_back(*parsed);
        else
            fail(name, "must hold UUIDs");
    }
    return values;
}

std::optional<TimeRange> JsonReader::timerange(const char* name) {
    const Json& value = field(name);
    if (value.is_null())
        return {};
    if (value.is_string())
        if (auto parsed = TimeRange::parse(value.get_ref<const std::string&>()))
            return *parsed;
    fail(name, "must be a timerange");
    return {};
}

std::optional<Timestamp> JsonReader::timestamp(const char* name) {
    const Json& value = field(name);
    if (value.is_null())
        return {};
    if (value.is_string())
        if (auto parsed = Timestamp::parse(value.get_ref<const std::string&>()))
            return *parsed;
    fail(name, "must be a timestamp");
    return {};
}

const Json& JsonReader::raw(const char* name) {
    return field(name);
}

const Json& JsonReader::array(const char* name) {
    const Json& value = field(name);
    if (value.is_array())
        return value;
    if (!value.is_null())
        fail(name, "must be an array");
    return emptyArray;
}

Json JsonReader::rest() const {
    Json rest = Json::object();
    for (const auto& [name, value] : m_object.items())
        if (std::find(m_known.begin(), m_known.end(), name) == m_known.end())
            rest[name] = value;
    return rest;
}

Result<void> JsonReader::check() const {
    if (m_mistake.empty())
        return {};
    return Error{ErrorCategory::InvalidInput, "Not understood: " + m_mistake + ".", {}};
}

} // namespace cutaway::tams
