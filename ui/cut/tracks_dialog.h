#pragma once

#include <QDialog>

class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace cutaway::ui {

class SessionLink;

/// Every track in one list, as the timeline stacks them: name, language and switches in place, order, adding
/// and removing by buttons. Each change is a step of the sequence at once, so undo works as ever.
class TracksDialog : public QDialog {
    Q_OBJECT

public:
    explicit TracksDialog(SessionLink& link, QWidget* parent = nullptr);

private:
    enum Column { Name, Language, Target, Lock, SyncLock, Mute, Solo, Columns };

    void refresh();
    void changed(QTableWidgetItem* item);
    void moveChosen(int rows);
    void removeChosen();
    std::string chosen() const; ///< id of the row with the cursor; empty for none

    SessionLink& m_link;
    QTableWidget* m_table;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_remove;
    bool m_filling = false;
};

} // namespace cutaway::ui
