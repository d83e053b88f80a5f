#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace cutaway::test {

/// A small validator of JSON Schema 2020-12: the keywords that the TAMS schemas use, references to files
/// beside each other included. `format` is not asserted.
class JsonSchemas {
public:
    explicit JsonSchemas(std::string folder)
        : m_folder(std::move(folder)) {}

    /// What is wrong with `value` by the schema in `file`, with its place; "" when nothing is.
    std::string check(const nlohmann::json& value, const std::string& file);

private:
    const nlohmann::json& load(const std::string& file);
    std::string checkSchema(const nlohmann::json& value, const nlohmann::json& schema,
                            const std::string& place);
    std::string checkObject(const nlohmann::json& value, const nlohmann::json& schema,
                            const std::string& place);
    std::string checkCombined(const nlohmann::json& value, const nlohmann::json& schema,
                              const std::string& place);

    std::string m_folder;
    std::map<std::string, nlohmann::json> m_loaded;
};

} // namespace cutaway::test
