#include "ui/shell/palette_model.h"

#include "ui/actions/action_set.h"
#include "ui/actions/key_chord.h"

#include <QAction>

namespace cutaway::ui {

PaletteModel::PaletteModel(const ActionSet& actions, QObject* parent)
    : QAbstractListModel(parent)
    , m_actions(actions) {}

void PaletteModel::search(const QString& typed, const QStringList& recent) {
    QList<const Command*> offered;
    for (const Command& command : commands())
        if (m_actions.action(QLatin1String(command.id))->isVisible()) // nobody does the others here
            offered << &command;
    beginResetModel();
    m_found = findCommands(typed, offered, recent);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Command& command = *m_found[index.row()].command;
    const auto id = QString::fromLatin1(command.id);
    switch (role) {
    case Qt::DisplayRole:
        return command.nameText();
    case Qt::ToolTipRole:
        return command.descriptionText();
    case Qt::AccessibleTextRole: {
        const QString why = data(index, WhyNotRole).toString();
        return tr("%1. %2. %3", "command, menu, keys or why it is not available")
            .arg(command.nameText(), command.groupText(),
                 why.isEmpty() ? data(index, KeysRole).toString() : why);
    }
    case IdRole:
        return id;
    case MenuRole:
        return command.groupText();
    case KeysRole: {
        QStringList keys;
        for (const QString& key : m_actions.keysOf(id))
            keys << chordText(key);
        return keys.join(QStringLiteral("  "));
    }
    case WhyNotRole:
        return m_actions.whyUnavailable(id);
    default:
        return {};
    }
}

} // namespace cutaway::ui
