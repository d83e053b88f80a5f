#include "ui/viewer/viewer_keys.h"

#include "ui/actions/action_set.h"
#include "ui/widgets/timecode_field.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace cutaway::ui {

namespace {

/// A key that begins a timecode: any of these on the number pad, and + wherever it is.
bool beginsTimecode(const QKeyEvent& event) {
    const QString text = event.text();
    if (text.size() != 1 || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QChar c = text.front();
    if (event.modifiers() & Qt::KeypadModifier)
        return c.isDigit() || c == QLatin1Char('+') || c == QLatin1Char('-');
    return c == QLatin1Char('+');
}

} // namespace

ViewerKeys::ViewerKeys(QWidget* page, ActionSet& actions, Player player, Field field)
    : QObject(page)
    , m_page(page)
    , m_actions(actions)
    , m_player(std::move(player))
    , m_field(std::move(field)) {
    qApp->installEventFilter(this);
}

bool ViewerKeys::listens() const {
    const QWidget* focus = QApplication::focusWidget();
    // The picture alone on a screen is a window of its own, and keys mean the same there.
    const QWidget* active = QApplication::activeWindow();
    const bool inFront =
        active && (active == m_page->window() ||
                   (active->windowType() == Qt::Window && active->parentWidget() == m_page->window()));
    if (!m_page->isVisible() || !inFront || QApplication::activeModalWidget() ||
        QApplication::activePopupWidget())
        return false;
    const auto* timecode = qobject_cast<const TimecodeField*>(focus);
    return !(timecode && timecode->isEntering()) && !qobject_cast<const QLineEdit*>(focus) &&
           !qobject_cast<const QAbstractSpinBox*>(focus) && !qobject_cast<const QPlainTextEdit*>(focus);
}

bool ViewerKeys::isKeyOf(const char* command, const QKeyEvent& event) const {
    return m_actions.action(QLatin1String(command))
        ->shortcuts()
        .contains(QKeySequence(event.keyCombination()));
}

bool ViewerKeys::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::ApplicationDeactivate:
        letGo();
        break;
    case QEvent::ShortcutOverride: {
        // Comes before the shortcut does, so K is known to be held when J or L is heard.
        auto* key = static_cast<QKeyEvent*>(event);
        if (!listens())
            break;
        if (!key->isAutoRepeat() && isKeyOf("play.stop", *key) && !m_slowed) {
            m_slowed = &m_player();
            m_slowed->setSlow(true);
        }
        if (beginsTimecode(*key)) {
            event->accept(); // a key press then, no shortcut
            return true;
        }
        break;
    }
    case QEvent::KeyPress: {
        auto* key = static_cast<QKeyEvent*>(event);
        if (!watched->isWidgetType() || !listens() || !beginsTimecode(*key))
            break;
        if (TimecodeField* field = m_field())
            field->beginEntry(key->text());
        return true;
    }
    case QEvent::KeyRelease:
        if (const auto* key = static_cast<QKeyEvent*>(event); m_slowed && !key->isAutoRepeat())
            released(*key);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ViewerKeys::released(const QKeyEvent& event) {
    if (isKeyOf("play.stop", event))
        letGo();
    else if (isKeyOf("play.forward", event) || isKeyOf("play.reverse", event))
        m_slowed->stop();
}

void ViewerKeys::letGo() {
    if (!m_slowed)
        return;
    m_slowed->setSlow(false);
    m_slowed->stop();
    m_slowed.clear();
}

} // namespace cutaway::ui
