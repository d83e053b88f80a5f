#include "core/playback/time_stretcher.h"

#include <rubberband/RubberBandStretcher.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace cutaway::playback {

namespace {

using RubberBand::RubberBandStretcher;

constexpr std::size_t sampleRate = 48000;
constexpr std::size_t channels = 2;
constexpr std::size_t mostAtOnce = 1024;
constexpr double fullScale = 2147483648.0;

std::int32_t toSample(float value) {
    const double scaled = std::nearbyint(static_cast<double>(value) * fullScale);
    return static_cast<std::int32_t>(std::clamp(scaled, double(std::numeric_limits<std::int32_t>::min()),
                                                double(std::numeric_limits<std::int32_t>::max())));
}

} // namespace

struct TimeStretcher::Impl {
    RubberBandStretcher band;
    std::size_t toDrop; ///< of what comes out, before the first sample that went in
    std::array<std::vector<float>, channels> planes;

    explicit Impl(double longer)
        : band(sampleRate, channels,
               // The finer engine with its short window: pitch and level to the hertz, at the cost of the
               // older.
               RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionEngineFiner |
                   RubberBandStretcher::OptionWindowShort | RubberBandStretcher::OptionThreadingNever |
                   RubberBandStretcher::OptionChannelsTogether,
               longer)
        , toDrop(band.getStartDelay()) {
        band.setMaxProcessSize(mostAtOnce);
    }

    void process(std::size_t count) {
        const std::array<const float*, channels> in{planes[0].data(), planes[1].data()};
        band.process(in.data(), count, false);
    }

    void takeInto(std::vector<std::int32_t>& out) {
        for (int ready = band.available(); ready > 0; ready = band.available()) {
            const auto count = std::min(static_cast<std::size_t>(ready), mostAtOnce);
            for (auto& plane : planes)
                plane.resize(mostAtOnce);
            const std::array<float*, channels> into{planes[0].data(), planes[1].data()};
            const std::size_t got = band.retrieve(into.data(), count);
            const std::size_t dropped = std::min(toDrop, got);
            toDrop -= dropped;
            for (std::size_t i = dropped; i < got; ++i)
                for (const auto& plane : planes)
                    out.push_back(toSample(plane[i]));
        }
    }
};

TimeStretcher::TimeStretcher(int num, int den)
    : m_impl(std::make_unique<Impl>(static_cast<double>(den) / num)) {
    std::vector<std::int32_t> nothing;
    for (std::size_t pad = m_impl->band.getPreferredStartPad(); pad > 0;) {
        const std::size_t count = std::min(pad, mostAtOnce);
        for (auto& plane : m_impl->planes)
            plane.assign(mostAtOnce, 0.0F);
        m_impl->process(count);
        m_impl->takeInto(nothing);
        pad -= count;
    }
}

TimeStretcher::~TimeStretcher() = default;

std::vector<std::int32_t> TimeStretcher::stretch(std::span<const std::int32_t> interleaved) {
    std::vector<std::int32_t> out;
    const std::size_t samples = interleaved.size() / channels;
    for (std::size_t at = 0; at < samples;) {
        const std::size_t count = std::min(samples - at, mostAtOnce);
        for (std::size_t channel = 0; channel < channels; ++channel) {
            auto& plane = m_impl->planes[channel];
            plane.resize(mostAtOnce);
            for (std::size_t i = 0; i < count; ++i)
                plane[i] = static_cast<float>(interleaved[(at + i) * channels + channel] / fullScale);
        }
        m_impl->process(count);
        m_impl->takeInto(out);
        at += count;
    }
    return out;
}

} // namespace cutaway::playback
