#include "ui/keys/keys_model.h"

#include "ui/actions/command_search.h"
#include "ui/actions/key_chord.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

namespace cutaway::ui {

namespace {

QString idOf(const Command& command) {
    return QString::fromLatin1(command.id);
}

} // namespace

KeysModel::KeysModel(QObject* parent)
    : QAbstractItemModel(parent) {
    for (const Command& command : commands()) {
        if (m_menus.isEmpty() || m_menus.last().name != command.groupText())
            m_menus.append({command.groupText(), {}});
        m_menus.last().commands << &command;
    }
    setKeymap({});
}

void KeysModel::setKeymap(const UserKeymap& map) {
    m_map = map;
    m_inEffect = keysInEffect(map);
    m_conflicts = conflicts(map);
    for (int menu = 0; menu < m_menus.size(); ++menu) {
        const QModelIndex parent = index(menu, 0);
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, ColumnCount - 1, parent));
    }
}

QModelIndex KeysModel::indexOf(const QString& id) const {
    for (int menu = 0; menu < m_menus.size(); ++menu)
        for (int row = 0; row < m_menus[menu].commands.size(); ++row)
            if (id == QLatin1String(m_menus[menu].commands[row]->id))
                return index(row, 0, index(menu, 0));
    return {};
}

// The internal id of a command is its menu's row and one; that of a menu is 0.

QModelIndex KeysModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex KeysModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int KeysModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_menus.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_menus[parent.row()].commands.size());
}

int KeysModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant KeysModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (index.internalId() == 0) {
        if (role == Qt::FontRole)
            return theme::words(12, QFont::DemiBold);
        const bool named = role == Qt::DisplayRole && index.column() == CommandColumn;
        return named ? m_menus[index.row()].name : QVariant();
    }
    const Menu& menu = m_menus[static_cast<qsizetype>(index.internalId()) - 1];
    return commandData(*menu.commands[index.row()], index.column(), role);
}

QVariant KeysModel::commandData(const Command& command, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        if (column == CommandColumn)
            return command.nameText();
        return column == KeysColumn ? keysText(command) : command.descriptionText();
    case Qt::ToolTipRole:
        return column == KeysColumn ? remark(command) : command.descriptionText();
    case Qt::AccessibleTextRole:
        if (column == KeysColumn)
            return QStringLiteral("%1 %2").arg(keysText(command), remark(command)).trimmed();
        return commandData(command, column, Qt::DisplayRole);
    case Qt::ForegroundRole:
        return column == DescriptionColumn ? theme::colour(theme::Token::Text2) : QVariant();
    case IdRole:
        return idOf(command);
    case KeysRole:
        return m_inEffect.value(idOf(command));
    case LostRole: {
        QStringList lost;
        for (const KeyConflict& conflict : m_conflicts)
            if (conflict.loses == &command)
                lost << conflict.key;
        return lost;
    }
    case ChangedRole:
        return m_map.changes.contains(idOf(command));
    default:
        return {};
    }
}

QString KeysModel::keysText(const Command& command) const {
    QStringList keys;
    for (const QString& key : m_inEffect.value(idOf(command)))
        keys << chordText(key);
    return keys.join(QStringLiteral("  "));
}

/// What the keys alone do not say.
QString KeysModel::remark(const Command& command) const {
    QStringList remarks;
    for (const KeyConflict& conflict : m_conflicts)
        if (conflict.loses == &command)
            remarks << tr("%1 is taken by “%2”.").arg(chordText(conflict.key), conflict.keeps->nameText());
    if (m_map.changes.contains(idOf(command))) {
        QStringList base;
        for (const QString& key : command.keys(m_map.base))
            base << chordText(key);
        remarks
            << (m_map.base == Keymap::Avid
                    ? tr("Changed. In the Avid keys: %1", "keys").arg(base.join(QStringLiteral("  ")))
                    : tr("Changed. In the Premiere keys: %1", "keys").arg(base.join(QStringLiteral("  "))));
    }
    return remarks.join(QLatin1Char('\n'));
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CommandColumn:
        return tr("Command");
    case KeysColumn:
        return tr("Keys");
    case DescriptionColumn:
        return tr("What it does");
    default:
        return {};
    }
}

KeysFilter::KeysFilter(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true);
}

void KeysFilter::setText(const QString& typed) {
    m_text = typed;
    invalidateFilter();
}

void KeysFilter::setChord(const QString& chord) {
    m_chord = chord;
    invalidateFilter();
}

void KeysFilter::setOnlyChanged(bool only) {
    m_onlyChanged = only;
    invalidateFilter();
}

void KeysFilter::setOnlyConflicts(bool only) {
    m_onlyConflicts = only;
    invalidateFilter();
}

bool KeysFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex first = sourceModel()->index(row, KeysModel::CommandColumn, parent);
    if (first.data(KeysModel::IdRole).toString().isEmpty())
        return false; // a menu is there for its commands
    const QStringList keys = first.data(KeysModel::KeysRole).toStringList();
    const QStringList lost = first.data(KeysModel::LostRole).toStringList();
    if ((m_onlyChanged && !first.data(KeysModel::ChangedRole).toBool()) ||
        (m_onlyConflicts && lost.isEmpty()) ||
        (!m_chord.isEmpty() && !keys.contains(m_chord) && !lost.contains(m_chord)))
        return false;
    const auto at = [&](int column) { return first.siblingAtColumn(column).data().toString(); };
    const QString text =
        QStringLiteral("%1 %2 %3")
            .arg(parent.data().toString(), at(KeysModel::CommandColumn), at(KeysModel::DescriptionColumn));
    return matchRank(m_text, text) || at(KeysModel::KeysColumn).contains(m_text, Qt::CaseInsensitive);
}

} // namespace cutaway::ui
