#include "core/timeline/history.h"

#include <cassert>
#include <utility>

namespace cutaway::timeline {

namespace {
Error nothingTo(const char* what) {
    return {ErrorCategory::InvalidInput, std::string("There is nothing to ") + what + ".", {}};
}
} // namespace

History::History(SequencePtr start)
    : m_committed(std::move(start)) {}

Result<void> History::push(Change change) {
    assert(!m_open);
    if (change.isEmpty())
        return {};
    CUTAWAY_TRY(SequencePtr after, apply(*m_committed, change));
    m_committed = std::move(after);
    m_done.push_back(std::move(change));
    m_undone.clear();
    return {};
}

Result<void> History::amend(const Change& change) {
    assert(!m_open);
    CUTAWAY_TRY(SequencePtr after, apply(*m_committed, change));
    m_committed = std::move(after);
    return {};
}

std::string History::undoName() const {
    return canUndo() ? m_done.back().name : std::string();
}

std::string History::redoName() const {
    return canRedo() ? m_undone.back().name : std::string();
}

Result<void> History::undo() {
    if (!canUndo())
        return nothingTo("undo");
    CUTAWAY_TRY(SequencePtr before, revert(*m_committed, m_done.back()));
    m_committed = std::move(before);
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    return {};
}

Result<void> History::redo() {
    if (!canRedo())
        return nothingTo("redo");
    CUTAWAY_TRY(SequencePtr after, apply(*m_committed, m_undone.back()));
    m_committed = std::move(after);
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    return {};
}

void History::begin() {
    assert(!m_open);
    m_open = true;
}

Result<void> History::preview(Change change) {
    assert(m_open);
    CUTAWAY_TRY(SequencePtr shown, apply(*m_committed, change));
    m_preview = std::move(shown);
    m_pending = std::move(change);
    return {};
}

Result<void> History::commit() {
    assert(m_open);
    std::optional<Change> change = std::exchange(m_pending, std::nullopt);
    cancel();
    return change ? push(std::move(*change)) : Result<void>();
}

void History::cancel() {
    m_open = false;
    m_preview = nullptr;
    m_pending.reset();
}

} // namespace cutaway::timeline
