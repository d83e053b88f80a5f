#pragma once

#include "ui/keys/keymap_editor.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace cutaway::ui {

class Chip;
class CommandKeys;
class KeyboardView;
class KeyField;
class KeysFilter;
class KeysModel;
class StateBar;

/// Help > Keys: every command with its keys, to be searched, changed, printed and carried to another
/// computer. What is changed is in effect at once.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    /// `actions` outlives the dialog.
    explicit KeysDialog(ActionSet& actions, QWidget* parent = nullptr);

    /// Shows one command, ready to be changed.
    void choose(const QString& id);
    /// Takes the keys of a file, or says what is wrong with it.
    void importFile(const QString& path);
    void exportFile(const QString& path);

    void reject() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSearch();
    void makeList();
    QWidget* makeFoot();
    void makeShortcuts();
    void refresh();
    void filterChanged();
    void findByKey(bool on);
    void setBase(Keymap base);
    void resetAll();
    void askImport();
    void askExport();
    void print();

    KeymapEditor m_editor;
    KeysModel* m_model;
    KeysFilter* m_filter;
    QTreeView* m_list;
    QLineEdit* m_search;
    KeyField* m_pressed; ///< in place of the search: the key to find
    Chip* m_byKey;
    Chip* m_changed;
    Chip* m_conflicts;
    QComboBox* m_base;
    KeyboardView* m_keyboard;
    CommandKeys* m_keys;
    StateBar* m_said;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QPushButton* m_resetAll = nullptr;
};

} // namespace cutaway::ui
