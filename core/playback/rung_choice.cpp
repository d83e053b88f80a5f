#include "core/playback/rung_choice.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::chrono::milliseconds runningOut{
    600}; ///< time for a round trip and a first GOP of the small rung
constexpr std::chrono::milliseconds wellAhead{1000};
constexpr std::chrono::milliseconds longWait{
    1500};                                 ///< in all: the link does not carry it, whatever is measured
constexpr std::chrono::seconds smooth{10}; ///< without waiting: what was before is forgotten
constexpr std::chrono::seconds firstPatience{3};
constexpr std::chrono::seconds mostPatience{48};
constexpr std::chrono::seconds shortStay{20}; ///< on the full rung: it came too early

/// The link carries `bits` 1.3 times over.
bool carriesWithMargin(const RungSituation& s) {
    return s.linkBits && s.fullBits > 0 && *s.linkBits / 13 >= s.fullBits / 10;
}
bool carriesTooLittle(const RungSituation& s) {
    return s.linkBits && s.fullBits > 0 && *s.linkBits < s.fullBits;
}

} // namespace

void RungChoice::choose(PictureQuality quality) {
    m_quality = quality;
}

Rung RungChoice::rung() const {
    if (m_quality == PictureQuality::Automatic)
        return m_rung;
    return m_quality == PictureQuality::Full ? Rung::Full : Rung::Small;
}

void RungChoice::begin(const RungSituation& situation) {
    m_waited = {};
    m_waitsAt.reset();
    m_runsSince.reset();
    m_carriesSince.reset();
    m_wentUp.reset();
    m_patience = firstPatience;
    if (carriesTooLittle(situation))
        m_rung = Rung::Small;
    else if (carriesWithMargin(situation) || !situation.linkBits || situation.fullBits == 0)
        m_rung = Rung::Full;
}

bool RungChoice::follow(const RungSituation& situation) {
    const Rung before = rung();
    const auto now = situation.now;
    countWaiting(situation);
    if (m_rung == Rung::Full) {
        const bool runsOut = !situation.complete && situation.ahead < runningOut;
        if ((runsOut && carriesTooLittle(situation)) || m_waited >= longWait)
            goDown(now);
        return rung() != before;
    }
    if (!carriesWithMargin(situation) || !(situation.complete || situation.ahead >= wellAhead)) {
        m_carriesSince.reset();
    } else if (!m_carriesSince) {
        m_carriesSince = now;
    } else if (now - *m_carriesSince >= m_patience) {
        m_rung = Rung::Full;
        m_wentUp = now;
    }
    return rung() != before;
}

void RungChoice::countWaiting(const RungSituation& situation) {
    const auto now = situation.now;
    if (situation.waiting && !situation.complete) {
        m_runsSince.reset();
        if (m_waitsAt && now > *m_waitsAt)
            m_waited += now - *m_waitsAt;
        m_waitsAt = now;
        return;
    }
    m_waitsAt.reset();
    if (!m_runsSince)
        m_runsSince = now;
    if (now - *m_runsSince >= smooth)
        m_waited = {};
}

void RungChoice::goDown(Clock::TimePoint now) {
    m_rung = Rung::Small;
    m_carriesSince.reset();
    m_waited = {};
    m_patience =
        m_wentUp && now - *m_wentUp < shortStay ? std::min(m_patience * 2, mostPatience) : firstPatience;
}

} // namespace cutaway::playback
