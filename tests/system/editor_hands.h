#pragma once

#include "app/editor/editor.h"

#include <QPoint>
#include <QWidget>

#include <cstdint>

namespace cutaway::test {

/// An editor at the keyboard and the mouse of a real window. Frames are counted from the start of what a
/// viewer shows. A step that fails fails the running test function; ask QTest::currentTestFailed().
class EditorHands {
public:
    explicit EditorHands(Editor& editor)
        : m_editor(editor) {}

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Chooses a command from the menu bar with the mouse, by what it says: "File", "Connect...".
    void choose(const QString& menu, const QString& item);
    /// A drag with the left button.
    void drag(QWidget& widget, QPoint from, QPoint to);

    /// Walks the viewer in front to a frame, by keys.
    void walkTo(int frame);
    /// Opens the angle in the source viewer and marks [in, last], by keys.
    void markInSource(int angle, int in, int last);
    void playheadTo(int frame);

    /// File > Connect, from the menu to the closed dialog: an address that is not encrypted is refused until
    /// it is allowed, a wrong token is refused in words, then the right one.
    void connectByDialog(const tams::Connection& cloud);

private:
    Editor& m_editor;
};

} // namespace cutaway::test
