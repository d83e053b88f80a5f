#pragma once

#include "core/scopes/graticule.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <optional>

namespace cutaway::ui {

/// A trace with its scale: percent of the signal at the left, and where the picture is HDR light in cd/m2 at
/// the right with a line at reference white; on the vectorscope the places of colour bars.
class ScopeView : public QWidget {
    Q_OBJECT

public:
    explicit ScopeView(QWidget* parent = nullptr);

    void setKind(scopes::Kind kind);
    /// `image` fills the plot; the scale is that of pictures of this colour. A null image empties it.
    void setTrace(const QImage& image, const media::Colour& colour);
    /// Where traces are drawn, in device pixels.
    QSize plotSize() const;
    /// Labels of light that are on screen now; empty unless the picture is HDR.
    QStringList lightLabels() const;
    bool isEmpty() const { return m_image.isNull(); }
    const media::Colour& colour() const { return m_colour; }

    QSize sizeHint() const override { return {400, 360}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

Q_SIGNALS:
    void plotResized();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Mark {
        double at = 0; ///< pixels
        scopes::Line line;
    };
    bool isAcross() const { return m_kind == scopes::Kind::Histogram; } ///< levels run from left to right
    QRectF plot() const;
    double along(double level) const;
    /// The lines that have room for their labels.
    QList<Mark> fitted(const std::vector<scopes::Line>& lines) const;
    void paintScale(QPainter& painter) const;
    void paintReference(QPainter& painter) const;
    void paintTargets(QPainter& painter) const;
    void paintCaptions(QPainter& painter) const;

    scopes::Kind m_kind = scopes::Kind::Waveform;
    QImage m_image;
    media::Colour m_colour;
};

} // namespace cutaway::ui
