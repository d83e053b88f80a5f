#include "core/loudness/window_meter.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cutaway::loudness {

namespace {

constexpr unsigned sampleRate = 48'000;
constexpr unsigned windowMilliseconds = 50;
constexpr std::size_t channels = 2;

struct Destroy {
    void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

} // namespace

struct WindowMeter::Impl {
    std::unique_ptr<ebur128_state, Destroy> state;
    std::size_t left = window; ///< samples until the window is whole
    std::vector<int> levels;
};

WindowMeter::WindowMeter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

WindowMeter::~WindowMeter() = default;

Result<std::unique_ptr<WindowMeter>> WindowMeter::make() {
    auto impl = std::make_unique<Impl>();
    impl->state.reset(ebur128_init(channels, sampleRate, EBUR128_MODE_M));
    if (!impl->state)
        return Error{ErrorCategory::Unavailable, "There is not enough memory to measure loudness.", {}};
    return std::unique_ptr<WindowMeter>(new WindowMeter(std::move(impl)));
}

Result<void> WindowMeter::add(std::span<const std::int32_t> stereo) {
    Impl& m = *m_impl;
    if (stereo.size() % channels != 0)
        return Error{ErrorCategory::InvalidInput, "The sound ends inside a sample.", {}};
    while (!stereo.empty()) {
        const std::size_t count = std::min(stereo.size() / channels, m.left);
        if (ebur128_add_frames_int(m.state.get(), stereo.data(), count) != EBUR128_SUCCESS)
            return Error{ErrorCategory::Unavailable, "There is not enough memory to measure loudness.", {}};
        stereo = stereo.subspan(count * channels);
        m.left -= count;
        if (m.left > 0)
            continue;
        m.left = window;
        double lufs = 0;
        const bool heard =
            ebur128_loudness_window(m.state.get(), windowMilliseconds, &lufs) == EBUR128_SUCCESS &&
            std::isfinite(lufs);
        m.levels.push_back(heard ? std::max(silence, static_cast<int>(std::lround(lufs * 100))) : silence);
    }
    return {};
}

const std::vector<int>& WindowMeter::levels() const {
    return m_impl->levels;
}

} // namespace cutaway::loudness
