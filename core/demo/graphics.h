#pragma once

#include "core/demo/camera.h"
#include "core/demo/tile.h"

#include <QFont>
#include <QString>

#include <array>
#include <vector>

namespace cutaway::demo {

/// The typeface of everything written in the pictures. `pixels` is the height of the em.
QFont graphicsFont(int pixels, QFont::Weight weight);
/// The same with figures of equal width, for clocks.
QFont figureFont(int pixels);

/// The Games' graphics package, for a picture `width` wide. Tiles are ready to compose; those that hold still
/// are made once and kept by the caller.
class Graphics {
public:
    explicit Graphics(int width)
        : m_width(width) {}

    /// Title strip in the lower left: what is going on, and where.
    Tile title(const QString& heading, const QString& detail) const;
    struct Line {
        QString place;
        QString name;
        QString organisation;
        QString result;
    };
    /// A list in the lower left: start list or results.
    Tile list(const QString& heading, const std::vector<Line>& lines) const;
    /// Race clock in the lower right.
    Tile clock(const QString& time) const;
    /// Score in the upper left: short names, goals, match time.
    Tile score(const QString& home, const QString& away, const QString& goals, const QString& time) const;
    /// The angle's name and the timecode, small, in the upper right.
    Tile slate(const QString& angle, const QString& timecode) const;
    /// The Games' mark in the upper left.
    Tile mark() const;

private:
    int px(double of3840) const;
    int m_width;
};

/// A flat picture in the venue, such as a clock, a flag or a screen: corners clockwise from its top left.
Tile paintPanel(const Camera& camera, const std::array<Vec3, 4>& corners, const QImage& image);

/// A flash in the crowd: a star of light `radius` pixels wide around a point, `strength` times white.
Tile paintFlash(double x, double y, double radius, float strength);

} // namespace cutaway::demo
