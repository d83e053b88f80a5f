#include "ui/actions/command.h"

#include <array>

// The table is what lupdate reads: every text stands in QT_TRANSLATE_NOOP with the context "Command".
#define TEXT(text) QT_TRANSLATE_NOOP("Command", text)

namespace cutaway::ui {

namespace {

constexpr auto everywhere = Context::Everywhere;
constexpr auto viewing = Context::Viewing;
constexpr auto cut = Context::Cut;

constexpr std::array table{
    // File
    Command{"file.newProject", TEXT("File"), TEXT("New project"),
            TEXT("Starts an empty project in the cloud."), "Ctrl+Alt+N", "Ctrl+Alt+N"},
    Command{"file.openProject", TEXT("File"), TEXT("Open project..."),
            TEXT("Opens a project kept in the cloud."), "Ctrl+O", "Ctrl+O"},
    Command{"file.save", TEXT("File"), TEXT("Save"), TEXT("Sends the project to the cloud now."), "Ctrl+S",
            "Ctrl+S"},
    Command{"file.open", TEXT("File"), TEXT("Open a file..."),
            TEXT("Opens an OpenTimelineIO file as the sequence."), "Ctrl+Shift+O", "Ctrl+Shift+O"},
    Command{"file.saveCopy", TEXT("File"), TEXT("Save a copy..."),
            TEXT("Writes the sequence to an OpenTimelineIO file."), "Ctrl+Shift+S", "Ctrl+Shift+S"},
    Command{"file.connect", TEXT("File"), TEXT("Connect..."),
            TEXT("Chooses the cloud that this window works with."), "Ctrl+Alt+C", "Ctrl+Alt+C"},
    Command{"file.settings", TEXT("File"), TEXT("Settings..."), TEXT("Keys, text size, picture and cache."),
            "Ctrl+,", "Ctrl+,"},
    Command{"file.quit", TEXT("File"), TEXT("Quit"), TEXT("Closes the window. Every edit is kept."), "Ctrl+Q",
            "Ctrl+Q"},

    // Edit
    Command{"edit.undo", TEXT("Edit"), TEXT("Undo"), TEXT("Takes back the last edit."), "Ctrl+Z", "Ctrl+Z",
            cut, false, true},
    Command{"edit.redo", TEXT("Edit"), TEXT("Redo"), TEXT("Does the edit again that was taken back."),
            "Ctrl+Shift+Z", "Ctrl+R | Ctrl+Shift+Z", cut, false, true},
    Command{"edit.insert", TEXT("Edit"), TEXT("Insert"),
            TEXT("Puts the marked part in at the playhead and pushes what follows along."), ",", "V", cut},
    Command{"edit.overwrite", TEXT("Edit"), TEXT("Overwrite"),
            TEXT("Puts the marked part over what is at the playhead."), ".", "B", cut},
    Command{"edit.lift", TEXT("Edit"), TEXT("Lift"), TEXT("Takes the marked part out and leaves a gap."), ";",
            "Z", cut},
    Command{"edit.extract", TEXT("Edit"), TEXT("Extract"),
            TEXT("Takes the marked part out and closes the gap."), "'", "X", cut},
    Command{"edit.razor", TEXT("Edit"), TEXT("Cut at the playhead"),
            TEXT("Splits the clips on the targeted tracks at the playhead."), "Ctrl+K", "Ctrl+K", cut},
    Command{"edit.razorAll", TEXT("Edit"), TEXT("Cut all tracks at the playhead"),
            TEXT("Splits the clips on every track at the playhead."), "Ctrl+Shift+K", "Ctrl+Shift+K", cut},
    Command{"edit.delete", TEXT("Edit"), TEXT("Delete"), TEXT("Removes the selected clips and leaves gaps."),
            "Del", "Del", cut},
    Command{"edit.rippleDelete", TEXT("Edit"), TEXT("Ripple delete"),
            TEXT("Removes the selected clips and closes the gaps."), "Shift+Del | Alt+Backspace",
            "Shift+Del | Alt+Backspace", cut},
    Command{"edit.rippleTrimPrevious", TEXT("Edit"), TEXT("Trim start to the playhead"),
            TEXT("Removes what lies between the previous edit and the playhead."), "Q", "Shift+Q", cut},
    Command{"edit.rippleTrimNext", TEXT("Edit"), TEXT("Trim end to the playhead"),
            TEXT("Removes what lies between the playhead and the next edit."), "W", "Shift+W", cut},
    Command{"edit.selectAll", TEXT("Edit"), TEXT("Select all"), TEXT("Selects every clip of the sequence."),
            "Ctrl+A", "Ctrl+A", cut},
    Command{"edit.deselect", TEXT("Edit"), TEXT("Deselect"), TEXT("Selects nothing."), "Ctrl+Shift+A",
            "Ctrl+Shift+A", cut},
    Command{"edit.linkedSelection", TEXT("Edit"), TEXT("Linked selection"),
            TEXT("A click on a clip selects its picture and its sound."), "Ctrl+L", "Ctrl+L", cut, true},
    Command{"edit.snap", TEXT("Edit"), TEXT("Snap"), TEXT("Edges and the playhead jump to nearby edits."),
            "S", "Shift+S", cut, true},

    // Mark
    Command{"mark.in", TEXT("Mark"), TEXT("Mark In"), TEXT("The marked part starts at this frame."), "I",
            "I | E", viewing},
    Command{"mark.out", TEXT("Mark"), TEXT("Mark Out"), TEXT("The marked part ends with this frame."), "O",
            "O | R", viewing},
    Command{"mark.clip", TEXT("Mark"), TEXT("Mark clip"), TEXT("Marks the whole clip under the playhead."),
            "X", "T", viewing},
    Command{"mark.goIn", TEXT("Mark"), TEXT("Go to In"), TEXT("Jumps to the first marked frame."), "Shift+I",
            "Q | Shift+I", viewing},
    Command{"mark.goOut", TEXT("Mark"), TEXT("Go to Out"), TEXT("Jumps to the last marked frame."), "Shift+O",
            "W | Shift+O", viewing},
    Command{"mark.clearIn", TEXT("Mark"), TEXT("Clear In"), TEXT("Forgets the In mark."), "Ctrl+Shift+I",
            "D | Ctrl+Shift+I", viewing},
    Command{"mark.clearOut", TEXT("Mark"), TEXT("Clear Out"), TEXT("Forgets the Out mark."), "Ctrl+Alt+O",
            "F | Ctrl+Alt+O", viewing},
    Command{"mark.clear", TEXT("Mark"), TEXT("Clear In and Out"), TEXT("Forgets both marks."), "Ctrl+Shift+X",
            "G", viewing},
    Command{"mark.add", TEXT("Mark"), TEXT("Add mark"), TEXT("Writes a mark at this moment for everyone."),
            "M", "F3", viewing},
    Command{"mark.addToSelects", TEXT("Mark"), TEXT("Add to selects"),
            TEXT("Keeps the marked part, with its angle, in the list of selects."), "Ctrl+Alt+S",
            "Ctrl+Alt+S", viewing},
    Command{"mark.stringOut", TEXT("Mark"), TEXT("String out selects"),
            TEXT("Lays the selects one after another at the end of the sequence."), "Ctrl+Alt+L",
            "Ctrl+Alt+L", cut},

    // Play
    Command{"play.toggle", TEXT("Play"), TEXT("Play or stop"), TEXT("Plays at normal speed, or stops."),
            "Space", "Space", viewing},
    Command{"play.reverse", TEXT("Play"), TEXT("Play backwards"),
            TEXT("Plays backwards; again for faster; with K held, slowly."), "J", "J", viewing},
    Command{"play.stop", TEXT("Play"), TEXT("Stop"), TEXT("Stops on this frame."), "K", "K", viewing},
    Command{"play.forward", TEXT("Play"), TEXT("Play forwards"),
            TEXT("Plays forwards; again for faster; with K held, slowly."), "L", "L", viewing},
    Command{"play.stepBack", TEXT("Play"), TEXT("Back one frame"), TEXT("Shows the frame before."), "Left",
            "Left", viewing, false, true},
    Command{"play.stepForward", TEXT("Play"), TEXT("Forward one frame"), TEXT("Shows the next frame."),
            "Right", "Right", viewing, false, true},
    Command{"play.jumpBack", TEXT("Play"), TEXT("Back five frames"), TEXT("Goes five frames back."),
            "Shift+Left", "Shift+Left", viewing, false, true},
    Command{"play.jumpForward", TEXT("Play"), TEXT("Forward five frames"), TEXT("Goes five frames on."),
            "Shift+Right", "Shift+Right", viewing, false, true},
    Command{"play.previousEdit", TEXT("Play"), TEXT("Previous edit or mark"),
            TEXT("Goes to the previous cut, or in a source to the previous mark."), "Up", "Up | A", viewing,
            false, true},
    Command{"play.nextEdit", TEXT("Play"), TEXT("Next edit or mark"),
            TEXT("Goes to the next cut, or in a source to the next mark."), "Down", "Down | S", viewing,
            false, true},
    Command{"play.start", TEXT("Play"), TEXT("Go to start"), TEXT("Goes to the first frame."), "Home", "Home",
            viewing},
    Command{"play.end", TEXT("Play"), TEXT("Go to end"), TEXT("Goes to the last frame."), "End", "End",
            viewing},
    Command{
        "play.timecode", TEXT("Play"), TEXT("Go to timecode..."),
        TEXT("Type digits: 1423 is 00:00:14:23, +12 goes twelve frames on. The number pad's digits, + and "
             "- start it as well."),
        "Ctrl+G", "Ctrl+G", viewing},
    Command{"play.loop", TEXT("Play"), TEXT("Play the marked part"), TEXT("Plays from In to Out."),
            "Ctrl+Shift+Space", "Ctrl+Shift+Space", viewing},

    // Angle
    Command{"angle.1", TEXT("Angle"), TEXT("Angle 1"), TEXT("Shows the same instant from angle 1."), "1",
            "1 | F9", viewing},
    Command{"angle.2", TEXT("Angle"), TEXT("Angle 2"), TEXT("Shows the same instant from angle 2."), "2",
            "2 | F10", viewing},
    Command{"angle.3", TEXT("Angle"), TEXT("Angle 3"), TEXT("Shows the same instant from angle 3."), "3",
            "3 | F11", viewing},
    Command{"angle.4", TEXT("Angle"), TEXT("Angle 4"), TEXT("Shows the same instant from angle 4."), "4",
            "4 | F12", viewing},
    Command{"angle.5", TEXT("Angle"), TEXT("Angle 5"), TEXT("Shows the same instant from angle 5."), "5", "5",
            viewing},
    Command{"angle.6", TEXT("Angle"), TEXT("Angle 6"), TEXT("Shows the same instant from angle 6."), "6", "6",
            viewing},
    Command{"angle.7", TEXT("Angle"), TEXT("Angle 7"), TEXT("Shows the same instant from angle 7."), "7", "7",
            viewing},
    Command{"angle.8", TEXT("Angle"), TEXT("Angle 8"), TEXT("Shows the same instant from angle 8."), "8", "8",
            viewing},
    Command{"angle.9", TEXT("Angle"), TEXT("Angle 9"), TEXT("Shows the same instant from angle 9."), "9", "9",
            viewing},
    Command{"swap.1", TEXT("Angle"), TEXT("Swap to angle 1"),
            TEXT("The clip under the playhead shows the same time from angle 1."), "Alt+1", "Alt+1", cut},
    Command{"swap.2", TEXT("Angle"), TEXT("Swap to angle 2"),
            TEXT("The clip under the playhead shows the same time from angle 2."), "Alt+2", "Alt+2", cut},
    Command{"swap.3", TEXT("Angle"), TEXT("Swap to angle 3"),
            TEXT("The clip under the playhead shows the same time from angle 3."), "Alt+3", "Alt+3", cut},
    Command{"swap.4", TEXT("Angle"), TEXT("Swap to angle 4"),
            TEXT("The clip under the playhead shows the same time from angle 4."), "Alt+4", "Alt+4", cut},
    Command{"swap.5", TEXT("Angle"), TEXT("Swap to angle 5"),
            TEXT("The clip under the playhead shows the same time from angle 5."), "Alt+5", "Alt+5", cut},
    Command{"swap.6", TEXT("Angle"), TEXT("Swap to angle 6"),
            TEXT("The clip under the playhead shows the same time from angle 6."), "Alt+6", "Alt+6", cut},
    Command{"swap.7", TEXT("Angle"), TEXT("Swap to angle 7"),
            TEXT("The clip under the playhead shows the same time from angle 7."), "Alt+7", "Alt+7", cut},
    Command{"swap.8", TEXT("Angle"), TEXT("Swap to angle 8"),
            TEXT("The clip under the playhead shows the same time from angle 8."), "Alt+8", "Alt+8", cut},
    Command{"swap.9", TEXT("Angle"), TEXT("Swap to angle 9"),
            TEXT("The clip under the playhead shows the same time from angle 9."), "Alt+9", "Alt+9", cut},

    // View
    Command{"view.browse", TEXT("View"), TEXT("Browse"), TEXT("Finds pictures in the event."), "Ctrl+1",
            "Ctrl+1", everywhere, true},
    Command{"view.cut", TEXT("View"), TEXT("Cut"), TEXT("Cuts the sequence."), "Ctrl+2", "Ctrl+2", everywhere,
            true},
    Command{"view.deliver", TEXT("View"), TEXT("Deliver"),
            TEXT("Makes files of the sequence and shows the queue."), "Ctrl+3", "Ctrl+3", everywhere, true},
    Command{"view.search", TEXT("View"), TEXT("Search"),
            TEXT("Puts the cursor into the search field of Browse."), "Ctrl+F", "Ctrl+F"},
    Command{"view.openInCut", TEXT("View"), TEXT("Open in Cut"),
            TEXT("Opens Cut on this frame and this angle."), "Return | Enter", "Return | Enter",
            Context::Browse},
    Command{"view.focusSource", TEXT("View"), TEXT("Source viewer"), TEXT("Keys go to the source viewer."),
            "Shift+2", "Shift+2", cut},
    Command{"view.focusTimeline", TEXT("View"), TEXT("Timeline"),
            TEXT("Keys go to the timeline and the programme viewer."), "Shift+3", "Shift+3", cut},
    Command{"view.zoomIn", TEXT("View"), TEXT("Zoom in"), TEXT("Shows less of the timeline, larger."), "=",
            "= | Ctrl+]", cut, false, true},
    Command{"view.zoomOut", TEXT("View"), TEXT("Zoom out"), TEXT("Shows more of the timeline, smaller."), "-",
            "- | Ctrl+[", cut, false, true},
    Command{"view.zoomFit", TEXT("View"), TEXT("Fit the sequence"), TEXT("Shows the whole sequence."), "\\",
            "\\ | Ctrl+/", cut},
    Command{"view.maximise", TEXT("View"), TEXT("Maximise the panel"),
            TEXT("The panel with the focus fills the page; again to go back."), "`", "`"},
    Command{"view.fullScreen", TEXT("View"), TEXT("Full screen"),
            TEXT("The window fills the screen; again to go back."), "F11", "Ctrl+Shift+F", everywhere, true},
    Command{"view.resetLayout", TEXT("View"), TEXT("Reset layout"),
            TEXT("Puts every panel back where it was at first."), "Alt+Shift+0", "Alt+Shift+0"},

    // Deliver
    Command{"deliver.submit", TEXT("Deliver"), TEXT("Deliver"),
            TEXT("Opens Deliver with the sequence; there, starts making the files."), "Ctrl+M", "Ctrl+M"},

    // Help
    Command{"help.keys", TEXT("Help"), TEXT("Keys"), TEXT("Lists every command with its keys."), "F1", "F1"},
    Command{"help.about", TEXT("Help"), TEXT("About Cutaway"), TEXT("Version, licence and the cloud in use."),
            "Shift+F1", "Shift+F1"},
};

} // namespace

std::span<const Command> commands() {
    return table;
}

} // namespace cutaway::ui
