#include "ui/widgets/chip.h"

#include "ui/theme/measures.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QFontMetrics>
#include <QPainter>

namespace cutaway::ui {

namespace {
constexpr int side = 8;
constexpr int tick = 12;
constexpr int gap = 4;
} // namespace

Chip::Chip(Kind kind, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_kind(kind) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setAccent(theme::Token fill, theme::Token line) {
    m_fill = fill;
    m_line = line;
    update();
}

void Chip::setNumber(const QString& number) {
    m_number = number;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    int width = 2 * side + QFontMetrics(theme::words(12, QFont::Medium)).horizontalAdvance(text());
    if (!m_number.isEmpty())
        width += QFontMetrics(theme::numbers(12, QFont::Medium)).horizontalAdvance(m_number) + gap;
    if (m_kind == Kind::Facet)
        width += tick + gap;
    return {width, theme::controlSmall};
}

void Chip::paintEvent(QPaintEvent*) {
    using theme::Token;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const QColor border = theme::colour(!isEnabled() ? Token::Line : on ? m_line : Token::ControlBorder);
    painter.setPen(border);
    painter.setBrush(theme::colour(on ? m_fill : underMouse() && isEnabled() ? Token::Bg4 : Token::Bg3));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl,
                            theme::radiusControl);
    const Token ink = !isEnabled() ? Token::TextDisabled : on ? Token::TextOnFill : Token::Text2;
    int x = side;
    if (m_kind == Kind::Facet) {
        if (on)
            paintIcon(painter, QStringLiteral("tick"), QRectF(x, (height() - tick) / 2.0, tick, tick), ink);
        else {
            painter.setPen(QPen(theme::colour(Token::ControlBorder), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(x + 1.5, (height() - tick) / 2.0 + 1.5, tick - 3, tick - 3), 2, 2);
        }
        x += tick + gap;
    }
    painter.setPen(theme::colour(ink));
    if (!m_number.isEmpty()) {
        painter.setFont(theme::numbers(12, QFont::Medium));
        const int width = painter.fontMetrics().horizontalAdvance(m_number);
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignCenter, m_number);
        x += width + gap;
    }
    painter.setFont(theme::words(12, QFont::Medium));
    painter.drawText(QRect(x, 0, width() - x - 2, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void Chip::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void Chip::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace cutaway::ui
