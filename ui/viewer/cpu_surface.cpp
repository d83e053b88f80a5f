#include "ui/viewer/surface.h"

#include "ui/theme/tokens.h"
#include "ui/viewer/screen_scale.h"

#include "core/media/colour_convert.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

namespace {

class CpuSurface final : public QWidget, public Surface {
public:
    explicit CpuSurface(QWidget* parent)
        : QWidget(parent) {
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

    QWidget* widget() override { return this; }
    QString name() const override { return QStringLiteral("CPU"); }

    void setPicture(media::VideoFramePtr picture) override {
        m_picture = std::move(picture);
        m_stale = true;
        update();
    }

    QImage converted() override {
        convert();
        return m_image;
    }

protected:
    void paintEvent(QPaintEvent*) override {
        convert();
        QPainter painter(this);
        painter.fillRect(rect(), theme::colour(theme::Token::Surround));
        if (m_image.isNull())
            return;
        const double ratio = devicePixelRatioF();
        const QRect place = letterbox(m_image.size(), (QSizeF(size()) * ratio).toSize()).toRect();
        if (m_scaled.size() != place.size())
            m_scaled = scaledToScreen(m_image, place.size());
        m_scaled.setDevicePixelRatio(ratio);
        painter.drawImage(QPointF(place.topLeft()) / ratio, m_scaled);
    }

private:
    // A hidden view converts nothing.
    void convert() {
        if (!m_stale)
            return;
        m_stale = false;
        m_scaled = {};
        if (!m_picture) {
            m_image = {};
            return;
        }
        if (m_image.size() != QSize(m_picture->width, m_picture->height))
            m_image = QImage(m_picture->width, m_picture->height, QImage::Format_RGBX8888);
        media::toDisplayRgb(*m_picture, m_image.bits(), m_image.bytesPerLine());
    }

    media::VideoFramePtr m_picture;
    QImage m_image;  ///< at its own size
    QImage m_scaled; ///< as it is painted
    bool m_stale = false;
};

} // namespace

QRectF letterbox(const QSize& picture, const QSizeF& area) {
    if (picture.isEmpty() || area.isEmpty())
        return {};
    const double scale = std::min(area.width() / picture.width(), area.height() / picture.height());
    const double width = std::round(picture.width() * scale);
    const double height = std::round(picture.height() * scale);
    return {std::floor((area.width() - width) / 2), std::floor((area.height() - height) / 2), width, height};
}

std::unique_ptr<Surface> makeCpuSurface(QWidget* parent) {
    return std::make_unique<CpuSurface>(parent);
}

} // namespace cutaway::ui
