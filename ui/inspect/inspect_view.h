#pragma once

#include <QImage>
#include <QWidget>

#include <optional>

namespace cutaway::ui {

/// One picture, as large as there is room for or at a scale of its own: the wheel zooms about the mouse,
/// dragging moves it, a double click goes between fit and 1:1. At 1:1 a pixel of the picture is a pixel of
/// the screen.
class InspectView : public QWidget {
    Q_OBJECT

public:
    explicit InspectView(QWidget* parent = nullptr);

    /// Scale and place are kept. `standIn`: a smaller picture of the same moment, drawn over the place of one
    /// of `size`.
    void setPicture(const QImage& picture, QSize size, bool standIn);
    const QImage& picture() const { return m_picture; }
    bool isStandIn() const { return m_standIn; }

    void fit();
    void oneToOne();
    void zoomBy(double factor); ///< about the middle
    /// Screen pixels to a pixel of the picture.
    double scale() const;
    bool isFitted() const { return !m_scale; }
    /// The part of the picture in view, in its pixels.
    QRectF visiblePart() const;

Q_SIGNALS:
    void scaleChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QRectF place() const;
    double fitScale() const;
    void setScale(double scale, QPointF about);
    void keepInView();

    QImage m_picture;
    QSize m_size; ///< of the picture, or of the one that m_picture stands in for
    bool m_standIn = false;
    std::optional<double> m_scale; ///< none: fitted
    QPointF m_centre;              ///< of the view, in pixels of the picture
    std::optional<QPointF> m_drag; ///< where the mouse was last
};

} // namespace cutaway::ui
