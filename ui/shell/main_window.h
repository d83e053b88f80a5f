#pragma once

#include "ui/actions/action_set.h"
#include "ui/session/cloud_session.h"

#include <QMainWindow>
#include <QPointer>

class QStackedWidget;

namespace cutaway::ui {

class CommandPalette;
class PanelMaximiser;
class StateBar;
class StatusLine;
class TopBar;

/// The window: top bar, pages, status line, menus. It composes and knows nothing of what the pages do.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `session` outlives the window.
    explicit MainWindow(CloudSession& session, QWidget* parent = nullptr);

    ActionSet& actions() { return *m_actions; }
    TopBar& topBar() { return *m_topBar; }
    StatusLine& statusLine() { return *m_status; }

    /// A page, shown by `command`, heard in `context`. The first one added is in front.
    void addPage(const QString& command, Context context, QWidget* page);
    void showPage(const QWidget* page);
    QWidget* currentPage() const;
    /// After every page is in: menus, remembered size and keys; at the first start it asks which keys.
    void complete();
    /// Takes the question about keys away, unanswered.
    void hideKeysQuestion();

Q_SIGNALS:
    void pageShown(QWidget* page);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Page {
        QString command;
        Context context;
        QWidget* widget;
    };
    void bindCommands();
    void askForKeys();
    void chooseKeys(Keymap map);

    CloudSession& m_session;
    ActionSet* m_actions;
    TopBar* m_topBar;
    StatusLine* m_status;
    StateBar* m_question; ///< which keys, at the first start
    QStackedWidget* m_stack;
    PanelMaximiser* m_maximiser;
    CommandPalette* m_palette;
    QList<Page> m_pages;
};

} // namespace cutaway::ui
