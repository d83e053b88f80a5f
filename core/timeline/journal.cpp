#include "core/timeline/journal.h"

#include "core/timeline/open_mark.h"
#include "core/timeline/serialise.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace cutaway::timeline {

namespace {

/// Owns a POSIX descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

constexpr std::string_view donePrefix = "done ";
constexpr std::string_view basePrefix = "cutaway-journal 1 ";
constexpr std::string_view undoLine = "undo";
constexpr std::string_view redoLine = "redo";
// A step back or forth over the revision the file starts from: it changes the cut and leaves no steps.
constexpr std::string_view stepPrefix = "step ";
constexpr std::string_view amendPrefix = "amend ";
constexpr std::string_view sentPrefix = "sent ";
constexpr std::string_view savedPrefix = "saved ";

Error ioError(const std::string& what, const std::filesystem::path& file) {
    const int code = errno;
    const bool full = code == ENOSPC || code == EDQUOT;
    return {full ? ErrorCategory::OutOfSpace : ErrorCategory::Io,
            full ? "The disk is full, so the edit could not be kept and was not made. Free some space."
                 : what + " " + std::generic_category().message(code) + ".",
            file.string()};
}

Result<void> writeAll(int fd, std::string_view bytes, const std::filesystem::path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return ioError("The edit could not be kept:", file);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fdatasync(fd) != 0)
        return ioError("The edit could not be kept:", file);
    return {};
}

Result<Descriptor> lockFor(const std::filesystem::path& file) {
    std::filesystem::path path = file;
    path += ".lock";
    Descriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock.isOpen())
        return ioError("The project's journal could not be opened:", path);
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorCategory::Conflict, "This project is open in another window. Close it there first.",
                     path.string()};
    return lock;
}

std::string baseLine(const Sequence& base, const std::string& revision) {
    return std::string(basePrefix) + (revision.empty() ? "-" : revision) + " " + sequenceText(base) + "\n";
}

/// Writes `line` beside `file`, puts it in its place, and returns it open for appending.
Result<Descriptor> replaceWith(const std::filesystem::path& file, std::string_view line) {
    std::filesystem::path fresh = file;
    fresh += ".new";
    Descriptor fd(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600));
    if (!fd.isOpen())
        return ioError("The project's journal could not be made:", fresh);
    CUTAWAY_CHECK(writeAll(fd.get(), line, fresh));
    if (::rename(fresh.c_str(), file.c_str()) != 0)
        return ioError("The project's journal could not be made:", file);
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.get());
    return fd;
}

Result<Journal::Recovered> readBase(std::string_view line) {
    const Error damaged{ErrorCategory::Corrupt,
                        "The journal of this project is damaged. Open the last saved version instead.",
                        {}};
    if (!line.starts_with(basePrefix))
        return damaged;
    line.remove_prefix(basePrefix.size());
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos)
        return damaged;
    const std::string revision(line.substr(0, space));
    auto base = parseSequence(line.substr(space + 1));
    if (!base)
        return damaged;
    Journal::Recovered recovered{History(*base), {}, nullptr, 0, {}, false, {}};
    if (revision != "-") {
        recovered.revision = revision;
        recovered.saved = *base;
    }
    return recovered;
}

/// Copies a journal that cannot be read whole to `file.damaged-N`, so that nothing in it is lost.
Result<std::filesystem::path> setAside(const std::filesystem::path& file) {
    for (int number = 1;; ++number) {
        std::filesystem::path copy = file;
        copy += ".damaged-" + std::to_string(number);
        std::error_code failed;
        if (std::filesystem::copy_file(file, copy, failed))
            return copy;
        if (failed != std::errc::file_exists)
            return Error{ErrorCategory::Io,
                         "The damaged journal could not be set aside: " + failed.message() + ".",
                         file.string()};
    }
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool replay(History& history, std::string_view line) {
    if (line == undoLine)
        return history.undo().ok();
    if (line == redoLine)
        return history.redo().ok();
    if (line.starts_with(stepPrefix)) {
        auto step = parseChange(line.substr(stepPrefix.size()));
        if (!step || !history.push(std::move(*step)))
            return false;
        history = History(history.committed());
        return true;
    }
    if (line.starts_with(amendPrefix)) {
        const auto change = parseChange(line.substr(amendPrefix.size()));
        return change && history.amend(*change).ok();
    }
    if (!line.starts_with(donePrefix))
        return false;
    auto change = parseChange(line.substr(donePrefix.size()));
    return change && history.push(std::move(*change)).ok();
}

} // namespace

struct Journal::State {
    std::filesystem::path path;
    Descriptor lock;
    Descriptor file;
    off_t end = 0; ///< of the last line that was acknowledged
    // How many steps a replay of the file could undo and redo.
    std::size_t undoable = 0;
    std::size_t redoable = 0;
    std::optional<OpenMark::Said> found; ///< how the editor before left it; none: closed in order
    std::string name;                    ///< of the sequence, when it was opened
};

Journal::Journal(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&& other) noexcept {
    if (this != &other) {
        close();
        m_state = std::move(other.m_state);
    }
    return *this;
}
Journal::~Journal() {
    close();
}

void Journal::close() {
    if (m_state && m_state->file.isOpen())
        OpenMark(m_state->path).remove();
    m_state.reset();
}

void Journal::survived() {
    m_state->found.reset();
    OpenMark(m_state->path).write({0, m_state->name});
}

void Journal::leaveBehind() {
    if (m_state->found)
        OpenMark(m_state->path).write(*m_state->found);
    else
        OpenMark(m_state->path).remove();
    m_state.reset();
}

bool Journal::isHeld(const std::filesystem::path& file) {
    return !lockFor(file).ok();
}

Result<Journal> Journal::create(const std::filesystem::path& file, const Sequence& base,
                                const std::string& revision) {
    std::error_code ignored; // opening the lock reports what matters
    std::filesystem::create_directories(file.parent_path(), ignored);
    auto state = std::make_unique<State>();
    state->path = file;
    CUTAWAY_TRY(state->lock, lockFor(file));
    const std::string before = contentOf(file);
    if (!before.empty() && !readBase(std::string_view(before).substr(0, before.find('\n'))))
        CUTAWAY_CHECK(setAside(file));
    state->name = base.name;
    Journal journal(std::move(state));
    CUTAWAY_CHECK(journal.compact(base, revision));
    journal.survived();
    return journal;
}

Result<Journal::Opened> Journal::open(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file))
        return Error{ErrorCategory::NotFound, "There is no journal of this project.", file.string()};
    auto state = std::make_unique<State>();
    state->path = file;
    CUTAWAY_TRY(state->lock, lockFor(file));
    const OpenMark mark(file);
    state->found = mark.read();
    const std::string knownAs = state->found ? state->found->name : std::string();
    mark.write({state->found ? state->found->attempts + 1 : 0, knownAs});
    const std::string text = contentOf(file);
    std::string_view rest = text;
    const auto nextLine = [&]() -> std::string_view {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            return {};
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        return line;
    };
    auto base = readBase(nextLine());
    if (!base) { // said in words: this was no attempt that ended an editor
        state->found ? mark.write(*state->found) : mark.remove();
        return base.error();
    }
    Recovered recovered = std::move(*base);
    while (!rest.empty()) {
        const std::string_view before = rest;
        const std::string_view line = nextLine();
        if (line.starts_with(sentPrefix)) {
            recovered.sent.emplace_back(line.substr(sentPrefix.size()));
            continue;
        }
        if (line.starts_with(savedPrefix)) {
            recovered.revision = line.substr(savedPrefix.size());
            recovered.saved = recovered.history.committed();
            recovered.sent.clear();
            recovered.unsaved = 0;
            continue;
        }
        if (line.empty() || !replay(recovered.history, line)) {
            rest = before;
            recovered.lostTail = true;
            break;
        }
        ++recovered.unsaved;
    }
    if (rest.find('\n') != std::string_view::npos) { // more than the line that a crash cut off
        CUTAWAY_TRY(recovered.damagedCopy, setAside(file));
    }
    state->end = static_cast<off_t>(text.size() - rest.size());
    state->file = Descriptor(::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    // Only where there is something to cut off: the file's time says when the last edit was kept.
    if (!state->file.isOpen() || (!rest.empty() && ::ftruncate(state->file.get(), state->end) != 0))
        return ioError("The project's journal could not be opened:", file);
    state->undoable = recovered.history.undoCount();
    state->redoable = recovered.history.redoCount();
    state->name = recovered.history.committed()->name;
    mark.write({state->found ? state->found->attempts + 1 : 0, state->name});
    return Opened{Journal(std::move(state)), std::move(recovered)};
}

Result<void> Journal::append(std::string_view line) {
    auto written = writeAll(m_state->file.get(), std::string(line) + "\n", m_state->path);
    if (written)
        m_state->end += static_cast<off_t>(line.size() + 1);
    else if (::ftruncate(m_state->file.get(), m_state->end) != 0) // a half line must not precede the next one
        return ioError("The project's journal could not be repaired:", m_state->path);
    return written;
}

Result<void> Journal::appendDone(const Change& change) {
    CUTAWAY_CHECK(append(std::string(donePrefix) + changeText(change)));
    ++m_state->undoable;
    m_state->redoable = 0;
    return {};
}

Result<void> Journal::appendStep(const Change& change) {
    CUTAWAY_CHECK(append(std::string(stepPrefix) + changeText(change)));
    m_state->undoable = m_state->redoable = 0;
    return {};
}

Result<void> Journal::appendUndo(const Change& undone) {
    if (m_state->undoable == 0)
        return appendStep(inverse(undone));
    CUTAWAY_CHECK(append(undoLine));
    --m_state->undoable;
    ++m_state->redoable;
    return {};
}

Result<void> Journal::appendRedo(const Change& redone) {
    if (m_state->redoable == 0)
        return appendStep(redone);
    CUTAWAY_CHECK(append(redoLine));
    --m_state->redoable;
    ++m_state->undoable;
    return {};
}

Result<void> Journal::appendAmend(const Change& change) {
    return append(std::string(amendPrefix) + changeText(change));
}

Result<void> Journal::appendSent(const std::string& revision) {
    return append(std::string(sentPrefix) + revision);
}

Result<void> Journal::appendSaved(const std::string& revision) {
    return append(std::string(savedPrefix) + revision);
}

std::int64_t Journal::bytes() const {
    return m_state->end;
}

Result<void> Journal::compact(const History& history, std::size_t steps, const std::string& revision) {
    SequencePtr base = history.committed();
    std::string lines;
    std::size_t kept = 0;
    for (auto step = history.done().rbegin(); step != history.done().rend() && kept < steps; ++step, ++kept) {
        const auto before = revert(*base, *step);
        if (!before)
            break;
        base = *before;
        lines.insert(0, std::string(donePrefix) + changeText(*step) + "\n");
    }
    const std::string text = baseLine(*base, {}) + lines + std::string(savedPrefix) + revision + "\n";
    CUTAWAY_TRY(m_state->file, replaceWith(m_state->path, text));
    m_state->end = static_cast<off_t>(text.size());
    m_state->undoable = kept;
    m_state->redoable = 0;
    return {};
}

Result<void> Journal::compact(const Sequence& base, const std::string& revision) {
    const std::string line = baseLine(base, revision);
    CUTAWAY_TRY(m_state->file, replaceWith(m_state->path, line));
    m_state->end = static_cast<off_t>(line.size());
    m_state->undoable = m_state->redoable = 0;
    return {};
}

} // namespace cutaway::timeline
