#include "core/timeline/journal_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::timeline {

namespace fs = std::filesystem;

namespace {

/// Counts whole lines, none of them the first of the file.
JournalGlance counted(std::string_view lines) {
    JournalGlance glance;
    for (std::size_t end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
        if (lines.starts_with(journal_line::saved))
            glance = {0, true};
        else if (!lines.starts_with(journal_line::sent))
            ++glance.unsaved;
        lines.remove_prefix(end + 1);
    }
    return glance;
}

} // namespace

Error journalError(std::string_view what, const fs::path& file) {
    const int code = errno;
    const bool full = code == ENOSPC || code == EDQUOT;
    return {full ? ErrorCategory::OutOfSpace : ErrorCategory::Io,
            full ? "The disk is full, so the edit could not be kept and was not made. Free some space."
                 : std::string(what) + " " + std::generic_category().message(code) + ".",
            file.string()};
}

Result<Descriptor> lockJournal(const fs::path& journal) {
    fs::path path = journal;
    path += ".lock";
    Descriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock.isOpen())
        return journalError("The project's journal could not be opened:", path);
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorCategory::Conflict, "This project is open in another window. Close it there first.",
                     path.string()};
    return lock;
}

Result<void> writeThrough(const Descriptor& to, std::string_view bytes, const fs::path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(to.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return journalError("The edit could not be kept:", file);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fdatasync(to.get()) != 0)
        return journalError("The edit could not be kept:", file);
    return {};
}

Result<Descriptor> replaceFile(const fs::path& file, std::string_view bytes) {
    fs::path fresh = file;
    fresh += ".new";
    Descriptor to(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600));
    if (!to.isOpen())
        return journalError("The project's journal could not be made:", fresh);
    CUTAWAY_CHECK(writeThrough(to, bytes, fresh));
    if (::rename(fresh.c_str(), file.c_str()) != 0)
        return journalError("The project's journal could not be made:", file);
    syncFolderOf(file);
    return to;
}

void syncFolderOf(const fs::path& file) {
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.get());
}

fs::path freeNameBeside(const fs::path& journal, std::string_view kind) {
    for (int number = 1;; ++number) {
        fs::path name = journal;
        name += "." + std::string(kind) + "-" + std::to_string(number);
        std::error_code unknown;
        if (!fs::exists(name, unknown))
            return name;
    }
}

Result<JournalGlance> glanceAt(const fs::path& journal) {
    std::error_code unknown;
    if (!fs::is_regular_file(journal, unknown))
        return Error{ErrorCategory::NotFound, "There is no journal of this project.", journal.string()};
    std::ifstream file(journal, std::ios::binary | std::ios::ate);
    const std::streamoff size = file.tellg();
    constexpr std::streamoff firstLook = 1 << 16;
    for (std::streamoff length = firstLook;; length *= 4) {
        length = std::min(length, size);
        std::string text(static_cast<std::size_t>(std::max<std::streamoff>(0, length)), '\0');
        file.seekg(size - length);
        if (!file.read(text.data(), length))
            return Error{ErrorCategory::Io, "The project's journal could not be read.", journal.string()};
        const std::string_view read = text;
        const std::string_view lines = read.substr(std::min(read.size(), read.find('\n') + 1));
        JournalGlance glance = counted(lines);
        if (glance.saved)
            return glance;
        if (length < size)
            continue;
        if (!read.starts_with(journal_line::base) || read.find('\n') == std::string_view::npos)
            return Error{ErrorCategory::Corrupt, "The journal of this project is damaged.", journal.string()};
        glance.saved = !read.substr(journal_line::base.size()).starts_with(journal_line::noRevision);
        return glance;
    }
}

} // namespace cutaway::timeline
