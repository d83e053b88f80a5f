#include "core/cloud/json/fields.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr int maxDepth = 64;

std::string missing() {
    return "is missing.";
}

} // namespace

Result<json> parseJsonObject(std::string_view text) {
    bool tooDeep = false;
    const auto watchDepth = [&](int depth, json::parse_event_t, json&) {
        tooDeep = tooDeep || depth > maxDepth;
        return !tooDeep;
    };
    json value = json::parse(text, watchDepth, false);
    if (tooDeep)
        return Error{ErrorCategory::InvalidInput, "The request is nested too deeply.", {}};
    if (!value.is_object())
        return Error{ErrorCategory::InvalidInput, "The request is not a JSON object.", {}};
    return value;
}

const json* Fields::find(std::string_view name) const {
    const auto found = m_object.find(name);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

bool Fields::has(std::string_view name) const {
    return find(name) != nullptr;
}

void Fields::refuse(std::string_view name, std::string why) {
    if (!m_complaint)
        m_complaint = "“" + std::string(name) + "” " + std::move(why);
}

std::optional<std::string> Fields::optionalText(std::string_view name, std::size_t maxLength) {
    const json* value = find(name);
    if (!value)
        return std::nullopt;
    if (!value->is_string() || value->get_ref<const std::string&>().size() > maxLength) {
        refuse(name, "must be a text of at most " + std::to_string(maxLength) + " bytes.");
        return std::nullopt;
    }
    return value->get<std::string>();
}

std::string Fields::text(std::string_view name, std::size_t maxLength) {
    if (!has(name))
        refuse(name, missing());
    return optionalText(name, maxLength).value_or(std::string());
}

std::int64_t Fields::integer(std::string_view name, std::int64_t smallest, std::int64_t largest,
                             std::int64_t whenAbsent) {
    const json* value = find(name);
    if (!value)
        return whenAbsent;
    const bool fits = value->is_number_integer() &&
                      !(value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX) &&
                      value->get<std::int64_t>() >= smallest && value->get<std::int64_t>() <= largest;
    if (!fits) {
        refuse(name, "must be a whole number from " + std::to_string(smallest) + " to " +
                         std::to_string(largest) + ".");
        return whenAbsent;
    }
    return value->get<std::int64_t>();
}

std::int64_t Fields::integer(std::string_view name, std::int64_t smallest, std::int64_t largest) {
    if (!has(name))
        refuse(name, missing());
    return integer(name, smallest, largest, smallest);
}

bool Fields::flag(std::string_view name, bool whenAbsent) {
    const json* value = find(name);
    if (value && !value->is_boolean())
        refuse(name, "must be true or false.");
    return value && value->is_boolean() ? value->get<bool>() : whenAbsent;
}

std::optional<Uuid> Fields::optionalUuid(std::string_view name) {
    const auto given = optionalText(name);
    if (!given)
        return std::nullopt;
    const auto id = Uuid::parse(*given);
    if (!id) {
        refuse(name, "is no identifier: expected a lower-case UUID.");
        return std::nullopt;
    }
    return *id;
}

Uuid Fields::uuid(std::string_view name) {
    if (!has(name))
        refuse(name, missing());
    return optionalUuid(name).value_or(Uuid());
}

Timestamp Fields::timestamp(std::string_view name) {
    const auto time = Timestamp::parse(text(name));
    if (!time)
        refuse(name, "is no time: expected “seconds:nanoseconds”.");
    return time ? *time : Timestamp();
}

const json& Fields::objects(std::string_view name, std::size_t maxCount) {
    static const json none = json::array();
    const json* value = find(name);
    if (!value)
        return none;
    bool fits = value->is_array() && value->size() <= maxCount;
    for (std::size_t i = 0; fits && i < value->size(); ++i)
        fits = (*value)[i].is_object();
    if (!fits)
        refuse(name, "must be a list of at most " + std::to_string(maxCount) + " objects.");
    return fits ? *value : none;
}

Result<void> Fields::check(std::string_view what) const {
    if (!m_complaint)
        return {};
    return Error{ErrorCategory::InvalidInput, "The " + std::string(what) + " is wrong: " + *m_complaint, {}};
}

} // namespace cutaway::cloud
