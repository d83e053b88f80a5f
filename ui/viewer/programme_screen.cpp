#include "ui/viewer/programme_screen.h"

#include "ui/actions/action_set.h"
#include "ui/theme/tokens.h"
#include "ui/viewer/video_view.h"

#include <QAction>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <functional>

namespace cutaway::ui {

namespace {

constexpr auto command = QLatin1String("view.programmeScreen");

QScreen* screenBeside(QScreen* taken) {
    for (QScreen* screen : QGuiApplication::screens())
        if (screen != taken)
            return screen;
    return taken;
}

} // namespace

/// A child of the main window, so that it stands above it on the same screen and ends with it.
class ProgrammeScreen::Window : public QWidget {
public:
    Window(QWidget* parent, std::function<void()> leave)
        : QWidget(parent, Qt::Window | Qt::FramelessWindowHint)
        , m_view(new VideoView(this))
        , m_leave(std::move(leave)) {
        setAttribute(Qt::WA_QuitOnClose, false);
        setCursor(Qt::BlankCursor);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_view);
    }

    VideoView* view() { return m_view; }

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Escape)
            m_leave();
        else
            QWidget::keyPressEvent(event);
    }
    void closeEvent(QCloseEvent*) override { m_leave(); }
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), theme::colour(theme::Token::Surround));
    }

private:
    VideoView* m_view;
    std::function<void()> m_leave;
};

ProgrammeScreen::ProgrammeScreen(VideoView* shown, ActionSet& actions, QWidget* page)
    : QObject(page)
    , m_shown(shown)
    , m_actions(actions)
    , m_page(page) {
    actions.bindToggle(command, page, false, [this](bool on) {
        if (on)
            open();
        else
            close();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this](const QScreen* screen) {
        if (m_window && screen == m_screen)
            close();
    });
}

ProgrammeScreen::~ProgrammeScreen() {
    delete m_window;
}

QWidget* ProgrammeScreen::window() const {
    return m_window;
}

void ProgrammeScreen::open() {
    QWidget* main = m_page->window();
    m_screen = screenBeside(main->screen());
    m_window = new Window(main, [this] { close(); });
    m_window->setWindowTitle(tr("Programme"));
    for (const Command& each : commands())
        m_window->addAction(m_actions.action(QLatin1String(each.id)));
    // Beside the main window the keys stay there.
    m_window->setAttribute(Qt::WA_ShowWithoutActivating, m_screen != main->screen());
    m_window->setScreen(m_screen);
    m_window->setGeometry(m_screen->geometry());
    m_shown->setMirror(m_window->view());
    m_window->showFullScreen();
    if (m_screen == main->screen())
        m_window->activateWindow();
}

void ProgrammeScreen::close() {
    m_actions.action(command)->setChecked(false);
    m_shown->setMirror(nullptr);
    if (!m_window)
        return;
    m_window->hide();
    m_window->deleteLater(); // it may be its own key that is being handled
    m_window.clear();
}

} // namespace cutaway::ui
