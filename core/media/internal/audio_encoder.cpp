#include "core/media/internal/audio_encoder.h"

#include "core/media/internal/sample_convert.h"

#include <algorithm>

namespace cutaway::media::av {

namespace {

constexpr int pcmFrame = 4096; ///< samples per packet where the codec does not care

AVCodecID codecId(AudioCodec codec) {
    switch (codec) {
    case AudioCodec::Aac:
        return AV_CODEC_ID_AAC;
    case AudioCodec::Pcm16:
        return AV_CODEC_ID_PCM_S16LE;
    case AudioCodec::Pcm24:
        break;
    }
    return AV_CODEC_ID_PCM_S24LE;
}

AVSampleFormat sampleFormat(AudioCodec codec) {
    switch (codec) {
    case AudioCodec::Aac:
        return AV_SAMPLE_FMT_FLTP;
    case AudioCodec::Pcm16:
        return AV_SAMPLE_FMT_S16;
    case AudioCodec::Pcm24:
        break;
    }
    return AV_SAMPLE_FMT_S32;
}

void fill(AVFrame& frame, const std::int32_t* samples) {
    const int channels = frame.ch_layout.nb_channels;
    const std::size_t count = static_cast<std::size_t>(frame.nb_samples) * static_cast<std::size_t>(channels);
    switch (frame.format) {
    case AV_SAMPLE_FMT_S32:
        std::copy_n(samples, count, reinterpret_cast<std::int32_t*>(frame.data[0]));
        break;
    case AV_SAMPLE_FMT_S16: {
        auto* out = reinterpret_cast<std::int16_t*>(frame.data[0]);
        for (std::size_t i = 0; i < count; ++i)
            out[i] = static_cast<std::int16_t>(samples[i] >> 16);
        break;
    }
    default:
        for (int c = 0; c < channels; ++c) {
            auto* out = reinterpret_cast<float*>(frame.extended_data[c]);
            for (int s = 0; s < frame.nb_samples; ++s)
                out[s] = toFloat(samples[s * channels + c]);
        }
    }
}

} // namespace

Result<AudioEncoder> AudioEncoder::open(const AudioEncodeSettings& settings, bool globalHeader) {
    quiet();
    if (settings.channels < 1 || settings.channels > 16)
        return Error{ErrorCategory::InvalidInput, "A sound track has 1 to 16 channels.", {}};
    const AVCodec* encoder = avcodec_find_encoder(codecId(settings.codec));
    if (!encoder)
        return Error{ErrorCategory::Unsupported, "The encoder for this sound is not installed.", {}};
    AudioEncoder self;
    self.m_codec.reset(avcodec_alloc_context3(encoder));
    if (!self.m_codec)
        throw std::bad_alloc();
    AVCodecContext& codec = *self.m_codec;
    codec.sample_rate = sampleRate48k.num;
    codec.time_base = {1, sampleRate48k.num};
    codec.sample_fmt = sampleFormat(settings.codec);
    av_channel_layout_default(&codec.ch_layout, settings.channels);
    codec.flags |= AV_CODEC_FLAG_BITEXACT;
    if (globalHeader)
        codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (settings.codec == AudioCodec::Aac) {
        codec.bit_rate = settings.bitRate;
        // Noise substitution makes a decoder's samples depend on everything it decoded before.
        av_opt_set(codec.priv_data, "aac_pns", "0", 0);
    }
    const int code = avcodec_open2(&codec, encoder, nullptr);
    if (code < 0)
        return Error{ErrorCategory::Unsupported, "The sound encoder refuses these settings.", text(code)};
    return self;
}

Result<void> AudioEncoder::encodeQueued(std::int64_t samples, const PacketSink& sink) {
    const FramePtr frame = makeFrame();
    frame->nb_samples = static_cast<int>(samples);
    frame->format = m_codec->sample_fmt;
    frame->sample_rate = m_codec->sample_rate;
    frame->pts = m_samplesOut;
    if (av_channel_layout_copy(&frame->ch_layout, &m_codec->ch_layout) < 0 ||
        av_frame_get_buffer(frame.get(), 0) < 0)
        throw std::bad_alloc();
    fill(*frame, m_queue.data());
    m_queue.erase(m_queue.begin(), m_queue.begin() + samples * m_codec->ch_layout.nb_channels);
    m_samplesOut += samples;
    return encode(*m_codec, frame.get(), sink);
}

Result<void> AudioEncoder::write(const AudioBlock& block, const PacketSink& sink) {
    const int channels = m_codec->ch_layout.nb_channels;
    if (block.channels != channels)
        return Error{ErrorCategory::InvalidInput,
                     "Sound of " + std::to_string(block.channels) + " channels came where " +
                         std::to_string(channels) + " were expected.",
                     {}};
    const std::int64_t frameSize = m_codec->frame_size > 0 ? m_codec->frame_size : pcmFrame;
    // Block by block, so that the queue stays about one encoder frame long.
    const auto step = static_cast<std::size_t>(frameSize * channels);
    for (std::size_t at = 0; at < block.samples.size(); at += step) {
        const std::size_t end = std::min(at + step, block.samples.size());
        m_queue.insert(m_queue.end(), block.samples.begin() + static_cast<std::ptrdiff_t>(at),
                       block.samples.begin() + static_cast<std::ptrdiff_t>(end));
        while (static_cast<std::int64_t>(m_queue.size()) >= frameSize * channels)
            CUTAWAY_CHECK(encodeQueued(frameSize, sink));
    }
    m_samplesIn += block.frames();
    return {};
}

Result<void> AudioEncoder::finish(const PacketSink& sink) {
    if (!m_queue.empty())
        CUTAWAY_CHECK(
            encodeQueued(static_cast<std::int64_t>(m_queue.size()) / m_codec->ch_layout.nb_channels, sink));
    return encode(*m_codec, nullptr, sink);
}

} // namespace cutaway::media::av
