#include "core/cloud/ingest/master_pass.h"

#include "core/cloud/ingest/flow_writer.h"
#include "core/media/segmenter.h"

namespace cutaway::cloud {

Result<void> runMasterPass(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                           const IngestPlan& plan, const PlannedFlows& flows, const LivePace* pace,
                           const std::function<void(std::int64_t)>& onFrames, std::stop_token stop) {
    CUTAWAY_TRY(FlowWriter writer, FlowWriter::open(client, flows.named("master"), stop));
    const auto sink = [&](media::PictureObject object) -> Result<void> {
        const TimeRange range = plan.rangeOfFrames(object.firstFrame, object.frames);
        if (pace)
            CUTAWAY_CHECK(pace->waitFor(range.end()->at - plan.clock.origin, stop));
        CUTAWAY_CHECK(writer.write(range, object.bytes, object.keyFrames, stop));
        if (pace)
            CUTAWAY_CHECK(writer.flush(stop));
        if (onFrames)
            onFrames(object.firstFrame + object.frames);
        return {};
    };
    CUTAWAY_CHECK(media::cutPicture(file, plan.framesPerObject, sink, stop));
    return writer.close(stop);
}

} // namespace cutaway::cloud
