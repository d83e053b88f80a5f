#pragma once

#include "core/timeline/change.h"

#include <optional>
#include <string>
#include <vector>

namespace cutaway::timeline {

/// A sequence with its past and its undone future, without limit. One thread.
/// While a transaction is open the sequence shows a preview that the history does not know yet: a whole drag
/// becomes one step, or none when it is cancelled.
class History {
public:
    explicit History(SequencePtr start);

    /// What is seen: the preview while a transaction is open.
    const SequencePtr& current() const { return m_preview ? m_preview : m_committed; }
    /// What the history knows: the base of every preview.
    const SequencePtr& committed() const { return m_committed; }

    /// Does `change`. An empty one is not a step.
    Result<void> push(Change change);
    /// Does `change` without making it a step: for what nobody expects undo to touch, such as target buttons.
    Result<void> amend(const Change& change);
    bool canUndo() const { return !m_done.empty() && !m_open; }
    bool canRedo() const { return !m_undone.empty() && !m_open; }
    const std::vector<Change>& done() const { return m_done; }     ///< oldest first
    const std::vector<Change>& undone() const { return m_undone; } ///< what redo takes next is last
    std::size_t undoCount() const { return m_done.size(); }
    std::size_t redoCount() const { return m_undone.size(); }
    /// The step that undo or redo would take; null when there is none.
    const Change* toUndo() const { return canUndo() ? &m_done.back() : nullptr; }
    const Change* toRedo() const { return canRedo() ? &m_undone.back() : nullptr; }
    /// Name of the step that undo or redo would take; empty when there is none.
    std::string undoName() const;
    std::string redoName() const;
    Result<void> undo();
    Result<void> redo();

    /// Opens a transaction; one at a time.
    void begin();
    bool isOpen() const { return m_open; }
    /// Shows `change`, made from committed(), in place of the preview before it.
    Result<void> preview(Change change);
    /// The change that commit() would push; empty when nothing was previewed.
    const std::optional<Change>& pending() const { return m_pending; }
    Result<void> commit();
    void cancel();

private:
    SequencePtr m_committed;
    SequencePtr m_preview;
    std::vector<Change> m_done;
    std::vector<Change> m_undone;
    std::optional<Change> m_pending;
    bool m_open = false;
};

} // namespace cutaway::timeline
