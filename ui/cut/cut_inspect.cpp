// The frame in view, at full size.
#include "ui/cut/cut_page.h"
#include "ui/inspect/inspect_window.h"

#include "core/render/frame_plan.h"
#include "core/timeline/index.h"
#include "core/timeline/source_position.h"

#include <algorithm>

namespace cutaway::ui {

void CutPage::inspect() {
    activePlayer().stop();
    InspectTarget target;
    bool mixed = false;
    if (activePanel() == m_sourcePanel) {
        target.sourceId = m_source->timing().multiSource;
        target.frame = m_source->frame();
        target.angle = QString::fromStdString(m_source->timing().name);
    } else if (m_document.link().isOpen()) {
        const std::int64_t playhead = editing().playhead();
        const auto sequence = editing().sequence();
        const auto plan = render::planFrame(*sequence, playhead);
        // In a transition the leaving clip ahead of the cut and the coming one from it on, as in the header.
        const auto layer = std::find_if(plan.layers.rbegin(), plan.layers.rend(), [&](const auto& l) {
            const auto there = timeline::clipAt(*sequence, l.track, playhead);
            return there && there->clip == l.clip;
        });
        if (layer != plan.layers.rend()) {
            target.sourceId = layer->clip->media.sourceId;
            target.frame = layer->sourceFrame;
            mixed = plan.layers.size() > 1 || layer->fade;
            const auto at = timeline::sourceAt(*sequence, playhead, editing().sources());
            target.angle = at ? QString::fromStdString(at->name) : QString();
        }
    }
    if (target.sourceId.isNil()) {
        Q_EMIT status(tr("There is no picture here to inspect."));
        return;
    }
    if (activePanel()->shown().exact && !mixed) // else it is not the picture that comes
        target.proxy = activePanel()->shown().picture;
    if (!m_inspect)
        m_inspect = new InspectWindow(m_session, this);
    m_inspect->inspect(target);
}

} // namespace cutaway::ui
