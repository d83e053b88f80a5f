#pragma once

#include "core/media/audio.h"
#include "core/media/encoder.h"
#include "core/media/internal/packet_sink.h"

namespace cutaway::media::av {

/// An open sound encoder with the queue that fills its frames. Times are samples at 48 kHz.
class AudioEncoder {
public:
    static Result<AudioEncoder> open(const AudioEncodeSettings& settings, bool globalHeader);

    const AVCodecContext& codec() const { return *m_codec; }
    AVRational timeBase() const { return m_codec->time_base; }
    std::int64_t samplesIn() const { return m_samplesIn; }
    /// InvalidInput when the block has another number of channels.
    Result<void> write(const AudioBlock& block, const PacketSink& sink);
    Result<void> finish(const PacketSink& sink);

private:
    AudioEncoder() = default;
    Result<void> encodeQueued(std::int64_t samples, const PacketSink& sink);

    CodecPtr m_codec;
    std::vector<std::int32_t> m_queue; ///< interleaved, less than one encoder frame
    std::int64_t m_samplesIn = 0;
    std::int64_t m_samplesOut = 0; ///< given to the encoder
};

} // namespace cutaway::media::av
