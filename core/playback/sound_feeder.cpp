#include "core/playback/sound_feeder.h"

#include "core/playback/time_stretcher.h"
#include "core/render/sound.h"
#include "core/render/sound_speed.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::playback {

namespace {

constexpr std::int64_t chunkSamples = 1920; // 40 ms
constexpr std::int64_t fadeSamples = 240;   // 5 ms: no click where the monitoring changes

void reverse(std::vector<std::int32_t>& stereo) {
    std::reverse(stereo.begin(), stereo.end());
    for (std::size_t i = 0; i + 1 < stereo.size(); i += 2)
        std::swap(stereo[i], stereo[i + 1]);
}

/// From `before` over to `after`, at the beginning of both.
void crossfade(const std::vector<std::int32_t>& before, std::vector<std::int32_t>& after) {
    const auto frames = std::min(fadeSamples, static_cast<std::int64_t>(after.size() / 2));
    for (std::int64_t i = 0; i < 2 * frames; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::int64_t step = std::int64_t{after[at]} - before[at];
        after[at] = static_cast<std::int32_t>(before[at] + step * (i / 2) / frames);
    }
}

} // namespace

std::vector<std::int32_t> mixedSound(SoundLoader& sounds, const timeline::Sequence& sequence,
                                     const Monitoring& monitoring, std::int64_t first, std::int64_t count,
                                     const std::stop_token& stop) {
    const auto pieces = render::planSound(sequence, first, count);
    std::vector<media::AudioBlock> blocks;
    std::vector<render::SoundInput> inputs;
    blocks.reserve(pieces.size());
    for (const render::SoundPiece& piece : pieces) {
        const int member = piece.clip->audioMember;
        if (!isHeard(monitoring, member))
            continue;
        // The picture of the same moment says why.
        const auto needed = render::samplesNeeded(piece.sourceSample, piece.speed, piece.count);
        auto block = sounds.read(piece.clip->media.sourceId, member, needed.first, needed.count(), stop);
        if (!block)
            continue;
        if (!piece.speed.isNormal())
            block->samples = render::soundAtSpeed(block->samples, needed.first, block->channels,
                                                  piece.sourceSample, piece.speed, piece.count);
        blocks.push_back(std::move(*block));
        inputs.push_back({piece.recordSample, blocks.back().channels, blocks.back().samples,
                          sideOf(monitoring, member), piece.clip->gain, piece.fade, piece.clip->sound.get(),
                          piece.clipUnit});
    }
    return render::mixSound(inputs, first, count);
}

void SoundFeeder::start(timeline::SequencePtr sequence, const SoundRun& wanted, bool growing) {
    stop();
    m_heardWith.reset();
    extend(std::move(sequence), growing);
    m_thread = std::jthread([this, wanted](std::stop_token stop) { run(wanted, std::move(stop)); });
}

void SoundFeeder::extend(timeline::SequencePtr sequence, bool growing) {
    {
        const std::lock_guard lock(m_mutex);
        m_sequence = std::move(sequence);
        m_growing = growing;
    }
    m_grown.notify_all();
}

void SoundFeeder::stop() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_ring.wakeWriter();
        m_thread.join();
    }
    m_ring.reset();
}

/// Not beyond the end of what still grows: the sound there is not silence, it has not happened yet.
SoundFeeder::Stretch SoundFeeder::waitFor(const SoundRun& at, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    const auto left = [&] {
        return samplesAtFrame(m_sequence->durationFrames(), m_sequence->rate) - at.first;
    };
    if (at.num < 0 || at.loop)
        return {m_sequence, chunkSamples};
    if (!m_grown.wait(lock, stop, [&] { return !m_growing || left() > 0; }))
        return {};
    return {m_sequence, m_growing ? std::min(chunkSamples, left()) : chunkSamples};
}

void SoundFeeder::run(SoundRun at, std::stop_token stop) {
    const std::stop_callback wake(stop, [this] { m_ring.wakeWriter(); });
    const int speed = std::abs(at.num);
    std::optional<TimeStretcher> stretcher;
    if (speed != at.den)
        stretcher.emplace(speed, at.den);
    while (!stop.stop_requested()) {
        const Stretch now = waitFor(at, stop);
        if (now.count == 0)
            return;
        auto samples = next(*now.sequence, at, now.count, stop);
        if (stretcher)
            samples = stretcher->stretch(samples);
        push(samples, stop);
    }
}

/// At most `count` samples in the order in which they are heard, and moves on behind them.
std::vector<std::int32_t> SoundFeeder::next(const timeline::Sequence& sequence, SoundRun& at,
                                            std::int64_t count, const std::stop_token& stop) {
    if (at.num > 0) {
        if (at.loop && at.first >= at.loop->end)
            at.first = at.loop->first;
        if (at.loop)
            count = std::min(count, at.loop->end - at.first);
        at.first += count;
        return monitored(sequence, at.first - count, count, false, stop);
    }
    if (at.loop && at.first <= at.loop->first)
        at.first = at.loop->end;
    if (at.loop)
        count = std::min(count, at.first - at.loop->first);
    at.first -= count;
    return monitored(sequence, at.first, count, true, stop);
}

std::vector<std::int32_t> SoundFeeder::monitored(const timeline::Sequence& sequence, std::int64_t first,
                                                 std::int64_t count, bool backwards,
                                                 const std::stop_token& stop) {
    const auto mixed = [&](const Monitoring& monitoring) {
        auto samples = mixedSound(m_sounds, sequence, monitoring, first, count, stop);
        if (backwards)
            reverse(samples);
        return samples;
    };
    const auto desk = m_desk.now();
    auto samples = mixed(*desk);
    if (m_heardWith && m_heardWith != desk)
        crossfade(mixed(*m_heardWith), samples);
    m_heardWith = desk;
    return samples;
}

void SoundFeeder::push(std::span<const std::int32_t> interleaved, const std::stop_token& stop) {
    while (!interleaved.empty() && !stop.stop_requested()) {
        const std::uint32_t seen = m_ring.ticket();
        const std::size_t now = std::min(m_ring.space(), interleaved.size() / 2) * 2;
        if (now == 0) {
            m_ring.waitForReader(seen);
            continue;
        }
        m_ring.push(interleaved.first(now));
        interleaved = interleaved.subspan(now);
    }
}

} // namespace cutaway::playback
