#pragma once

#include "core/timeline/history.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::timeline {

/// The edits of a project, on disk before they are on screen, and which of them the cloud has. An append-only
/// file of JSON lines, each written through to the disk (fdatasync) before its call returns, so that after a
/// crash the last edit is back, and after a restart undo goes on. One journal belongs to one editor at a
/// time: a lock file beside it says so. Another file beside it stays when an editor ends without closing it,
/// see recovery.h. One thread.
class Journal {
public:
    /// What a journal held when it was opened.
    struct Recovered {
        History history;               ///< with its undo steps
        std::string revision;          ///< id of the last saved revision; empty before the first one
        SequencePtr saved;             ///< what that one holds; null before the first one
        std::size_t unsaved = 0;       ///< edits made, undone or done again since that one
        std::vector<std::string> sent; ///< ids of revisions that were sent since, stored by the cloud or not
        bool lostTail = false; ///< the last line was cut off by a crash: that edit was never acknowledged
        /// Copy of the whole file when more than a cut-off line was unreadable; else empty.
        std::filesystem::path damagedCopy;
    };

    /// Makes a new journal, over one that may be there; one that cannot be read is set aside, never
    /// overwritten, and so is one with edits that no save has. Conflict when another editor holds it.
    static Result<Journal> create(const std::filesystem::path& file, const Sequence& base,
                                  const std::string& revision);
    struct Opened;
    /// Opens the journal of an editor that has ended, however it ended. NotFound when there is none, Conflict
    /// when another editor holds it, Corrupt when its first line is damaged: then it has been given up. A
    /// damaged line further on ends it. An attempt to open it, until it survived() or is closed.
    static Result<Opened> open(const std::filesystem::path& file);

    /// Whether an editor has it open.
    static bool isHeld(const std::filesystem::path& file);

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal(); ///< closes it in order
    /// The editor goes on well with what was opened: it was no attempt that failed.
    void survived();

    /// A step that History::push, undo or redo is about to take. When it fails the step must not be taken.
    Result<void> appendDone(const Change& change);
    Result<void> appendUndo(const Change& undone);
    Result<void> appendRedo(const Change& redone);
    /// What History::amend is about to do.
    Result<void> appendAmend(const Change& change);

    /// Before `revision` is sent: when the answer is lost in a crash, the cloud's newest revision is known as
    /// ours.
    Result<void> appendSent(const std::string& revision);

    /// `revision` was saved with everything that was appended so far.
    Result<void> appendSaved(const std::string& revision);
    /// Starts anew from `base`, which is what `revision` holds, replacing the file in one go.
    Result<void> compact(const Sequence& base, const std::string& revision);
    /// The same with the last `steps` of `history`, which can still be undone; its undone future goes.
    Result<void> compact(const History& history, std::size_t steps, const std::string& revision);
    std::int64_t bytes() const; ///< of the file

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    static Result<Recovered> readWhole(State& state);
    void close();
    void noteName(const std::string& name);
    Result<void> append(std::string_view line);
    Result<void> appendStep(const Change& change);

    std::unique_ptr<State> m_state;
};

struct Journal::Opened {
    Journal journal;
    Recovered recovered;
};

} // namespace cutaway::timeline
