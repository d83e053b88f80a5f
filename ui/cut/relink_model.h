#pragma once

#include "core/interchange/relink.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace cutaway::ui {

/// The media that a file asks for, a row each, and the angle that is taken for it, which can be changed. The
/// plan is that of the dialog and outlives the model.
class RelinkModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Named, Reel, Timecode, Angle, FoundBy, Columns };

    explicit RelinkModel(interchange::ImportPlan& plan, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// Qt::EditRole of Angle: the number of the candidate, -1 none.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// What can be chosen in a row, without "none".
    QStringList candidates(int row) const;
    int missing() const; ///< rows without an angle

Q_SIGNALS:
    void chosen();

private:
    interchange::ImportPlan& m_plan;
};

/// Chooses among the candidates of a row.
class RelinkDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    bool eventFilter(QObject* editor, QEvent* event) override;
};

} // namespace cutaway::ui
