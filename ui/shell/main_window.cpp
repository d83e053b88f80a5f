#include "ui/shell/main_window.h"

#include "ui/actions/keymap_settings.h"
#include "ui/keys/keys_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/panel_maximiser.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/measures.h"
#include "ui/viewer/guides.h"
#include "ui/viewer/picture_quality.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/state_panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cutaway::ui {

MainWindow::MainWindow(CloudSession& session, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_actions(new ActionSet(this)) {
    setWindowTitle(tr("Cutaway"));
    setMinimumSize(1024, 640);
    resize(1600, 900);
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::panelGap);
    m_topBar = new TopBar(session, *m_actions, centre);
    m_question = new StateBar(centre);
    m_stack = new QStackedWidget(centre);
    m_status = new StatusLine(session, centre);
    column->addWidget(m_topBar);
    column->addWidget(m_question);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    m_topBar->setProperty(besidePanelsProperty, true);
    m_maximiser = new PanelMaximiser(*m_actions, m_stack, this);
    m_palette = new CommandPalette(*m_actions, this);
    connect(m_actions, &ActionSet::triggered, this, [this](const QString& id) {
        // What a page has more to say about, it says afterwards itself.
        if (const Command* command = findCommand(id); command && !id.startsWith(QLatin1String("play.")))
            m_status->say(command->nameText());
    });
    connect(m_topBar, &TopBar::cloudPressed, this,
            [this] { m_actions->trigger(QStringLiteral("file.connect")); });
    connect(m_topBar, &TopBar::jobsPressed, this,
            [this] { m_actions->trigger(QStringLiteral("view.deliver")); });
    qApp->installEventFilter(this);
}

void MainWindow::addPage(const QString& command, Context context, QWidget* page) {
    m_pages.append({command, context, page});
    m_stack->addWidget(page);
    m_topBar->addTab(command);
    m_actions->bindToggle(command, this, m_pages.size() == 1, [this, page](bool) { showPage(page); });
    if (m_pages.size() == 1)
        m_actions->setContext(context);
}

void MainWindow::showPage(const QWidget* page) {
    for (const Page& each : m_pages) {
        const bool front = each.widget == page;
        m_actions->action(each.command)->setChecked(front);
        if (front && m_stack->currentWidget() != page) {
            m_maximiser->leave();
            m_stack->setCurrentWidget(each.widget);
            m_actions->setContext(each.context);
            Q_EMIT pageShown(each.widget);
        }
    }
}

QWidget* MainWindow::currentPage() const {
    return m_stack->currentWidget();
}

void MainWindow::complete() {
    bindCommands();
    m_actions->fillMenuBar(menuBar());
    const KeptKeymap kept = keptKeymap();
    m_actions->setKeys(kept.map);
    if (!kept.trouble.isEmpty())
        m_status->say(kept.trouble);
    if (!kept.chosen)
        askForKeys();
    // Whoever changed them, and however: this is where they are kept.
    connect(m_actions, &ActionSet::keysChanged, this, [this] {
        keepKeymap(m_actions->keys());
        hideKeysQuestion();
    });
    restoreGeometry(QSettings().value(QStringLiteral("window/geometry")).toByteArray());
}

void MainWindow::askForKeys() {
    m_question->present(
        StatePanel::Kind::Empty, tr("Which keys are in your fingers? You can change them in the settings."),
        {{tr("Premiere"), false, [this] { chooseKeys(Keymap::Premiere); }},
         {tr("Avid"), false, [this] { chooseKeys(Keymap::Avid); }},
         {tr("Show the keys"), false, [this] { m_actions->trigger(QStringLiteral("help.keys")); }}},
        QStringLiteral("keyboard"));
}

void MainWindow::chooseKeys(Keymap map) {
    UserKeymap keys = m_actions->keys();
    keys.base = map;
    m_actions->setKeys(keys);
    m_status->say(map == Keymap::Avid ? tr("Keys as in Avid. F1 lists them.")
                                      : tr("Keys as in Premiere. F1 lists them."));
}

void MainWindow::hideKeysQuestion() {
    m_question->hide();
}

void MainWindow::bindCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions->bind(QLatin1String(id), this, run); };
    bind("file.quit", [this] { close(); });
    bind("file.settings", [this] { SettingsDialog(*m_actions, this).exec(); });
    bind("help.keys", [this] { KeysDialog(*m_actions, this).exec(); });
    bind("help.commands", [this] { m_palette->open(); });
    bind("help.about", [this] {
        QMessageBox::about(
            this, tr("About Cutaway"),
            tr("<b>Cutaway %1</b><p>Remote editing for live events.<p>Free software under the GNU "
               "General Public License, version 3 or later.<p>Cloud: %2 %3")
                .arg(QLatin1String(CUTAWAY_VERSION), m_session.state().name.toHtmlEscaped(),
                     QString::fromStdString(m_session.info().version).toHtmlEscaped()));
    });
    bind("view.resetLayout", [this] {
        m_maximiser->leave();
        resetLayouts(this);
    });
    bindGuides(*m_actions, this);
    bindPictureQuality(*m_actions, this);
    m_maximiser->bindCommand();
    m_actions->bindToggle(QStringLiteral("view.fullScreen"), this, false,
                          [this](bool on) { on ? showFullScreen() : showNormal(); });
}

/// Whoever has the focus and a use for the key has had it before.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape || !m_maximiser->leave())
        QMainWindow::keyPressEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // A button that was reached by Tab is pressed by Space or Return, which elsewhere play and open.
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QAbstractButton*>(watched)) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        auto* button = qobject_cast<QAbstractButton*>(watched);
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (button && button->isEnabled() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            button->click();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    event->accept();
}

} // namespace cutaway::ui
