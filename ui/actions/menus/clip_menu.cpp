#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"clip.rename", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Rename clip..."),
            QT_TRANSLATE_NOOP("Command", "Gives the selected clips another name."), "F2", "F2", cut},
    Command{"clip.enable", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Enable or disable"),
            QT_TRANSLATE_NOOP("Command", "A disabled clip keeps its place and is neither seen nor heard."),
            "Shift+E", "Shift+E", cut},
    Command{"clip.link", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Link or unlink"),
            QT_TRANSLATE_NOOP("Command",
                              "Linked clips are selected and moved together; again to take them apart."),
            "Ctrl+U", "Ctrl+U", cut},
    Command{"clip.gain", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Gain..."),
            QT_TRANSLATE_NOOP("Command", "Makes the selected sounds louder or quieter."), "G", "Ctrl+Alt+G",
            cut},
    Command{"clip.speed", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Speed..."),
            QT_TRANSLATE_NOOP("Command", "Makes the selected clips faster, slower or play backwards."),
            "Ctrl+R", "Ctrl+Alt+V", cut},
    Command{"clip.freeze", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Freeze frame"),
            QT_TRANSLATE_NOOP("Command",
                              "From the playhead on the clip holds its picture, to its end. Sounds go on."),
            "Ctrl+Alt+F", "Ctrl+Alt+F", cut},
    Command{"clip.join", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Join"),
            QT_TRANSLATE_NOOP("Command",
                              "Makes one clip of selected neighbours that go on as if they were not cut."),
            "Ctrl+J", "Ctrl+J", cut},
    Command{"clip.nudgeLeft", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Nudge a frame earlier"),
            QT_TRANSLATE_NOOP("Command", "Moves the selected clips one frame to the left."), "Alt+Left",
            "Alt+Left", cut, false, true},
    Command{"clip.nudgeRight", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Nudge a frame later"),
            QT_TRANSLATE_NOOP("Command", "Moves the selected clips one frame to the right."), "Alt+Right",
            "Alt+Right", cut, false, true},
    Command{"clip.nudgeLeftMany", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Nudge five frames earlier"),
            QT_TRANSLATE_NOOP("Command", "Moves the selected clips five frames to the left."),
            "Alt+Shift+Left", "Alt+Shift+Left", cut, false, true},
    Command{"clip.nudgeRightMany", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Nudge five frames later"),
            QT_TRANSLATE_NOOP("Command", "Moves the selected clips five frames to the right."),
            "Alt+Shift+Right", "Alt+Shift+Right", cut, false, true},
    Command{
        "clip.matchFrame", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Match frame"),
        QT_TRANSLATE_NOOP("Command", "Opens the angle of the clip under the playhead at this very frame."),
        "F", "N", cut},
    Command{"clip.reverseMatch", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Reverse match frame"),
            QT_TRANSLATE_NOOP("Command", "Goes to where the sequence shows the frame in the source viewer."),
            "Shift+R", "Shift+N", cut},
    Command{
        "clip.dissolve", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Dissolve"),
        QT_TRANSLATE_NOOP("Command", "Puts a dissolve on the nearest cut of the targeted picture tracks."),
        "Ctrl+D", "Ctrl+D", cut},
    Command{"clip.crossfade", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Crossfade the sound"),
            QT_TRANSLATE_NOOP("Command", "Puts a crossfade on the nearest cut of the targeted sound tracks."),
            "Ctrl+Shift+D", "Ctrl+Shift+D", cut},
    Command{"clip.dissolveSelection", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Dissolve at both ends"),
            QT_TRANSLATE_NOOP("Command", "Puts a dissolve or crossfade at both ends of every selected clip."),
            "Shift+D", "Shift+D", cut},
    Command{"clip.dip", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Dip to black"),
            QT_TRANSLATE_NOOP("Command",
                              "Puts a dip through black on the nearest cut of the targeted picture tracks."),
            "Ctrl+Alt+B", "Ctrl+Alt+B", cut},
    Command{"clip.wipe", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Wipe"),
            QT_TRANSLATE_NOOP("Command",
                              "Puts a wipe from the left on the nearest cut of the targeted picture tracks."),
            "Ctrl+Alt+W", "Ctrl+Alt+W", cut},
    Command{"clip.transitionLength", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Length of transitions..."),
            QT_TRANSLATE_NOOP("Command", "Says how long a new transition is."), "Ctrl+Alt+T", "Ctrl+Alt+T",
            cut},
    Command{"clip.removeTransitions", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Remove transitions"),
            QT_TRANSLATE_NOOP("Command", "Takes the transitions at both ends of the selected clips away."),
            "Ctrl+Alt+R", "Ctrl+Alt+R", cut},
};

} // namespace

std::span<const Command> clip() {
    return table;
}

} // namespace cutaway::ui::menus
