#pragma once

#include "ui/timeline/session_link.h"

#include <QObject>
#include <QPointF>

#include <functional>
#include <optional>

namespace cutaway::ui {

class VideoView;

/// Graphics by hand on the programme's picture: a press takes the topmost one there, a drag moves it as one
/// step, a double click asks for its fields.
class GraphicHand : public QObject {
    Q_OBJECT

public:
    GraphicHand(VideoView& view, SessionLink& link, QObject* parent);

    /// A graphic lies there, in the view, that a press would take.
    bool isOver(const QPointF& point) const { return gripAt(point).has_value(); }

Q_SIGNALS:
    void taken();
    void editRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Grip {
        Uuid clip;
        timeline::SharedValue<timeline::Graphic> graphic; ///< as it was taken
        QPointF from;
        bool moved = false;
    };
    std::optional<Grip> gripAt(const QPointF& point) const;
    bool press(const QPointF& point);
    bool move(const QPointF& point);
    bool release();
    void letGo();

    VideoView& m_view;
    SessionLink& m_link;
    std::optional<Grip> m_grip;
};

} // namespace cutaway::ui
