#include "core/demo/sound.h"

#include "core/demo/moments.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cutaway::demo {

namespace {

constexpr double sampleRate = 48000;
constexpr double twoPi = 2 * std::numbers::pi;
constexpr double crowdLevel = 0.035;
constexpr double gunLevel = 0.55;
constexpr double whistleLevel = 0.10;
constexpr double fullScale = 2147483647.0;

} // namespace

double SoundTrack::Band::run(double x) {
    const double y = gain * x - a1 * y1 - a2 * y2;
    y2 = y1;
    y1 = y;
    return y;
}

SoundTrack::SoundTrack(const AngleSpec& spec)
    : m_spec(spec)
    , m_random(spec.idSource * 7919u) {
    // A crowd is mostly vowels: noise through a few broad resonances, a little different at each camera.
    const double colour = 1 + 0.06 * (spec.number - 2);
    for (auto& bands : m_bands)
        for (const auto& [frequency, width, gain] :
             {std::array{240.0, 180.0, 1.0}, std::array{620.0, 380.0, 0.8}, std::array{1150.0, 700.0, 0.45},
              std::array{2600.0, 1500.0, 0.18}}) {
            Band band;
            const double r = std::exp(-std::numbers::pi * width / sampleRate);
            band.a1 = -2 * r * std::cos(twoPi * frequency * colour / sampleRate);
            band.a2 = r * r;
            band.gain = gain * (1 - r * r) * 2.2;
            bands.push_back(band);
        }
    for (const UnitMoment& moment : momentsOf(spec.unit)) {
        const std::int64_t at = samplesAtFrame(moment.frame, spec.rate);
        if (moment.kind == "gun")
            m_moments.push_back({at, Moment::Kind::Gun});
        else if (moment.kind == "whistle")
            m_moments.push_back({at, Moment::Kind::Whistle});
        else if (moment.kind == "finish" || moment.kind == "goal")
            m_moments.push_back({at, Moment::Kind::Roar});
    }
}

double SoundTrack::crowd(std::size_t channel) {
    double sum = 0;
    const double noise = m_random.uniform(-1, 1);
    for (Band& band : m_bands[channel])
        sum += band.run(noise);
    return sum * crowdLevel;
}

double SoundTrack::excitement(std::int64_t sample) const {
    const double t = static_cast<double>(sample) / sampleRate;
    double level = 1 + 0.12 * std::sin(twoPi * 0.31 * t) + 0.08 * std::sin(twoPi * 0.83 * t + 1);
    for (const Moment& moment : m_moments) {
        const double since = t - static_cast<double>(moment.at) / sampleRate;
        if (moment.kind == Moment::Kind::Roar)
            level += since < 0 ? 1.2 * std::exp(since / 2.2) : 1.2 + 1.6 * std::min(1.0, since / 0.35);
        else if (moment.kind == Moment::Kind::Gun && since < 0)
            level *= 0.35; // silence for the start
    }
    return level;
}

double SoundTrack::moments(std::int64_t sample) {
    double sum = 0;
    for (const Moment& moment : m_moments) {
        const auto since = static_cast<double>(sample - moment.at) / sampleRate;
        if (since < 0)
            continue;
        if (moment.kind == Moment::Kind::Gun && since < 0.5)
            sum += gunLevel * m_random.uniform(-1, 1) *
                   (0.75 * std::exp(-since / 0.012) + 0.25 * std::exp(-since / 0.11));
        if (moment.kind == Moment::Kind::Whistle && since < 0.6) {
            const double warble = 2900 + 140 * std::sin(twoPi * 38 * since);
            sum += whistleLevel * std::sin(twoPi * warble * since) * std::min(1.0, (0.6 - since) / 0.05) *
                   std::min(1.0, since / 0.01);
        }
    }
    return sum;
}

media::AudioBlock SoundTrack::next(std::int64_t count) {
    media::AudioBlock block;
    block.channels = 2;
    block.samples.reserve(static_cast<std::size_t>(2 * count));
    const std::int64_t toneEvery = m_spec.rate.timecodeBase();
    for (const std::int64_t end = m_position + count; m_position < end; ++m_position) {
        const std::int64_t frame = frameAtSample(m_position, m_spec.rate);
        const std::int64_t toneStart = samplesAtFrame(frame - frame % toneEvery, m_spec.rate);
        const std::int64_t inTone = m_position - toneStart;
        // The crowd ducks under the tone, so that the first sample of the tone is easy to find.
        double common = 0;
        double duck = 1;
        if (inTone < tone::length) {
            common =
                tone::peak * std::sin(twoPi * tone::frequency * static_cast<double>(inTone) / sampleRate);
            duck = 0.1;
        }
        common += moments(m_position);
        const double level = excitement(m_position) * duck;
        for (std::size_t channel = 0; channel < 2; ++channel) {
            const double value = std::clamp(common + crowd(channel) * level, -0.9, 0.9);
            // 24 bits are kept, so that a 24-bit file holds exactly this.
            const auto sample = static_cast<std::int64_t>(std::lround(value * fullScale / 256)) * 256;
            block.samples.push_back(static_cast<std::int32_t>(sample));
        }
    }
    return block;
}

} // namespace cutaway::demo
