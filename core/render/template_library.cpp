#include "core/render/template_library.h"

#include "core/base/install_paths.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

namespace cutaway::render {

namespace fs = std::filesystem;

namespace {

Result<StoredTemplate> readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(maxTemplateBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (text.empty())
        return Error{ErrorCategory::Io, "This graphic template cannot be read.", path.string()};
    CUTAWAY_TRY(auto design, readTemplate(text));
    return StoredTemplate{std::move(design), nlohmann::json::parse(text).dump()};
}

} // namespace

const StoredTemplate* TemplateLibrary::find(std::string_view id) const {
    const auto found = std::find_if(templates.begin(), templates.end(),
                                    [&](const StoredTemplate& each) { return each.design.id == id; });
    return found == templates.end() ? nullptr : &*found;
}

TemplateLibrary loadTemplates(std::span<const fs::path> folders) {
    TemplateLibrary library;
    std::map<std::string, StoredTemplate> byId;
    for (const fs::path& folder : folders) {
        std::error_code none;
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder, none))
            if (entry.path().extension() == ".json")
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const fs::path& path : files) {
            auto read = readFile(path);
            if (read) {
                auto id = read->design.id;
                byId.insert_or_assign(std::move(id), std::move(*read));
            } else {
                Error problem = read.error();
                problem.message = path.filename().string() + ": " + problem.message;
                library.problems.push_back(std::move(problem));
            }
        }
    }
    for (auto& [id, stored] : byId)
        library.templates.push_back(std::move(stored));
    return library;
}

std::vector<fs::path> templateFolders() {
    return {resourceFolder() / "graphics", userDataFolder() / "graphics"};
}

timeline::Graphic graphicFrom(const StoredTemplate& from) {
    return {from.text, {}, 0, 0};
}

} // namespace cutaway::render
