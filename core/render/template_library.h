#pragma once

#include "core/render/graphic_template.h"
#include "core/timeline/graphic.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace cutaway::render {

/// A template with the text that it was read from, which a graphic carries.
struct StoredTemplate {
    GraphicTemplate design;
    std::string text; ///< JSON without white space
};

/// What a file of a folder of templates cannot be, in a sentence that begins with its name.
struct TemplateLibrary {
    std::vector<StoredTemplate> templates; ///< by id; of two with one id the later folder's counts
    std::vector<Error> problems;

    const StoredTemplate* find(std::string_view id) const;
};

/// Every *.json of the folders; a folder that is not there has none. Never fails as a whole: one file that is
/// wrong does not take the others away.
TemplateLibrary loadTemplates(std::span<const std::filesystem::path> folders);
/// The folders that count: the program's own, then the user's (userDataFolder()/graphics).
std::vector<std::filesystem::path> templateFolders();

/// A graphic as the template has it, nothing filled in.
timeline::Graphic graphicFrom(const StoredTemplate& from);

} // namespace cutaway::render
