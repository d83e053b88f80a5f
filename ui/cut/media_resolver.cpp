#include "ui/cut/media_resolver.h"

#include "ui/viewer/source_timing.h"

#include <QCoreApplication>

namespace cutaway::ui {

namespace {
/// Context of the translations.
struct MediaResolver {
    Q_DECLARE_TR_FUNCTIONS(MediaResolver)
};
} // namespace

interchange::MediaResolver resolverFor(std::shared_ptr<tams::SourceCache> sources, std::stop_token stop) {
    return [sources = std::move(sources),
            stop](const interchange::MediaName& name) -> Result<interchange::ResolvedMedia> {
        if (!sources)
            return Error{ErrorCategory::NotFound,
                         MediaResolver::tr("This angle is not known while there is no cloud.").toStdString(),
                         {}};
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
