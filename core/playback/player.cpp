#include "core/playback/player.h"

#include "core/playback/player_loop.h"

namespace cutaway::playback {

struct Player::Impl {
    SteadyClock steady;
    PlayerLoop loop;

    Impl(std::shared_ptr<MediaAccess> access, AudioOutput* audio, Callbacks callbacks, const Options& options,
         Clock* clock)
        : loop(std::move(access), audio, std::move(callbacks), options, clock ? *clock : steady) {}
};

Player::Player(std::shared_ptr<MediaAccess> access, AudioOutput* audio, Callbacks callbacks,
               const Options& options, Clock* clock)
    : m_impl(std::make_unique<Impl>(std::move(access), audio, std::move(callbacks), options, clock)) {}

Player::~Player() = default;

std::uint64_t Player::setSequence(timeline::SequencePtr sequence, SequenceEnd end) {
    return m_impl->loop.setSequence(std::move(sequence), end);
}

std::uint64_t Player::extend(timeline::SequencePtr sequence, SequenceEnd end) {
    return m_impl->loop.extend(std::move(sequence), end);
}

std::uint64_t Player::seek(std::int64_t frame) {
    return m_impl->loop.seek(frame, false);
}

std::uint64_t Player::scrub(std::int64_t frame) {
    return m_impl->loop.seek(frame, true);
}

std::uint64_t Player::play(Speed speed, std::optional<std::int64_t> from,
                           const std::optional<PlayRange>& range) {
    return m_impl->loop.play(speed, from, range);
}

std::uint64_t Player::setQuality(PictureQuality quality) {
    return m_impl->loop.setQuality(quality);
}

std::uint64_t Player::refresh() {
    return m_impl->loop.refresh();
}

void Player::setMonitoring(Monitoring monitoring) {
    m_impl->loop.setMonitoring(std::move(monitoring));
}

PlayerState Player::state() const {
    return m_impl->loop.state();
}

} // namespace cutaway::playback
