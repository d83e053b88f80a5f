#include "core/cloud/ingest/ingest_flows.h"

#include "core/media/segmenter.h"
#include "core/tams/source_view.h"

#include <algorithm>
#include <cassert>

namespace cutaway::cloud {

namespace {

constexpr int pcmBits = 24;

std::string colourSpaceOf(const media::Colour& colour) {
    if (colour.isHlg() || colour.isPq())
        return "BT2100";
    if (colour.primaries == 9)
        return "BT2020";
    return colour.primaries == 5 || colour.primaries == 6 ? "BT601" : "BT709";
}

tams::Flow baseOf(const IngestPlan& plan, const std::string& name, const std::string& source,
                  std::string_view format) {
    tams::Flow flow;
    flow.id = plan.idOf(name);
    flow.sourceId = source.empty() ? plan.work.source : plan.idOf("source/" + source);
    flow.label = plan.work.label;
    flow.format = format;
    flow.status = "ingesting";
    flow.tags["_cutaway_job"] = plan.work.job.toString();
    return flow;
}

void addTimecode(tams::Flow& flow, const IngestPlan& plan) {
    const FrameRate rate = plan.clock.rate;
    flow.tags["_cutaway_start_timecode"] = timecodeText(plan.startTimecode, plan.timecode);
    flow.tags["_cutaway_timecode_rate"] = std::to_string(rate.num) + "/" + std::to_string(rate.den);
    flow.tags["_cutaway_timecode_drop"] = plan.timecode.dropFrame ? "true" : "false";
}

tams::Flow pictureFlow(const IngestPlan& plan, const std::string& name, PictureSize size, int generation) {
    const media::VideoInfo& video = plan.video();
    tams::Flow flow = baseOf(plan, name, "video", tams::format::video);
    flow.generation = generation;
    flow.codec = generation == 0 && video.codec == "hevc" ? "video/h265" : "video/h264";
    flow.container = "video/mp4";
    flow.segmentNumerator = 1;
    flow.essence.width = size.width;
    flow.essence.height = size.height;
    flow.essence.frameRate = video.rate;
    flow.essence.interlaceMode = "progressive";
    flow.essence.bitDepth = generation == 0 ? video.bits : 10;
    flow.essence.colourSpace = colourSpaceOf(video.colour);
    flow.essence.transfer = video.colour.isHlg() ? "HLG" : video.colour.isPq() ? "PQ" : "SDR";
    addTimecode(flow, plan);
    return flow;
}

tams::Flow soundFlow(const IngestPlan& plan, const std::string& name, const std::string& source, int channels,
                     int generation) {
    tams::Flow flow = baseOf(plan, name, source, tams::format::audio);
    flow.generation = generation;
    flow.codec = generation == 0 ? "audio/x-raw-int" : "audio/aac";
    flow.container = generation == 0 ? "audio/wav" : "audio/mp4";
    flow.segmentNumerator = 1;
    flow.essence.sampleRate = sampleRate48k.num;
    flow.essence.channels = channels;
    if (generation == 0) {
        flow.essence.bitDepth = pcmBits;
        flow.averageBitRate = std::int64_t{sampleRate48k.num} * channels * pcmBits / 1000;
        flow.maximumBitRate = flow.averageBitRate;
        flow.essence.other["unc_parameters"] = {{"unc_type", "interleaved"}};
    }
    return flow;
}

tams::Flow thumbnailFlow(const IngestPlan& plan) {
    tams::Flow flow = baseOf(plan, "thumbnails", "thumbnails", tams::format::image);
    flow.generation = 1;
    flow.codec = "image/jpeg";
    flow.container = "image/jpeg";
    flow.essence.width = plan.thumbnail.width;
    flow.essence.height = plan.thumbnail.height;
    return flow;
}

tams::Flow waveformFlow(const IngestPlan& plan, const std::string& name, const std::string& source,
                        std::size_t level) {
    tams::Flow flow = baseOf(plan, name, source, tams::format::data);
    flow.generation = 1 + static_cast<int>(level);
    flow.codec = tams::waveform::codec;
    flow.container = tams::waveform::codec;
    flow.segmentNumerator = waveformLevels[level].samplesPerTile / sampleRate48k.num;
    flow.essence.dataType = tams::waveform::dataType;
    flow.tags[std::string(tams::waveform::samplesPerPeakTag)] =
        std::to_string(waveformLevels[level].samplesPerPeak);
    return flow;
}

void planPictures(const IngestPlan& plan, PlannedFlows& planned) {
    const PictureSize master{plan.video().width, plan.video().height};
    tams::Flow masterFlow = pictureFlow(plan, "master", master, 0);
    if (media::objectContainer(plan.info) == media::Container::MxfOp1a)
        masterFlow.container = "application/mxf";
    if (plan.video().bitRate > 0)
        masterFlow.averageBitRate = std::max<std::int64_t>(1, plan.video().bitRate / 1000);
    planned.members.push_back({"master", "video", "master", std::move(masterFlow)});
    planned.members.push_back({"proxy", "video", "proxy", pictureFlow(plan, "proxy", plan.proxy, 1)});
    if (plan.hasRung())
        planned.members.push_back({"low", "video", "low", pictureFlow(plan, "low", plan.rung, 2)});
}

} // namespace

std::string waveformName(std::size_t track, std::size_t level) {
    return "waveform-" + std::to_string(track + 1) + (level == 0 ? "" : "/overview");
}

PlannedFlows planFlows(const IngestPlan& plan) {
    PlannedFlows planned;
    if (plan.hasPicture())
        planPictures(plan, planned);
    for (std::size_t i = 0; i < plan.info.audio.size(); ++i) {
        const std::string role = "audio-" + std::to_string(i + 1);
        const int channels = plan.info.audio[i].channels;
        planned.members.push_back({role, role, "master", soundFlow(plan, role, role, channels, 0)});
        planned.members.push_back(
            {role + "/proxy", role, "proxy", soundFlow(plan, role + "/proxy", role, channels, 1)});
    }
    if (plan.hasPicture())
        planned.members.push_back({"thumbnails", "thumbnails", "proxy", thumbnailFlow(plan)});
    for (std::size_t i = 0; i < plan.info.audio.size(); ++i) {
        const std::string role = "waveform-" + std::to_string(i + 1);
        for (std::size_t level = 0; level < waveformLevels.size(); ++level) {
            const std::string name = waveformName(i, level);
            planned.members.push_back(
                {name, role, level == 0 ? "proxy" : "low", waveformFlow(plan, name, role, level)});
        }
    }

    planned.multi = baseOf(plan, "multi", {}, tams::format::multi);
    for (const PlannedFlow& member : planned.members)
        planned.multi.collection.push_back({member.flow.id, member.role, {}, tams::Json::object()});
    if (plan.hasPicture())
        addTimecode(planned.multi, plan);
    return planned;
}

tams::Flow& PlannedFlows::named(const std::string& name) {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const PlannedFlow& flow) { return flow.name == name; });
    assert(found != members.end());
    return found->flow;
}

const tams::Flow& PlannedFlows::named(const std::string& name) const {
    return const_cast<PlannedFlows*>(this)->named(name);
}

nlohmann::json ingestResult(const IngestPlan& plan, const PlannedFlows& flows) {
    nlohmann::json result = {{"source_id", plan.work.source.toString()},
                             {"multi_flow_id", flows.multi.id.toString()},
                             {"frames", plan.hasPicture() ? plan.video().frames : 0},
                             {"samples", plan.samples},
                             {"flows", nlohmann::json::array()}};
    for (const PlannedFlow& member : flows.members)
        result["flows"].push_back(
            {{"id", member.flow.id.toString()}, {"role", member.role}, {"rung", member.rung}});
    return result;
}

} // namespace cutaway::cloud
