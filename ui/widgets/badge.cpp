#include "ui/widgets/badge.h"

#include "ui/theme/measures.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QFontMetrics>
#include <QPainter>

namespace cutaway::ui {

namespace {

constexpr int side = 6;
constexpr int sign = 12;
constexpr int gap = 4;

QFont badgeFont() {
    return theme::words(11, QFont::Medium);
}

} // namespace

int badgeWidth(const BadgeLook& look) {
    const int word = QFontMetrics(badgeFont()).horizontalAdvance(look.word);
    return 2 * side + word + (look.icon.isEmpty() ? 0 : sign + gap);
}

void paintBadge(QPainter& painter, const QPoint& topLeft, const BadgeLook& look) {
    using theme::Token;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect box(topLeft, QSize(badgeWidth(look), theme::badgeHeight));
    painter.setPen(look.filled ? QPen(Qt::NoPen) : QPen(theme::colour(look.token)));
    painter.setBrush(theme::colour(look.filled ? look.token : Token::Bg0));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl,
                            theme::radiusControl);
    // Light fills take dark words.
    const bool darkWord =
        look.filled && theme::contrast(theme::colour(look.token), theme::colour(Token::TextOnFill)) < 4.5;
    const Token ink = !look.filled ? look.token : darkWord ? Token::PrimaryText : Token::TextOnFill;
    int x = box.left() + side;
    if (!look.icon.isEmpty()) {
        paintIcon(painter, look.icon, QRectF(x, box.top() + (box.height() - sign) / 2.0, sign, sign), ink);
        x += sign + gap;
    }
    painter.setFont(badgeFont());
    painter.setPen(theme::colour(ink));
    painter.drawText(QRect(x, box.top(), box.right() - x, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     look.word);
    painter.restore();
}

Badge::Badge(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setLook(const BadgeLook& look) {
    m_look = look;
    setAccessibleName(look.word);
    setVisible(!look.word.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    return {badgeWidth(m_look), theme::badgeHeight};
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBadge(painter, QPoint(0, 0), m_look);
}

} // namespace cutaway::ui
