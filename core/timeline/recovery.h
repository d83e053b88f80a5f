#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// What editors left in a folder of journals ("PROJECT.journal"). Looking changes nothing in it and reads no
// edit, which may be what ended the editor.
namespace cutaway::timeline {

/// A project whose editor ended without closing it (a crash, SIGKILL, the end of the machine).
struct LeftBehind {
    Uuid project;
    std::filesystem::path journal;
    std::string name;      ///< of the sequence; empty when it is not known
    std::size_t edits = 0; ///< since the last save
    bool saved = false;    ///< there is a saved version, too
    bool givenUp = false;  ///< it has ended the editor twice or cannot be read: no longer opened by itself
    std::chrono::system_clock::time_point changed; ///< when the last edit was kept
};

/// Those that no editor has open and that hold edits since their last save, or that have been given up;
/// newest first.
std::vector<LeftBehind> findLeftBehind(const std::filesystem::path& folder);

/// Projects that were closed in order, with edits since their last save; newest first.
std::vector<Uuid> findUnsaved(const std::filesystem::path& folder);

/// Moves a journal out of the way, to `JOURNAL.kept-N`, where nobody opens it by itself. Returns where it
/// is. Conflict when an editor has it open.
Result<std::filesystem::path> keepAside(const std::filesystem::path& journal);

} // namespace cutaway::timeline
