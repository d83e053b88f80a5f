#include "core/cloud/ingest/ingest.h"

#include "core/cloud/ingest/flow_writer.h"
#include "core/cloud/ingest/ingest_flows.h"
#include "core/cloud/ingest/ingest_plan.h"
#include "core/cloud/ingest/picture_pass.h"
#include "core/media/probe.h"
#include "core/media/segmenter.h"

namespace cutaway::cloud {

namespace {

// Shares of the whole in percent: what each part costs at UHD.
constexpr double afterDownload = 3;
constexpr double afterSound = 8;
constexpr double afterPictures = 90;

Result<void> ingestSound(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                         const IngestPlan& plan, const PlannedFlows& flows, std::stop_token stop) {
    for (std::size_t track = 0; track < plan.info.audio.size(); ++track) {
        CUTAWAY_TRY(media::AudioDecoder decoder, media::AudioDecoder::open(file, static_cast<int>(track)));
        const std::string role = "audio-" + std::to_string(track + 1);
        for (const bool proxy : {true, false}) {
            CUTAWAY_TRY(FlowWriter writer,
                        FlowWriter::open(client, flows.named(proxy ? role + "/proxy" : role), stop));
            media::AudioEncodeSettings settings;
            settings.codec = proxy ? media::AudioCodec::Aac : media::AudioCodec::Pcm24;
            settings.channels = plan.info.audio[track].channels;
            const auto sink = [&](media::SoundObject object) {
                return writer.write(plan.rangeOfSamples(object.firstSample, object.samples), object.bytes, 1,
                                    stop);
            };
            CUTAWAY_CHECK(media::cutSound(
                decoder, settings,
                {plan.clock.rate, plan.framesPerObject, plan.samples, plan.info.audio[track].start}, sink,
                stop));
            CUTAWAY_CHECK(writer.close(stop));
        }
    }
    return {};
}

Result<void> ingestMaster(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                          const IngestPlan& plan, const PlannedFlows& flows, ProgressReporter& progress,
                          std::stop_token stop) {
    CUTAWAY_TRY(FlowWriter writer, FlowWriter::open(client, flows.named("master"), stop));
    const auto frames = static_cast<double>(plan.video().frames);
    const auto sink = [&](media::PictureObject object) -> Result<void> {
        CUTAWAY_CHECK(writer.write(plan.rangeOfFrames(object.firstFrame, object.frames), object.bytes,
                                   object.keyFrames, stop));
        const double share = static_cast<double>(object.firstFrame + object.frames) / frames;
        progress.report({"master", afterPictures + (100 - afterPictures) * share, {}, false});
        return {};
    };
    CUTAWAY_CHECK(media::cutPicture(file, plan.framesPerObject, sink, stop));
    return writer.close(stop);
}

/// Every Flow exists before the first Segment, so that a client which finds the angle finds all of it.
Result<void> createFlows(const tams::TamsClient& client, const PlannedFlows& flows, std::stop_token stop) {
    for (const PlannedFlow& member : flows.members)
        CUTAWAY_CHECK(client.putFlow(member.flow, stop));
    return client.putFlow(flows.multi, stop);
}

} // namespace

Result<nlohmann::json> runIngest(const nlohmann::json& work, const JobLink& link, ProgressReporter& progress,
                                 const std::filesystem::path& scratch, std::stop_token stop) {
    CUTAWAY_TRY(IngestWork order, readIngestWork(work));
    progress.report({"planning", 0, {}, false});
    const std::filesystem::path path = scratch / "media";
    CUTAWAY_CHECK(link.download(order.mediaPath, path, stop));
    CUTAWAY_TRY(const media::ByteSourcePtr file, media::fileSource(path));
    CUTAWAY_TRY(media::MediaInfo info, media::probe(file));
    CUTAWAY_TRY(const IngestPlan plan, planIngest(std::move(order), std::move(info)));
    const tams::TamsClient client(link.sharedHttp());
    PlannedFlows flows = planFlows(plan);
    CUTAWAY_CHECK(createFlows(client, flows, stop));

    progress.report({"sound", afterDownload, {}, false});
    CUTAWAY_CHECK(ingestSound(client, file, plan, flows, stop));
    CUTAWAY_CHECK(runPicturePass(client, file, plan, flows, {afterSound, afterPictures}, progress, stop));
    CUTAWAY_CHECK(ingestMaster(client, file, plan, flows, progress, stop));
    flows.multi.status = "closed_complete";
    CUTAWAY_CHECK(client.putFlow(flows.multi, stop));
    return ingestResult(plan, flows);
}

} // namespace cutaway::cloud
