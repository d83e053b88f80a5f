#pragma once

#include "core/render/graphic_template.h"

#include <QPainterPath>

namespace cutaway::render {

/// Whether the typefaces of graphics can be drawn here; they are never replaced by others. Needs a
/// QGuiApplication, on the offscreen platform where there is no screen. NotFound with what to install.
Result<void> checkFonts();

/// The outline of an element's text in its box, laid out as if a unit were `unit` pixels: the same lines at
/// any size, for outlines are scaled and never hinted. Any language; what Inter lacks comes from the system's
/// own typefaces.
QPainterPath textOutline(const Element& element, const std::string& text, double unit);

} // namespace cutaway::render
