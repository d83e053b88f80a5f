#include "ui/actions/menus/menus.h"

#include <array>

namespace cutaway::ui::menus {

namespace {

constexpr std::array table{
    Command{"view.browse", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Browse"),
            QT_TRANSLATE_NOOP("Command", "Finds pictures in the event."), "Ctrl+1", "Ctrl+1", everywhere,
            true},
    Command{"view.cut", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Cut"),
            QT_TRANSLATE_NOOP("Command", "Cuts the sequence."), "Ctrl+2", "Ctrl+2", everywhere, true},
    Command{"view.deliver", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Deliver"),
            QT_TRANSLATE_NOOP("Command", "Makes files of the sequence and shows the queue."), "Ctrl+3",
            "Ctrl+3", everywhere, true},
    Command{"view.search", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Search"),
            QT_TRANSLATE_NOOP("Command", "Puts the cursor into the search field of Browse."), "Ctrl+F",
            "Ctrl+F"},
    Command{"view.openInCut", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Open in Cut"),
            QT_TRANSLATE_NOOP("Command", "Opens Cut on this frame and this angle."), "Return | Enter",
            "Return | Enter", Context::Browse},
    Command{"view.focusSource", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Source viewer"),
            QT_TRANSLATE_NOOP("Command", "Keys go to the source viewer."), "Shift+2", "Shift+2", cut},
    Command{"view.focusTimeline", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Timeline"),
            QT_TRANSLATE_NOOP("Command", "Keys go to the timeline and the programme viewer."), "Shift+3",
            "Shift+3", cut},
    Command{"view.zoomIn", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Zoom in"),
            QT_TRANSLATE_NOOP("Command", "Shows less of the timeline, larger."), "=", "= | Ctrl+]", cut,
            false, true},
    Command{"view.zoomOut", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Zoom out"),
            QT_TRANSLATE_NOOP("Command", "Shows more of the timeline, smaller."), "-", "- | Ctrl+[", cut,
            false, true},
    Command{"view.zoomFit", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Fit the sequence"),
            QT_TRANSLATE_NOOP("Command", "Shows the whole sequence."), "\\", "\\ | Ctrl+/", cut},
    Command{"view.tallerTracks", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Taller tracks"),
            QT_TRANSLATE_NOOP("Command", "Gives every track of the timeline more height."),
            "Ctrl+=", "Ctrl+=", cut, false, true},
    Command{"view.lowerTracks", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Lower tracks"),
            QT_TRANSLATE_NOOP("Command", "Gives every track of the timeline less height."), "Ctrl+-",
            "Ctrl+-", cut, false, true},
    Command{"view.scopes", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Scopes"),
            QT_TRANSLATE_NOOP("Command", "Shows the scope used last beside the viewers; again to hide it."),
            "Shift+F5", "Shift+F5", cut, true},
    Command{"view.waveform", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Waveform"),
            QT_TRANSLATE_NOOP("Command", "Shows the luma of every column of the picture."), "F5", "F5", cut,
            true},
    Command{"view.parade", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "RGB parade"),
            QT_TRANSLATE_NOOP("Command", "Shows red, green and blue of every column beside each other."),
            "F6", "F6", cut, true},
    Command{"view.vectorscope", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Vectorscope"),
            QT_TRANSLATE_NOOP("Command", "Shows hue and saturation, with the places of colour bars."), "F7",
            "F7", cut, true},
    Command{"view.histogram", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Histogram"),
            QT_TRANSLATE_NOOP("Command", "Shows how much of the picture has which level."), "F8", "F8", cut,
            true},
    Command{"view.inspect", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Inspect the frame"),
            QT_TRANSLATE_NOOP("Command",
                              "Shows this frame of the master at full size, to zoom into and to save."),
            "Ctrl+I", "Ctrl+I", cut},
    Command{
        "view.safeAreas", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Safe areas"),
        QT_TRANSLATE_NOOP("Command", "Shows over the picture where action and graphics are safe, EBU R 95."),
        "Shift+F6", "Shift+F6", viewing, true},
    Command{"view.crop9x16", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Guide 9:16"),
            QT_TRANSLATE_NOOP("Command", "Shows over the picture what an upright crop keeps."), "Shift+F7",
            "Shift+F7", viewing, true},
    Command{"view.crop1x1", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Guide 1:1"),
            QT_TRANSLATE_NOOP("Command", "Shows over the picture what a square crop keeps."), "Shift+F8",
            "Shift+F8", viewing, true},
    Command{"view.crop4x5", QT_TRANSLATE_NOOP("Command", "View"), QT_TRANSLATE_NOOP("Command", "Guide 4:5"),
            QT_TRANSLATE_NOOP("Command", "Shows over the picture what a 4:5 crop keeps."), "Shift+F9",
            "Shift+F9", viewing, true},
    Command{"view.maximise", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Maximise the panel"),
            QT_TRANSLATE_NOOP("Command", "The panel with the focus fills the window; again, or Escape, to go "
                                         "back."),
            "` | Shift+F11", "` | Shift+F11", viewing, true},
    Command{"view.programmeScreen", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Programme on second screen"),
            QT_TRANSLATE_NOOP("Command", "Shows the programme alone and full screen, on another screen when "
                                         "there is one; again, or there Escape, to leave."),
            "Ctrl+F11 | Ctrl+`", "Ctrl+F11 | Ctrl+`", everywhere, true},
    Command{"view.fullScreen", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Full screen"),
            QT_TRANSLATE_NOOP("Command", "The window fills the screen; again to go back."), "F11",
            "Ctrl+Shift+F", everywhere, true},
    Command{"view.resetLayout", QT_TRANSLATE_NOOP("Command", "View"),
            QT_TRANSLATE_NOOP("Command", "Reset layout"),
            QT_TRANSLATE_NOOP("Command", "Puts every panel back where it was at first."), "Alt+Shift+0",
            "Alt+Shift+0"},
};

} // namespace

std::span<const Command> view() {
    return table;
}

} // namespace cutaway::ui::menus
