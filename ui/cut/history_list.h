#pragma once

#include <QAbstractListModel>
#include <QDialog>

class QListView;

namespace cutaway::ui {

class SessionLink;

/// The steps of a sequence, oldest first: row 0 is how it was before the first, row n is after n steps. Steps
/// that were taken back follow, until another one takes their place.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit HistoryModel(SessionLink& link, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    int currentRow() const; ///< where the sequence is

private:
    void refresh();

    SessionLink& m_link;
    int m_rows = 1;
};

/// A window with the steps: a click, or Return, goes there and back. It stays open while cutting goes on.
class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    explicit HistoryDialog(SessionLink& link, QWidget* parent = nullptr);

private:
    void showCurrent();

    HistoryModel* m_model;
    QListView* m_list;
};

} // namespace cutaway::ui
