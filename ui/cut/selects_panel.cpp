#include "ui/cut/selects_panel.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/timeline/timeline_view.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace cutaway::ui {

namespace {

constexpr QSize pictureSize{80, 45};
constexpr int idRole = Qt::UserRole;
constexpr int firstRole = Qt::UserRole + 1;
constexpr int lengthRole = Qt::UserRole + 2;

constexpr int rowHeight = 53;

struct Times {
    QString first;
    QString length;
};

Times timesOf(const timeline::Select& select) {
    const auto& source = select.range.source;
    const TimecodeFormat format{source.clock.rate, source.dropFrame};
    const std::int64_t first = source.startTimecode + select.range.in - source.clock.originUnit();
    return {QString::fromStdString(timecodeText(first, format)),
            QStringLiteral("+") + QString::fromStdString(timecodeText(select.range.frames(), format))};
}

/// Picture, name, and where it is; what does not fit is elided.
class SelectDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {pictureSize.width(), rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme::colour(selected ? theme::Token::Bg4 : theme::Token::Bg3));
        const QRect picture(option.rect.topLeft() + QPoint(theme::padding, 4), pictureSize);
        painter->fillRect(picture, theme::colour(theme::Token::Surround));
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);
        QRect line(picture.right() + theme::padding, picture.top(),
                   option.rect.right() - picture.right() - 2 * theme::padding, picture.height() / 3);
        const auto write = [&](const QFont& font, theme::Token token, const QString& text,
                               Qt::TextElideMode elide = Qt::ElideRight) {
            painter->setFont(font);
            painter->setPen(theme::colour(token));
            painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(font).elidedText(text, elide, line.width()));
            line.translate(0, line.height());
        };
        // The angle, which tells one from the other, stands at the end.
        write(theme::words(12, QFont::DemiBold), theme::Token::Text1, index.data().toString(),
              Qt::ElideMiddle);
        write(theme::numbers(11), theme::Token::Text2, index.data(firstRole).toString());
        write(theme::numbers(11), theme::Token::Text3, index.data(lengthRole).toString());
        painter->restore();
    }
};

} // namespace

SelectsPanel::SelectsPanel(SessionLink& link, ThumbnailStore& thumbnails, QWidget* parent)
    : QListWidget(parent)
    , m_link(link)
    , m_thumbnails(thumbnails) {
    setAccessibleName(tr("Selects"));
    setIconSize(pictureSize);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragEnabled(true);
    setItemDelegate(new SelectDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setFont(theme::words(11));
    setToolTip(tr("Ranges you kept. Drag them to the timeline, or string them all out."));
    connect(&m_link, &SessionLink::opened, this, &SelectsPanel::rebuild);
    connect(&m_link, &SessionLink::sequenceChanged, this, &SelectsPanel::rebuild);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, [this](const Uuid& source) {
        if (std::any_of(m_shown.begin(), m_shown.end(),
                        [&](const auto& s) { return s.range.source.multiSource == source; }))
            showPictures();
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
    QSet<QString> chosen;
    for (const QListWidgetItem* item : selectedItems())
        chosen << item->data(idRole).toString();
    clear();
    for (const timeline::Select& select : m_shown) {
        auto* item = new QListWidgetItem(QString::fromStdString(select.name), this);
        const Times times = timesOf(select);
        item->setData(firstRole, times.first);
        item->setData(lengthRole, times.length);
        const QString all = QStringList{item->text(), times.first, times.length}.join(QStringLiteral("  "));
        item->setData(Qt::AccessibleTextRole, all);
        item->setToolTip(all);
        item->setData(idRole, QString::fromStdString(select.id.toString()));
        item->setSelected(chosen.contains(item->data(idRole).toString()));
    }
    showPictures();
}

void SelectsPanel::showPictures() {
    for (int i = 0; i < count() && static_cast<std::size_t>(i) < m_shown.size(); ++i) {
        const timeline::MarkedRange& range = m_shown[static_cast<std::size_t>(i)].range;
        const auto picture = m_thumbnails.at(range.source.multiSource, range.source.clock.timeOf(range.in));
        if (!picture.isNull())
            item(i)->setIcon(QPixmap::fromImage(picture));
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

bool SelectsPanel::event(QEvent* event) {
    // With the focus here Delete takes selects away, not clips, and the arrows walk over the list.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        static constexpr std::array ours{Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Up,
                                         Qt::Key_Down,   Qt::Key_Return,    Qt::Key_Enter};
        if (key->modifiers() == Qt::NoModifier &&
            std::find(ours.begin(), ours.end(), key->key()) != ours.end()) {
            event->accept();
            return true;
        }
    }
    return QListWidget::event(event);
}

void SelectsPanel::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(theme::words(12));
    painter.setPen(theme::colour(theme::Token::Text3));
    painter.drawText(viewport()->rect().adjusted(theme::section, theme::section, -theme::section, 0),
                     Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap,
                     tr("Nothing kept yet. Mark a part with I and O and press %1.").arg(m_keepKey));
}

void SelectsPanel::setKeepKey(const QString& key) {
    m_keepKey = key;
    viewport()->update();
}

void SelectsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        removeChosen();
    else
        QListWidget::keyPressEvent(event);
}

} // namespace cutaway::ui
