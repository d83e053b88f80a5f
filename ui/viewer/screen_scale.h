#pragma once

#include <QImage>

namespace cutaway::ui {

/// The picture (Format_RGBX8888) at `size`, as Format_RGB32: bilinear between the centres of pixels, in whole
/// 256ths of a pixel, so that resources/shaders/scale.frag gives the very same codes.
QImage scaledToScreen(const QImage& picture, const QSize& size);

} // namespace cutaway::ui
