#include "ui/keys/keyboard_view.h"

#include "ui/actions/key_chord.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace cutaway::ui {

using theme::Token;

namespace {

constexpr int lowKey = 34;  ///< room for one line under the label
constexpr int highKey = 48; ///< for two
constexpr int highWindow = 780;

KeyboardLook screenLook() {
    KeyboardLook look;
    look.used = theme::colour(Token::Bg4);
    look.unused = theme::colour(Token::Bg1);
    look.held = theme::colour(Token::InputFill);
    look.border = theme::colour(Token::Line);
    look.ink = theme::colour(Token::Text1);
    look.faint = theme::colour(Token::Text3);
    look.mark = theme::colour(Token::Focus);
    look.label = theme::numbers(11, QFont::Medium);
    look.words = theme::words(11);
    return look;
}

} // namespace

KeyboardView::KeyboardView(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Keyboard"));
    setAccessibleDescription(tr("A drawing of the list of keys"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

QSize KeyboardView::sizeHint() const {
    const int key = window()->height() >= highWindow ? highKey : lowKey;
    return {640, qRound(keyboardSize().height() * key * theme::textScale() / 100)};
}

void KeyboardView::resizeEvent(QResizeEvent* event) {
    if (height() != sizeHint().height())
        updateGeometry();
    QWidget::resizeEvent(event);
}

void KeyboardView::setKeymap(const UserKeymap& map) {
    m_map = map;
    m_commands = commandsByChord(map);
    update();
}

void KeyboardView::setCommand(const Command* command) {
    m_command = command;
    if (command) {
        const QStringList keys = keysInEffect(m_map).value(QLatin1String(command->id));
        if (!keys.isEmpty())
            setHeld(
                QKeySequence::fromString(keys.first(), QKeySequence::PortableText)[0].keyboardModifiers());
    }
    update();
}

void KeyboardView::setHeld(Qt::KeyboardModifiers held) {
    m_held = held;
    update();
}

const KeyboardKey* KeyboardView::keyAt(const QPointF& at) const {
    for (const KeyboardKey& key : keyboardKeys())
        if (keyRect(key, rect()).contains(at))
            return &key;
    return nullptr;
}

void KeyboardView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintKeyboard(painter, rect(), m_held, m_commands, m_command, screenLook());
}

void KeyboardView::mousePressEvent(QMouseEvent* event) {
    const KeyboardKey* key = keyAt(event->position());
    if (!key)
        return;
    if (key->modifier != Qt::NoModifier)
        setHeld(m_held ^ key->modifier);
    else if (const QString chord = chordOfKey(*key, m_held); whyReserved(chord).isEmpty())
        Q_EMIT chordChosen(chord);
}

QString KeyboardView::tipOf(const KeyboardKey& key) const {
    const QString chord = chordOfKey(key, m_held);
    if (chord.isEmpty())
        return tr("Shows what the keys do with %1").arg(key.label);
    const auto doing = m_commands.value(chord);
    const QString head = QStringLiteral("<b>%1</b>").arg(chordText(chord).toHtmlEscaped());
    if (doing.isEmpty()) {
        const QString why = whyReserved(chord);
        return head + QStringLiteral("<br>") + (why.isEmpty() ? tr("Free") : why.toHtmlEscaped());
    }
    QString said = head;
    for (const Command* command : doing)
        said += QStringLiteral("<br>%1. %2")
                    .arg(command->nameText().toHtmlEscaped(), placeText(command->context).toHtmlEscaped());
    return said;
}

bool KeyboardView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const KeyboardKey* key = keyAt(help->pos()))
        QToolTip::showText(help->globalPos(), tipOf(*key), this, keyRect(*key, rect()).toRect());
    else
        QToolTip::hideText();
    return true;
}

} // namespace cutaway::ui
