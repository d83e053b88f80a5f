#pragma once

#include "core/scopes/analyse.h"

#include <string>
#include <vector>

namespace cutaway::scopes {

/// What the numbers at a scope's edge mean.
enum class Unit {
    Ire,        ///< percent of nominal white, SDR
    HlgPercent, ///< percent of nominal white, HLG
    PqPercent,  ///< percent of the PQ signal
    Nits,       ///< cd/m2 of neutral grey: PQ absolutely, HLG on its nominal display of 1000
};
/// The unit of the signal itself for pictures of this colour.
Unit signalUnit(const media::Colour& colour);
/// Whether a level says how much light there is: only in HDR.
bool hasNits(const media::Colour& colour);

/// One line of a scope's scale.
struct Line {
    double level = 0; ///< 0 black, 1 nominal white
    std::string label;
    bool strong = false;         ///< black, white
    bool referenceWhite = false; ///< HDR reference white, 203 cd/m2
};
/// The scale of the signal, in percent, from the lowest line.
std::vector<Line> signalLines(const media::Colour& colour);
/// The scale of light; the first line is reference white, the others follow by how much they matter, so that
/// who has no room for all labels leaves out the last ones. Empty for SDR.
std::vector<Line> lightLines(const media::Colour& colour);

/// Where a colour bar belongs on the vectorscope.
struct Target {
    std::string name; ///< "R", "Mg", "B", "Cy", "G", "Yl"
    double cb = 0;    ///< -0.5..0.5
    double cr = 0;
    bool full = false; ///< of the 100 % bars; else of the 75 % bars
};
/// By the picture's own matrix: BT.709 and BT.2020 differ.
std::vector<Target> vectorTargets(const media::Colour& colour);

} // namespace cutaway::scopes
