#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"deliver.submit", QT_TRANSLATE_NOOP("Command", "Deliver"),
            QT_TRANSLATE_NOOP("Command", "Deliver"),
            QT_TRANSLATE_NOOP("Command", "Opens Deliver with the sequence; there, starts making the files."),
            "Ctrl+M", "Ctrl+M"},
};

} // namespace

std::span<const Command> deliver() {
    return table;
}

} // namespace cutaway::ui::menus
