#include "core/timeline/picture_words.h"

#include "core/timeline/clip_map.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::timeline {

namespace {

using P = PictureParameter;

/// `value` / 10^decimals.
std::string decimal(std::int64_t value, int decimals) {
    std::string digits = std::to_string(std::abs(value));
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    std::string fraction = digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    return (value < 0 ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

/// What people tell apart: the two numbers of a position are one thing, the four of a crop another.
std::string groupOf(P parameter) {
    switch (parameter) {
    case P::PositionX:
    case P::PositionY:
        return "position";
    case P::Scale:
        return "scale";
    case P::Rotation:
        return "rotation";
    case P::Opacity:
        return "opacity";
    case P::CropLeft:
    case P::CropTop:
    case P::CropRight:
    case P::CropBottom:
        break;
    }
    return "crop";
}

} // namespace

std::string parameterText(PictureParameter parameter, std::int64_t value) {
    switch (parameter) {
    case P::Rotation:
        return decimal(value, 3) + "°";
    case P::Opacity:
        return decimal(value, 1) + " %";
    case P::PositionX:
        return decimal(value, 3) + " % of the width";
    case P::PositionY:
        return decimal(value, 3) + " % of the height";
    case P::Scale:
    case P::CropLeft:
    case P::CropTop:
    case P::CropRight:
    case P::CropBottom:
        break;
    }
    return decimal(value, 3) + " %";
}

std::vector<std::string> pictureDifferences(const Clip& before, const Clip& after) {
    std::vector<std::string> found;
    Clip moved = before;
    moved.picture = pictureSlipped(before, after.in - before.in, before.mediaRate);
    const PictureEffects a = effectsOf(moved);
    const PictureEffects b = effectsOf(after);
    for (const auto& facts : pictureParameters()) {
        const Curve& was = a.of(facts.parameter);
        const Curve& is = b.of(facts.parameter);
        const std::string group = groupOf(facts.parameter);
        const auto said = [&](const std::string& words) { return words.find(group) != std::string::npos; };
        if (was == is || std::any_of(found.begin(), found.end(), said))
            continue;
        if (!is.isConstant())
            found.push_back("other keyframes of the " + group);
        else if (group == "scale" || group == "rotation" || group == "opacity")
            found.push_back(group + " " + parameterText(facts.parameter, is.constant));
        else
            found.push_back("another " + group);
    }
    if (a.framing != b.framing)
        found.push_back(!b.framing                   ? std::string("framed as the sequence")
                        : *b.framing == Framing::Fit ? "fitted into the frame"
                                                     : "filling the frame");
    return found;
}

} // namespace cutaway::timeline
