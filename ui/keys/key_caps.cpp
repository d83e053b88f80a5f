#include "ui/keys/key_caps.h"

#include "ui/actions/key_chord.h"
#include "ui/keys/keys_model.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QPainter>

namespace cutaway::ui {

using theme::Token;

namespace {

constexpr int capHeight = 20;
constexpr int capPadding = 6;
constexpr int gap = 4;
constexpr int dot = 6;
constexpr int dotColumn = 14; ///< kept free, so that caps stand under each other
constexpr int sign = 12;

QFont capFont() {
    return theme::numbers(11, QFont::Medium);
}

int capWidth(const QString& text) {
    return std::max(capHeight, QFontMetrics(capFont()).horizontalAdvance(text) + 2 * capPadding);
}

int paintCap(QPainter& painter, int x, const QRect& row, const QString& text, bool lost) {
    const int width = capWidth(text) + (lost ? sign + gap : 0);
    const QRectF cap(x + 0.5, row.center().y() - capHeight / 2.0 + 0.5, width - 1, capHeight - 1);
    painter.setPen(theme::colour(lost ? Token::Warning : Token::ControlBorder));
    painter.setBrush(theme::colour(lost ? Token::Bg1 : Token::Bg3));
    painter.drawRoundedRect(cap, theme::radiusControl, theme::radiusControl);
    QRectF words = cap;
    if (lost) {
        paintIcon(painter, QStringLiteral("warning"),
                  QRectF(cap.left() + gap, cap.center().y() - sign / 2.0, sign, sign), Token::Warning);
        words.setLeft(cap.left() + sign + gap);
    }
    QFont font = capFont();
    font.setStrikeOut(lost);
    painter.setFont(font);
    painter.setPen(theme::colour(lost ? Token::Text2 : Token::Text1));
    painter.drawText(words, Qt::AlignCenter, text);
    return width + gap;
}

} // namespace

void KeyCapsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = ground.widget ? ground.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    int x = option.rect.left() + gap;
    if (index.data(KeysModel::ChangedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::colour(Token::Information));
        painter->drawEllipse(QRectF(x, option.rect.center().y() - dot / 2.0 + 0.5, dot, dot));
    }
    x += dotColumn;
    for (const QString& key : index.data(KeysModel::KeysRole).toStringList())
        x += paintCap(*painter, x, option.rect, chordText(key), false);
    for (const QString& key : index.data(KeysModel::LostRole).toStringList())
        x += paintCap(*painter, x, option.rect, chordText(key), true);
    painter->restore();
}

QSize KeyCapsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    int width = gap + dotColumn + gap;
    for (const QString& key : index.data(KeysModel::KeysRole).toStringList())
        width += capWidth(chordText(key)) + gap;
    for (const QString& key : index.data(KeysModel::LostRole).toStringList())
        width += capWidth(chordText(key)) + sign + 2 * gap;
    return {width, std::max(QStyledItemDelegate::sizeHint(option, index).height(), capHeight + gap)};
}

} // namespace cutaway::ui
