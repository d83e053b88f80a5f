#include "ui/timeline/timeline_view.h"

#include "ui/timeline/accessible_items.h"
#include "ui/timeline/header_painter.h"
#include "ui/timeline/spoken_timeline.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace cutaway::ui {

using namespace timeline_measures;

namespace {
constexpr int scrollBarHeight = 12;
constexpr int leastSeconds = 10; ///< what the timeline shows of a sequence that is shorter
} // namespace

TimelineView::TimelineView(SessionLink& link, QWidget* parent)
    : QWidget(parent)
    , m_link(link)
    , m_bar(new QScrollBar(Qt::Horizontal, this))
    , m_rowBar(new QScrollBar(Qt::Vertical, this)) {
    speakTimelines(); // before anything is said of this one
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("The sequence: picture tracks over sound tracks."));
    m_bar->setAccessibleName(tr("Scroll in time"));
    m_rowBar->setAccessibleName(tr("Scroll over the tracks"));
    m_rowBar->hide();
    connect(m_rowBar, &QScrollBar::valueChanged, this, &TimelineView::refreshRows);
    connect(m_bar, &QScrollBar::valueChanged, this, [this](int value) {
        m_scale.setScroll(value);
        update();
    });
    connect(&link, &SessionLink::opened, this, [this] {
        // The mouse may hold something of the sequence before.
        m_drag.reset();
        m_gainDrag.reset();
        m_hit = {};
        stopMouse();
        m_fitted = true;
        m_rows.clear();
        refreshRows();
        zoomFit();
    });
    connect(&link, &SessionLink::sequenceChanged, this, [this] {
        refreshRows();
        refreshScrollBar();
    });
    connect(&link, &SessionLink::playheadChanged, this, &TimelineView::onPlayhead);
    for (const auto signal :
         {&SessionLink::selectionChanged, &SessionLink::marksChanged, &SessionLink::modesChanged})
        connect(&link, signal, this, qOverload<>(&QWidget::update));
    refreshRows();
    // After ours, so that what is said of a change is so when it is asked about.
    m_spoken = std::make_unique<SpokenTimeline>(link, *this);
}

TimelineView::~TimelineView() = default;

const timeline::Sequence* TimelineView::sequence() const {
    return m_link.isOpen() ? m_link.session().sequence().get() : nullptr;
}

void TimelineView::setProviders(ThumbnailProvider* thumbnails, WaveformProvider* waveforms) {
    m_thumbnails = thumbnails;
    m_waveforms = waveforms;
    if (thumbnails)
        thumbnails->onArrived([this] { update(); });
    if (waveforms)
        waveforms->onArrived([this] { update(); });
    update();
}

void TimelineView::setSourceMembers(bool picture, int sounds) {
    m_sourcePicture = picture;
    m_sourceSounds = sounds;
    update();
}

void TimelineView::setPlaying(bool playing) {
    m_playing = playing;
    m_spoken->handMoved();
}

void TimelineView::setInsertKey(const QString& key) {
    m_insertKey = key;
    update();
}

int TimelineView::headerWidth() const {
    return window()->width() < 1600 ? headerNarrow : headerWide;
}

QRect TimelineView::tracksRect() const {
    const int bar = m_rowBar->isVisibleTo(this) ? scrollBarHeight : 0;
    return {headerWidth(), 0, std::max(0, width() - headerWidth() - bar),
            std::max(0, height() - scrollBarHeight)};
}

QSize TimelineView::sizeHint() const {
    return {900, 280};
}

QSize TimelineView::minimumSizeHint() const {
    return {headerNarrow + 200, ruler + videoRow + 2 * soundRow + 4 * rowGap + scrollBarHeight};
}

void TimelineView::refreshRows() {
    const int shown = tracksRect().height();
    const std::size_t rowsBefore = m_rows.size();
    m_rows = sequence() ? trackRows(*sequence(), {shown, m_rowPercent}) : std::vector<TrackRow>();
    const int hidden = std::max(0, rowsHeight(m_rows) - (shown - ruler));
    int pictures = 0;
    for (const TrackRow& row : m_rows)
        if (sequence()->tracks[row.track]->kind == timeline::TrackKind::Video)
            pictures += row.height + rowGap;
    {
        const QSignalBlocker quiet(m_rowBar);
        m_rowBar->setRange(0, hidden);
        m_rowBar->setPageStep(std::max(1, shown - ruler));
        m_rowBar->setSingleStep(soundRow / 2);
        m_rowBar->setVisible(hidden > 0);
        // Where pictures and sound meet stays in its place when tracks come and go.
        if (rowsBefore == 0)
            m_rowBar->setValue(pictures - shown / 2);
        else if (rowsBefore != m_rows.size())
            m_rowBar->setValue(m_rowBar->value() + pictures - m_picturesHeight);
        m_picturesHeight = pictures;
    }
    m_rowBar->setGeometry(width() - scrollBarHeight, ruler, scrollBarHeight, std::max(0, shown - ruler));
    for (TrackRow& row : m_rows)
        row.top -= m_rowBar->value();
    // A fitted sequence stays in view as it grows; it does not jump about under the mouse.
    if (m_fitted && !m_drag && sequence() &&
        m_scale.widthOf(sequence()->durationFrames()) >= tracksRect().width())
        zoomFit();
    update();
}

void TimelineView::refreshScrollBar() {
    const int shown = tracksRect().width();
    const std::int64_t frames = sequence() ? sequence()->durationFrames() : 0;
    // Room to drag to behind the last clip.
    const std::int64_t all = std::max(m_scale.widthOf(frames) + shown / 2, m_scale.scroll() + shown);
    constexpr std::int64_t mostPixels = 1 << 30;
    const QSignalBlocker quiet(m_bar);
    m_bar->setRange(0, static_cast<int>(std::min(mostPixels, all - shown)));
    m_bar->setPageStep(shown);
    m_bar->setSingleStep(std::max(1, shown / 20));
    m_bar->setValue(static_cast<int>(std::min(mostPixels, m_scale.scroll())));
}

void TimelineView::setScroll(std::int64_t pixels) {
    m_scale.setScroll(pixels);
    refreshScrollBar();
    update();
}

void TimelineView::zoomIn() {
    m_fitted = false;
    const int at = m_scale.xOf(m_link.isOpen() ? m_link.session().playhead() : 0);
    m_scale.zoomAround(at >= 0 && at < tracksRect().width() ? at : tracksRect().width() / 2,
                       m_scale.zoom() * 3 / 2 + 1);
    refreshScrollBar();
    update();
}

void TimelineView::zoomOut() {
    m_fitted = false;
    const int at = m_scale.xOf(m_link.isOpen() ? m_link.session().playhead() : 0);
    m_scale.zoomAround(at >= 0 && at < tracksRect().width() ? at : tracksRect().width() / 2,
                       m_scale.zoom() * 2 / 3);
    refreshScrollBar();
    update();
}

void TimelineView::zoomFit() {
    m_fitted = true;
    const std::int64_t frames = sequence() ? sequence()->durationFrames() : 0;
    const std::int64_t base = sequence() ? sequence()->rate.timecodeBase() : 50;
    const std::int64_t room = std::max(frames + frames / 20 + 1, leastSeconds * base);
    m_scale.fit(room, tracksRect().width());
    refreshScrollBar();
    update();
}

void TimelineView::setRowPercent(int percent) {
    m_rowPercent = std::clamp(percent, leastRowPercent, mostRowPercent);
    refreshRows();
}

void TimelineView::tallerRows() {
    setRowPercent(m_rowPercent + m_rowPercent / 4);
}

void TimelineView::lowerRows() {
    setRowPercent(m_rowPercent * 4 / 5);
}

void TimelineView::showPlayhead() {
    const int x = m_scale.xOf(m_link.session().playhead());
    const int shown = tracksRect().width();
    if (x < 0 || x >= shown)
        setScroll(m_scale.scroll() + x - (m_playing ? 0 : shown / 2));
}

void TimelineView::showHand() {
    const auto hand = m_link.session().clipAtHand();
    const auto place = hand ? timeline::findClip(*sequence(), *hand) : std::nullopt;
    if (!place)
        return;
    const auto frames = timeline::framesOf(*sequence()->tracks[place->track], place->units, sequence()->rate);
    const QRect tracks = tracksRect();
    const int left = m_scale.xOf(frames.first);
    if (left < 0 || left >= tracks.width()) {
        m_fitted = false;
        setScroll(m_scale.scroll() + left - tracks.width() / 4);
    }
    for (const TrackRow& row : m_rows)
        if (row.track == place->track) {
            const int above = row.top - ruler;
            const int below = row.bottom() - tracks.height();
            if (above < 0 || below > 0)
                m_rowBar->setValue(m_rowBar->value() + (above < 0 ? above : below));
            return;
        }
}

void TimelineView::onPlayhead() {
    if (m_mouse == Mouse::Nothing)
        showPlayhead();
    update();
}

QRect TimelineView::rowRect(std::size_t track) const {
    const QRect tracks = tracksRect();
    for (const TrackRow& row : m_rows)
        if (row.track == track)
            return QRect(0, row.top, headerWidth() + tracks.width(), row.height)
                .intersected({0, ruler, headerWidth() + tracks.width(), tracks.height() - ruler});
    return {};
}

QRect TimelineView::clipRect(std::size_t track, timeline::UnitRange frames) const {
    const int left = headerWidth() + m_scale.xOf(frames.first);
    const int right = headerWidth() + m_scale.xOf(frames.end);
    return rowRect(track).intersected(
        QRect(left, 0, std::max(1, right - left), height()).intersected(tracksRect()));
}

QRect TimelineView::rulerRect() const {
    return {headerWidth(), 0, tracksRect().width(), ruler};
}

QRect TimelineView::markRect(timeline::UnitRange frames) const {
    constexpr int halfAMark = 4;
    const int left = headerWidth() + m_scale.xOf(frames.first) - halfAMark;
    const int right = headerWidth() + m_scale.xOf(frames.end - 1) + halfAMark;
    return QRect(left, 0, right - left, ruler).intersected(rulerRect());
}

QPoint TimelineView::pointAt(std::size_t track, std::int64_t frame) const {
    for (const TrackRow& row : m_rows)
        if (row.track == track)
            return {headerWidth() + m_scale.xOf(frame) + static_cast<int>(m_scale.widthOf(1) / 2),
                    row.top + row.height / 2};
    return {};
}

QRect TimelineView::buttonRect(std::size_t track, HeaderButton button) const {
    for (const TrackRow& row : m_rows)
        if (row.track == track)
            return headerButtonRect(row, sequence()->tracks[track]->kind == timeline::TrackKind::Audio,
                                    button, headerWidth());
    return {};
}

void TimelineView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    // Qt says first that the widget has it.
    QMetaObject::invokeMethod(m_spoken.get(), &SpokenTimeline::focusCame, Qt::QueuedConnection);
}

void TimelineView::resizeEvent(QResizeEvent*) {
    refreshRows();
    m_bar->setGeometry(headerWidth(), height() - scrollBarHeight, width() - headerWidth(), scrollBarHeight);
    if (m_fitted)
        zoomFit();
    refreshScrollBar();
}

bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && sequence()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto row = rowAt(m_rows, help->pos().y()); row && help->pos().x() < headerWidth()) {
            HeaderLook look;
            look.sound = sequence()->tracks[row->track]->kind == timeline::TrackKind::Audio;
            for (const HeaderButton button : {HeaderButton::Patch, HeaderButton::Target, HeaderButton::Show,
                                              HeaderButton::Lock, HeaderButton::Mute, HeaderButton::Solo})
                if (headerButtonRect(*row, look.sound, button, headerWidth()).contains(help->pos())) {
                    QToolTip::showText(help->globalPos(), headerButtonText(button, look), this);
                    return true;
                }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace cutaway::ui
