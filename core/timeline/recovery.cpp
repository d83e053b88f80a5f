#include "core/timeline/recovery.h"

#include "core/timeline/journal.h"
#include "core/timeline/journal_file.h"
#include "core/timeline/open_mark.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace cutaway::timeline {

namespace {

namespace fs = std::filesystem;

struct Entry {
    Uuid project;
    fs::path journal;
    fs::file_time_type changed;
};

/// The journals of a folder, newest first.
std::vector<Entry> journalsIn(const fs::path& folder) {
    std::vector<Entry> found;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const fs::path& path = at->path();
        const auto project = Uuid::parse(path.stem().string());
        std::error_code gone;
        const auto changed = fs::last_write_time(path, gone);
        if (path.extension() == ".journal" && project && !gone)
            found.push_back({*project, path, changed});
    }
    std::sort(found.begin(), found.end(),
              [](const Entry& a, const Entry& b) { return a.changed > b.changed; });
    return found;
}

std::optional<LeftBehind> look(const Entry& entry) {
    const auto mark = OpenMark(entry.journal).read();
    if (!mark || Journal::isHeld(entry.journal))
        return std::nullopt;
    LeftBehind left;
    left.project = entry.project;
    left.journal = entry.journal;
    left.name = mark->name;
    left.givenUp = mark->isGivenUp();
    left.changed = std::chrono::time_point_cast<std::chrono::system_clock::duration>(
        std::chrono::file_clock::to_sys(entry.changed));
    if (const auto glance = glanceAt(entry.journal)) {
        left.edits = glance->unsaved;
        left.saved = glance->saved;
    } else if (glance.error().category == ErrorCategory::Corrupt) {
        left.givenUp = true;
    }
    return left.edits > 0 || left.givenUp ? std::optional(std::move(left)) : std::nullopt;
}

} // namespace

std::vector<LeftBehind> findLeftBehind(const fs::path& folder) {
    std::vector<LeftBehind> found;
    for (const Entry& entry : journalsIn(folder))
        if (auto left = look(entry))
            found.push_back(std::move(*left));
    return found;
}

std::vector<Uuid> findUnsaved(const fs::path& folder) {
    std::vector<Uuid> found;
    for (const Entry& entry : journalsIn(folder)) {
        if (OpenMark(entry.journal).read())
            continue;
        if (const auto glance = glanceAt(entry.journal); glance && glance->unsaved > 0)
            found.push_back(entry.project);
    }
    return found;
}

Result<fs::path> keepAside(const fs::path& journal) {
    CUTAWAY_TRY(const Descriptor lock, lockJournal(journal));
    const fs::path aside = freeNameBeside(journal, "kept");
    std::error_code failed;
    fs::rename(journal, aside, failed);
    if (failed)
        return Error{ErrorCategory::Io, "The journal could not be kept: " + failed.message() + ".",
                     journal.string()};
    OpenMark(journal).remove();
    syncFolderOf(journal);
    return aside;
}

} // namespace cutaway::timeline
