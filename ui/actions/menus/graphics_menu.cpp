#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"graphics.browse", QT_TRANSLATE_NOOP("Command", "Graphics"),
            QT_TRANSLATE_NOOP("Command", "Titles and graphics..."),
            QT_TRANSLATE_NOOP("Command",
                              "Shows the templates; Enter adds one over the marked part or at the playhead."),
            "Ctrl+T", "Ctrl+T", cut},
    Command{"graphics.edit", QT_TRANSLATE_NOOP("Command", "Graphics"),
            QT_TRANSLATE_NOOP("Command", "Edit graphic..."),
            QT_TRANSLATE_NOOP("Command", "Shows the fields of the graphic that is selected or in view."),
            "Ctrl+Shift+T", "Ctrl+Shift+T", cut},
    Command{"graphics.fill", QT_TRANSLATE_NOOP("Command", "Graphics"),
            QT_TRANSLATE_NOOP("Command", "Fill graphic from the catalogue..."),
            QT_TRANSLATE_NOOP("Command", "Lists the names and the event of the picture below the graphic."),
            "Ctrl+Shift+N", "Ctrl+Shift+N", cut},
    Command{"graphics.language", QT_TRANSLATE_NOOP("Command", "Graphics"),
            QT_TRANSLATE_NOOP("Command", "Language of graphics..."),
            QT_TRANSLATE_NOOP("Command", "Says in which language the sequence shows its graphics."),
            "Ctrl+Alt+Shift+L", "Ctrl+Alt+Shift+L", cut},
};

} // namespace

std::span<const Command> graphics() {
    return table;
}

} // namespace cutaway::ui::menus
