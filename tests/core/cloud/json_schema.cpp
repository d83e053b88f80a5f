#include "json_schema.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>

namespace cutaway::test {

using nlohmann::json;

namespace {

bool hasType(const json& value, const std::string& type) {
    if (type == "integer")
        return value.is_number_integer();
    if (type == "number")
        return value.is_number();
    if (type == "null")
        return value.is_null();
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean());
}

std::string checkPlain(const json& value, const json& schema, const std::string& place) {
    if (schema.contains("type") && !hasType(value, schema["type"].get<std::string>()))
        return place + " is no " + schema["type"].get<std::string>();
    if (const auto allowed = schema.find("enum");
        allowed != schema.end() && std::find(allowed->begin(), allowed->end(), value) == allowed->end())
        return place + " is none of " + allowed->dump();
    if (value.is_string() && schema.contains("pattern") &&
        !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
        return place + " does not match " + schema["pattern"].get<std::string>();
    if (value.is_number() && schema.contains("minimum") && value < schema["minimum"])
        return place + " is too small";
    if (value.is_number() && schema.contains("exclusiveMinimum") && value <= schema["exclusiveMinimum"])
        return place + " is too small";
    return {};
}

} // namespace

const json& JsonSchemas::load(const std::string& file) {
    auto [entry, isNew] = m_loaded.try_emplace(file);
    if (isNew)
        entry->second = json::parse(std::ifstream(m_folder + "/" + file));
    return entry->second;
}

std::string JsonSchemas::check(const json& value, const std::string& file) {
    return checkSchema(value, load(file), "$");
}

std::string JsonSchemas::checkSchema(const json& value, const json& schema, const std::string& place) {
    if (schema.is_boolean())
        return schema.get<bool>() ? std::string() : place + " is not allowed";
    if (schema.contains("$ref")) {
        if (auto wrong = checkSchema(value, load(schema["$ref"].get<std::string>()), place); !wrong.empty())
            return wrong;
    }
    if (auto wrong = checkPlain(value, schema, place); !wrong.empty())
        return wrong;
    if (value.is_object()) {
        if (auto wrong = checkObject(value, schema, place); !wrong.empty())
            return wrong;
    }
    if (value.is_array() && schema.contains("items")) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (auto wrong = checkSchema(value[i], schema["items"], place + "[" + std::to_string(i) + "]");
                !wrong.empty())
                return wrong;
        }
    }
    return checkCombined(value, schema, place);
}

std::string JsonSchemas::checkObject(const json& value, const json& schema, const std::string& place) {
    for (const json& name : schema.value("required", json::array())) {
        if (!value.contains(name.get<std::string>()))
            return place + " has no " + name.get<std::string>();
    }
    const json properties = schema.value("properties", json::object());
    for (const auto& [name, field] : value.items()) {
        const std::string inner = place + "." + name;
        std::string wrong;
        if (properties.contains(name))
            wrong = checkSchema(field, properties[name], inner);
        else if (schema.contains("additionalProperties"))
            wrong = checkSchema(field, schema["additionalProperties"], inner);
        if (!wrong.empty())
            return wrong;
    }
    return {};
}

std::string JsonSchemas::checkCombined(const json& value, const json& schema, const std::string& place) {
    for (const json& part : schema.value("allOf", json::array())) {
        if (auto wrong = checkSchema(value, part, place); !wrong.empty())
            return wrong;
    }
    for (const char* name : {"anyOf", "oneOf"}) {
        if (!schema.contains(name))
            continue;
        int fitting = 0;
        std::string wrong;
        for (const json& part : schema[name]) {
            const std::string problem = checkSchema(value, part, place);
            fitting += problem.empty();
            wrong += " / " + problem;
        }
        if (fitting == 0 || (std::string(name) == "oneOf" && fitting > 1))
            return place + " fits " + std::to_string(fitting) + " of " + name + wrong;
    }
    if (schema.contains("not") && checkSchema(value, schema["not"], place).empty())
        return place + " is what it must not be";
    if (schema.contains("if")) {
        const char* branch = checkSchema(value, schema["if"], place).empty() ? "then" : "else";
        if (schema.contains(branch))
            return checkSchema(value, schema[branch], place);
    }
    return {};
}

} // namespace cutaway::test
