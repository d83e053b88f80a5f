#include "core/cloud/ingest/sound_pass.h"

#include "core/cloud/ingest/flow_writer.h"
#include "core/cloud/ingest/waveform_writer.h"
#include "core/media/segmenter.h"

namespace cutaway::cloud {

Result<void> runSoundPass(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                          const IngestPlan& plan, const PlannedFlows& flows, std::size_t track, bool proxy,
                          const LivePace* pace, std::stop_token stop) {
    const std::string role = "audio-" + std::to_string(track + 1);
    CUTAWAY_TRY(media::AudioDecoder decoder, media::AudioDecoder::open(file, static_cast<int>(track)));
    CUTAWAY_TRY(FlowWriter writer,
                FlowWriter::open(client, flows.named(proxy ? role + "/proxy" : role), stop));
    std::optional<WaveformWriter> waveform;
    if (proxy) {
        CUTAWAY_TRY(waveform, WaveformWriter::open(client, plan, flows, track, stop));
    }
    media::AudioEncodeSettings settings;
    settings.codec = proxy ? media::AudioCodec::Aac : media::AudioCodec::Pcm24;
    settings.channels = plan.info.audio[track].channels;
    const auto sink = [&](media::SoundObject object) -> Result<void> {
        const TimeRange range = plan.rangeOfSamples(object.firstSample, object.samples);
        if (pace)
            CUTAWAY_CHECK(pace->waitFor(range.end()->at - plan.clock.origin, stop));
        CUTAWAY_CHECK(writer.write(range, object.bytes, 1, stop));
        if (pace)
            CUTAWAY_CHECK(writer.flush(stop));
        if (!waveform)
            return {};
        return waveform->add(object.original, object.originalAt, object.samples, pace != nullptr, stop);
    };
    CUTAWAY_CHECK(media::cutSound(
        decoder, settings,
        {plan.clock.rate, plan.framesPerObject, plan.samples, plan.info.audio[track].start}, sink, stop));
    CUTAWAY_CHECK(writer.close(stop));
    return waveform ? waveform->close(stop) : Result<void>();
}

} // namespace cutaway::cloud
