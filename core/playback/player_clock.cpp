// What time it is while PlayerLoop plays: by the sound that is heard, or by a steady clock.
#include "core/playback/player_loop.h"

#include <algorithm>
#include <tuple>

namespace cutaway::playback {

namespace {

constexpr int fastestHeard = 2;               // beyond it there is no sound
constexpr std::chrono::seconds soundAgain{1}; // between two looks for a device

bool isHeard(const Speed& speed) {
    return std::abs(speed.num) <= fastestHeard * speed.den;
}

} // namespace

void PlayerLoop::startClock() {
    m_anchorTime = m_clock.now();
    m_lastStep = m_standInStep = -1;
    m_fullFrom = 0;
    if (!m_sequence)
        return;
    m_path = PlayPath(m_sequence->rate, m_state.speed, m_state.position, range());
    m_soundAgainAt = m_anchorTime + soundAgain;
    if (!m_sound.hasOutput() || !isHeard(m_state.speed))
        return;
    SoundRun run{m_path.firstSample(), m_state.speed.num, m_state.speed.den, {}};
    if (const PlayRange within = range(); within.loop)
        run.loop = timeline::UnitRange{samplesAtFrame(within.first, m_sequence->rate),
                                       samplesAtFrame(within.end, m_sequence->rate)};
    m_sound.start(m_sequence, run, waitsForMore(), m_anchorTime);
}

/// A device that goes leaves the steady clock to lead from the same frame; one that comes leads again.
void PlayerLoop::keepSound() {
    const auto now = m_clock.now();
    const bool lost = m_sound.lost(now);
    const bool look =
        !m_sound.leads() && m_sound.hasOutput() && isHeard(m_state.speed) && now >= m_soundAgainAt;
    if (!lost && !look)
        return;
    const std::int64_t step = stepNow();
    if (!m_path.reaches(step))
        return;
    if (lost) {
        m_sound.stop();
        m_anchorTime = now - std::chrono::nanoseconds(m_path.nanosecondsTo(step));
        m_soundAgainAt = now + soundAgain;
        return;
    }
    const auto before = std::tuple(m_anchorTime, m_path, m_lastStep, m_standInStep);
    m_state.position = m_path.frameAt(step);
    startClock();
    if (m_sound.leads()) // the picture of its step 0 is on screen
        m_lastStep = std::get<2>(before) == step ? 0 : -1;
    else
        std::tie(m_anchorTime, m_path, m_lastStep, m_standInStep) = before;
}

std::int64_t PlayerLoop::stepNow() {
    if (m_sound.leads())
        return m_path.stepHeard(m_sound.heard());
    const auto now = m_clock.now();
    const std::int64_t step =
        m_path.stepAfter(std::chrono::duration_cast<std::chrono::nanoseconds>(now - m_anchorTime).count());
    const std::int64_t shown = std::max<std::int64_t>(m_lastStep, 0);
    if (step >= shown)
        return step;
    // The clock has gone back; the programme does not.
    m_anchorTime = now - std::chrono::nanoseconds(m_path.nanosecondsTo(shown));
    return shown;
}

Clock::TimePoint PlayerLoop::timeOfStep(std::int64_t step) {
    if (!m_sound.leads())
        return m_anchorTime + std::chrono::nanoseconds(m_path.nanosecondsTo(step));
    const std::int64_t due = std::max<std::int64_t>(m_path.samplesTo(step) - m_sound.heard(), 0);
    return m_clock.now() + std::chrono::nanoseconds(mulDivFloor(due, 1000000000, 48000)) +
           std::chrono::milliseconds(1);
}

void PlayerLoop::finish() {
    const PlayRange within = range();
    m_sound.stop();
    m_state.speed = {};
    m_state.small = false;
    m_state.buffering = false;
    m_state.position = std::clamp<std::int64_t>(within.returnTo.value_or(m_path.lastFrame()), 0, lastFrame());
    m_range.reset();
    m_awaited.reset();
    m_bestShown.reset();
    m_lastShown = -1;
    publishState();
}

} // namespace cutaway::playback
