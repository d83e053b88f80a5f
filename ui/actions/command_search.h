#pragma once

#include "ui/actions/command.h"

#include <optional>

namespace cutaway::ui {

/// How well what was typed finds `text`: smaller is better, none: not at all. Every typed word must be found.
/// Best is the start of the text, then the starts of words in their order ("rd" and "ri del" find "Ripple
/// delete"), then starts of words in any order, then inside a word. Case and accents do not count.
std::optional<int> matchRank(const QString& typed, const QString& text);

struct FoundCommand {
    const Command* command = nullptr;
    int rank = 0;
};
/// The commands among `offered` that `typed` finds by name, best first; then those that it finds by menu and
/// name, then by the starts of words in the description. Equals: those of `recent` (ids, latest first) first,
/// then the table's order. Nothing typed: all, recent first.
QList<FoundCommand> findCommands(const QString& typed, const QList<const Command*>& offered,
                                 const QStringList& recent);

} // namespace cutaway::ui
