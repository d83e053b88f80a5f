#include "ui/actions/menus/menus.h"

#include <array>

// The part of the clip menu that is about how pictures lie on the frame.
namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"clip.fit", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Fit into the frame"),
            QT_TRANSLATE_NOOP("Command", "Shows all of the selected pictures, whatever their shape."),
            "Ctrl+Alt+Shift+F", "Ctrl+Alt+Shift+F", cut},
    Command{"clip.fill", QT_TRANSLATE_NOOP("Command", "Clip"), QT_TRANSLATE_NOOP("Command", "Fill the frame"),
            QT_TRANSLATE_NOOP("Command",
                              "Shows the selected pictures over the whole frame, cut off at two sides."),
            "Shift+F", "Shift+F", cut},
    Command{
        "clip.keyframe", QT_TRANSLATE_NOOP("Command", "Clip"),
        QT_TRANSLATE_NOOP("Command", "Add or remove keyframes"),
        QT_TRANSLATE_NOOP(
            "Command", "Of position, scale, rotation and opacity of the selected pictures, at the playhead."),
        "Ctrl+Shift+J", "Ctrl+Shift+J", cut},
    Command{
        "clip.previousKeyframe", QT_TRANSLATE_NOOP("Command", "Clip"),
        QT_TRANSLATE_NOOP("Command", "Previous keyframe"),
        QT_TRANSLATE_NOOP("Command", "Goes to the keyframe before the playhead in the selected pictures."),
        "Alt+,", "Alt+,", cut},
    Command{"clip.nextKeyframe", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Next keyframe"),
            QT_TRANSLATE_NOOP("Command", "Goes to the keyframe after the playhead in the selected pictures."),
            "Alt+.", "Alt+.", cut},
    Command{"clip.copyAttributes", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Copy attributes"),
            QT_TRANSLATE_NOOP("Command",
                              "Remembers how the selected picture lies on the frame, with its keyframes."),
            "Ctrl+Shift+C", "Ctrl+Shift+C", cut},
    Command{"clip.pasteAttributes", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Paste attributes"),
            QT_TRANSLATE_NOOP("Command", "Lets the selected pictures lie as the one that was copied."),
            "Ctrl+Alt+V", "Ctrl+Alt+Shift+V", cut},
    Command{"clip.resetPicture", QT_TRANSLATE_NOOP("Command", "Clip"),
            QT_TRANSLATE_NOOP("Command", "Reset picture"),
            QT_TRANSLATE_NOOP("Command", "Takes all that was set about the selected pictures away."),
            "Ctrl+Alt+Shift+P", "Ctrl+Alt+Shift+P", cut},
};

} // namespace

std::span<const Command> picture() {
    return table;
}

} // namespace cutaway::ui::menus
