#include "core/interchange/json_node.h"

#include "core/base/json_nesting.h"

#include <cmath>

namespace cutaway::interchange {

namespace {

constexpr std::size_t mostBytes = std::size_t(64) << 20;
constexpr int deepest = 128;
constexpr std::size_t longestText = std::size_t(64) << 10;

} // namespace

std::optional<JsonNode> JsonNode::find(const char* key) const {
    if (!m_value->is_object())
        fail("should be an object");
    const auto member = m_value->find(key);
    if (member == m_value->end() || member->is_null())
        return std::nullopt;
    return JsonNode(*member, m_path.empty() ? key : m_path + "." + key);
}

JsonNode JsonNode::at(const char* key) const {
    auto member = find(key);
    if (!member)
        fail(std::string("has no \"") + key + "\"");
    return *member;
}

std::size_t JsonNode::size(std::size_t most) const {
    if (!m_value->is_array())
        fail("should be a list");
    if (m_value->size() > most)
        fail("has more than " + std::to_string(most) + " entries", ErrorCategory::Unsupported);
    return m_value->size();
}

JsonNode JsonNode::element(std::size_t index) const {
    return {m_value->at(index), m_path + "[" + std::to_string(index) + "]"};
}

std::string JsonNode::text() const {
    if (!m_value->is_string())
        fail("should be text");
    const auto& text = m_value->get_ref<const std::string&>();
    if (text.size() > longestText)
        fail("is too long a text", ErrorCategory::Unsupported);
    return text;
}

double JsonNode::number() const {
    if (!m_value->is_number())
        fail("should be a number");
    const double number = m_value->get<double>();
    if (!std::isfinite(number))
        fail("should be a finite number");
    return number;
}

bool JsonNode::boolean() const {
    if (!m_value->is_boolean())
        fail("should be true or false");
    return m_value->get<bool>();
}

std::string JsonNode::textOr(const char* key, std::string fallback) const {
    const auto member = find(key);
    return member ? member->text() : std::move(fallback);
}

bool JsonNode::booleanOr(const char* key, bool fallback) const {
    const auto member = find(key);
    return member ? member->boolean() : fallback;
}

std::string JsonNode::schema() const {
    const std::string name = at("OTIO_SCHEMA").text();
    return name.substr(0, name.find('.'));
}

void JsonNode::fail(const std::string& what, ErrorCategory category) const {
    throw ReadFailure{
        {category,
         "This OTIO file cannot be read: " + (m_path.empty() ? "the document" : m_path) + " " + what + ".",
         m_path}};
}

Result<nlohmann::json> parseJson(std::string_view text) {
    const auto refuse = [](ErrorCategory category, const std::string& what) {
        return Error{category, "This OTIO file cannot be read: " + what, {}};
    };
    if (text.size() > mostBytes)
        return refuse(ErrorCategory::Unsupported, "it is larger than 64 MiB.");
    if (nestedDeeper(text, deepest))
        return refuse(ErrorCategory::Unsupported,
                      "it is nested more than " + std::to_string(deepest) + " levels deep.");
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::exception& problem) {
        Error error = refuse(ErrorCategory::InvalidInput, "it is not JSON.");
        error.detail = problem.what();
        if (const auto* at = dynamic_cast<const nlohmann::json::parse_error*>(&problem))
            error.message = "This OTIO file cannot be read: it stops being JSON at byte " +
                            std::to_string(at->byte) + ".";
        return error;
    }
}

} // namespace cutaway::interchange
