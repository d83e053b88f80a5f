#include "ui/cut/source_timing.h"

namespace cutaway::ui {

timeline::SourceTiming timingOf(const tams::SourceView& view) {
    timeline::SourceTiming timing;
    timing.multiSource = view.sourceId;
    timing.name = view.label;
    timing.clock = view.clock;
    timing.first = view.firstFrame();
    timing.end = timing.first + view.frameCount();
    timing.sounds = view.audioCount();
    timing.startTimecode = view.startTimecode;
    timing.dropFrame = view.timecode.dropFrame;
    return timing;
}

interchange::MediaResolver resolverFor(std::shared_ptr<tams::SourceCache> sources, std::stop_token stop) {
    return [sources = std::move(sources),
            stop](const interchange::MediaName& name) -> Result<interchange::ResolvedMedia> {
        if (!sources)
            return Error{ErrorCategory::NotFound, "This angle is not known while there is no cloud.", {}};
        CUTAWAY_TRY(const tams::SourceView view, sources->get(name.id, stop));
        interchange::ResolvedMedia media{timingOf(view), 0};
        for (const tams::FlowView& flow : view.flows)
            if (flow.flowId == name.id || flow.sourceId == name.id)
                for (int n = 1; n <= media.source.sounds; ++n)
                    if (flow.role == "audio-" + std::to_string(n))
                        media.audioMember = n;
        return media;
    };
}

} // namespace cutaway::ui
