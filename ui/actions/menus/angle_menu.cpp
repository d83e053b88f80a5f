#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"angle.1", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 1"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 1."), "1", "1 | F9", viewing},
    Command{"angle.2", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 2"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 2."), "2", "2 | F10", viewing},
    Command{"angle.3", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 3"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 3."), "3", "3 | F11", viewing},
    Command{"angle.4", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 4"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 4."), "4", "4 | F12", viewing},
    Command{"angle.5", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 5"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 5."), "5", "5", viewing},
    Command{"angle.6", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 6"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 6."), "6", "6", viewing},
    Command{"angle.7", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 7"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 7."), "7", "7", viewing},
    Command{"angle.8", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 8"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 8."), "8", "8", viewing},
    Command{"angle.9", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Angle 9"),
            QT_TRANSLATE_NOOP("Command", "Shows the same instant from angle 9."), "9", "9", viewing},
    Command{"angle.multicam", QT_TRANSLATE_NOOP("Command", "Angle"),
            QT_TRANSLATE_NOOP("Command", "Cut between angles"),
            QT_TRANSLATE_NOOP("Command", "While the timeline has the keys, 1 to 9 cut to that angle at the "
                                         "playhead, playing or not."),
            "Ctrl+Alt+0", "Ctrl+Alt+0", cut, true},
    Command{
        "angle.tiles", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "All angles"),
        QT_TRANSLATE_NOOP("Command",
                          "Shows every angle at the same instant, as tiles; again for the chosen one alone."),
        "Shift+0", "Shift+0", cut, true},
    Command{"angle.sounds", QT_TRANSLATE_NOOP("Command", "Angle"),
            QT_TRANSLATE_NOOP("Command", "Sounds of the angle..."),
            QT_TRANSLATE_NOOP("Command", "Chooses which sounds of the angle are heard, and on which side. "
                                         "What is delivered stays as it is."),
            "Ctrl+Alt+A", "Ctrl+Alt+A", viewing},
    Command{"swap.1", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 1"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 1."),
            "Alt+1", "Alt+1", cut},
    Command{"swap.2", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 2"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 2."),
            "Alt+2", "Alt+2", cut},
    Command{"swap.3", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 3"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 3."),
            "Alt+3", "Alt+3", cut},
    Command{"swap.4", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 4"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 4."),
            "Alt+4", "Alt+4", cut},
    Command{"swap.5", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 5"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 5."),
            "Alt+5", "Alt+5", cut},
    Command{"swap.6", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 6"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 6."),
            "Alt+6", "Alt+6", cut},
    Command{"swap.7", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 7"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 7."),
            "Alt+7", "Alt+7", cut},
    Command{"swap.8", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 8"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 8."),
            "Alt+8", "Alt+8", cut},
    Command{"swap.9", QT_TRANSLATE_NOOP("Command", "Angle"), QT_TRANSLATE_NOOP("Command", "Swap to angle 9"),
            QT_TRANSLATE_NOOP("Command", "The clip under the playhead shows the same time from angle 9."),
            "Alt+9", "Alt+9", cut},
};

} // namespace

std::span<const Command> angle() {
    return table;
}

} // namespace cutaway::ui::menus
