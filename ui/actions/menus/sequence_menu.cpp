#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"trim.take", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Take the nearest edit"),
            QT_TRANSLATE_NOOP(
                "Command",
                "Takes the nearest edit of the targeted tracks in hand, to trim it by keys and numbers."),
            "T", "U", cut},
    Command{"trim.mode", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Change what is trimmed"),
            QT_TRANSLATE_NOOP("Command", "Rolls the edit, ripples the clip before it, or the one after it."),
            "Shift+T", "Shift+U", cut},
    Command{"trim.earlier", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Trim a frame earlier"),
            QT_TRANSLATE_NOOP("Command", "Moves the edit in hand one frame to the left."), "Ctrl+Left",
            "Ctrl+Left | ,", cut, false, true},
    Command{"trim.later", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Trim a frame later"),
            QT_TRANSLATE_NOOP("Command", "Moves the edit in hand one frame to the right."), "Ctrl+Right",
            "Ctrl+Right | .", cut, false, true},
    Command{"trim.earlierMany", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Trim five frames earlier"),
            QT_TRANSLATE_NOOP("Command", "Moves the edit in hand five frames to the left."),
            "Ctrl+Shift+Left", "Ctrl+Shift+Left | M", cut, false, true},
    Command{"trim.laterMany", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Trim five frames later"),
            QT_TRANSLATE_NOOP("Command", "Moves the edit in hand five frames to the right."),
            "Ctrl+Shift+Right", "Ctrl+Shift+Right | /", cut, false, true},
    Command{"trim.extend", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Extend edit"),
            QT_TRANSLATE_NOOP("Command", "Rolls the nearest edit of the targeted tracks to the playhead."),
            "E", "Alt+E", cut},
    Command{"sequence.closeGap", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Close gap"),
            QT_TRANSLATE_NOOP("Command", "Closes the gap under the playhead."), "Ctrl+Shift+G",
            "Ctrl+Shift+G", cut},
    Command{"sequence.addMarker", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Add marker"),
            QT_TRANSLATE_NOOP("Command",
                              "Puts a marker on the sequence at the playhead, or over the marked part."),
            "Alt+M", "Alt+M", cut},
    Command{"sequence.editMarker", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Edit marker..."),
            QT_TRANSLATE_NOOP("Command", "Names, colours or removes the marker at the playhead."),
            "Alt+Shift+M", "Alt+Shift+M", cut},
    Command{"sequence.previousMarker", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Previous marker"),
            QT_TRANSLATE_NOOP("Command", "Goes to the marker before the playhead."), "Ctrl+Shift+M",
            "Ctrl+Shift+M", cut},
    Command{"sequence.nextMarker", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Next marker"),
            QT_TRANSLATE_NOOP("Command", "Goes to the marker after the playhead."), "Shift+M", "Shift+M",
            cut},
    Command{"sequence.addPictureTrack", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Add picture track"),
            QT_TRANSLATE_NOOP("Command", "Adds an empty track above the other pictures."), "Ctrl+Alt+P",
            "Ctrl+Alt+P", cut},
    Command{"sequence.addSoundTrack", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Add sound track"),
            QT_TRANSLATE_NOOP("Command", "Adds an empty track below the other sounds."), "Ctrl+Alt+U",
            "Ctrl+Alt+U", cut},
    Command{"sequence.tracks", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Tracks..."),
            QT_TRANSLATE_NOOP("Command", "Names, languages, order and switches of all tracks in one list."),
            "Ctrl+Alt+K", "Ctrl+Alt+K", cut},
    Command{"sequence.removeEmptyTracks", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Remove empty tracks"),
            QT_TRANSLATE_NOOP("Command", "Takes every track away on which nothing lies."), "Ctrl+Alt+E",
            "Ctrl+Alt+E", cut},
    Command{"sequence.settings", QT_TRANSLATE_NOOP("Command", "Sequence"),
            QT_TRANSLATE_NOOP("Command", "Sequence settings..."),
            QT_TRANSLATE_NOOP("Command", "Rate, size, aspect, framing and timecode of the sequence."),
            "Ctrl+Alt+Q", "Ctrl+Alt+Q", cut},
};

} // namespace

std::span<const Command> sequence() {
    return table;
}

} // namespace cutaway::ui::menus
