#pragma once

#include <QStyledItemDelegate>

namespace cutaway::ui {

/// Draws the keys column of a KeysModel as key caps: a lost key with a warning sign and struck out, and a dot
/// before what is not as in the base.
class KeyCapsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace cutaway::ui
