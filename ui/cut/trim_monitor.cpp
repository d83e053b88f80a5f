#include "ui/cut/trim_monitor.h"

#include "ui/session/cloud_session.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/timeline/session_link.h"
#include "ui/viewer/player_link.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_panel.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace cutaway::ui {

TrimMonitor::TrimMonitor(CloudSession& cloud, SessionLink& link, ViewerPanel& over)
    : QWidget(&over)
    , m_cloud(cloud)
    , m_link(link)
    , m_under(over.view()->parentWidget())
    , m_view(new VideoView(this))
    , m_caption(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_caption);
    m_caption->setContentsMargins(theme::padding, 2, theme::padding, 2);
    m_view->setAccessibleName(tr("Last frame before the edit"));
    m_under->installEventFilter(this);
    hide();
    for (const auto signal : {&SessionLink::selectionChanged, &SessionLink::sequenceChanged,
                              &SessionLink::playheadChanged, &SessionLink::opened})
        connect(&link, signal, this, &TrimMonitor::follow);
}

TrimMonitor::~TrimMonitor() = default;

QString TrimMonitor::caption() const {
    return m_caption->text();
}

void TrimMonitor::follow() {
    const bool open = m_link.isOpen();
    const auto frame = open ? m_link.session().editPointFrame() : std::nullopt;
    // Who goes elsewhere looks at something else.
    if (!frame || *frame <= 0 || m_link.session().playhead() != *frame) {
        hide();
        m_player.reset();
        return;
    }
    const timeline::SequencePtr sequence = m_link.session().sequence();
    const std::int64_t last = *frame - 1;
    if (!m_player) {
        m_player = std::make_unique<PlayerLink>();
        connect(m_player.get(), &PlayerLink::pictureChanged, this,
                [this](const playback::PresentedPicture& picture) {
                    m_view->setPicture(picture.picture, picture.exact);
                });
        m_player->setMedia(m_cloud.media(), nullptr);
    }
    m_player->setSequence(sequence);
    m_player->seek(last);
    const auto place = m_link.session().pictureAt(last);
    const QString timecode =
        QString::fromStdString(timecodeText(sequence->startFrame + last, sequence->timecode()));
    m_caption->setText(
        place ? tr("Last frame of %1, %2").arg(QString::fromStdString(place->clip->name), timecode)
              : tr("Nothing before the edit, %1").arg(timecode));
    this->place();
    show();
    raise();
}

void TrimMonitor::place() {
    setGeometry(m_under->geometry());
}

bool TrimMonitor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QWidget::eventFilter(watched, event);
}

void TrimMonitor::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme::colour(theme::Token::Surround));
}

} // namespace cutaway::ui
