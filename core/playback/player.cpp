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

void Player::setSequence(timeline::SequencePtr sequence) {
    m_impl->loop.setSequence(std::move(sequence));
}

void Player::seek(std::int64_t frame) {
    m_impl->loop.seek(frame);
}

void Player::play(Speed speed) {
    m_impl->loop.play(speed);
}

void Player::refresh() {
    m_impl->loop.refresh();
}

PlayerState Player::state() const {
    return m_impl->loop.state();
}

} // namespace cutaway::playback
