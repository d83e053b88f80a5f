#pragma once

#include "ui/actions/user_keymap.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

namespace cutaway::ui {

/// The command table by menu, with the keys of a keymap: menus, and below them their commands.
class KeysModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { CommandColumn, KeysColumn, DescriptionColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< QString; empty for a menu
        KeysRole,              ///< QStringList, chords in effect
        LostRole,              ///< QStringList, chords lost in a conflict
        ChangedRole,           ///< bool: not as in the base
    };

    explicit KeysModel(QObject* parent = nullptr);

    void setKeymap(const UserKeymap& map);
    const UserKeymap& keymap() const { return m_map; }
    QModelIndex indexOf(const QString& id) const;
    /// Commands that lost a key in a conflict.
    int conflictCount() const { return static_cast<int>(m_conflicts.size()); }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Menu {
        QString name;
        QList<const Command*> commands;
    };
    QVariant commandData(const Command& command, int column, int role) const;
    QString keysText(const Command& command) const;
    QString remark(const Command& command) const;

    QList<Menu> m_menus;
    UserKeymap m_map;
    QHash<QString, QStringList> m_inEffect;
    QList<KeyConflict> m_conflicts;
};

/// What of a KeysModel is shown.
class KeysFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit KeysFilter(QObject* parent = nullptr);

    void setText(const QString& typed);  ///< in the menu, the name, the description or the keys as written
    void setChord(const QString& chord); ///< whose key this is; empty: any
    void setOnlyChanged(bool only);
    void setOnlyConflicts(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
    QString m_chord;
    bool m_onlyChanged = false;
    bool m_onlyConflicts = false;
};

} // namespace cutaway::ui
