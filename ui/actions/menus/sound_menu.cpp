#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"clip.gain", QT_TRANSLATE_NOOP("Command", "Sound"),
            QT_TRANSLATE_NOOP("Command", "Gain, pan and channels..."),
            QT_TRANSLATE_NOOP("Command", "Says by number how the selected sounds are heard."), "G",
            "Ctrl+Alt+G", cut},
    Command{"sound.louder", QT_TRANSLATE_NOOP("Command", "Sound"), QT_TRANSLATE_NOOP("Command", "Louder"),
            QT_TRANSLATE_NOOP("Command", "Makes the selected sounds one decibel louder."), "]", "]", cut,
            false, true},
    Command{"sound.quieter", QT_TRANSLATE_NOOP("Command", "Sound"), QT_TRANSLATE_NOOP("Command", "Quieter"),
            QT_TRANSLATE_NOOP("Command", "Makes the selected sounds one decibel quieter."), "[", "[", cut,
            false, true},
    Command{"sound.keyframe", QT_TRANSLATE_NOOP("Command", "Sound"),
            QT_TRANSLATE_NOOP("Command", "Add or remove a gain keyframe"),
            QT_TRANSLATE_NOOP("Command", "At the playhead, on the selected sounds; their line bends there."),
            "Shift+G", "Shift+G", cut},
    Command{"sound.removeKeyframes", QT_TRANSLATE_NOOP("Command", "Sound"),
            QT_TRANSLATE_NOOP("Command", "Remove gain keyframes"),
            QT_TRANSLATE_NOOP("Command", "Takes all of them off the selected sounds."), "Ctrl+Alt+Shift+G",
            "Ctrl+Alt+Shift+G", cut},
    Command{"sound.duck", QT_TRANSLATE_NOOP("Command", "Sound"),
            QT_TRANSLATE_NOOP("Command", "Duck under other sounds..."),
            QT_TRANSLATE_NOOP("Command",
                              "Turns the selected music down wherever speech is heard on other tracks."),
            "Ctrl+Shift+B", "Ctrl+Shift+B", cut},
    Command{"sound.record", QT_TRANSLATE_NOOP("Command", "Sound"),
            QT_TRANSLATE_NOOP("Command", "Record voice-over..."),
            QT_TRANSLATE_NOOP(
                "Command", "Records from the microphone to the sequence; again to begin and to end a take."),
            "Shift+V", "Ctrl+Alt+Shift+M", cut},
};

} // namespace

std::span<const Command> sound() {
    return table;
}

} // namespace cutaway::ui::menus
