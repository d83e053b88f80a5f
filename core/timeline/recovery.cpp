#include "core/timeline/recovery.h"

#include "core/timeline/journal.h"
#include "core/timeline/open_mark.h"

#include <algorithm>
#include <system_error>

namespace cutaway::timeline {

namespace {

/// What there is to say of one, and whether it is offered.
std::optional<LeftBehind> look(const Uuid& project, const std::filesystem::path& file, bool isLast) {
    const auto mark = OpenMark(file).read();
    if (!mark)
        return std::nullopt;
    LeftBehind left;
    left.project = project;
    left.journal = file;
    left.name = mark->name;
    left.attempts = mark->attempts;
    std::error_code gone;
    left.changed = std::filesystem::last_write_time(file, gone);
    if (gone)
        return std::nullopt;
    if (left.isGivenUp())
        return Journal::isHeld(file) ? std::nullopt : std::optional(left);
    auto opened = Journal::open(file);
    if (!opened) // held by an editor, or damaged from its first line on: then there is nothing to bring back
        return std::nullopt;
    left.name = opened->recovered.history.committed()->name;
    left.edits = opened->recovered.unsaved;
    left.saved = opened->recovered.saved != nullptr;
    if (left.edits > 0 || isLast)
        opened->journal.leaveBehind();
    return left.edits > 0 ? std::optional(left) : std::nullopt;
}

} // namespace

std::vector<LeftBehind> findLeftBehind(const std::filesystem::path& folder, const std::optional<Uuid>& last) {
    std::vector<LeftBehind> found;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".journal")
            continue;
        const auto project = Uuid::parse(entry.path().stem().string());
        if (!project)
            continue;
        if (auto left = look(*project, entry.path(), last == *project))
            found.push_back(std::move(*left));
    }
    std::sort(found.begin(), found.end(),
              [](const LeftBehind& a, const LeftBehind& b) { return a.changed > b.changed; });
    return found;
}

Result<std::filesystem::path> keepAside(const std::filesystem::path& journal) {
    for (int number = 1;; ++number) {
        std::filesystem::path aside = journal;
        aside += ".kept-" + std::to_string(number);
        if (std::filesystem::exists(aside))
            continue;
        std::error_code failed;
        std::filesystem::rename(journal, aside, failed);
        if (failed)
            return Error{ErrorCategory::Io, "The journal could not be kept: " + failed.message() + ".",
                         journal.string()};
        OpenMark(journal).remove();
        return aside;
    }
}

} // namespace cutaway::timeline
