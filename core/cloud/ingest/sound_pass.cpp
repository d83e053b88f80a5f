#include "core/cloud/ingest/sound_pass.h"

#include "core/cloud/ingest/flow_writer.h"
#include "core/media/segmenter.h"

namespace cutaway::cloud {

Result<void> runSoundPass(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                          const IngestPlan& plan, const PlannedFlows& flows, std::size_t track, bool proxy,
                          const LivePace* pace, std::stop_token stop) {
    const std::string role = "audio-" + std::to_string(track + 1);
    CUTAWAY_TRY(media::AudioDecoder decoder, media::AudioDecoder::open(file, static_cast<int>(track)));
    CUTAWAY_TRY(FlowWriter writer,
                FlowWriter::open(client, flows.named(proxy ? role + "/proxy" : role), stop));
    media::AudioEncodeSettings settings;
    settings.codec = proxy ? media::AudioCodec::Aac : media::AudioCodec::Pcm24;
    settings.channels = plan.info.audio[track].channels;
    const auto sink = [&](media::SoundObject object) -> Result<void> {
        const TimeRange range = plan.rangeOfSamples(object.firstSample, object.samples);
        if (!pace)
            return writer.write(range, object.bytes, 1, stop);
        CUTAWAY_CHECK(pace->waitFor(range.end()->at - plan.clock.origin, stop));
        CUTAWAY_CHECK(writer.write(range, object.bytes, 1, stop));
        return writer.flush(stop);
    };
    CUTAWAY_CHECK(media::cutSound(
        decoder, settings,
        {plan.clock.rate, plan.framesPerObject, plan.samples, plan.info.audio[track].start}, sink, stop));
    return writer.close(stop);
}

} // namespace cutaway::cloud
