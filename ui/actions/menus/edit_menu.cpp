#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"edit.undo", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Undo"),
            QT_TRANSLATE_NOOP("Command", "Takes back the last edit."), "Ctrl+Z", "Ctrl+Z", cut, false, true},
    Command{"edit.redo", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Redo"),
            QT_TRANSLATE_NOOP("Command", "Does the edit again that was taken back."), "Ctrl+Shift+Z",
            "Ctrl+R | Ctrl+Shift+Z", cut, false, true},
    Command{"edit.insert", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Insert"),
            QT_TRANSLATE_NOOP("Command",
                              "Puts the marked part in at the playhead and pushes what follows along."),
            ",", "V", cut},
    Command{"edit.overwrite", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Overwrite"),
            QT_TRANSLATE_NOOP("Command", "Puts the marked part over what is at the playhead."), ".", "B",
            cut},
    Command{"edit.lift", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Lift"),
            QT_TRANSLATE_NOOP("Command", "Takes the marked part out and leaves a gap."), ";", "Z", cut},
    Command{"edit.extract", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Extract"),
            QT_TRANSLATE_NOOP("Command", "Takes the marked part out and closes the gap."), "'", "X", cut},
    Command{"edit.razor", QT_TRANSLATE_NOOP("Command", "Edit"),
            QT_TRANSLATE_NOOP("Command", "Cut at the playhead"),
            QT_TRANSLATE_NOOP("Command", "Splits the clips on the targeted tracks at the playhead."),
            "Ctrl+K", "Ctrl+K", cut},
    Command{"edit.razorAll", QT_TRANSLATE_NOOP("Command", "Edit"),
            QT_TRANSLATE_NOOP("Command", "Cut all tracks at the playhead"),
            QT_TRANSLATE_NOOP("Command", "Splits the clips on every track at the playhead."), "Ctrl+Shift+K",
            "Ctrl+Shift+K", cut},
    Command{"edit.delete", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Delete"),
            QT_TRANSLATE_NOOP("Command", "Removes the selected clips and leaves gaps."), "Del", "Del", cut},
    Command{"edit.rippleDelete", QT_TRANSLATE_NOOP("Command", "Edit"),
            QT_TRANSLATE_NOOP("Command", "Ripple delete"),
            QT_TRANSLATE_NOOP("Command", "Removes the selected clips and closes the gaps."),
            "Shift+Del | Alt+Backspace", "Shift+Del | Alt+Backspace", cut},
    Command{"edit.rippleTrimPrevious", QT_TRANSLATE_NOOP("Command", "Edit"),
            QT_TRANSLATE_NOOP("Command", "Trim start to the playhead"),
            QT_TRANSLATE_NOOP("Command", "Removes what lies between the previous edit and the playhead."),
            "Q", "Shift+Q", cut},
    Command{"edit.rippleTrimNext", QT_TRANSLATE_NOOP("Command", "Edit"),
            QT_TRANSLATE_NOOP("Command", "Trim end to the playhead"),
            QT_TRANSLATE_NOOP("Command", "Removes what lies between the playhead and the next edit."), "W",
            "Shift+W", cut},
    Command{"edit.selectAll", QT_TRANSLATE_NOOP("Command", "Edit"),
            QT_TRANSLATE_NOOP("Command", "Select all"),
            QT_TRANSLATE_NOOP("Command", "Selects every clip of the sequence."), "Ctrl+A", "Ctrl+A", cut},
    Command{"edit.deselect", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Deselect"),
            QT_TRANSLATE_NOOP("Command", "Selects nothing."), "Ctrl+Shift+A", "Ctrl+Shift+A", cut},
    Command{"edit.linkedSelection", QT_TRANSLATE_NOOP("Command", "Edit"),
            QT_TRANSLATE_NOOP("Command", "Linked selection"),
            QT_TRANSLATE_NOOP("Command", "A click on a clip selects its picture and its sound."), "Ctrl+L",
            "Ctrl+L", cut, true},
    Command{"edit.snap", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Snap"),
            QT_TRANSLATE_NOOP("Command", "Edges and the playhead jump to nearby edits."), "S", "Shift+S", cut,
            true},
    Command{"tool.select", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Select tool"),
            QT_TRANSLATE_NOOP("Command", "Moves clips and trims edges; with Ctrl, ripples or rearranges."),
            "V", "Alt+V", cut, true},
    Command{"tool.ripple", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Ripple tool"),
            QT_TRANSLATE_NOOP("Command", "Trims an edge, and what follows moves along."), "B", "Alt+B", cut,
            true},
    Command{"tool.roll", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Roll tool"),
            QT_TRANSLATE_NOOP("Command", "Moves a cut between two clips."), "N", "Alt+N", cut, true},
    Command{"tool.slip", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Slip tool"),
            QT_TRANSLATE_NOOP("Command", "Shows another part of the clip in the same place."), "Y", "Alt+Y",
            cut, true},
    Command{"tool.razor", QT_TRANSLATE_NOOP("Command", "Edit"), QT_TRANSLATE_NOOP("Command", "Razor tool"),
            QT_TRANSLATE_NOOP("Command", "Cuts where you click."), "C", "Alt+C", cut, true},
};

} // namespace

std::span<const Command> edit() {
    return table;
}

} // namespace cutaway::ui::menus
