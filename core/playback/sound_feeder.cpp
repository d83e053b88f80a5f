#include "core/playback/sound_feeder.h"

#include "core/render/sound.h"

namespace cutaway::playback {

namespace {

constexpr std::int64_t chunkSamples = 1920; // 40 ms

} // namespace

void SoundFeeder::start(timeline::SequencePtr sequence, std::int64_t firstSample) {
    stop();
    m_ring.reset();
    m_thread = std::jthread([this, sequence = std::move(sequence), firstSample](std::stop_token stop) {
        run(*sequence, firstSample, std::move(stop));
    });
}

void SoundFeeder::stop() {
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_ring.wakeWriter();
    m_thread.join();
}

void SoundFeeder::run(const timeline::Sequence& sequence, std::int64_t at, std::stop_token stop) {
    const std::stop_callback wake(stop, [this] { m_ring.wakeWriter(); });
    while (!stop.stop_requested()) {
        const std::uint32_t seen = m_ring.ticket();
        if (m_ring.space() < static_cast<std::size_t>(chunkSamples)) {
            m_ring.waitForReader(seen);
            continue;
        }
        m_ring.push(mix(sequence, at, chunkSamples, stop));
        at += chunkSamples;
    }
}

std::vector<std::int32_t> SoundFeeder::mix(const timeline::Sequence& sequence, std::int64_t first,
                                           std::int64_t count, std::stop_token stop) {
    const auto pieces = render::planSound(sequence, first, count);
    std::vector<media::AudioBlock> blocks;
    std::vector<render::SoundInput> inputs;
    blocks.reserve(pieces.size());
    for (const render::SoundPiece& piece : pieces) {
        // Sound that cannot be had is silence; the picture of the same moment says why.
        auto block = m_sounds.read(piece.clip->media.sourceId, piece.clip->audioMember, piece.sourceSample,
                                   piece.count, stop);
        if (!block)
            continue;
        blocks.push_back(std::move(*block));
        inputs.push_back({piece.recordSample, blocks.back().channels, blocks.back().samples});
    }
    return render::mixSound(inputs, first, count);
}

} // namespace cutaway::playback
