#pragma once

#include "core/media/frame.h"

#include <array>
#include <cstdint>
#include <vector>

namespace cutaway::scopes {

enum class Kind {
    Waveform,    ///< luma by column of the picture
    Parade,      ///< R', G' and B' beside each other, by column
    Vectorscope, ///< Cb to the right, Cr upwards
    Histogram,   ///< how often each level of R', G' and B' is there, and of luma
};

/// The levels that scopes are divided into: one for each code value of 8 bits, whatever the depth.
inline constexpr int levels = 256;
/// At most; a narrower picture has as many as it is wide.
inline constexpr int waveformColumns = 480;
inline constexpr int paradeColumns = 240;

/// How often something was met: row by row, row 0 is the lowest level.
struct Plane {
    int columns = 0;
    int rows = 0;
    std::vector<std::uint32_t> counts;

    Plane() = default;
    Plane(int columnCount, int rowCount);
    std::uint32_t at(int column, int row) const {
        return counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// What a scope shows of one picture.
struct Trace {
    Kind kind = Kind::Waveform;
    media::Colour colour;
    int width = 0; ///< of the picture
    int height = 0;
    /// Waveform and vectorscope: one. Parade: R', G', B'. Histogram: R', G', B', luma, each one column.
    std::vector<Plane> planes;
    std::uint64_t samples = 0; ///< counted in each plane
};

/// Which row a level falls into (0 black, 1 nominal white, both of Y' and of R'G'B'), and back: the level in
/// the middle of a row. Narrow range has room for -7 % and +109 %.
double rowOfLevel(double level, const media::Colour& colour);
double levelOfRow(double row, const media::Colour& colour);
/// The same for colour differences -0.5..0.5 on both axes of the vectorscope.
double rowOfChroma(double chroma, const media::Colour& colour);

/// Counts every `step`th row of the picture (1: all of them). The picture has at least one row and column.
Trace analyse(const media::VideoFrame& picture, Kind kind, int step = 1);
/// The step that keeps a scope cheap while pictures play: about 270 rows are read.
int playingStep(const media::VideoFrame& picture);

/// A plane as brightness 0..255 for the eye: what is there at all can be seen, what is frequent is bright.
/// Not for histograms.
std::vector<std::uint8_t> brightness(const Plane& plane, Kind kind, std::uint64_t samples);

} // namespace cutaway::scopes
