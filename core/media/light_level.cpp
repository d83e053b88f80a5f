#include "core/media/light_level.h"

#include "core/media/internal/colour_maths.h"

#include <algorithm>
#include <cmath>

namespace cutaway::media {

static_assert(hdrReferenceWhite == maths::referenceWhite);

std::optional<double> lightOfSignal(double signal, const Colour& colour) {
    if (colour.isPq())
        return maths::eotfPq(signal);
    if (colour.isHlg())
        return maths::hlgPeak * std::pow(maths::inverseOetfHlg(signal), maths::hlgGamma);
    return std::nullopt;
}

std::optional<double> signalOfLight(double light, const Colour& colour) {
    if (colour.isPq())
        return maths::inverseEotfPq(light);
    if (colour.isHlg())
        return maths::oetfHlg(std::pow(std::max(light, 0.0) / maths::hlgPeak, 1 / maths::hlgGamma));
    return std::nullopt;
}

} // namespace cutaway::media
