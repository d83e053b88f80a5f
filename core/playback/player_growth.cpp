// How PlayerLoop plays what still grows: on over each new piece, and waiting where the next has not come yet.
#include "core/playback/player_loop.h"

#include <utility>

namespace cutaway::playback {

bool PlayerLoop::waitsForMore() const {
    return m_end == SequenceEnd::Growing && m_state.speed.num > 0 && !m_range;
}

void PlayerLoop::grow(timeline::SequencePtr sequence, SequenceEnd end) {
    m_sequence = std::move(sequence);
    m_end = end;
    if (!m_state.speed.paused() && !m_state.buffering) {
        m_path.growTo(range().end);
        m_sound.extend(m_sequence, waitsForMore());
    }
    if (!m_awaited)
        return;
    if (*m_awaited <= lastFrame())
        m_state.position = *std::exchange(m_awaited, std::nullopt);
    else if (end == SequenceEnd::Final)
        finish();
}

void PlayerLoop::waitAtEdge() {
    m_sound.stop();
    m_awaited = m_path.lastFrame() + 1;
    m_state.position = m_path.lastFrame();
    m_lateSince.reset();
    m_state.buffering = true;
    publishState();
}

} // namespace cutaway::playback
