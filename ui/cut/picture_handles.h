#pragma once

#include "ui/timeline/session_link.h"

#include <QPolygonF>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace cutaway::ui {

class VideoView;

/// The outline of the picture at hand over the programme, to be pulled with the mouse: inside it moves, a
/// corner scales, the knob above turns, the middle of a side crops. A pull is one step; Escape gives it up.
class PictureHandles : public QWidget {
    Q_OBJECT

public:
    PictureHandles(SessionLink& link, VideoView& view);

    /// Only while they are asked for; they let the mouse through where there is nothing of them.
    void setOn(bool on);
    /// Where something over the picture is taken rather than the picture itself.
    void setYielding(std::function<bool(const QPointF&)> yields) { m_yields = std::move(yields); }

    enum class Grip { None, Move, Scale, Turn, CropLeft, CropTop, CropRight, CropBottom };
    /// For tests: where a grip is in this widget.
    QPointF placeOf(Grip grip) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Where the picture lies in this widget, cropped and whole.
    struct Outline {
        QRectF frame;       ///< of the sequence
        QPointF centre;     ///< of the whole picture
        QSizeF size;        ///< of the whole picture, before it is turned
        double radians = 0; ///< clockwise
        QPolygonF corners;  ///< of what the crop leaves: left top first, clockwise
    };
    std::optional<Outline> outline() const;
    Grip gripAt(QPointF at) const;
    std::vector<timeline::ParameterValue> pulledTo(QPointF at, bool straight) const;
    void refresh();
    void stop();
    void giveUp();

    SessionLink& m_link;
    VideoView& m_view;
    bool m_on = false;
    std::function<bool(const QPointF&)> m_yields;
    Grip m_grip = Grip::None;
    bool m_pulled = false; ///< farther than a hand moves while it clicks
    QPointF m_pressed;
    Outline m_start;                        ///< when it was taken
    timeline::PicturePlacement m_placement; ///< the same
};

} // namespace cutaway::ui
