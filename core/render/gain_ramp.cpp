#include "core/render/gain_ramp.h"

#include "core/render/sound.h"
#include "core/render/sound_levels.h"

#include <algorithm>
#include <limits>

namespace cutaway::render {

namespace {

constexpr int fineBits = 10;
constexpr std::int64_t fine = std::int64_t{1} << fineBits;

timeline::Curve fineCurve(const SoundInput& input) {
    timeline::Curve curve = input.effects ? input.effects->gain : timeline::Curve();
    curve.constant *= fine;
    for (timeline::Keyframe& key : curve.keys)
        key.value *= fine;
    return curve;
}

} // namespace

GainRamp::GainRamp(const SoundInput& input)
    : m_gain(input.gain)
    , m_shift(input.clipUnit - input.recordSample)
    , m_curve(fineCurve(input))
    , m_whole(std::numeric_limits<std::int64_t>::min()) {
    take(m_gain * fine + m_curve.constant);
}

void GainRamp::moveTo(std::int64_t recordSample) {
    if (moves())
        take(m_gain * fine + m_curve.at(recordSample + m_shift));
}

void GainRamp::take(std::int64_t fineGain) {
    fineGain = std::clamp(fineGain, timeline::lowestGain * fine, timeline::highestGain * fine);
    const std::int64_t whole = fineGain >> fineBits;
    if (whole != m_whole) {
        m_whole = whole;
        m_below = gainFactor(static_cast<int>(whole));
        m_above = gainFactor(static_cast<int>(whole) + 1);
    }
    m_factor = m_below + (((m_above - m_below) * (fineGain - whole * fine)) >> fineBits);
}

} // namespace cutaway::render
