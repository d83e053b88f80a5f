#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace cutaway::ui {

class ActionSet;
class PaletteModel;

/// Over the window: type a few letters of any command, Return does it. What was done from here lately comes
/// first. Escape, or a click elsewhere, goes back to where the keyboard was.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    /// Hidden at first. `actions` outlives it.
    CommandPalette(ActionSet& actions, QWidget* window);

    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void place();
    void leave(bool giveFocusBack);
    void runCurrent();
    bool keyPressed(int key);

    ActionSet& m_actions;
    PaletteModel* m_model;
    QLineEdit* m_typed;
    QListView* m_list;
    QLabel* m_nothing;
    QPointer<QWidget> m_before; ///< who had the keyboard
};

} // namespace cutaway::ui
