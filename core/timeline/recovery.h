#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::timeline {

/// A project whose editor ended without closing it (a crash, SIGKILL, the end of the machine).
struct LeftBehind {
    Uuid project;
    std::filesystem::path journal;
    std::string name;                        ///< of the sequence
    std::size_t edits = 0;                   ///< since the last save; 0 when it was not read
    bool saved = false;                      ///< there is a saved version, too
    std::filesystem::file_time_type changed; ///< when the last of them was kept
    int attempts = 0;                        ///< to open it again that ended the editor

    /// It is no longer opened, nor read, unless somebody asks for just that.
    bool isGivenUp() const { return attempts >= mostAttempts; }
    static constexpr int mostAttempts = 2;
};

/// Those among the journals of a folder ("PROJECT.journal") that no editor has open and that hold edits
/// since their last save, or that have been given up; newest first. `last`: the project that is opened next
/// by itself; of it the attempts go on being counted though there is nothing to offer.
/// Reading one counts as an attempt to open it until it has been read.
std::vector<LeftBehind> findLeftBehind(const std::filesystem::path& folder, const std::optional<Uuid>& last);

/// Moves a journal that has been given up out of the way, to `JOURNAL.kept-N`, where nobody opens it by
/// itself. Returns where it is.
Result<std::filesystem::path> keepAside(const std::filesystem::path& journal);

} // namespace cutaway::timeline
