#include "ui/shell/panel_maximiser.h"

#include "ui/shell/main_window.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/splitter.h"

#include <QAction>
#include <QApplication>
#include <QCursor>

#include <utility>

namespace cutaway::ui {

namespace {
constexpr auto command = QLatin1String("view.maximise");
}

PanelMaximiser::PanelMaximiser(ActionSet& actions, QWidget* pages, MainWindow* window)
    : QObject(window)
    , m_actions(actions)
    , m_pages(pages)
    , m_window(window) {}

void PanelMaximiser::bindCommand() {
    m_actions.bindToggle(command, this, false, [this](bool on) {
        if (on)
            enter();
        else
            leave();
    });
}

void PanelMaximiser::enter() {
    const auto panelOf = [this](const QWidget* widget) {
        const QWidget* panel = panelHolding(widget);
        return panel && m_pages->isAncestorOf(panel) ? panel : nullptr;
    };
    const QWidget* panel = panelOf(QApplication::focusWidget());
    if (!panel)
        panel = panelOf(m_window->childAt(m_window->mapFromGlobal(QCursor::pos())));
    if (!panel) {
        m_actions.action(command)->setChecked(false);
        m_window->statusLine().say(tr("Click into a panel first, or hold the mouse over it."));
        return;
    }
    maximisePanel(m_window, panel);
    m_on = true;
    m_window->statusLine().say(
        tr("%1 or Escape brings the other panels back.").arg(m_actions.keyText(command)));
}

bool PanelMaximiser::leave() {
    if (!std::exchange(m_on, false))
        return false;
    m_actions.action(command)->setChecked(false);
    maximisePanel(m_window, nullptr);
    m_window->statusLine().say({});
    return true;
}

} // namespace cutaway::ui
