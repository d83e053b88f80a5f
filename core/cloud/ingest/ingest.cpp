#include "core/cloud/ingest/ingest.h"

#include "core/cloud/ingest/ingest_flows.h"
#include "core/cloud/ingest/ingest_plan.h"
#include "core/cloud/ingest/live_pace.h"
#include "core/cloud/ingest/master_pass.h"
#include "core/cloud/ingest/picture_pass.h"
#include "core/cloud/ingest/sound_pass.h"
#include "core/media/probe.h"

#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cutaway::cloud {

namespace {

// Shares of the whole in percent: what each part costs at UHD.
constexpr double afterDownload = 3;
constexpr double afterSound = 8;
constexpr double afterPictures = 90;

/// Every Flow exists before the first Segment, so that a client which finds the angle finds all of it.
Result<void> createFlows(const tams::TamsClient& client, const PlannedFlows& flows, std::stop_token stop) {
    for (const PlannedFlow& member : flows.members)
        CUTAWAY_CHECK(client.putFlow(member.flow, stop));
    return client.putFlow(flows.multi, stop);
}

/// What all passes of one ingest share.
struct Ingest {
    const tams::TamsClient& client;
    media::ByteSourcePtr file;
    const IngestPlan& plan;
    const PlannedFlows& flows;
    ProgressReporter& progress;
};

/// As fast as it goes, what plays first first.
Result<void> takeIn(const Ingest& in, std::stop_token stop) {
    in.progress.report({"sound", afterDownload, {}, false});
    for (std::size_t track = 0; track < in.plan.info.audio.size(); ++track)
        for (const bool proxy : {true, false})
            CUTAWAY_CHECK(runSoundPass(in.client, in.file, in.plan, in.flows, track, proxy, nullptr, stop));
    if (!in.plan.hasPicture()) {
        in.progress.report({"sound", 100, {}, true});
        return {};
    }
    CUTAWAY_CHECK(runPicturePass(in.client, in.file, in.plan, in.flows, {afterSound, afterPictures}, nullptr,
                                 in.progress, stop));
    const auto onFrames = [&](std::int64_t frames) {
        const double share = static_cast<double>(frames) / static_cast<double>(in.plan.video().frames);
        in.progress.report({"master", afterPictures + (100 - afterPictures) * share, {}, false});
    };
    return runMasterPass(in.client, in.file, in.plan, in.flows, nullptr, onFrames, stop);
}

/// Each on a thread of its own; the first that fails ends the others.
Result<void> sideBySide(const std::vector<std::function<Result<void>(std::stop_token)>>& passes,
                        const std::stop_token& stop) {
    std::stop_source giveUp;
    const std::stop_callback onStop(stop, [&giveUp] { giveUp.request_stop(); });
    std::mutex mutex;
    std::optional<Error> failure; // under the mutex
    {
        std::vector<std::jthread> threads;
        for (const auto& pass : passes)
            threads.emplace_back([&] {
                const Result<void> done = pass(giveUp.get_token());
                if (done)
                    return;
                const std::lock_guard lock(mutex);
                if (!failure)
                    failure = done.error();
                giveUp.request_stop();
            });
    }
    return failure ? Result<void>(*failure) : Result<void>();
}

/// At the speed at which it happened, every part side by side. A second run after a kill goes on from where
/// the pictures ended.
Result<void> takeInLive(const Ingest& in, std::stop_token stop) {
    const bool pictures = in.plan.hasPicture();
    CUTAWAY_TRY(const tams::Flow proxy,
                in.client.flow(in.flows.named(pictures ? "proxy" : "audio-1/proxy").id, stop));
    const Timestamp done = proxy.timerange && proxy.timerange->end()
                               ? proxy.timerange->end()->at - in.plan.clock.origin
                               : Timestamp{};
    const LivePace pace(done);
    std::vector<std::function<Result<void>(std::stop_token)>> passes;
    for (std::size_t track = 0; track < in.plan.info.audio.size(); ++track)
        for (const bool small : {true, false})
            passes.emplace_back([&in, &pace, track, small](std::stop_token one) {
                return runSoundPass(in.client, in.file, in.plan, in.flows, track, small, &pace, one);
            });
    if (!pictures) {
        in.progress.report({"sound", 0, {}, true});
        return sideBySide(passes, stop);
    }
    passes.emplace_back([&](std::stop_token one) {
        return runPicturePass(in.client, in.file, in.plan, in.flows, {0, 100}, &pace, in.progress, one);
    });
    passes.emplace_back([&](std::stop_token one) {
        return runMasterPass(in.client, in.file, in.plan, in.flows, &pace, nullptr, one);
    });
    return sideBySide(passes, stop);
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

    const Ingest ingest{client, file, plan, flows, progress};
    CUTAWAY_CHECK(plan.work.realtime ? takeInLive(ingest, stop) : takeIn(ingest, stop));
    flows.multi.status = "closed_complete";
    CUTAWAY_CHECK(client.putFlow(flows.multi, stop));
    return ingestResult(plan, flows);
}

} // namespace cutaway::cloud
