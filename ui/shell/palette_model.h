#pragma once

#include "ui/actions/command_search.h"

#include <QAbstractListModel>

namespace cutaway::ui {

class ActionSet;

/// What the window can do, best match first.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        MenuRole,              ///< QString
        KeysRole,              ///< QString, as the platform writes them
        WhyNotRole,            ///< QString: why it would do nothing now; else empty
    };

    /// `actions` outlives it.
    explicit PaletteModel(const ActionSet& actions, QObject* parent = nullptr);

    /// `recent`: ids, latest first.
    void search(const QString& typed, const QStringList& recent);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    const ActionSet& m_actions;
    QList<FoundCommand> m_found;
};

} // namespace cutaway::ui
