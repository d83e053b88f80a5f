#include "ui/browse/card_model.h"

#include "ui/browse/unit_words.h"

#include <algorithm>

namespace cutaway::ui {

namespace {

bool sameRows(const std::vector<BrowseHit>& a, const std::vector<BrowseHit>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const BrowseHit& x, const BrowseHit& y) {
        return x.unit.id == y.unit.id && x.mark.has_value() == y.mark.has_value() &&
               (!x.mark || x.mark->id == y.mark->id);
    });
}

} // namespace

CardModel::CardModel(BrowseModel& browse, QObject* parent)
    : QAbstractListModel(parent)
    , m_browse(browse)
    , m_rows(browse.hits()) {
    connect(&browse, &BrowseModel::hitsChanged, this, [this] {
        // The same cards with newer facts keep selection and scroll position.
        if (sameRows(m_rows, m_browse.hits())) {
            m_rows = m_browse.hits();
            if (!m_rows.empty())
                Q_EMIT dataChanged(index(0), index(rowCount() - 1));
            return;
        }
        beginResetModel();
        m_rows = m_browse.hits();
        endResetModel();
    });
}

int CardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const BrowseHit* CardModel::hit(const QModelIndex& index) const {
    return index.isValid() && index.row() < rowCount() ? &m_rows[static_cast<std::size_t>(index.row())]
                                                       : nullptr;
}

QVariant CardModel::data(const QModelIndex& index, int role) const {
    const BrowseHit* row = hit(index);
    if (!row)
        return {};
    const QString name = QString::fromStdString(row->unit.name);
    const QString mark = row->mark ? QString::fromStdString(row->mark->label) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return mark.isEmpty() ? name : QStringLiteral("%1, %2").arg(mark, name);
    case Qt::AccessibleTextRole: {
        QStringList parts{mark.isEmpty() ? name : mark + QStringLiteral(", ") + name, factsLine(row->unit)};
        if (const QString status = statusBadge(row->unit).word; !status.isEmpty())
            parts << status;
        if (const QString angles = anglesText(row->unit); !angles.isEmpty())
            parts << angles;
        return parts.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

QModelIndex CardModel::indexOf(const Uuid& unitId) const {
    for (int row = 0; row < rowCount(); ++row)
        if (const auto& hit = m_rows[static_cast<std::size_t>(row)]; hit.unit.id == unitId && !hit.mark)
            return index(row);
    return {};
}

void CardModel::pictureArrived(const Uuid& sourceId) {
    for (int row = 0; row < rowCount(); ++row)
        for (const auto& angle : m_rows[static_cast<std::size_t>(row)].unit.angles)
            if (angle.sourceId == sourceId)
                Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
}

} // namespace cutaway::ui
