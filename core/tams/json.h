#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/time/time_range.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::tams {

using Json = nlohmann::json;

/// JSON text from outside: InvalidInput when it is not JSON or nested deeper than 64.
Result<Json> parseJson(std::string_view text);

/// Reads the fields of one JSON object and remembers the first mistake, so that a reader is a list of fields
/// and one check at the end. Fields that were asked for are *known*; the others are what rest() returns.
class JsonReader {
public:
    /// `what` names the object in messages ("flow"). Anything but an object is a mistake.
    JsonReader(const Json& object, std::string_view what);

    // The value, or the default when the field is absent or null. A field of another type is a mistake.
    std::string text(const char* name, bool required = false);
    std::int64_t integer(const char* name, std::int64_t fallback = 0);
    std::optional<std::int64_t> optionalInteger(const char* name);
    bool boolean(const char* name, bool fallback = false);
    Uuid id(const char* name, bool required = false); ///< nil when absent
    std::vector<Uuid> ids(const char* name);
    std::vector<std::string> texts(const char* name);
    std::optional<TimeRange> timerange(const char* name);
    std::optional<Timestamp> timestamp(const char* name);
    /// The raw value; null when absent.
    const Json& raw(const char* name);
    /// The array's elements; nothing when absent.
    const Json& array(const char* name);

    /// Notes a mistake that the caller found: `name` is the field.
    void fail(const char* name, std::string_view problem);
    /// Fields that nobody asked for, as an object.
    Json rest() const;
    /// InvalidInput with the first mistake, in words.
    Result<void> check() const;

private:
    const Json& field(const char* name);

    const Json& m_object;
    std::string m_what;
    std::vector<std::string> m_known;
    std::string m_mistake;
};

} // namespace cutaway::tams
