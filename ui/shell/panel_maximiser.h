#pragma once

#include <QObject>

class QWidget;

namespace cutaway::ui {

class ActionSet;
class MainWindow;

/// View > Maximise the panel: one panel of the page in front fills the window, and the same key, Escape or
/// another page brings the layout back. Panels are only shown and hidden: what plays in them plays on.
class PanelMaximiser : public QObject {
    Q_OBJECT

public:
    /// `pages` holds the pages and stands in `window`.
    PanelMaximiser(ActionSet& actions, QWidget* pages, MainWindow* window);

    void bindCommand();
    /// Brings the layout back; false when no panel was maximised.
    bool leave();

private:
    void enter();

    ActionSet& m_actions;
    QWidget* m_pages;
    MainWindow* m_window;
    bool m_on = false;
};

} // namespace cutaway::ui
