#pragma once

#include "ui/theme/tokens.h"

#include "core/timeline/source_timing.h"

#include <QWidget>

#include <optional>

namespace cutaway::ui {

/// A mark on a viewer's time line, as a shape by its kind.
struct StripMark {
    std::int64_t frame = 0; ///< on the viewer's time line, from 0
    QString label;
    QString kind; ///< "gun", "split", "finish", "goal", others
};
/// Name of the drawing for a kind of mark.
QString markIcon(const QString& kind);

/// The time line under a picture, 20 px high: playhead, In-Out bar, marks. Drag to scrub; a click on a mark
/// jumps to it.
class ScrubStrip : public QWidget {
    Q_OBJECT

public:
    ScrubStrip(theme::Token accent, QWidget* parent = nullptr);

    void setDuration(std::int64_t frames);
    void setPosition(std::int64_t frame);
    void setRange(std::optional<timeline::UnitRange> inOut); ///< [in, out)
    void setMarks(QList<StripMark> marks);
    /// How many drawings stand for the marks at this width.
    qsizetype drawnMarks() const { return clusters().size(); }
    /// What a frame is called, for the tooltip under the mouse.
    void setNaming(std::function<QString(std::int64_t)> name) { m_name = std::move(name); }

    QSize sizeHint() const override;

Q_SIGNALS:
    void sought(qint64 frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    double xOf(std::int64_t frame) const;
    std::int64_t frameAt(double x) const;
    const StripMark* markAt(double x) const;
    /// Marks too close to be told apart, together: indices of the first and behind the last.
    struct Cluster {
        qsizetype first = 0;
        qsizetype end = 0;
    };
    QList<Cluster> clusters() const;
    void paintCluster(QPainter& painter, const Cluster& cluster) const;

    theme::Token m_accent;
    std::int64_t m_duration = 0;
    std::int64_t m_position = 0;
    std::optional<timeline::UnitRange> m_range;
    QList<StripMark> m_marks;
    std::function<QString(std::int64_t)> m_name;
};

} // namespace cutaway::ui
