#pragma once

#include "core/media/frame.h"

#include <array>

/// The formulas of ITU-R BT.2100, BT.2390, BT.2408 and BT.1886, in double precision. Light is in units of HDR
/// reference white (203 cd/m2) unless it says otherwise.
namespace cutaway::media::maths {

using Vector = std::array<double, 3>;
using Matrix = std::array<double, 9>; ///< row by row

inline constexpr double referenceWhite = 203; ///< cd/m2, BT.2408
inline constexpr double hlgPeak = 1000;       ///< cd/m2 of the nominal HLG display
inline constexpr double hlgGamma = 1.2;       ///< of its OOTF
inline constexpr double sdrPeak = 100;        ///< cd/m2
inline constexpr double sdrGamma = 2.4;       ///< BT.1886
inline constexpr double pqPeak = 1000; ///< cd/m2 of the grading monitor that PQ pictures are taken to have

Vector multiply(const Matrix& m, const Vector& v);
double inverseOetfHlg(double signal); ///< to scene light 0..1
double oetfHlg(double light);         ///< and back
double eotfPq(double signal);         ///< to cd/m2
double inverseEotfPq(double nits);
/// Light relative to reference white to light relative to SDR peak, where reference white is first brought to
/// SDR peak; the roll-off of BT.2390 from a display of `peak` cd/m2.
double toneMap(double light, double peak);
/// Weights of R, G, B in luminance for these matrix coefficients (H.273) or these primaries.
Vector luminance(int code);
/// Code values divided by the highest code, less `offset`, to R'G'B'.
Matrix yuvToRgb(const Colour& colour, int bits);
Vector yuvOffset(const Colour& colour, int bits);
Matrix bt2020ToBt709();
/// Towards grey of the same luminance until no channel lies outside 0..1.
Vector intoGamut(const Vector& rgb);

} // namespace cutaway::media::maths
