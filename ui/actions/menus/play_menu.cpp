#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"play.toggle", QT_TRANSLATE_NOOP("Command", "Play"), QT_TRANSLATE_NOOP("Command", "Play or stop"),
            QT_TRANSLATE_NOOP("Command", "Plays at normal speed, or stops."), "Space", "Space", viewing},
    Command{"play.reverse", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Play backwards"),
            QT_TRANSLATE_NOOP("Command", "Plays backwards; again for faster; with K held, slowly."), "J", "J",
            viewing},
    Command{"play.stop", QT_TRANSLATE_NOOP("Command", "Play"), QT_TRANSLATE_NOOP("Command", "Stop"),
            QT_TRANSLATE_NOOP("Command", "Stops on this frame."), "K", "K", viewing},
    Command{"play.forward", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Play forwards"),
            QT_TRANSLATE_NOOP("Command", "Plays forwards; again for faster; with K held, slowly."), "L", "L",
            viewing},
    Command{"play.stepBack", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Back one frame"),
            QT_TRANSLATE_NOOP("Command", "Shows the frame before."), "Left", "Left", viewing, false, true},
    Command{"play.stepForward", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Forward one frame"),
            QT_TRANSLATE_NOOP("Command", "Shows the next frame."), "Right", "Right", viewing, false, true},
    Command{"play.jumpBack", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Back five frames"),
            QT_TRANSLATE_NOOP("Command", "Goes five frames back."), "Shift+Left", "Shift+Left", viewing,
            false, true},
    Command{"play.jumpForward", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Forward five frames"),
            QT_TRANSLATE_NOOP("Command", "Goes five frames on."), "Shift+Right", "Shift+Right", viewing,
            false, true},
    Command{"play.previousEdit", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Previous edit or mark"),
            QT_TRANSLATE_NOOP("Command", "Goes to the previous cut, or in a source to the previous mark."),
            "Up", "Up | A", viewing, false, true},
    Command{"play.nextEdit", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Next edit or mark"),
            QT_TRANSLATE_NOOP("Command", "Goes to the next cut, or in a source to the next mark."), "Down",
            "Down | S", viewing, false, true},
    Command{"play.start", QT_TRANSLATE_NOOP("Command", "Play"), QT_TRANSLATE_NOOP("Command", "Go to start"),
            QT_TRANSLATE_NOOP("Command", "Goes to the first frame."), "Home", "Home", viewing},
    Command{"play.end", QT_TRANSLATE_NOOP("Command", "Play"), QT_TRANSLATE_NOOP("Command", "Go to end"),
            QT_TRANSLATE_NOOP("Command", "Goes to the last frame."), "End", "End", viewing},
    Command{"play.live", QT_TRANSLATE_NOOP("Command", "Play"), QT_TRANSLATE_NOOP("Command", "Go live"),
            QT_TRANSLATE_NOOP("Command", "Plays at the edge of an angle that is still coming in, and stays "
                                         "there until it is stopped."),
            "Ctrl+End", "Ctrl+End", viewing},
    Command{"play.timecode", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Go to timecode..."),
            QT_TRANSLATE_NOOP(
                "Command",
                "Type digits: 1423 is 00:00:14:23, +12 goes twelve frames on. The number pad's digits, + and "
                "- start it as well."),
            "Ctrl+G", "Ctrl+G", viewing},
    Command{"play.marked", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Play the marked part"),
            QT_TRANSLATE_NOOP("Command", "Plays from In to Out."), "Ctrl+Shift+Space", "Ctrl+Shift+Space",
            viewing},
    Command{"play.measureAgain", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Measure loudness anew"),
            QT_TRANSLATE_NOOP("Command", "Integrated loudness and the highest true peak begin again."),
            "Ctrl+Alt+M", "Ctrl+Alt+M", cut},
    Command{"play.loop", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Loop the marked part"),
            QT_TRANSLATE_NOOP("Command", "Plays from In to Out again and again, until it is stopped."),
            "Ctrl+Shift+L", "Ctrl+Shift+L", viewing},
    Command{"play.around", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Play around the edit"),
            QT_TRANSLATE_NOOP("Command", "Plays from two seconds before the nearest cut to two seconds after "
                                         "it, and returns; away from cuts, around the playhead."),
            "Shift+K", "Shift+K", viewing},
    Command{
        "play.scrubSound", QT_TRANSLATE_NOOP("Command", "Play"),
        QT_TRANSLATE_NOOP("Command", "Sound while scrubbing"),
        QT_TRANSLATE_NOOP("Command", "A short burst of the sound under each frame that the hand comes to."),
        "Shift+S", "Alt+Shift+S", everywhere, true},
    Command{
        "play.pictureAutomatic", QT_TRANSLATE_NOOP("Command", "Play"),
        QT_TRANSLATE_NOOP("Command", "Picture quality: automatic"),
        QT_TRANSLATE_NOOP("Command", "Plays the full picture while the link carries it, else the small one."),
        "Ctrl+Alt+1", "Ctrl+Alt+1", everywhere, true},
    Command{"play.pictureFull", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Picture quality: full"),
            QT_TRANSLATE_NOOP("Command",
                              "Always plays the full picture, and waits for it where the link is slow."),
            "Ctrl+Alt+2", "Ctrl+Alt+2", everywhere, true},
    Command{"play.pictureSmall", QT_TRANSLATE_NOOP("Command", "Play"),
            QT_TRANSLATE_NOOP("Command", "Picture quality: small"),
            QT_TRANSLATE_NOOP("Command", "Always plays the small picture; at rest the full one is shown."),
            "Ctrl+Alt+3", "Ctrl+Alt+3", everywhere, true},
};

} // namespace

std::span<const Command> play() {
    return table;
}

} // namespace cutaway::ui::menus
