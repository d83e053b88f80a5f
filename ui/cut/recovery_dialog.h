#pragma once

#include "core/timeline/recovery.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace cutaway::ui {

/// What a crash left behind: projects with edits since their last save. One is restored, or opened as it was
/// saved; the others wait, and so do all when it is closed.
class RecoveryDialog : public QDialog {
    Q_OBJECT

public:
    /// `left` is not empty.
    RecoveryDialog(std::vector<timeline::LeftBehind> left, QWidget* parent);

Q_SIGNALS:
    /// Once it has closed as accepted.
    void chosen(const cutaway::timeline::LeftBehind& left, bool asSaved);

private:
    const timeline::LeftBehind& current() const;
    void showCurrent();
    void choose(bool asSaved);

    std::vector<timeline::LeftBehind> m_left;
    QListWidget* m_list;
    QLabel* m_note;
    QPushButton* m_restore;
    QPushButton* m_asSaved;
    QPushButton* m_later;
};

} // namespace cutaway::ui
