#include "ui/cut/relink_model.h"

#include <QComboBox>
#include <QKeyEvent>

namespace cutaway::ui {

using interchange::RelinkBy;
using interchange::RelinkCandidate;
using interchange::WantedMedia;

namespace {

QString wordsOf(RelinkBy by) {
    switch (by) {
    case RelinkBy::Source:
        return RelinkModel::tr("its id");
    case RelinkBy::ReelAndTimecode:
        return RelinkModel::tr("reel and timecode");
    case RelinkBy::NameAndTimecode:
        return RelinkModel::tr("name and timecode");
    case RelinkBy::Reel:
        return RelinkModel::tr("reel");
    case RelinkBy::Name:
        return RelinkModel::tr("name");
    case RelinkBy::Timecode:
        return RelinkModel::tr("timecode alone");
    }
    return {};
}

} // namespace

RelinkModel::RelinkModel(interchange::ImportPlan& plan, QObject* parent)
    : QAbstractTableModel(parent)
    , m_plan(plan) {}

int RelinkModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_plan.wanted().size());
}

int RelinkModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int{Columns};
}

QVariant RelinkModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const WantedMedia& wanted = m_plan.wanted()[row];
    const auto chosen = m_plan.chosen(row);
    if (role == Qt::EditRole && index.column() == Angle)
        return chosen ? static_cast<int>(*chosen) : -1;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Named:
        return QString::fromStdString(wanted.name);
    case Reel:
        return QString::fromStdString(wanted.reel);
    case Timecode:
        return wanted.timecodes.empty() ? QString() : QString::fromStdString(wanted.timecodes.front());
    case Angle:
        return chosen ? QString::fromStdString(m_plan.candidates(row)[*chosen].source.name)
               : m_plan.candidates(row).empty() ? tr("none found")
                                                : tr("choose…");
    default:
        return chosen ? wordsOf(m_plan.candidates(row)[*chosen].by) : QString();
    }
}

bool RelinkModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Angle || role != Qt::EditRole)
        return false;
    const auto row = static_cast<std::size_t>(index.row());
    const int candidate = value.toInt();
    if (candidate < -1 || candidate >= static_cast<int>(m_plan.candidates(row).size()))
        return false;
    m_plan.choose(row, candidate < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(candidate)));
    Q_EMIT dataChanged(index, index.siblingAtColumn(FoundBy));
    Q_EMIT chosen();
    return true;
}

QVariant RelinkModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Named:
        return tr("In the file");
    case Reel:
        return tr("Reel");
    case Timecode:
        return tr("From");
    case Angle:
        return tr("Angle");
    default:
        return tr("Found by");
    }
}

Qt::ItemFlags RelinkModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Angle &&
        !m_plan.candidates(static_cast<std::size_t>(index.row())).empty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList RelinkModel::candidates(int row) const {
    QStringList names;
    for (const RelinkCandidate& each : m_plan.candidates(static_cast<std::size_t>(row)))
        names << tr("%1 (%2)").arg(QString::fromStdString(each.source.name), wordsOf(each.by));
    return names;
}

int RelinkModel::missing() const {
    int missing = 0;
    for (std::size_t row = 0; row < m_plan.wanted().size(); ++row)
        missing += m_plan.chosen(row) ? 0 : 1;
    return missing;
}

QWidget* RelinkDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                      const QModelIndex& index) const {
    auto* box = new QComboBox(parent);
    box->setAccessibleName(tr("Angle"));
    box->addItem(tr("none"));
    if (const auto* model = qobject_cast<const RelinkModel*>(index.model()))
        box->addItems(model->candidates(index.row()));
    // Each choice takes effect at once; by arrow keys one goes through several.
    connect(box, &QComboBox::activated, this,
            [this, box] { Q_EMIT const_cast<RelinkDelegate*>(this)->commitData(box); });
    return box;
}

void RelinkDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentIndex(index.data(Qt::EditRole).toInt() + 1);
}

void RelinkDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                  const QModelIndex& index) const {
    if (const auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentIndex() - 1);
}

/// Enter takes the choice; a list that passes it on would press the dialog's own button.
bool RelinkDelegate::eventFilter(QObject* editor, QEvent* event) {
    auto* box = qobject_cast<QComboBox*>(editor);
    if (box && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT commitData(box);
            Q_EMIT closeEditor(box);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

} // namespace cutaway::ui
