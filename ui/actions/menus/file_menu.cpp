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
    Command{"file.saveAsProject", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Save as a new project"),
            QT_TRANSLATE_NOOP("Command", "Makes a project of its own of what is shown, and goes on in that."),
            "Ctrl+Alt+Shift+S", "Ctrl+Alt+Shift+S", cut},
    Command{"file.askForProject", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Ask for the project"),
            QT_TRANSLATE_NOOP("Command", "Tells whoever edits this project that you would like to."),
            "Ctrl+Alt+Shift+A", "Ctrl+Alt+Shift+A", cut},
    Command{"file.takeProject", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Edit the project"),
            QT_TRANSLATE_NOOP("Command", "Takes the project over when nobody edits it, or who did has gone."),
            "Ctrl+Alt+Shift+E", "Ctrl+Alt+Shift+E", cut},
    Command{"file.handOver", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Hand the project over"),
            QT_TRANSLATE_NOOP("Command", "Saves, and gives the project to whoever asks for it."),
            "Ctrl+Alt+Shift+H", "Ctrl+Alt+Shift+H", cut},
    Command{"file.yourName", QT_TRANSLATE_NOOP("Command", "File"),
            QT_TRANSLATE_NOOP("Command", "Your name..."),
            QT_TRANSLATE_NOOP("Command", "What others on the same project see as your name."),
            "Ctrl+Alt+Shift+N", "Ctrl+Alt+Shift+N"},
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
