#include "ui/widgets/timecode_field.h"

#include "ui/theme/measures.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace cutaway::ui {

namespace {
constexpr int cells = 11; // hh:mm:ss:ff
constexpr int maxTyped = 12;
} // namespace

TimecodeField::TimecodeField(theme::Token accent, int pixels, QWidget* parent)
    : QWidget(parent)
    , m_accent(accent)
    , m_pixels(pixels) {
    setFocusPolicy(Qt::ClickFocus);
    setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Timecode"));
    setToolTip(tr("Click and type digits: 1423 is 00:00:14:23, +12 goes twelve frames on."));
}

void TimecodeField::setFormat(const TimecodeFormat& format) {
    m_format = format;
    update();
}

void TimecodeField::setFrame(std::int64_t frame) {
    if (m_known && frame == m_frame)
        return;
    m_known = true;
    m_frame = frame;
    update();
}

void TimecodeField::clear() {
    m_known = false;
    update();
}

void TimecodeField::setExact(bool exact) {
    if (exact == m_exact)
        return;
    m_exact = exact;
    update();
}

void TimecodeField::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    setFocusPolicy(readOnly ? Qt::NoFocus : Qt::ClickFocus);
    setCursor(readOnly ? Qt::ArrowCursor : Qt::IBeamCursor);
    if (readOnly)
        setToolTip({});
}

void TimecodeField::beginEntry(const QString& first) {
    if (m_readOnly)
        return;
    m_entering = true;
    m_refused = false;
    m_typed = first;
    setFocus(Qt::OtherFocusReason);
    update();
}

QString TimecodeField::text() const {
    if (m_entering)
        return entryText();
    if (!m_known)
        return QStringLiteral("--:--:--:--");
    return QString::fromStdString(timecodeText(m_frame, m_format));
}

QString TimecodeField::entryText() const {
    if (m_typed.isEmpty())
        return m_known ? QString::fromStdString(timecodeText(m_frame, m_format))
                       : QStringLiteral("--:--:--:--");
    if (m_typed.contains(QLatin1Char('+')) || m_typed.contains(QLatin1Char('-')) ||
        m_typed.contains(QLatin1Char(':')) || m_typed.contains(QLatin1Char(';')))
        return m_typed;
    QString padded = m_typed.rightJustified(8, QLatin1Char('0')).right(8);
    const QChar last = QLatin1Char(m_format.dropFrame ? ';' : ':');
    padded.insert(6, last);
    padded.insert(4, QLatin1Char(':'));
    padded.insert(2, QLatin1Char(':'));
    return padded;
}

void TimecodeField::finish(bool accept) {
    if (!m_entering)
        return;
    if (accept && !m_typed.isEmpty()) {
        const auto parsed = parseTypedTimecode(m_typed.toStdString(), m_format, m_frame);
        if (!parsed) {
            m_refused = true;
            setToolTip(QString::fromStdString(parsed.error().message));
            update();
            return;
        }
        const bool offset = m_typed.startsWith(QLatin1Char('+')) || m_typed.startsWith(QLatin1Char('-'));
        m_entering = false;
        clearFocus();
        update();
        if (offset && m_takeOffset && m_takeOffset(*parsed - m_frame))
            return;
        Q_EMIT frameEntered(*parsed);
        return;
    }
    m_entering = false;
    m_refused = false;
    clearFocus();
    update();
}

int TimecodeField::cellWidth() const {
    return QFontMetrics(theme::numbers(m_pixels, QFont::Medium)).horizontalAdvance(QLatin1Char('0'));
}

QSize TimecodeField::sizeHint() const {
    const int marks = 2 * 4 + 14; // the "≈" before and the DF after
    return {cells * cellWidth() + marks, std::max(theme::controlSmall, m_pixels + 8)};
}

void TimecodeField::paintEvent(QPaintEvent*) {
    using theme::Token;
    QPainter painter(this);
    painter.setFont(theme::numbers(m_pixels, QFont::Medium));
    const int cell = cellWidth();
    if (m_entering) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme::colour(m_refused ? Token::Error : m_accent));
        painter.setBrush(theme::colour(Token::Bg0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl,
                                theme::radiusControl);
    }
    painter.setPen(theme::colour(!m_known && !m_entering ? Token::Text3
                                 : m_refused             ? Token::Error
                                                         : m_accent));
    int x = 4;
    if (!m_exact && !m_entering)
        painter.drawText(QRect(x - 4, 0, cell, height()), Qt::AlignCenter, QStringLiteral("≈"));
    x += m_exact && !m_entering ? 0 : cell / 2 + 2;
    const QString shown = text();
    const int spare = std::max(0, cells - static_cast<int>(shown.size()));
    x += spare * cell;
    for (const QChar c : shown) {
        painter.drawText(QRect(x, 0, cell, height()), Qt::AlignCenter, QString(c));
        x += cell;
    }
    if (m_format.dropFrame && m_known) {
        painter.setFont(theme::numbers(9));
        painter.drawText(QRect(x + 1, 0, 14, height()), Qt::AlignLeft | Qt::AlignVCenter, tr("DF"));
    }
}

void TimecodeField::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_readOnly)
        beginEntry();
    else
        QWidget::mousePressEvent(event);
}

bool TimecodeField::event(QEvent* event) {
    // While typing, every key is ours: a digit is not an angle here.
    if (event->type() == QEvent::ShortcutOverride && m_entering) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TimecodeField::keyPressEvent(QKeyEvent* event) {
    if (!m_entering) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        finish(false);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(true);
        return;
    case Qt::Key_Backspace:
        m_typed.chop(1);
        m_refused = false;
        update();
        return;
    default:
        break;
    }
    static const QString allowed = QStringLiteral("0123456789+-:;.");
    const QString typed = event->text();
    if (typed.size() == 1 && allowed.contains(typed) && m_typed.size() < maxTyped) {
        m_typed += typed;
        m_refused = false;
        update();
    }
}

void TimecodeField::focusOutEvent(QFocusEvent* event) {
    if (event->reason() != Qt::PopupFocusReason)
        finish(false);
    QWidget::focusOutEvent(event);
}

void TimecodeField::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Copy timecode"), this, [this] { QApplication::clipboard()->setText(text()); });
    menu.addAction(tr("Copy frame number"), this,
                   [this] { QApplication::clipboard()->setText(QString::number(m_frame)); });
    menu.exec(event->globalPos());
}

} // namespace cutaway::ui
