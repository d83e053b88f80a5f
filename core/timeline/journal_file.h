#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

/// How journals lie on the disk: what their lines begin with, who holds one, and writing that outlasts the
/// machine.
namespace cutaway::timeline {

namespace journal_line {
// Of each line but "undo" and "redo", which stand alone.
inline constexpr std::string_view base = "cutaway-journal 1 "; ///< the first one: revision, sequence
inline constexpr std::string_view done = "done ";
inline constexpr std::string_view undo = "undo";
inline constexpr std::string_view redo = "redo";
/// A step back or forth over the revision the file starts from: it changes the cut and leaves no steps.
inline constexpr std::string_view step = "step ";
inline constexpr std::string_view amend = "amend ";
inline constexpr std::string_view sent = "sent ";
inline constexpr std::string_view saved = "saved ";
/// Instead of a revision where there is none.
inline constexpr std::string_view noRevision = "-";
} // namespace journal_line

/// What errno says, in words for whoever made an edit.
Error journalError(std::string_view what, const std::filesystem::path& file);

/// Holds a journal while it lives. Conflict when another editor does.
Result<Descriptor> lockJournal(const std::filesystem::path& journal);

/// All of it, through to the disk.
Result<void> writeThrough(const Descriptor& to, std::string_view bytes, const std::filesystem::path& file);

/// Puts `bytes` in the place of `file` in one go, and returns it open for appending.
Result<Descriptor> replaceFile(const std::filesystem::path& file, std::string_view bytes);

/// New names in a folder are on the disk when it returns.
void syncFolderOf(const std::filesystem::path& file);

/// `journal.KIND-N`, with the first number that no file has.
std::filesystem::path freeNameBeside(const std::filesystem::path& journal, std::string_view kind);

/// What the lines of a journal tell without being read as edits, which may be what ends an editor.
struct JournalGlance {
    std::size_t unsaved = 0; ///< edits since the last save, also such as cannot be read
    bool saved = false;      ///< there is a saved version
};
/// Looks from the end back to the last save: O(what came after it). NotFound, Corrupt as Journal::open.
Result<JournalGlance> glanceAt(const std::filesystem::path& journal);

} // namespace cutaway::timeline
