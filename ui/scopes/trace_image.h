#pragma once

#include "core/scopes/analyse.h"

#include <QImage>
#include <QSize>

namespace cutaway::ui {

/// The trace as it is drawn into a plot of `size` device pixels: the lowest level at the bottom, or for a
/// histogram at the left. Without its scale. Any thread.
QImage traceImage(const scopes::Trace& trace, const QSize& size);

} // namespace cutaway::ui
