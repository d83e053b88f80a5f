#include "ui/cut/selects_panel.h"

#include "ui/cut/selects_row.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/timeline/timeline_view.h"

#include <QInputDialog>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace cutaway::ui {

SelectsPanel::SelectsPanel(SessionLink& link, ThumbnailStore& thumbnails, QWidget* parent)
    : QTreeView(parent)
    , m_link(link)
    , m_model(new SelectsModel(link, thumbnails, this))
    , m_filter(new SelectsFilter(this)) {
    setAccessibleName(tr("Selects"));
    m_filter->setSourceModel(m_model);
    setModel(m_filter);
    setHeaderHidden(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setItemDelegate(new SelectsRow(this));
    setUniformRowHeights(false);
    setIndentation(theme::section);
    setExpandsOnDoubleClick(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setFont(theme::words(11));
    setToolTip(tr("Ranges you kept. Drag them to the timeline or into a bin, or string them all out."));
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &SelectsPanel::remember);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SelectsPanel::restore);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const timeline::Select* select = m_model->range(m_filter->mapToSource(index)))
            Q_EMIT openRequested(select->range);
    });
}

QModelIndex SelectsPanel::viewIndex(const Uuid& id) const {
    return m_filter->mapFromSource(m_model->indexOf(id));
}

void SelectsPanel::remember() {
    m_chosen.clear();
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        m_chosen.insert(index.data(SelectsModel::IdRole).toString());
    m_current = currentIndex().data(SelectsModel::IdRole).toString();
    m_open.clear();
    for (const timeline::Bin& bin : m_model->kept().bins)
        if (isExpanded(viewIndex(bin.id)))
            m_open.insert(QString::fromStdString(bin.id.toString()));
}

void SelectsPanel::restore() {
    for (const QString& text : std::as_const(m_open))
        if (const auto id = Uuid::parse(text.toStdString()))
            expand(viewIndex(*id));
    if (const auto id = Uuid::parse(m_current.toStdString()))
        selectionModel()->setCurrentIndex(viewIndex(*id), QItemSelectionModel::NoUpdate);
    for (const QString& text : std::as_const(m_chosen))
        if (const auto id = Uuid::parse(text.toStdString()))
            selectionModel()->select(viewIndex(*id), QItemSelectionModel::Select);
}

void SelectsPanel::choose(const Uuid& id) {
    const QModelIndex index = viewIndex(id);
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

std::vector<Uuid> SelectsPanel::chosenIds() const {
    std::vector<Uuid> ids;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        ids.push_back(m_model->idOf(m_filter->mapToSource(index)));
    return ids;
}

std::vector<timeline::MarkedRange> SelectsPanel::rangesOf(const QStringList& ids) const {
    std::set<Uuid> wanted;
    for (const QString& text : ids)
        if (const auto id = Uuid::parse(text.toStdString()))
            wanted.insert(*id);
    std::vector<timeline::MarkedRange> ranges;
    const std::function<void(const QModelIndex&, bool)> walk = [&](const QModelIndex& parent, bool all) {
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex index = m_filter->index(row, 0, parent);
            const QModelIndex at = m_filter->mapToSource(index);
            const bool taken = all || wanted.contains(m_model->idOf(at));
            if (const timeline::Select* select = m_model->range(at); select && taken)
                ranges.push_back(select->range);
            walk(index, taken);
        }
    };
    walk({}, ids.isEmpty());
    return ranges;
}

std::vector<timeline::MarkedRange> SelectsPanel::chosenRanges() const {
    QStringList ids;
    for (const Uuid& id : chosenIds())
        ids << QString::fromStdString(id.toString());
    return rangesOf(ids);
}

std::vector<Uuid> SelectsPanel::rangeIds() const {
    const auto chosen = chosenIds();
    std::vector<Uuid> ids;
    for (const timeline::Select& each : m_model->kept().ranges)
        if (std::any_of(chosen.begin(), chosen.end(), [&](const Uuid& id) {
                return id == each.id || m_model->kept().isInside(each.bin, id);
            }))
            ids.push_back(each.id);
    return ids;
}

Uuid SelectsPanel::currentBin() const {
    const QModelIndex index = m_filter->mapToSource(currentIndex());
    if (!index.isValid())
        return {};
    const timeline::Select* select = m_model->range(index);
    return select ? select->bin : m_model->idOf(index);
}

void SelectsPanel::take(const Result<timeline::Change>& change) {
    m_link.report(m_link.session().take(change));
}

void SelectsPanel::removeChosen() {
    if (const auto ids = chosenIds(); !ids.empty())
        take(timeline::removeSelects(*m_link.session().sequence(), ids));
}

void SelectsPanel::rate(int rating) {
    if (const auto ids = rangeIds(); !ids.empty())
        take(timeline::rateSelects(*m_link.session().sequence(), ids, rating));
}

/// From the rating of the one at hand, so that all end with the same.
void SelectsPanel::rateBy(int steps) {
    const timeline::Select* select = m_model->range(m_filter->mapToSource(currentIndex()));
    if (select)
        rate(std::clamp(select->rating + steps, 0, timeline::bestRating));
}

void SelectsPanel::askForNote() {
    const auto ids = rangeIds();
    const timeline::Select* first = ids.empty() ? nullptr : m_model->kept().range(ids.front());
    if (!first)
        return;
    bool given = false;
    const QString note = QInputDialog::getMultiLineText(this, tr("Note"), tr("What to remember about it"),
                                                        QString::fromStdString(first->note), &given);
    if (given)
        take(timeline::noteSelects(*m_link.session().sequence(), ids, note.trimmed().toStdString()));
}

void SelectsPanel::newBin() {
    const timeline::Bin bin{Uuid::random(), tr("New bin").toStdString(), currentBin()};
    take(timeline::addBin(*m_link.session().sequence(), bin));
    const QModelIndex index = viewIndex(bin.id);
    if (!index.isValid())
        return;
    expand(index.parent());
    choose(bin.id);
    setFocus();
    edit(index);
}

void SelectsPanel::renameCurrent() {
    if (currentIndex().isValid())
        edit(currentIndex());
}

bool SelectsPanel::event(QEvent* event) {
    // With the focus here Delete takes selects away, not clips, digits rate, and the arrows walk over the
    // list.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        static constexpr std::array ours{Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Up,     Qt::Key_Down,
                                         Qt::Key_Left,   Qt::Key_Right,     Qt::Key_Return, Qt::Key_Enter,
                                         Qt::Key_F2,     Qt::Key_0,         Qt::Key_1,      Qt::Key_2,
                                         Qt::Key_3,      Qt::Key_4,         Qt::Key_5};
        if (key->modifiers() == Qt::NoModifier &&
            std::find(ours.begin(), ours.end(), key->key()) != ours.end()) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void SelectsPanel::keyPressEvent(QKeyEvent* event) {
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        removeChosen();
    else if (plain && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_5)
        rate(event->key() - Qt::Key_0);
    else
        QTreeView::keyPressEvent(event);
}

void SelectsPanel::paintEvent(QPaintEvent* event) {
    QTreeView::paintEvent(event);
    if (m_filter->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(theme::words(12));
    painter.setPen(theme::colour(theme::Token::Text3));
    painter.drawText(viewport()->rect().adjusted(theme::section, theme::section, -theme::section, 0),
                     Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap,
                     m_model->rowCount() > 0
                         ? tr("Nothing that was kept matches. Empty the search to see all.")
                         : tr("Nothing kept yet. Mark a part with I and O and press %1.").arg(m_keepKey));
}

void SelectsPanel::setKeepKey(const QString& key) {
    m_keepKey = key;
    viewport()->update();
}

} // namespace cutaway::ui
