#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"help.keys", QT_TRANSLATE_NOOP("Command", "Help"), QT_TRANSLATE_NOOP("Command", "Keys..."),
            QT_TRANSLATE_NOOP("Command", "Lists every command with its keys, and changes them."), "F1", "F1"},
    Command{"help.commands", QT_TRANSLATE_NOOP("Command", "Help"),
            QT_TRANSLATE_NOOP("Command", "Find a command..."),
            QT_TRANSLATE_NOOP("Command", "Type a few letters of what you want to do; Return does it."),
            "Ctrl+Shift+P", "Ctrl+Shift+P"},
    Command{"help.about", QT_TRANSLATE_NOOP("Command", "Help"), QT_TRANSLATE_NOOP("Command", "About Cutaway"),
            QT_TRANSLATE_NOOP("Command", "Version, licence and the cloud in use."), "Shift+F1", "Shift+F1"},
};

} // namespace

std::span<const Command> help() {
    return table;
}

} // namespace cutaway::ui::menus
