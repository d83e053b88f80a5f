#include "ui/keys/keys_dialog.h"

#include "ui/actions/action_set.h"
#include "ui/actions/key_chord.h"
#include "ui/keys/command_keys.h"
#include "ui/keys/key_caps.h"
#include "ui/keys/key_field.h"
#include "ui/keys/keyboard_view.h"
#include "ui/keys/keys_model.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/state_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTreeView>

namespace cutaway::ui {

namespace {
constexpr QSize usualSize(1120, 800);
constexpr int commandWidth = 280;
constexpr int keysWidth = 260;
} // namespace

KeysDialog::KeysDialog(ActionSet& actions, QWidget* parent)
    : QDialog(parent)
    , m_editor(actions)
    , m_model(new KeysModel(this))
    , m_filter(new KeysFilter(this))
    , m_list(new QTreeView(this))
    , m_search(new QLineEdit(this))
    , m_pressed(new KeyField(this))
    , m_byKey(new Chip(Chip::Kind::Facet, tr("Find by key"), this))
    , m_changed(new Chip(Chip::Kind::Facet, tr("Changed"), this))
    , m_conflicts(new Chip(Chip::Kind::Facet, tr("Conflicts"), this))
    , m_base(new QComboBox(this))
    , m_keyboard(new KeyboardView(this))
    , m_keys(new CommandKeys(m_editor, this))
    , m_said(new StateBar(this)) {
    setWindowTitle(tr("Keys"));
    QSize size = usualSize;
    if (parent)
        size = size.boundedTo(parent->window()->size() - QSize(2 * theme::section, 2 * theme::section));
    resize(size);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::section, theme::section, theme::section, theme::section);
    column->setSpacing(theme::padding);
    column->addWidget(makeSearch());
    column->addWidget(m_said);
    column->addWidget(m_keyboard);
    makeList();
    column->addWidget(m_list, 1);
    column->addWidget(m_keys);
    column->addWidget(makeFoot());
    makeShortcuts();
    connect(&m_editor, &KeymapEditor::changed, this, &KeysDialog::refresh);
    connect(m_keys, &CommandKeys::finished, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    refresh();
    m_list->expandAll();
    m_search->setFocus();
}

QWidget* KeysDialog::makeSearch() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::padding);
    m_search->setPlaceholderText(tr("Search commands and keys"));
    m_search->setAccessibleName(tr("Search"));
    allowClearing(*m_search);
    leadWith(*m_search, QStringLiteral("search"));
    m_pressed->setPlaceholderText(tr("Press the key to find"));
    m_pressed->setAccessibleName(tr("The key to find"));
    leadWith(*m_pressed, QStringLiteral("keyboard"));
    m_pressed->hide();
    m_byKey->setToolTip(tr("Shows what a key does (Ctrl+Shift+F). Escape goes back to words."));
    m_changed->setToolTip(tr("Only commands whose keys are not those of the keymap"));
    m_conflicts->setToolTip(tr("Only commands that lost a key to another one"));
    m_base->addItem(tr("Premiere keys"));
    m_base->addItem(tr("Avid keys"));
    m_base->setAccessibleName(tr("Keymap"));
    m_base->setToolTip(tr("The keymap that your own keys stand on"));
    row->addWidget(m_search, 1);
    row->addWidget(m_pressed, 1);
    for (Chip* chip : {m_byKey, m_changed, m_conflicts})
        row->addWidget(chip);
    row->addWidget(m_base);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::filterChanged);
    connect(m_pressed, &KeyField::chordPressed, this, [this](const QString& chord) {
        m_pressed->setChord(chord);
        filterChanged();
    });
    connect(m_pressed, &KeyField::givenUp, this, [this] { m_byKey->setChecked(false); });
    connect(m_byKey, &Chip::toggled, this, &KeysDialog::findByKey);
    connect(m_changed, &Chip::toggled, this, &KeysDialog::filterChanged);
    connect(m_conflicts, &Chip::toggled, this, &KeysDialog::filterChanged);
    connect(m_keyboard, &KeyboardView::chordChosen, this, [this](const QString& chord) {
        m_byKey->setChecked(true);
        m_pressed->setChord(chord);
        filterChanged();
    });
    connect(m_base, &QComboBox::activated, this,
            [this](int which) { setBase(which == 1 ? Keymap::Avid : Keymap::Premiere); });
    return bar;
}

void KeysDialog::makeList() {
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setItemDelegateForColumn(KeysModel::KeysColumn, new KeyCapsDelegate(m_list));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setIndentation(theme::section);
    QHeaderView* header = m_list->header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(false);
    m_list->setColumnWidth(KeysModel::CommandColumn, commandWidth);
    m_list->setColumnWidth(KeysModel::KeysColumn, keysWidth);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                const Command* command = findCommand(now.data(KeysModel::IdRole).toString());
                m_keys->setCommand(command);
                m_keyboard->setCommand(command);
            });
    connect(m_list, &QTreeView::doubleClicked, m_keys, &CommandKeys::beginAdding);
}

QWidget* KeysDialog::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, theme::padding, 0, 0);
    row->setSpacing(theme::padding);
    m_undo = textButton(tr("Undo"), {}, foot, [this] { m_editor.undo(); });
    m_redo = textButton(tr("Redo"), {}, foot, [this] { m_editor.redo(); });
    m_resetAll = textButton(tr("Reset all"), {}, foot, [this] { resetAll(); });
    m_resetAll->setToolTip(tr("Every command gets the keys of the keymap again"));
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_resetAll);
    row->addStretch(1);
    row->addWidget(textButton(tr("Import..."), {}, foot, [this] { askImport(); }));
    row->addWidget(textButton(tr("Export..."), {}, foot, [this] { askExport(); }));
    row->addWidget(textButton(tr("Print..."), {}, foot, [this] { print(); }));
    row->addWidget(textButton(tr("Done"), QStringLiteral("primary"), foot, [this] { accept(); }));
    return foot;
}

void KeysDialog::makeShortcuts() {
    const auto on = [this](const QKeySequence& key, auto run) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, run);
    };
    on(QKeySequence::Undo, [this] { m_editor.undo(); });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_editor.redo(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_byKey->setChecked(false);
        m_search->setFocus();
        m_search->selectAll();
    });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { m_byKey->setChecked(true); });
}

void KeysDialog::refresh() {
    const UserKeymap& map = m_editor.keymap();
    m_model->setKeymap(map);
    m_keyboard->setKeymap(map);
    m_base->setCurrentIndex(map.base == Keymap::Avid ? 1 : 0);
    const int count = m_model->conflictCount();
    m_conflicts->setText(count == 0 ? tr("Conflicts") : tr("Conflicts: %1").arg(count));
    m_conflicts->setAccessibleName(m_conflicts->text());
    m_conflicts->updateGeometry();
    if (count > 0)
        m_said->present(StatePanel::Kind::Warning,
                        count == 1
                            ? tr("One key is wanted by two commands. Yours has it.")
                            : tr("%1 keys are wanted by two commands each. Yours have them.").arg(count),
                        {{tr("Show"), false, [this] { m_conflicts->setChecked(true); }}});
    else
        m_said->hide();
    const auto name = [](QPushButton* button, const QString& what, const QString& tip) {
        button->setEnabled(!what.isEmpty());
        button->setToolTip(what.isEmpty() ? QString() : tip);
    };
    name(m_undo, m_editor.undoText(), tr("Takes back: %1 (Ctrl+Z)").arg(m_editor.undoText()));
    name(m_redo, m_editor.redoText(), tr("Does again: %1 (Ctrl+Shift+Z)").arg(m_editor.redoText()));
    m_resetAll->setEnabled(withoutAnyChange(map) != map);
}

void KeysDialog::filterChanged() {
    m_filter->setText(m_byKey->isChecked() ? QString() : m_search->text());
    m_filter->setChord(m_byKey->isChecked() ? m_pressed->chord() : QString());
    m_filter->setOnlyChanged(m_changed->isChecked());
    m_filter->setOnlyConflicts(m_conflicts->isChecked());
    m_list->expandAll();
    const QModelIndex menu = m_filter->index(0, 0);
    if (menu.isValid() && !findCommand(m_list->currentIndex().data(KeysModel::IdRole).toString()))
        m_list->setCurrentIndex(m_filter->index(0, 0, menu));
}

void KeysDialog::findByKey(bool on) {
    m_search->setVisible(!on);
    m_pressed->setVisible(on);
    m_pressed->setChord({});
    if (on)
        m_pressed->setFocus(Qt::OtherFocusReason);
    else
        m_search->setFocus(Qt::OtherFocusReason);
    filterChanged();
}

void KeysDialog::choose(const QString& id) {
    m_byKey->setChecked(false);
    m_search->clear();
    const QModelIndex where = m_filter->mapFromSource(m_model->indexOf(id));
    m_list->setCurrentIndex(where);
    m_list->scrollTo(where, QAbstractItemView::PositionAtCenter);
    m_list->setFocus(Qt::OtherFocusReason);
}

void KeysDialog::setBase(Keymap base) {
    UserKeymap map = m_editor.keymap();
    map.base = base;
    m_editor.apply(map, base == Keymap::Avid ? tr("the Avid keys") : tr("the Premiere keys"));
}

void KeysDialog::resetAll() {
    m_editor.apply(withoutAnyChange(m_editor.keymap()), tr("resetting all"));
}

void KeysDialog::reject() {
    if (!m_keys->giveUp())
        QDialog::reject();
}

/// In the list Return changes the keys of a command and Delete takes the last one away; from the search, Down
/// goes into the list.
bool KeysDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            m_keys->beginAdding();
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            m_keys->removeLast();
            return true;
        default:
            break;
        }
    }
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace cutaway::ui
