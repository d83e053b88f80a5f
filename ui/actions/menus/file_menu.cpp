#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{
        "file.newProject", QT_TRANSLATE_NOOP("Command", "File"), QT_TRANSLATE_NOOP("Command", "New project"),
        QT_TRANSLATE_NOOP("Command", "Starts an empty project in the cloud."), "Ctrl+Alt+N", "Ctrl+Alt+N"},
    Command{"file.openProject", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Open project..."),
            QT_TRANSLATE_NOOP("Command", "Opens a project kept in the cloud."), "Ctrl+O", "Ctrl+O"},
    Command{"file.save", QT_TRANSLATE_NOOP("Command", "File"), QT_TRANSLATE_NOOP("Command", "Save"),
            QT_TRANSLATE_NOOP("Command", "Sends the project to the cloud now."), "Ctrl+S", "Ctrl+S"},
    Command{"file.versions", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Versions..."),
            QT_TRANSLATE_NOOP("Command", "Shows every saved version of this project, and goes back to one."),
            "Ctrl+Alt+Y", "Ctrl+Alt+Y"},
    Command{"file.recover", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Recover edits..."),
            QT_TRANSLATE_NOOP("Command", "Shows the projects that Cutaway ended on before they were closed."),
            "Ctrl+Alt+Shift+R", "Ctrl+Alt+Shift+R"},
    Command{"file.open", QT_TRANSLATE_NOOP("Command", "File"), QT_TRANSLATE_NOOP("Command", "Open a file..."),
            QT_TRANSLATE_NOOP("Command", "Opens an OpenTimelineIO file as the sequence."), "Ctrl+Shift+O",
            "Ctrl+Shift+O"},
    Command{"file.import", QT_TRANSLATE_NOOP("Command", "File"), QT_TRANSLATE_NOOP("Command", "Import..."),
            QT_TRANSLATE_NOOP(
                "Command", "Opens a sequence of another program as a new project, once its media is found."),
            "Ctrl+Alt+I", "Ctrl+Alt+I", cut},
    Command{"file.saveCopy", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Save a copy..."),
            QT_TRANSLATE_NOOP("Command", "Writes the sequence to an OpenTimelineIO file."), "Ctrl+Shift+S",
            "Ctrl+Shift+S"},
    Command{"file.export", QT_TRANSLATE_NOOP("Command", "File"), QT_TRANSLATE_NOOP("Command", "Export..."),
            QT_TRANSLATE_NOOP("Command",
                              "Writes the sequence for other programs, and says what they cannot hold."),
            "Ctrl+Alt+X", "Ctrl+Alt+X", cut},
    Command{"file.connect", QT_TRANSLATE_NOOP("Command", "File"), QT_TRANSLATE_NOOP("Command", "Connect..."),
            QT_TRANSLATE_NOOP("Command", "Chooses the cloud that this window works with."), "Ctrl+Alt+C",
            "Ctrl+Alt+C"},
    Command{"file.makeOffline", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Make available offline"),
            QT_TRANSLATE_NOOP("Command",
                              "Fetches the marked part, or the whole angle, to play without the cloud."),
            "Ctrl+Alt+D", "Ctrl+Alt+D", viewing},
    Command{"file.removeOffline", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Remove from this computer"),
            QT_TRANSLATE_NOOP("Command", "Lets go of what was made available offline of this angle."),
            "Ctrl+Alt+Shift+D", "Ctrl+Alt+Shift+D", viewing},
    Command{"file.settings", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Settings..."),
            QT_TRANSLATE_NOOP("Command", "Keys, text size, language and picture."), "Ctrl+,", "Ctrl+,"},
    Command{"file.quit", QT_TRANSLATE_NOOP("Command", "File"), QT_TRANSLATE_NOOP("Command", "Quit"),
            QT_TRANSLATE_NOOP("Command", "Closes the window. Every edit is kept."), "Ctrl+Q", "Ctrl+Q"},
};

} // namespace

std::span<const Command> file() {
    return table;
}

} // namespace cutaway::ui::menus
