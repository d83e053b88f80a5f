// Which rung PlayerLoop plays: what RungChoice decides on, and how one gives way to the other without a frame
// lost.
#include "core/playback/player_loop.h"

#include <cstdlib>

namespace cutaway::playback {

namespace {

constexpr std::int64_t looksAhead = 75; // steps: as far as playing asks ahead at least

} // namespace

bool PlayerLoop::playsRungs() const {
    return !m_state.speed.paused() && !isFast();
}

Quality PlayerLoop::smallQuality() const {
    return m_rungs.chosen() == PictureQuality::Small ? Quality::Quick : Quality::Thrifty;
}

/// From a step of m_path on.
RungSituation PlayerLoop::situation(std::int64_t step) const {
    RungSituation found;
    found.now = m_clock.now();
    found.linkBits = m_access->linkBits();
    found.complete = true;
    std::int64_t bits = 0; // of all pictures that are missing of the first frame that misses any
    std::int64_t at = step;
    for (; at < step + looksAhead && m_path.reaches(at) && found.complete; ++at) {
        const auto plan = planAt(m_path.frameAt(at));
        for (const render::Layer& layer : plan.layers) {
            if (layer.clip->graphic)
                continue;
            const FrameKey key = wantOf(layer).key;
            if (m_store.holds(key))
                continue;
            bits += m_loader.facts().fullBits(key.source);
            found.complete = false;
        }
    }
    if (!found.complete)
        --at;
    else if (const auto now = wantFor(m_path.frameAt(step)))
        bits = m_loader.facts().fullBits(now->key.source);
    found.ahead = std::chrono::nanoseconds(m_path.nanosecondsTo(at) - m_path.nanosecondsTo(step));
    found.fullBits = mulDivFloor(bits, std::abs(m_state.speed.num), m_state.speed.den);
    return found;
}

/// Playing begins at the position, or goes on there.
void PlayerLoop::beginRung() {
    m_state.small = false;
    m_fullFrom = 0;
    if (!m_sequence || !playsRungs())
        return;
    m_path = PlayPath(m_sequence->rate, m_state.speed, m_state.position, range());
    const RungSituation start = situation(0);
    m_rungs.begin(start);
    noteRung(start);
}

/// True when what is said of the rung has changed.
bool PlayerLoop::followRung(std::int64_t step, bool waiting) {
    if (!playsRungs() || m_awaited)
        return false;
    RungSituation now = situation(step);
    now.waiting = waiting;
    if (m_rungs.follow(now) && m_rungs.rung() == Rung::Full)
        keepSmallToBoundary();
    const bool was = m_state.small;
    noteRung(now);
    return was != m_state.small;
}

/// What is there or on its way stays, and what is left of the Object that it ends in: the full rung begins
/// with the next one, on a key frame.
void PlayerLoop::keepSmallToBoundary() {
    m_fullFrom = m_lastAsked + 1;
    if (!m_path.forwards() || !m_path.reaches(m_lastAsked))
        return;
    const auto last = wantFor(m_path.frameAt(m_lastAsked));
    const auto end = last ? m_loader.facts().objectEnd(last->key.source, last->key.frame) : std::nullopt;
    if (!end)
        return;
    for (; m_path.reaches(m_fullFrom); ++m_fullFrom) {
        const auto want = wantFor(m_path.frameAt(m_fullFrom));
        if (!want || want->key.source != last->key.source || want->key.frame < last->key.frame ||
            want->key.frame >= *end)
            break;
    }
}

void PlayerLoop::noteRung(const RungSituation& situation) {
    const auto want = wantFor(m_state.position);
    m_state.small = m_rungs.rung() == Rung::Small && (!want || m_loader.facts().hasSmall(want->key.source));
    m_state.smallByChoice = m_state.small && m_rungs.chosen() == PictureQuality::Small;
    m_state.linkBits = m_state.small ? situation.linkBits.value_or(0) : 0;
}

} // namespace cutaway::playback
