#include "ui/browse/card_view.h"

#include "ui/browse/unit_words.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace cutaway::ui {

using theme::Token;

namespace {

constexpr int gap = theme::padding;
constexpr int pictureHeight = 130; // 16:9 of the card's width
constexpr int rowHeight = 48;
constexpr int restPermille = 350; // what a card shows while nothing points at it

const catalogue::Angle* firstAngle(const catalogue::Unit& unit) {
    for (const auto& angle : unit.angles)
        if (angle.state != catalogue::AngleState::Waiting && !angle.sourceId.isNil())
            return &angle;
    return nullptr;
}

void paintPicture(QPainter& painter, const QRect& where, const QImage& image, bool expected) {
    painter.fillRect(where, theme::colour(Token::Surround));
    if (!image.isNull()) {
        const QSizeF fit = QSizeF(image.size()).scaled(where.size(), Qt::KeepAspectRatioByExpanding);
        painter.save();
        painter.setClipRect(where, Qt::IntersectClip);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QRectF to(QPointF(), fit);
        to.moveCenter(QRectF(where).center());
        painter.drawImage(to, image);
        painter.restore();
        return;
    }
    painter.fillRect(where, theme::colour(Token::Bg1));
    paintIcon(painter, expected ? QStringLiteral("film") : QStringLiteral("camera"),
              QRectF(where.center().x() - 12, where.center().y() - 12, 24, 24), Token::TextDisabled);
}

QString elided(const QPainter& painter, const QString& text, int width) {
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

} // namespace

class CardView::Delegate : public QStyledItemDelegate {
public:
    explicit Delegate(CardView* view)
        : QStyledItemDelegate(view)
        , m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return m_view->m_list ? QSize(m_view->viewport()->width(), rowHeight)
                              : QSize(theme::cardWidth, theme::cardHeight);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const BrowseHit* hit = m_view->m_model.hit(index);
        if (!hit)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (m_view->m_list)
            paintRow(*painter, option, *hit, index);
        else
            paintCard(*painter, option, *hit, index);
        painter->restore();
    }

private:
    QImage picture(const BrowseHit& hit, const QModelIndex& index) const {
        const catalogue::Angle* angle = firstAngle(hit.unit);
        if (!angle)
            return {};
        return m_view->m_pictures(angle->sourceId,
                                  index == m_view->m_hovered ? m_view->m_permille : restPermille);
    }

    bool isOffline(const catalogue::Unit& unit) const {
        return m_view->m_offline &&
               std::any_of(unit.angles.begin(), unit.angles.end(),
                           [this](const auto& angle) { return m_view->m_offline(angle.sourceId); });
    }

    void ground(QPainter& painter, const QStyleOptionViewItem& option, const QRect& card) const {
        const bool selected = option.state & QStyle::State_Selected;
        const bool hovered = option.state & QStyle::State_MouseOver;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::colour(selected || hovered ? Token::Bg4 : Token::Bg3));
        painter.drawRoundedRect(card, theme::radiusControl, theme::radiusControl);
    }

    void frame(QPainter& painter, const QStyleOptionViewItem& option, const QRect& card) const {
        const bool selected = option.state & QStyle::State_Selected;
        if (!selected)
            return;
        const bool focused = option.state & QStyle::State_HasFocus;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme::colour(focused ? Token::Focus : Token::Text1), 2));
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), theme::radiusControl,
                                theme::radiusControl);
    }

    void paintCard(QPainter& painter, const QStyleOptionViewItem& option, const BrowseHit& hit,
                   const QModelIndex& index) const {
        const QRect card = option.rect;
        ground(painter, option, card);
        const QRect where(card.left(), card.top(), card.width(), pictureHeight);
        QPainterPath rounded;
        rounded.addRoundedRect(QRectF(card), theme::radiusControl, theme::radiusControl);
        painter.save();
        painter.setClipPath(rounded);
        paintPicture(painter, where, picture(hit, index), hit.unit.hasPictures());
        painter.restore();
        if (index == m_view->m_hovered && hit.unit.hasPictures()) {
            const int x = where.left() + where.width() * m_view->m_permille / 1000;
            painter.fillRect(QRect(x, where.top(), 1, where.height()), theme::colour(Token::TextOnFill));
        }
        const BadgeLook status = statusBadge(hit.unit);
        if (!status.word.isEmpty() && !isFinished(hit.unit))
            paintBadge(painter, where.topLeft() + QPoint(6, 6), status);
        if (hit.unit.hasPictures()) {
            const BadgeLook angles{QStringLiteral("camera"), anglesText(hit.unit), Token::Text2, false};
            paintBadge(
                painter,
                QPoint(where.right() - 5 - badgeWidth(angles), where.bottom() - 5 - theme::badgeHeight),
                angles);
        }
        if (isOffline(hit.unit)) {
            const BadgeLook here{QStringLiteral("download"), CardView::tr("Offline"), Token::Text2, false};
            paintBadge(painter, QPoint(where.left() + 6, where.bottom() - 5 - theme::badgeHeight), here);
        }
        words(painter, hit,
              QRect(card.left() + theme::padding, where.bottom() + 4, card.width() - 2 * theme::padding,
                    card.bottom() - where.bottom() - 6));
        frame(painter, option, card);
    }

    void paintRow(QPainter& painter, const QStyleOptionViewItem& option, const BrowseHit& hit,
                  const QModelIndex& index) const {
        const QRect row = option.rect.adjusted(0, 1, 0, -1);
        ground(painter, option, row);
        const QRect where(row.left(), row.top(), row.height() * 16 / 9, row.height());
        paintPicture(painter, where, picture(hit, index), hit.unit.hasPictures());
        const BadgeLook status = statusBadge(hit.unit);
        const int badge = status.word.isEmpty() ? 0 : badgeWidth(status);
        if (badge)
            paintBadge(
                painter,
                QPoint(row.right() - theme::padding - badge, row.center().y() - theme::badgeHeight / 2),
                status);
        words(painter, hit,
              QRect(where.right() + theme::padding, row.top() + 5,
                    row.right() - where.right() - badge - 4 * theme::padding, row.height() - 10));
        frame(painter, option, row);
    }

    void words(QPainter& painter, const BrowseHit& hit, const QRect& area) const {
        painter.setFont(theme::words(12, QFont::DemiBold));
        painter.setPen(theme::colour(Token::Text1));
        QString name = QString::fromStdString(hit.unit.name);
        if (hit.mark)
            name = QString::fromStdString(hit.mark->label) + QStringLiteral(" · ") + name;
        painter.drawText(QRect(area.left(), area.top(), area.width(), area.height() / 2),
                         Qt::AlignLeft | Qt::AlignVCenter, elided(painter, name, area.width()));
        painter.setFont(theme::words(11));
        painter.setPen(theme::colour(Token::Text2));
        painter.drawText(QRect(area.left(), area.top() + area.height() / 2, area.width(), area.height() / 2),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         elided(painter, factsLine(hit.unit), area.width()));
    }

    CardView* m_view;
};

CardView::CardView(CardModel& model, PictureAt pictures, QWidget* parent)
    : QListView(parent)
    , m_model(model)
    , m_pictures(std::move(pictures)) {
    setAccessibleName(tr("Events"));
    setModel(&model);
    setItemDelegate(new Delegate(this));
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setAsList(false);
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
        // A click on the card that is current already asks for it again.
        if (const BrowseHit* hit = m_model.hit(index))
            Q_EMIT chosen(*hit);
    });
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const BrowseHit* hit = m_model.hit(index))
            Q_EMIT opened(*hit);
    });
}

void CardView::setAsList(bool list) {
    m_list = list;
    setViewMode(list ? QListView::ListMode : QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setWrapping(!list);
    setFlow(list ? QListView::TopToBottom : QListView::LeftToRight);
    setSpacing(list ? 0 : gap / 2);
    setGridSize(list ? QSize() : QSize(theme::cardWidth + gap, theme::cardHeight + gap));
    scheduleDelayedItemsLayout();
}

void CardView::setOffline(std::function<bool(const Uuid&)> offline) {
    m_offline = std::move(offline);
    viewport()->update();
}

void CardView::choose(const Uuid& unitId) {
    // A mark of this unit stays chosen, and nothing scrolls under the hand.
    if (const BrowseHit* hit = m_model.hit(currentIndex()); hit && hit->unit.id == unitId)
        return;
    m_quiet = true;
    const QModelIndex index = m_model.indexOf(unitId);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
    m_quiet = false;
}

bool CardView::event(QEvent* event) {
    // With the focus here the arrows walk over the cards, rather than over frames.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
            if (key->modifiers() == Qt::NoModifier) {
                event->accept();
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QListView::event(event);
}

void CardView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    const BrowseHit* hit = m_model.hit(current);
    // By mouse, clicked() tells.
    if (hit && !m_quiet && hasFocus() && !(QGuiApplication::mouseButtons() & Qt::LeftButton))
        Q_EMIT chosen(*hit);
}

void CardView::mouseMoveEvent(QMouseEvent* event) {
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const QModelIndex before = m_hovered;
    m_hovered = index;
    if (index.isValid()) {
        const QRect card = visualRect(index);
        m_permille = std::clamp(
            (event->position().toPoint().x() - card.left()) * 1000 / std::max(1, card.width()), 0, 999);
        update(index);
    }
    if (before.isValid() && before != index)
        update(before);
}

void CardView::leaveEvent(QEvent* event) {
    QListView::leaveEvent(event);
    const QModelIndex before = m_hovered;
    m_hovered = QModelIndex();
    if (before.isValid())
        update(before);
}

} // namespace cutaway::ui
