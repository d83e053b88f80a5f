// What EditorSession does with graphics.
#include "core/timeline/editor_session.h"

#include <utility>

namespace cutaway::timeline {

Result<void> EditorSession::addGraphic(Graphic graphic, std::string name, std::int64_t frames) {
    std::int64_t from = m_in.value_or(m_playhead);
    std::int64_t to = from + frames;
    if (m_out) {
        to = *m_out;
        if (!m_in)
            from = std::max<std::int64_t>(0, to - frames);
    }
    const SequencePtr before = sequence();
    CUTAWAY_CHECK(take(timeline::addGraphic(*before, std::move(graphic), std::move(name), from, to)));
    for (std::size_t t = sequence()->tracks.size(); t-- > 0;)
        if (const auto place = clipAt(*sequence(), t, from);
            place && place->clip->graphic && !findClip(*before, place->clip->id)) {
            selectLed(place->clip->id);
            break;
        }
    return {};
}

std::optional<ClipPlace> EditorSession::graphicAtHand() const {
    std::optional<ClipPlace> chosen;
    for (const Uuid& id : m_selection)
        if (auto place = findClip(*sequence(), id); place && place->clip->graphic) {
            if (chosen)
                return std::nullopt;
            chosen = std::move(place);
        }
    return chosen ? chosen : topmostAt(m_playhead, true);
}

Result<void> EditorSession::dragGraphic(const Uuid& clip, Graphic graphic, std::string step) {
    return preview(setGraphic(*m_history.committed(), clip, std::move(graphic), std::move(step)));
}

} // namespace cutaway::timeline
