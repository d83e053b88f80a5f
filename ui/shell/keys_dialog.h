#pragma once

#include "ui/actions/command.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace cutaway::ui {

/// Help > Keys: every command with its keys, searchable.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(Keymap map, QWidget* parent = nullptr);

private:
    void filter(const QString& text);

    QLineEdit* m_search;
    QTreeWidget* m_list;
};

} // namespace cutaway::ui
