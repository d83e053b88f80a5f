#pragma once

#include "ui/actions/command.h"

#include <span>

namespace cutaway::ui::menus {

// The command table, a file for each menu, in the order of the menu. lupdate reads those files and expands no
// macro of ours: every text stands in QT_TRANSLATE_NOOP.

inline constexpr auto everywhere = Context::Everywhere;
inline constexpr auto viewing = Context::Viewing;
inline constexpr auto cut = Context::Cut;

std::span<const Command> file();
std::span<const Command> edit();
std::span<const Command> clip();
std::span<const Command> picture();
std::span<const Command> graphics();
std::span<const Command> sound();
std::span<const Command> sequence();
std::span<const Command> mark();
std::span<const Command> play();
std::span<const Command> angle();
std::span<const Command> view();
std::span<const Command> deliver();
std::span<const Command> help();

} // namespace cutaway::ui::menus
