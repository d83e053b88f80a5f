#include "core/media/internal/resampler.h"

#include "core/media/internal/av.h"

#include <algorithm>
#include <new>
#include <numeric>

extern "C" {
#include <libswresample/swresample.h>
}

namespace cutaway::media::av {

namespace {

constexpr std::int64_t outputRate = 48000;
constexpr int lowestRate = 4000;
constexpr int highestRate = 768000;
constexpr int filterTaps = 64;         ///< at the lower of the two rates
constexpr std::int64_t blockIn = 4096; ///< stored samples fed at a time

struct FreeSwr {
    void operator()(SwrContext* p) const { swr_free(&p); }
};

std::int64_t floorDivide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

struct Resampler::State {
    int rate = 0;
    int channels = 0;
    std::int64_t periodIn = 1;  ///< after so many stored samples
    std::int64_t periodOut = 1; ///< and so many of the result both grids meet again
    std::unique_ptr<SwrContext, FreeSwr> swr;

    bool running = false;
    std::int64_t nextIn = 0;  ///< the stored sample that is fed next
    std::int64_t nextOut = 0; ///< the sample that comes out next, or the first of `ready`
    AudioBlock ready;         ///< came out and has not been asked for

    Result<void> restart(std::int64_t first);
    Result<void> step(const Read& stored);
};

/// The filter is a window of finite length and starts where the grids meet, well before `first`: what comes
/// out is then the same as if it had run from the beginning.
Result<void> Resampler::State::restart(std::int64_t first) {
    running = false;
    swr_close(swr.get());
    if (const int code = swr_init(swr.get()); code < 0)
        return Error{ErrorCategory::Unsupported, "Sound of this rate cannot be converted here.", text(code)};
    const std::int64_t window =
        2 * filterTaps * std::max<std::int64_t>(1, (rate + outputRate - 1) / outputRate);
    const std::int64_t period = floorDivide(first, periodOut) - (window + periodIn - 1) / periodIn;
    nextIn = period * periodIn;
    nextOut = period * periodOut;
    ready.samples.clear();
    running = true;
    return {};
}

Result<void> Resampler::State::step(const Read& stored) {
    CUTAWAY_TRY(const AudioBlock in, stored(nextIn, blockIn));
    if (in.channels != channels || in.frames() != blockIn)
        return Error{ErrorCategory::Corrupt, "The sound changes its form on the way. It is damaged.", {}};
    const int room = swr_get_out_samples(swr.get(), static_cast<int>(blockIn));
    AudioBlock out = AudioBlock::silence(channels, std::max(room, 0));
    const auto* from = reinterpret_cast<const std::uint8_t*>(in.samples.data());
    auto* to = reinterpret_cast<std::uint8_t*>(out.samples.data());
    const int made = swr_convert(swr.get(), &to, room, &from, static_cast<int>(blockIn));
    if (made < 0)
        return Error{ErrorCategory::Internal, "The rate of the sound could not be converted.", text(made)};
    nextIn += blockIn;
    ready.samples.insert(ready.samples.end(), out.samples.begin(),
                         out.samples.begin() + std::ptrdiff_t{made} * channels);
    return {};
}

Resampler::Resampler(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
Resampler::Resampler(Resampler&&) noexcept = default;
Resampler& Resampler::operator=(Resampler&&) noexcept = default;
Resampler::~Resampler() = default;

Result<Resampler> Resampler::open(int rate, int channels) {
    if (rate < lowestRate || rate > highestRate || channels < 1 || channels > 63)
        return Error{ErrorCategory::Unsupported,
                     "The sound of this file has " + std::to_string(rate) +
                         " samples a second. Convert it to 48000 first.",
                     {}};
    auto state = std::make_unique<State>();
    state->rate = rate;
    state->channels = channels;
    state->ready.channels = channels;
    const std::int64_t common = std::gcd(std::int64_t{rate}, outputRate);
    state->periodIn = rate / common;
    state->periodOut = outputRate / common;
    // The same layout on both sides, whatever it means: no channel is mixed or moved.
    AVChannelLayout layout{};
    av_channel_layout_from_mask(&layout, (std::uint64_t{1} << channels) - 1);
    SwrContext* swr = nullptr;
    const int code = swr_alloc_set_opts2(&swr, &layout, AV_SAMPLE_FMT_S32, static_cast<int>(outputRate),
                                         &layout, AV_SAMPLE_FMT_S32, rate, 0, nullptr);
    state->swr.reset(swr);
    if (code < 0)
        throw std::bad_alloc();
    av_opt_set_sample_fmt(swr, "internal_sample_fmt", AV_SAMPLE_FMT_DBLP, 0);
    av_opt_set_int(swr, "filter_size", filterTaps, 0);
    av_opt_set_int(swr, "phase_shift", 14, 0); // enough phases to be exact for every usual rate
    av_opt_set_int(swr, "exact_rational", 1, 0);
    av_opt_set_double(swr, "cutoff", 0.97, 0);
    av_opt_set_double(swr, "kaiser_beta", 12, 0);
    return Resampler(std::move(state));
}

std::int64_t Resampler::length(std::int64_t stored) const {
    return stored / m_state->periodIn * m_state->periodOut +
           stored % m_state->periodIn * m_state->periodOut / m_state->periodIn;
}

Result<AudioBlock> Resampler::read(std::int64_t first, std::int64_t count, const Read& stored) {
    State& state = *m_state;
    // A short way ahead is reached sooner by going on.
    if (!state.running || first < state.nextOut || first - state.nextOut > outputRate)
        CUTAWAY_CHECK(state.restart(first));
    AudioBlock out;
    out.channels = state.channels;
    while (out.frames() < count) {
        const std::int64_t want = first + out.frames();
        const std::int64_t skip = std::min(want - state.nextOut, state.ready.frames());
        const std::int64_t take = std::min(count - out.frames(), state.ready.frames() - skip);
        const auto from = state.ready.samples.begin() + skip * state.channels;
        out.samples.insert(out.samples.end(), from, from + take * state.channels);
        state.ready.samples.erase(state.ready.samples.begin(), from + take * state.channels);
        state.nextOut += skip + take;
        if (out.frames() < count) {
            if (auto stepped = state.step(stored); !stepped) {
                state.running = false;
                return stepped.error();
            }
        }
    }
    return out;
}

} // namespace cutaway::media::av
