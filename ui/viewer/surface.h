#pragma once

#include "core/media/frame.h"

#include <QImage>
#include <QWidget>

#include <functional>

namespace cutaway::ui {

/// What draws the picture inside a VideoView: by OpenGL or by the processor, with the same result.
class Surface {
public:
    virtual ~Surface() = default;
    virtual QWidget* widget() = 0;
    /// Null clears it to black.
    virtual void setPicture(media::VideoFramePtr picture) = 0;
    /// The picture at its own size as it would be shown: for tests and for copying a frame.
    virtual QImage converted() = 0;
    virtual QString name() const = 0; ///< "OpenGL" or "CPU"
};

/// The picture's place in `area`: largest with its shape kept, centred, whole device pixels.
QRectF letterbox(const QSize& picture, const QSizeF& area);

std::unique_ptr<Surface> makeCpuSurface(QWidget* parent);
/// `failed` is called once, later, when this machine cannot do it after all.
std::unique_ptr<Surface> makeGlSurface(QWidget* parent, std::function<void()> failed);

} // namespace cutaway::ui
