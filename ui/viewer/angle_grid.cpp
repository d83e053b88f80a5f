#include "ui/viewer/angle_grid.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/viewer/video_view.h"

#include <QMouseEvent>
#include <QPainter>

namespace cutaway::ui {

using theme::Token;

namespace {
constexpr int frameWidth = 2;
constexpr int labelHeight = theme::badgeHeight;
} // namespace

class AngleGrid::Tile : public QWidget {
public:
    Tile(const Name& name, AngleGrid* grid)
        : QWidget(grid)
        , m_grid(grid)
        , m_name(name)
        , m_view(new VideoView(this))
        , m_label(new Label(*this)) {
        m_view->setMinimumSize(0, 0);
        m_view->setAccessibleName(AngleGrid::tr("Angle %1, %2").arg(name.number).arg(name.name));
        setToolTip(AngleGrid::tr("Go on with angle %1 (key %1)").arg(name.number));
        setCursor(Qt::PointingHandCursor);
    }

    VideoView* view() { return m_view; }
    int number() const { return m_name.number; }
    void setCurrent(bool current) {
        if (current == m_current)
            return;
        m_current = current;
        update();
        m_label->update();
    }

protected:
    void resizeEvent(QResizeEvent*) override {
        m_view->setGeometry(rect().adjusted(frameWidth, frameWidth, -frameWidth, -frameWidth));
        m_label->setGeometry(
            frameWidth + theme::panelGap, height() - frameWidth - theme::panelGap - labelHeight,
            qMin(m_label->wanted(), width() - 2 * (frameWidth + theme::panelGap)), labelHeight);
        m_label->raise();
    }
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), theme::colour(m_current ? Token::Input : Token::Surround));
    }
    void mousePressEvent(QMouseEvent* event) override {
        if (event->button() == Qt::LeftButton)
            Q_EMIT m_grid->chosen(m_name.number);
        QWidget::mousePressEvent(event); // the panel wants to know as well
    }

private:
    /// Number and name over the lower edge of the picture; lets the mouse through.
    class Label : public QWidget {
    public:
        explicit Label(Tile& tile)
            : QWidget(&tile)
            , m_tile(tile) {
            setAttribute(Qt::WA_TransparentForMouseEvents);
        }
        int wanted() const {
            return QFontMetrics(theme::words(11, QFont::DemiBold)).horizontalAdvance(text()) +
                   2 * theme::padding;
        }

    protected:
        void paintEvent(QPaintEvent*) override {
            QPainter painter(this);
            painter.fillRect(rect(), theme::colour(m_tile.m_current ? Token::InputFill : Token::Shade));
            painter.setFont(theme::words(11, QFont::DemiBold));
            painter.setPen(theme::colour(Token::TextOnFill));
            const QRect room = rect().adjusted(theme::padding, 0, -theme::padding, 0);
            painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                             painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width() + 1));
        }

    private:
        QString text() const {
            return QStringLiteral("%1  %2").arg(m_tile.m_name.number).arg(m_tile.m_name.name);
        }
        Tile& m_tile;
    };

    AngleGrid* m_grid;
    Name m_name;
    VideoView* m_view;
    Label* m_label;
    bool m_current = false;
};

AngleGrid::AngleGrid(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("All angles"));
}

void AngleGrid::setAngles(const QList<Name>& angles) {
    if (angles == m_names)
        return;
    m_names = angles;
    for (Tile* tile : std::as_const(m_tiles)) {
        tile->hide();
        tile->deleteLater(); // it may be its own click that is being handled
    }
    m_tiles.clear();
    for (const Name& name : angles) {
        m_tiles << new Tile(name, this);
        m_tiles.last()->show();
    }
    place();
}

void AngleGrid::setCurrent(int number) {
    for (Tile* tile : std::as_const(m_tiles))
        tile->setCurrent(tile->number() == number);
}

void AngleGrid::show(qsizetype index, const playback::WallTile& tile, const QString& words) {
    VideoView* view = m_tiles[index]->view();
    view->setUnavailable(words);
    if (view->picture() != tile.picture || view->isExact() != tile.exact)
        view->setPicture(tile.picture, tile.exact);
}

QRect AngleGrid::tileRect(qsizetype index) const {
    return m_tiles[index]->geometry();
}

void AngleGrid::place() {
    const int count = static_cast<int>(m_tiles.size());
    const int columns = count <= 1 ? 1 : count <= 4 ? 2 : 3;
    const int rows = qMax(1, (count + columns - 1) / columns);
    for (int i = 0; i < count; ++i) {
        const int left = width() * (i % columns) / columns;
        const int top = height() * (i / columns) / rows;
        m_tiles[i]->setGeometry(left, top, width() * (i % columns + 1) / columns - left,
                                height() * (i / columns + 1) / rows - top);
    }
}

void AngleGrid::resizeEvent(QResizeEvent*) {
    place();
}

void AngleGrid::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme::colour(Token::Surround));
}

} // namespace cutaway::ui
