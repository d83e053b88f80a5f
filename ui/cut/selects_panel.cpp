#include "ui/cut/selects_panel.h"

#include "ui/theme/measures.h"
#include "ui/theme/type.h"
#include "ui/timeline/timeline_view.h"

#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr QSize pictureSize{80, 45};
constexpr int idRole = Qt::UserRole;

QString label(const timeline::Select& select) {
    const auto& source = select.range.source;
    const TimecodeFormat format{source.clock.rate, source.dropFrame};
    const auto timecode = [&](std::int64_t frame) {
        return QString::fromStdString(
            timecodeText(source.startTimecode + frame - source.clock.originUnit(), format));
    };
    return QString::fromStdString(select.name) + QLatin1Char('\n') + timecode(select.range.in) +
           QStringLiteral("  +") + QString::fromStdString(timecodeText(select.range.frames(), format));
}

} // namespace

SelectsPanel::SelectsPanel(SessionLink& link, ThumbnailStore& thumbnails, QWidget* parent)
    : QListWidget(parent)
    , m_link(link)
    , m_thumbnails(thumbnails) {
    setAccessibleName(tr("Selects"));
    setIconSize(pictureSize);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragEnabled(true);
    setSpacing(2);
    setFrameShape(QFrame::NoFrame);
    setFont(theme::words(11));
    setToolTip(tr("Ranges you kept. Drag them to the timeline, or string them all out."));
    connect(&m_link, &SessionLink::opened, this, &SelectsPanel::rebuild);
    connect(&m_link, &SessionLink::sequenceChanged, this, &SelectsPanel::rebuild);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, [this](const Uuid& source) {
        if (std::any_of(m_shown.begin(), m_shown.end(),
                        [&](const auto& s) { return s.range.source.multiSource == source; })) {
            m_shown.clear();
            rebuild();
        }
    });
    connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        const auto at = static_cast<std::size_t>(row(item));
        if (at < m_shown.size())
            Q_EMIT openRequested(m_shown[at].range);
    });
}

void SelectsPanel::rebuild() {
    const auto selects =
        m_link.isOpen() ? timeline::selectsOf(*m_link.session().sequence()) : std::vector<timeline::Select>{};
    if (selects == m_shown)
        return;
    m_shown = selects;
    clear();
    for (const timeline::Select& select : m_shown) {
        auto* item = new QListWidgetItem(label(select), this);
        item->setData(idRole, QString::fromStdString(select.id.toString()));
        const auto picture = m_thumbnails.at(select.range.source.multiSource,
                                             select.range.source.clock.timeOf(select.range.in));
        if (!picture.isNull())
            item->setIcon(QPixmap::fromImage(picture));
    }
}

std::vector<timeline::MarkedRange> SelectsPanel::chosenRanges() const {
    std::vector<timeline::MarkedRange> ranges;
    const bool all = selectedItems().isEmpty();
    for (int i = 0; i < count() && static_cast<std::size_t>(i) < m_shown.size(); ++i)
        if (all || item(i)->isSelected())
            ranges.push_back(m_shown[static_cast<std::size_t>(i)].range);
    return ranges;
}

QStringList SelectsPanel::mimeTypes() const {
    return {QLatin1String(rangesMimeType)};
}

QMimeData* SelectsPanel::mimeData(const QList<QListWidgetItem*>& items) const {
    QStringList ids;
    for (int i = 0; i < count(); ++i)
        if (items.contains(item(i)))
            ids << item(i)->data(idRole).toString();
    auto* dragged = new QMimeData;
    dragged->setData(QLatin1String(rangesMimeType), ids.join(QLatin1Char('\n')).toLatin1());
    return dragged;
}

void SelectsPanel::removeChosen() {
    std::vector<Uuid> ids;
    for (const QListWidgetItem* item : selectedItems())
        if (const auto id = Uuid::parse(item->data(idRole).toString().toStdString()))
            ids.push_back(*id);
    if (!ids.empty())
        m_link.report(m_link.session().take(timeline::removeSelects(*m_link.session().sequence(), ids)));
}

void SelectsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        removeChosen();
    else
        QListWidget::keyPressEvent(event);
}

} // namespace cutaway::ui
