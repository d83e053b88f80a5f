#include "core/timeline/journal.h"

#include "core/timeline/journal_file.h"
#include "core/timeline/open_mark.h"
#include "core/timeline/serialise.h"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace cutaway::timeline {

namespace {

std::string baseLine(const Sequence& base, const std::string& revision) {
    return std::string(journal_line::base) +
           (revision.empty() ? std::string(journal_line::noRevision) : revision) + " " + sequenceText(base) +
           "\n";
}

Result<Journal::Recovered> readBase(std::string_view line) {
    const Error damaged{ErrorCategory::Corrupt,
                        "The journal of this project is damaged. Open the last saved version instead.",
                        {}};
    if (!line.starts_with(journal_line::base))
        return damaged;
    line.remove_prefix(journal_line::base.size());
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos)
        return damaged;
    const std::string revision(line.substr(0, space));
    auto base = parseSequence(line.substr(space + 1));
    if (!base)
        return damaged;
    Journal::Recovered recovered{History(*base), {}, nullptr, 0, {}, false, {}};
    if (revision != journal_line::noRevision) {
        recovered.revision = revision;
        recovered.saved = *base;
    }
    return recovered;
}

/// Copies a journal to `file.KIND-N`, so that nothing in it is lost.
Result<std::filesystem::path> setAside(const std::filesystem::path& file, std::string_view kind) {
    const std::filesystem::path copy = freeNameBeside(file, kind);
    std::error_code failed;
    if (!std::filesystem::copy_file(file, copy, failed))
        return Error{ErrorCategory::Io, "The journal could not be set aside: " + failed.message() + ".",
                     file.string()};
    return copy;
}

/// All of it: a part that the disk did not give is not taken for one that a crash cut off.
Result<std::string> contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream.tellg();
    std::string text(static_cast<std::size_t>(std::max<std::streamoff>(0, size)), '\0');
    stream.seekg(0);
    if (!stream.read(text.data(), size))
        return journalError("The project's journal could not be read:", file);
    return text;
}

std::string_view firstLine(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

/// Before one is written over: what cannot be read, and edits that no save has, are set aside.
Result<void> setAsideWhatIsIn(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file))
        return {};
    const auto text = contentOf(file);
    if (!text || (!text->empty() && !readBase(firstLine(*text))))
        CUTAWAY_CHECK(setAside(file, "damaged"));
    else if (const auto glance = glanceAt(file); glance && glance->unsaved > 0)
        CUTAWAY_CHECK(setAside(file, "kept"));
    return {};
}

bool replay(History& history, std::string_view line) {
    if (line == journal_line::undo)
        return history.undo().ok();
    if (line == journal_line::redo)
        return history.redo().ok();
    if (line.starts_with(journal_line::step)) {
        auto step = parseChange(line.substr(journal_line::step.size()));
        if (!step || !history.push(std::move(*step)))
            return false;
        history = History(history.committed());
        return true;
    }
    if (line.starts_with(journal_line::amend)) {
        const auto change = parseChange(line.substr(journal_line::amend.size()));
        return change && history.amend(*change).ok();
    }
    if (!line.starts_with(journal_line::done))
        return false;
    auto change = parseChange(line.substr(journal_line::done.size()));
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
    OpenMark::Said said; ///< what its mark says
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
    m_state->said.attempts = 0;
    OpenMark(m_state->path).write(m_state->said);
}

bool Journal::isHeld(const std::filesystem::path& file) {
    return !lockJournal(file).ok();
}

Result<Journal> Journal::create(const std::filesystem::path& file, const Sequence& base,
                                const std::string& revision) {
    std::error_code ignored; // opening the lock reports what matters
    std::filesystem::create_directories(file.parent_path(), ignored);
    auto state = std::make_unique<State>();
    state->path = file;
    CUTAWAY_TRY(state->lock, lockJournal(file));
    CUTAWAY_CHECK(setAsideWhatIsIn(file));
    state->said.name = base.name;
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
    CUTAWAY_TRY(state->lock, lockJournal(file));
    const OpenMark mark(file);
    const auto found = mark.read();
    state->said = found.value_or(OpenMark::Said());
    ++state->said.attempts;
    mark.write(state->said);
    const std::string knownAs = state->said.name;
    auto recovered = readWhole(*state);
    if (recovered) {
        if (state->said.name != knownAs)
            mark.write(state->said);
        return Opened{Journal(std::move(state)), std::move(*recovered)};
    }
    // Said in words: this was no attempt that ended an editor. What is damaged will be so next time, too.
    if (recovered.error().category == ErrorCategory::Corrupt)
        mark.write({OpenMark::mostAttempts, state->said.name});
    else if (found)
        mark.write(*found);
    else
        mark.remove();
    return recovered.error();
}

Result<Journal::Recovered> Journal::readWhole(State& state) {
    CUTAWAY_TRY(const std::string text, contentOf(state.path));
    std::string_view rest = text;
    const auto nextLine = [&]() -> std::string_view {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            return {};
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        return line;
    };
    CUTAWAY_TRY(Recovered recovered, readBase(nextLine()));
    while (!rest.empty()) {
        const std::string_view before = rest;
        const std::string_view line = nextLine();
        if (line.starts_with(journal_line::sent)) {
            recovered.sent.emplace_back(line.substr(journal_line::sent.size()));
            continue;
        }
        if (line.starts_with(journal_line::saved)) {
            recovered.revision = line.substr(journal_line::saved.size());
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
        CUTAWAY_TRY(recovered.damagedCopy, setAside(state.path, "damaged"));
    }
    state.end = static_cast<off_t>(text.size() - rest.size());
    state.file = Descriptor(::open(state.path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    // Only where there is something to cut off: the file's time says when the last edit was kept.
    if (!state.file.isOpen() || (!rest.empty() && ::ftruncate(state.file.get(), state.end) != 0))
        return journalError("The project's journal could not be opened:", state.path);
    state.undoable = recovered.history.undoCount();
    state.redoable = recovered.history.redoCount();
    state.said.name = recovered.history.committed()->name;
    return recovered;
}

/// What it is offered as after a crash.
void Journal::noteName(const std::string& name) {
    if (std::exchange(m_state->said.name, name) != name)
        OpenMark(m_state->path).write(m_state->said);
}

Result<void> Journal::append(std::string_view line) {
    auto written = writeThrough(m_state->file, std::string(line) + "\n", m_state->path);
    if (written)
        m_state->end += static_cast<off_t>(line.size() + 1);
    else if (::ftruncate(m_state->file.get(), m_state->end) != 0) // a half line must not precede the next one
        return journalError("The project's journal could not be repaired:", m_state->path);
    return written;
}

Result<void> Journal::appendDone(const Change& change) {
    CUTAWAY_CHECK(append(std::string(journal_line::done) + changeText(change)));
    ++m_state->undoable;
    m_state->redoable = 0;
    if (change.settings)
        noteName(change.settings->after.name);
    return {};
}

Result<void> Journal::appendStep(const Change& change) {
    CUTAWAY_CHECK(append(std::string(journal_line::step) + changeText(change)));
    m_state->undoable = m_state->redoable = 0;
    return {};
}

Result<void> Journal::appendUndo(const Change& undone) {
    if (undone.settings)
        noteName(undone.settings->before.name);
    if (m_state->undoable == 0)
        return appendStep(inverse(undone));
    CUTAWAY_CHECK(append(journal_line::undo));
    --m_state->undoable;
    ++m_state->redoable;
    return {};
}

Result<void> Journal::appendRedo(const Change& redone) {
    if (redone.settings)
        noteName(redone.settings->after.name);
    if (m_state->redoable == 0)
        return appendStep(redone);
    CUTAWAY_CHECK(append(journal_line::redo));
    --m_state->redoable;
    ++m_state->undoable;
    return {};
}

Result<void> Journal::appendAmend(const Change& change) {
    return append(std::string(journal_line::amend) + changeText(change));
}

Result<void> Journal::appendSent(const std::string& revision) {
    return append(std::string(journal_line::sent) + revision);
}

Result<void> Journal::appendSaved(const std::string& revision) {
    return append(std::string(journal_line::saved) + revision);
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
        lines.insert(0, std::string(journal_line::done) + changeText(*step) + "\n");
    }
    const std::string text = baseLine(*base, {}) + lines + std::string(journal_line::saved) + revision + "\n";
    CUTAWAY_TRY(m_state->file, replaceFile(m_state->path, text));
    m_state->end = static_cast<off_t>(text.size());
    m_state->undoable = kept;
    m_state->redoable = 0;
    return {};
}

Result<void> Journal::compact(const Sequence& base, const std::string& revision) {
    const std::string line = baseLine(base, revision);
    CUTAWAY_TRY(m_state->file, replaceFile(m_state->path, line));
    m_state->end = static_cast<off_t>(line.size());
    m_state->undoable = m_state->redoable = 0;
    return {};
}

} // namespace cutaway::timeline
