#include "ui/cut/selects_row.h"

#include "ui/cut/selects_model.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QLineEdit>
#include <QPainter>

namespace cutaway::ui {

namespace {

constexpr QSize pictureSize{80, 45};
constexpr int rangeHeight = 53;
constexpr int binHeight = 28;
constexpr QChar star(0x2605);

bool isBin(const QModelIndex& index) {
    return index.data(SelectsModel::BinRole).toBool();
}

/// Where the name stands.
QRect nameRect(const QRect& row, const QModelIndex& index) {
    if (isBin(index))
        return row.adjusted(theme::padding + 20, 0, -theme::padding, 0);
    return {row.left() + theme::padding + pictureSize.width() + theme::padding, row.top() + 4,
            row.width() - pictureSize.width() - 3 * theme::padding, pictureSize.height() / 3};
}

} // namespace

QSize SelectsRow::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {pictureSize.width(), isBin(index) ? binHeight : rangeHeight};
}

QWidget* SelectsRow::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    editor->setAccessibleName(tr("Name"));
    return editor;
}

void SelectsRow::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const {
    const QRect name = nameRect(option.rect, index);
    editor->setGeometry(name.left() - 4, option.rect.top() + 2, option.rect.right() - name.left(),
                        theme::controlSmall);
}

void SelectsRow::paint(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme::colour(selected ? theme::Token::Bg4 : theme::Token::Bg3));
    QRect line = nameRect(option.rect, index);
    const auto write = [&](const QFont& font, theme::Token token, const QString& text,
                           Qt::TextElideMode elide) {
        painter->setFont(font);
        painter->setPen(theme::colour(token));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, elide, line.width()));
        line.translate(0, line.height());
    };
    const QString name = index.data().toString();
    if (isBin(index)) {
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(option.rect.left() + theme::padding, option.rect.top() + 6, 16, 16));
        write(theme::words(12, QFont::DemiBold), theme::Token::Text1, name, Qt::ElideRight);
        painter->restore();
        return;
    }
    const QRect picture(option.rect.topLeft() + QPoint(theme::padding, 4), pictureSize);
    painter->fillRect(picture, theme::colour(theme::Token::Surround));
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);
    // The angle, which tells one from the other, stands at the end.
    write(theme::words(12, QFont::DemiBold), theme::Token::Text1, name, Qt::ElideMiddle);
    write(theme::numbers(11), theme::Token::Text2,
          index.data(SelectsModel::FirstRole).toString() + QLatin1Char(' ') +
              index.data(SelectsModel::LengthRole).toString(),
          Qt::ElideRight);
    const int rating = index.data(SelectsModel::RatingRole).toInt();
    const QString note = index.data(SelectsModel::NoteRole).toString().section(QLatin1Char('\n'), 0, 0);
    if (rating > 0) {
        const QFont font = theme::words(11);
        const QString stars(rating, star);
        painter->setFont(font);
        painter->setPen(theme::colour(theme::Token::Warning));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, stars);
        line.setLeft(line.left() + QFontMetrics(font).horizontalAdvance(stars) + theme::padding);
    }
    write(theme::words(11), selected ? theme::Token::Text2 : theme::Token::Text3, note, Qt::ElideRight);
    painter->restore();
}

} // namespace cutaway::ui
