#include "ui/timeline/gain_drag.h"

#include "core/timeline/edits/sound.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace cutaway::ui {

namespace {

constexpr int still = 2;             ///< pixels that a hand moves while it clicks
constexpr std::int64_t atUnity = 30; ///< within 0.3 dB of what the clip comes with, that is meant

} // namespace

GainDrag::GainDrag(SessionLink& link, timeline::ClipPlace clip, const QRect& body, const TimeScale& scale,
                   const GainLine::Hit& hit, QPoint pressed, bool control)
    : m_link(link)
    , m_clip(std::move(clip))
    , m_body(body)
    , m_scale(scale)
    , m_hit(hit)
    , m_pressed(pressed)
    , m_control(control) {
    link.session().beginDrag();
}

/// Keyframes stand at the first sample of a frame, unless they are only moved up and down.
std::int64_t GainDrag::unitFor(QPoint at) const {
    if (std::abs(at.x() - m_pressed.x()) <= still)
        return m_hit.unit;
    const timeline::Sequence& sequence = *m_link.session().history().committed();
    const GainLine line(*m_clip.clip, m_body, m_scale, sequence.rate);
    const std::int64_t frame = frameAtSample(m_clip.units.first + line.unitAt(at.x()), sequence.rate);
    return std::clamp<std::int64_t>(samplesAtFrame(frame, sequence.rate) - m_clip.units.first, 0,
                                    m_clip.clip->duration - 1);
}

QString GainDrag::move(QPoint at) {
    timeline::EditorSession& session = m_link.session();
    const timeline::Sequence& sequence = *session.history().committed();
    const timeline::Clip& clip = *m_clip.clip;
    const GainLine line(clip, m_body, m_scale, sequence.rate);
    m_moved = m_moved || (at - m_pressed).manhattanLength() > still;
    if (!m_moved)
        return {};
    const std::int64_t before = timeline::gainAt(clip, m_hit.unit);
    std::int64_t gain = before + line.gainAt(at.y()) - line.gainAt(m_pressed.y());
    if (session.snapping() && std::abs(gain) <= atUnity)
        gain = 0;
    gain = std::clamp<std::int64_t>(gain, timeline::lowestGain, timeline::highestGain);
    Result<timeline::Change> change =
        m_hit.key   ? moveGainKeyframe(sequence, clip.id, m_hit.unit, unitFor(at), gain - clip.gain)
        : m_control ? setGainKeyframe(sequence, clip.id, unitFor(at), gain - clip.gain)
                    : raiseGain(sequence, clip.id, m_hit.unit, gain - before);
    m_link.report(session.dragEdit(change));
    return gainText(gain);
}

/// A click with Ctrl, without a drag, puts a keyframe there or takes it away.
void GainDrag::finish() {
    timeline::EditorSession& session = m_link.session();
    const timeline::Sequence& sequence = *session.history().committed();
    const timeline::Clip& clip = *m_clip.clip;
    if (!m_moved && m_control)
        m_link.report(
            session.dragEdit(m_hit.key ? removeGainKeyframe(sequence, clip.id, m_hit.unit)
                                       : setGainKeyframe(sequence, clip.id, m_hit.unit,
                                                         timeline::gainAt(clip, m_hit.unit) - clip.gain)));
    m_link.report(session.endDrag());
}

void GainDrag::cancel() {
    m_link.session().cancelDrag();
}

} // namespace cutaway::ui
