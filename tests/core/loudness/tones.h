#pragma once

#include "core/loudness/meter.h"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace cutaway::loudness {

/// Signals that are made, not recorded: interleaved, full scale 2^31.
class Tones {
public:
    explicit Tones(int channels = 2)
        : m_channels(static_cast<std::size_t>(channels)) {}

    /// A 1 kHz sine, in phase in all channels; `levels` in dBFS (peak) by channel. The phase runs on.
    Tones& sine(double seconds, const std::vector<double>& levels) {
        const auto count = static_cast<std::size_t>(std::llround(seconds * sampleRate));
        for (std::size_t i = 0; i < count; ++i) {
            const double value =
                std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(m_at++) / sampleRate);
            for (std::size_t channel = 0; channel < m_channels; ++channel)
                put(value * std::pow(10, levels[channel] / 20));
        }
        return *this;
    }
    /// The same level in every channel.
    Tones& sine(double seconds, double level) {
        return sine(seconds, std::vector<double>(m_channels, level));
    }
    Tones& silence(double seconds) {
        const auto count = static_cast<std::size_t>(std::llround(seconds * sampleRate));
        m_samples.resize(m_samples.size() + count * m_channels);
        return *this;
    }
    void put(double value) {
        m_samples.push_back(static_cast<std::int32_t>(std::llround(value * 2147483647.0)));
    }
    const std::vector<std::int32_t>& samples() const { return m_samples; }

private:
    std::size_t m_channels;
    std::size_t m_at = 0;
    std::vector<std::int32_t> m_samples;
};

} // namespace cutaway::loudness
