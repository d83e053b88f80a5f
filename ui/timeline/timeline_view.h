#pragma once

#include "ui/timeline/gain_drag.h"
#include "ui/timeline/media_providers.h"
#include "ui/timeline/session_link.h"
#include "ui/timeline/time_scale.h"
#include "ui/timeline/timeline_drag.h"
#include "ui/timeline/track_rows.h"

#include <QWidget>

#include <memory>
#include <optional>

class QScrollBar;

namespace cutaway::ui {

struct ClipLook;
class SpokenTimeline;

/// MIME type of dragged selects: their ids, one a line, between the list and the timeline of one program.
inline constexpr char rangesMimeType[] = "application/x-cutaway-selects";

/// The timeline: track headers, ruler, clips, playhead. It draws what the session holds and turns the mouse
/// into requests to it; it decides nothing about the cut.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(SessionLink& link, QWidget* parent = nullptr);
    ~TimelineView() override;

    /// Either may be null; both outlive the view.
    void setProviders(ThumbnailProvider* thumbnails, WaveformProvider* waveforms);
    /// How many sounds the angle in the source viewer has: which patch buttons there are. 0 and no picture:
    /// none.
    void setSourceMembers(bool picture, int sounds);
    void setPlaying(bool playing); ///< then the view follows the playhead page by page
    bool isPlaying() const { return m_playing; }
    /// The key that inserts, as it is written on this platform: for the empty timeline.
    void setInsertKey(const QString& key);

    const TimeScale& scale() const { return m_scale; }
    void zoomIn();
    void zoomOut();
    void zoomFit();
    void showPlayhead(); ///< scrolls until it is in view
    void showHand();     ///< the same for the clip at hand
    void tallerRows();
    void lowerRows();

    /// What of a track's row is in view, and of these frames of it; empty when nothing is.
    QRect rowRect(std::size_t track) const;
    QRect clipRect(std::size_t track, timeline::UnitRange frames) const;
    /// The same of the ruler, and of a marker over these frames on it.
    QRect rulerRect() const;
    QRect markRect(timeline::UnitRange frames) const;
    /// The frame at a place of this widget.
    std::int64_t frameAt(int x) const { return m_scale.frameAt(x - headerWidth()); }
    /// Muted or hidden, or silenced by another's solo.
    static bool isHidden(const timeline::Sequence& sequence, const timeline::Track& track);
    /// What screen readers are told.
    SpokenTimeline& spoken() { return *m_spoken; }

    /// For tests and the tour: where a frame of a track is in this widget.
    QPoint pointAt(std::size_t track, std::int64_t frame) const;
    QRect buttonRect(std::size_t track, HeaderButton button) const;
    int headerWidth() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user asks for this frame: the player seeks, and the session's playhead follows it.
    void seekRequested(qint64 frame);
    /// Ranges were dropped: ids of selects, at a frame, to insert or to overwrite.
    void selectsDropped(const QStringList& ids, qint64 frame, bool insert);
    /// The menu of what lies there is asked for: of a clip, of an empty place on a track, or of its header.
    void menuRequested(const cutaway::ui::TimelineHit& at, QPoint global, bool header);
    /// While the mouse drags: the frames of the sequence that tell what it does, two at a trimmed edge or
    /// four around a slipped clip; none when it is over.
    void edgesShown(const std::vector<std::int64_t>& frames);
    /// A clip was double-clicked: open its angle at this absolute frame.
    void clipOpened(const cutaway::Uuid& source, qint64 absoluteFrame);
    void graphicOpened(); ///< a graphic was double-clicked; it is selected

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Mouse { Nothing, Seeking, Pressed, Dragging, Marquee, Patching, Gain };

    const timeline::Sequence* sequence() const;
    QPoint inTracks(QPoint widget) const { return {widget.x() - headerWidth(), widget.y()}; }
    QRect tracksRect() const;
    void refreshRows();
    void refreshScrollBar();
    void setScroll(std::int64_t pixels);
    void setRowPercent(int percent);
    void takeEditPoint(bool ripple);
    void onPlayhead();
    void hover(QPoint at);
    void pressHeader(QPoint at);
    void releasePatch(QPoint at);
    /// The body of the clip that was hit, in the tracks; and what of its gain line is there.
    QRect bodyOf(const TimelineHit& hit) const;
    std::optional<GainLine::Hit> gainHit(const TimelineHit& hit, QPoint inTracks) const;
    /// Which part of the source is patched to this track, if one is: 0 the picture, N its sound N.
    std::optional<int> memberOn(const timeline::Track& track) const;
    void pressTracks(const QMouseEvent& event);
    void stopMouse();
    std::int64_t seekFrame(int x) const;
    void selectWithin(const QRect& marquee, bool add);

    void paintTracks(QPainter& painter, const QRect& visible);
    void paintTrack(QPainter& painter, const TrackRow& row, const QRect& visible);
    ClipLook lookOf(const timeline::Track& track, const timeline::TrackIndex& index, std::size_t item) const;
    void paintHeaders(QPainter& painter);
    void paintTransitions(QPainter& painter, const TrackRow& row, const QRect& visible);
    void paintEditPoint(QPainter& painter);
    void paintFeedback(QPainter& painter);
    void paintFadeHandles(QPainter& painter);
    void paintEmpty(QPainter& painter);

    SessionLink& m_link;
    std::unique_ptr<SpokenTimeline> m_spoken;
    ThumbnailProvider* m_thumbnails = nullptr;
    WaveformProvider* m_waveforms = nullptr;
    QScrollBar* m_bar;
    QScrollBar* m_rowBar; ///< only where the rows need more height than there is
    int m_rowPercent = 100;
    int m_picturesHeight = 0; ///< of all picture rows, in view or not
    TimeScale m_scale;
    std::vector<TrackRow> m_rows;
    timeline::SequencePtr m_linkedOf; ///< what `m_linked` was made from
    std::optional<timeline::LinkedClips> m_linked;
    bool m_sourcePicture = false;
    int m_sourceSounds = 0;
    bool m_playing = false;
    bool m_fitted = false; ///< nobody has zoomed yet: the sequence is kept fitted
    QString m_insertKey;

    Mouse m_mouse = Mouse::Nothing;
    QPoint m_pressed;
    QPoint m_at{-1, -1};
    TimelineHit m_hit;
    int m_patching = 0; ///< the member whose button is dragged
    std::optional<TimelineDrag> m_drag;
    std::optional<GainDrag> m_gainDrag;
    DragFeedback m_feedback;
    std::optional<std::int64_t> m_dropFrame;
    Uuid m_hovered; ///< the clip under the mouse: nil, none
    bool m_narrowSelectionOnRelease = false;
};

} // namespace cutaway::ui
