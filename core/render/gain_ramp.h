#pragma once

#include "core/timeline/curve.h"

#include <cstdint>

namespace cutaway::render {

struct SoundInput;

/// The gain of one input from sample to sample, in 2^-28: its own and what its keyframes add. Between two
/// keyframes the gain goes in steps of 1/1024 of a hundredth of a dB, so that no step of it is heard.
class GainRamp {
public:
    explicit GainRamp(const SoundInput& input);

    bool moves() const { return !m_curve.isConstant(); }
    std::int64_t factor() const { return m_factor; }
    void moveTo(std::int64_t recordSample);

private:
    void take(std::int64_t fineGain);

    std::int64_t m_gain;     ///< of the whole clip, hundredths of a dB
    std::int64_t m_shift;    ///< from record samples to units of the curve
    timeline::Curve m_curve; ///< in 1/1024 of a hundredth
    std::int64_t m_whole;    ///< the hundredths that the two factors are of
    std::int64_t m_below = 0;
    std::int64_t m_above = 0;
    std::int64_t m_factor = 0;
};

} // namespace cutaway::render
