#pragma once

#include "core/render/internal/kernel.h"
#include "core/render/internal/sheet.h"
#include "core/render/internal/turn.h"

namespace cutaway::render::internal {

/// From samples of a canvas to places on a picture that is turned about its centre.
class TurnedPlaces {
public:
    explicit TurnedPlaces(const Placing& placing);

    /// A place on the picture and how it goes on from one sample of a row to the next, in 2^-32.
    struct Line {
        std::int64_t x = 0, y = 0;
        std::int64_t dx = 0, dy = 0;
    };
    /// In luma samples of the picture, of sample (x, y) of a plane of the canvas and those to its right.
    Line line(const Lattice& columns, const Lattice& rows, int x, int y) const;

private:
    const Placing& m_placing;
    Turn m_turn;
};

/// Samples of a plane of the canvas from (left, top) on, by the cubic of four by four samples. The picture is
/// not to become much smaller by that: samples in between would not count.
void turned(const Sheet& source, const Target& target, const TurnedPlaces& places, std::size_t plane,
            media::PixelFormat sourceFormat, media::PixelFormat targetFormat, int left, int top);

} // namespace cutaway::render::internal
