#pragma once

#include "ui/browse/browse_model.h"

#include <QAbstractListModel>

namespace cutaway::ui {

/// The hits of a BrowseModel as rows, for the cards and for screen readers.
class CardModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit CardModel(BrowseModel& browse, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    /// Display: the name; accessible text: everything the card shows.
    QVariant data(const QModelIndex& index, int role) const override;
    const BrowseHit* hit(const QModelIndex& index) const;
    QModelIndex indexOf(const Uuid& unitId) const;
    /// Cards whose angles include this Source look different now.
    void pictureArrived(const Uuid& sourceId);

private:
    BrowseModel& m_browse;
    std::vector<BrowseHit> m_rows;
};

} // namespace cutaway::ui
