// The frame in view, at full size.
#include "ui/cut/cut_page.h"
#include "ui/inspect/inspect_window.h"

#include "core/render/frame_plan.h"
#include "core/timeline/source_position.h"

namespace cutaway::ui {

void CutPage::inspect() {
    activePlayer().stop();
    InspectTarget target;
    if (activePanel() == m_sourcePanel) {
        target.sourceId = m_source->timing().multiSource;
        target.frame = m_source->frame();
        target.angle = QString::fromStdString(m_source->timing().name);
    } else if (m_document.link().isOpen()) {
        const std::int64_t playhead = editing().playhead();
        const auto plan = render::planFrame(*editing().sequence(), playhead);
        if (!plan.layers.empty()) {
            target.sourceId = plan.layers.back().clip->media.sourceId;
            target.frame = plan.layers.back().sourceFrame;
            const auto at = timeline::sourceAt(*editing().sequence(), playhead, editing().sources());
            target.angle = at ? QString::fromStdString(at->name) : QString();
        }
    }
    if (target.sourceId.isNil()) {
        Q_EMIT status(tr("There is no picture here to inspect."));
        return;
    }
    if (activePanel()->shown().exact)
        target.proxy = activePanel()->shown().picture;
    if (!m_inspect)
        m_inspect = new InspectWindow(m_session, this);
    m_inspect->inspect(target);
}

} // namespace cutaway::ui
