#include "core/catalogue/kept_profiles.h"

#include "core/base/durable_file.h"

#include <fstream>
#include <iterator>

namespace cutaway::catalogue {

namespace {

std::filesystem::path fileFor(const std::filesystem::path& folder, const std::string& cloud) {
    return folder / ("formats-" + Uuid::named({}, cloud).toString() + ".json");
}

} // namespace

Result<void> keepProfiles(const std::filesystem::path& folder, const std::string& cloud,
                          const std::vector<Profile>& profiles) {
    Json json = Json::array();
    for (const Profile& profile : profiles)
        json.push_back(toJson(profile));
    std::error_code ignored; // writing reports what matters
    std::filesystem::create_directories(folder, ignored);
    return writeDurably(fileFor(folder, cloud), json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::vector<Profile> keptProfiles(const std::filesystem::path& folder, const std::string& cloud) {
    std::vector<Profile> profiles;
    std::ifstream stream(fileFor(folder, cloud), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const auto json = tams::parseJson(text);
    if (!json || !json->is_array())
        return profiles;
    for (const Json& element : *json)
        if (auto profile = profileFromJson(element))
            profiles.push_back(std::move(*profile));
    return profiles;
}

} // namespace cutaway::catalogue
