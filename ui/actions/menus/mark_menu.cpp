#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"mark.in", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Mark In"),
            QT_TRANSLATE_NOOP("Command", "The marked part starts at this frame."), "I", "I | E", viewing},
    Command{"mark.out", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Mark Out"),
            QT_TRANSLATE_NOOP("Command", "The marked part ends with this frame."), "O", "O | R", viewing},
    Command{"mark.clip", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Mark clip"),
            QT_TRANSLATE_NOOP("Command", "Marks the whole clip under the playhead."), "X", "T", viewing},
    Command{"mark.goIn", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Go to In"),
            QT_TRANSLATE_NOOP("Command", "Jumps to the first marked frame."), "Shift+I", "Q | Shift+I",
            viewing},
    Command{"mark.goOut", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Go to Out"),
            QT_TRANSLATE_NOOP("Command", "Jumps to the last marked frame."), "Shift+O", "W | Shift+O",
            viewing},
    Command{"mark.clearIn", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Clear In"),
            QT_TRANSLATE_NOOP("Command", "Forgets the In mark."), "Ctrl+Shift+I", "D | Ctrl+Shift+I",
            viewing},
    Command{"mark.clearOut", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Clear Out"),
            QT_TRANSLATE_NOOP("Command", "Forgets the Out mark."), "Ctrl+Alt+O", "F | Ctrl+Alt+O", viewing},
    Command{"mark.clear", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Clear In and Out"),
            QT_TRANSLATE_NOOP("Command", "Forgets both marks."), "Ctrl+Shift+X", "G", viewing},
    Command{"mark.add", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "Add mark"),
            QT_TRANSLATE_NOOP("Command", "Writes a mark at this moment for everyone."), "M", "F3", viewing},
    Command{"mark.addToSelects", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Add to selects"),
            QT_TRANSLATE_NOOP("Command", "Keeps the marked part, with its angle, in the list of selects."),
            "Ctrl+Alt+S", "Ctrl+Alt+S", viewing},
    Command{"mark.stringOut", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "String out selects"),
            QT_TRANSLATE_NOOP("Command", "Lays the selects one after another at the end of the sequence."),
            "Ctrl+Alt+L", "Ctrl+Alt+L", cut},
    Command{
        "mark.makeSubclip", QT_TRANSLATE_NOOP("Command", "Mark"),
        QT_TRANSLATE_NOOP("Command", "Make subclips"),
        QT_TRANSLATE_NOOP("Command", "Keeps what is selected on the timeline, clip by clip, in the selects."),
        "Ctrl+Alt+Shift+U", "Ctrl+Alt+Shift+U", cut},
    Command{"mark.goToSelects", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Go to the selects"),
            QT_TRANSLATE_NOOP("Command", "The list of selects gets the keys: 0 to 5 rate, Enter opens."),
            "Shift+1", "Shift+1", cut},
    Command{"mark.searchSelects", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Search the selects"),
            QT_TRANSLATE_NOOP("Command", "Shows only those whose name, angle or note has these words."),
            "Ctrl+Alt+Shift+K", "Ctrl+Alt+Shift+K", cut},
    Command{"mark.newBin", QT_TRANSLATE_NOOP("Command", "Mark"), QT_TRANSLATE_NOOP("Command", "New bin"),
            QT_TRANSLATE_NOOP("Command", "A place for selects, in the one that is chosen."),
            "Ctrl+Alt+Shift+B", "Ctrl+Alt+Shift+B", cut},
    Command{"mark.renameSelect", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Rename the select"),
            QT_TRANSLATE_NOOP("Command", "Gives the chosen select or bin another name, in place."),
            "Shift+F2", "Shift+F2", cut},
    Command{"mark.noteSelect", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Note on the select..."),
            QT_TRANSLATE_NOOP("Command", "Writes down what to remember about the chosen selects."), "Ctrl+F2",
            "Ctrl+F2", cut},
    Command{"mark.rateUp", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Rate the select higher"),
            QT_TRANSLATE_NOOP("Command", "Gives the chosen selects one star more."), "Ctrl+Alt+PgUp",
            "Ctrl+Alt+PgUp", cut},
    Command{"mark.rateDown", QT_TRANSLATE_NOOP("Command", "Mark"),
            QT_TRANSLATE_NOOP("Command", "Rate the select lower"),
            QT_TRANSLATE_NOOP("Command", "Takes one star from the chosen selects."), "Ctrl+Alt+PgDown",
            "Ctrl+Alt+PgDown", cut},
};

} // namespace

std::span<const Command> mark() {
    return table;
}

} // namespace cutaway::ui::menus
