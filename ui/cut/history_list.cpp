#include "ui/cut/history_list.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/timeline/session_link.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace cutaway::ui {

HistoryModel::HistoryModel(SessionLink& link, QObject* parent)
    : QAbstractListModel(parent)
    , m_link(link) {
    connect(&link, &SessionLink::opened, this, &HistoryModel::refresh);
    connect(&link, &SessionLink::sequenceChanged, this, &HistoryModel::refresh);
    refresh();
}

/// Names may change as well as their number, so everything is read again.
void HistoryModel::refresh() {
    beginResetModel();
    const auto& history = m_link.session().history();
    m_rows = static_cast<int>(history.done().size() + history.undone().size()) + 1;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int HistoryModel::currentRow() const {
    return static_cast<int>(m_link.session().history().done().size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& done = m_link.session().history().done();
    const auto& undone = m_link.session().history().undone();
    const auto row = static_cast<std::size_t>(index.row());
    if (role == Qt::ForegroundRole && row > done.size())
        return theme::colour(theme::Token::TextDisabled);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QString name = tr("Before the first step");
    if (row > 0 && row <= done.size())
        name = QString::fromStdString(done[row - 1].name);
    else if (row > done.size() && row - done.size() <= undone.size())
        name = QString::fromStdString(undone[undone.size() - (row - done.size())].name);
    if (role == Qt::AccessibleTextRole && row > done.size())
        return tr("%1, taken back").arg(name);
    return name;
}

HistoryDialog::HistoryDialog(SessionLink& link, QWidget* parent)
    : QDialog(parent)
    , m_model(new HistoryModel(link, this))
    , m_list(new QListView(this)) {
    setWindowTitle(tr("History"));
    auto* hint =
        new QLabel(tr("A click goes to a step. What comes after it stays, until you edit again."), this);
    hint->setWordWrap(true);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::section, theme::section, theme::section, theme::section);
    column->setSpacing(theme::paddingWide);
    column->addWidget(hint);
    column->addWidget(m_list, 1);
    resize(320, 480);
    const auto go = [&link](const QModelIndex& index) {
        link.report(link.session().goToStep(static_cast<std::size_t>(index.row())));
    };
    connect(m_list, &QListView::clicked, this, go);
    connect(m_list, &QListView::activated, this, go);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryDialog::showCurrent);
    showCurrent();
}

void HistoryDialog::showCurrent() {
    const QModelIndex now = m_model->index(m_model->currentRow());
    m_list->setCurrentIndex(now);
    m_list->scrollTo(now);
}

} // namespace cutaway::ui
