#include "core/loudness/meter.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace cutaway::loudness {

namespace {

// Maxima are looked for this often: a burst as short as the window must not slip between two looks.
constexpr std::size_t momentaryHop = sampleRate / 100;
constexpr int shortTermEvery = 5; ///< momentary hops

struct Destroy {
    void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

std::optional<double> audible(double lufs) {
    return std::isfinite(lufs) && lufs >= quietest ? std::optional(lufs) : std::nullopt;
}

template <class Function>
std::optional<double> ask(Function function, ebur128_state* state) {
    double lufs = 0;
    return function(state, &lufs) == EBUR128_SUCCESS ? audible(lufs) : std::nullopt;
}

} // namespace

struct Meter::Impl {
    std::unique_ptr<ebur128_state, Destroy> state;
    std::size_t channels = 0;
    std::size_t hopLeft = momentaryHop; ///< samples until the next look
    int hops = 0;
    std::optional<double> maxMomentary;
    std::optional<double> maxShortTerm;
    std::vector<double> peaks; ///< by channel, since they were last taken

    void look() {
        maxMomentary = std::max(maxMomentary, ask(ebur128_loudness_momentary, state.get()));
        if (++hops % shortTermEvery == 0)
            maxShortTerm = std::max(maxShortTerm, ask(ebur128_loudness_shortterm, state.get()));
    }
};

Meter::Meter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Meter::~Meter() = default;

Result<std::unique_ptr<Meter>> Meter::make(int channels) {
    constexpr std::array roles{EBUR128_LEFT, EBUR128_RIGHT, EBUR128_CENTER, EBUR128_LEFT_SURROUND,
                               EBUR128_RIGHT_SURROUND};
    if (channels < 1 || channels > static_cast<int>(roles.size()))
        return Error{ErrorCategory::InvalidInput, "Loudness is measured of one to five channels.", {}};
    auto impl = std::make_unique<Impl>();
    impl->channels = static_cast<std::size_t>(channels);
    impl->peaks.resize(impl->channels);
    impl->state.reset(ebur128_init(static_cast<unsigned>(channels), sampleRate,
                                   EBUR128_MODE_S | EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK));
    if (!impl->state)
        return Error{ErrorCategory::Unavailable, "There is not enough memory to measure loudness.", {}};
    for (unsigned i = 0; i < impl->channels; ++i)
        ebur128_set_channel(impl->state.get(), i, roles.at(i));
    return std::unique_ptr<Meter>(new Meter(std::move(impl)));
}

Result<void> Meter::add(std::span<const std::int32_t> interleaved) {
    Impl& m = *m_impl;
    if (interleaved.size() % m.channels != 0)
        return Error{ErrorCategory::InvalidInput, "The sound ends inside a sample.", {}};
    while (!interleaved.empty()) {
        const std::size_t count = std::min(interleaved.size() / m.channels, m.hopLeft);
        if (ebur128_add_frames_int(m.state.get(), interleaved.data(), count) != EBUR128_SUCCESS)
            return Error{ErrorCategory::Unavailable, "There is not enough memory to measure loudness.", {}};
        for (unsigned channel = 0; channel < m.channels; ++channel) {
            double peak = 0;
            if (ebur128_prev_true_peak(m.state.get(), channel, &peak) == EBUR128_SUCCESS)
                m.peaks[channel] = std::max(m.peaks[channel], peak);
        }
        interleaved = interleaved.subspan(count * m.channels);
        m.hopLeft -= count;
        if (m.hopLeft == 0) {
            m.hopLeft = momentaryHop;
            m.look();
        }
    }
    return {};
}

Reading Meter::reading() const {
    ebur128_state* state = m_impl->state.get();
    Reading now;
    now.momentary = ask(ebur128_loudness_momentary, state);
    now.shortTerm = ask(ebur128_loudness_shortterm, state);
    now.integrated = ask(ebur128_loudness_global, state);
    now.maxMomentary = m_impl->maxMomentary;
    now.maxShortTerm = m_impl->maxShortTerm;
    double highest = 0;
    for (unsigned channel = 0; channel < m_impl->channels; ++channel) {
        double peak = 0;
        if (ebur128_true_peak(state, channel, &peak) == EBUR128_SUCCESS)
            highest = std::max(highest, peak);
    }
    if (highest > 0)
        now.truePeak = decibels(highest);
    return now;
}

double Meter::takeTruePeak(int channel) {
    return std::exchange(m_impl->peaks.at(static_cast<std::size_t>(channel)), 0.0);
}

double decibels(double amplitude) {
    return 20 * std::log10(amplitude);
}

} // namespace cutaway::loudness
