#include "ui/cut/trim_pane.h"

#include "ui/session/cloud_session.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/viewer/player_link.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace cutaway::ui {

TrimPane::Tile::~Tile() = default;

TrimPane::TrimPane(CloudSession& cloud, ViewerPanel& over, playback::AudioOutput* audio)
    : QWidget(&over)
    , m_cloud(cloud)
    , m_audio(audio)
    , m_under(over.view()->parentWidget()) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::panelGap);
    m_under->installEventFilter(this);
    hide();
}

TrimPane::~TrimPane() = default;

TrimPane::Tile& TrimPane::makeTile() {
    auto tile = std::make_unique<Tile>();
    tile->box = new QWidget(this);
    tile->view = new VideoView(tile->box);
    tile->caption = new QLabel(tile->box);
    tile->caption->setContentsMargins(theme::padding, 2, theme::padding, 2);
    tile->caption->setMinimumWidth(1); // a long name is cut off, it does not widen the picture
    auto* column = new QVBoxLayout(tile->box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tile->view, 1);
    column->addWidget(tile->caption);
    layout()->addWidget(tile->box);
    m_tiles.push_back(std::move(tile));
    return *m_tiles.back();
}

void TrimPane::present(std::size_t count) {
    while (m_tiles.size() < count)
        makeTile();
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        Tile& tile = *m_tiles[i];
        tile.box->setVisible(i < count);
        if (i >= count) {
            letGo(tile);
            continue;
        }
        if (tile.player)
            continue;
        tile.player = std::make_unique<PlayerLink>();
        connect(tile.player.get(), &PlayerLink::pictureChanged, this,
                [view = tile.view](const playback::PresentedPicture& picture) {
                    view->setPicture(picture.picture, picture.exact);
                });
        tile.player->setMedia(m_cloud.media(), m_audio);
    }
    m_shown = count;
    place();
    show();
    raise();
}

void TrimPane::dismiss() {
    hide();
    m_shown = 0;
    for (const auto& tile : m_tiles)
        letGo(*tile);
}

/// Later: what ends a trim may be a signal of the very player.
void TrimPane::letGo(Tile& tile) {
    if (!tile.player)
        return;
    tile.player->disconnect(this);
    tile.player->stop();
    tile.player.release()->deleteLater();
}

void TrimPane::setCaption(std::size_t index, const QString& words) {
    m_tiles[index]->caption->setText(words);
    m_tiles[index]->view->setAccessibleName(words);
}

QString TrimPane::caption(std::size_t index) const {
    return m_tiles[index]->caption->text();
}

void TrimPane::place() {
    setGeometry(m_under->geometry());
}

bool TrimPane::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QWidget::eventFilter(watched, event);
}

void TrimPane::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme::colour(theme::Token::Surround));
}

} // namespace cutaway::ui
