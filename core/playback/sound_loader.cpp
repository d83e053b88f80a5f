#include "core/playback/sound_loader.h"

#include "core/media/decoder.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::size_t maxBlocks = 48; // a second of stereo is 384 KB

} // namespace

Result<SoundLoader::BlockPtr> SoundLoader::decoded(const ObjectSpan& span, std::stop_token stop) {
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_blocks.begin(), m_blocks.end(),
                                        [&](const auto& b) { return b.first == span.objectId; });
        if (found != m_blocks.end()) {
            m_blocks.splice(m_blocks.begin(), m_blocks, found);
            return found->second;
        }
    }
    CUTAWAY_TRY(auto bytes, m_objects.get(span, stop));
    CUTAWAY_TRY(auto decoder, media::AudioDecoder::open(media::memorySource(bytes)));
    CUTAWAY_TRY(auto samples, decoder.read(0, decoder.sampleCount(), stop));
    auto block = std::make_shared<const media::AudioBlock>(std::move(samples));
    const std::lock_guard lock(m_mutex);
    m_blocks.emplace_front(span.objectId, block);
    if (m_blocks.size() > maxBlocks)
        m_blocks.pop_back();
    return block;
}

Result<media::AudioBlock> SoundLoader::read(const Uuid& sourceId, int member, std::int64_t first,
                                            std::int64_t count, std::stop_token stop) {
    CUTAWAY_TRY(const PlayableSource source, m_access.source(sourceId, stop));
    if (member < 1 || static_cast<std::size_t>(member) > source.sounds.size())
        return media::AudioBlock::silence(2, count);
    const SoundMember& sound = source.sounds[static_cast<std::size_t>(member - 1)];
    media::AudioBlock out = media::AudioBlock::silence(std::max(sound.channels, 1), count);
    const auto channels = static_cast<std::size_t>(out.channels);

    for (std::int64_t at = first; at < first + count;) {
        const auto span = m_access.soundSpan(source, sound.flowId, at, stop);
        if (!span) {
            if (span.error().category != ErrorCategory::NotFound)
                return span.error();
            return out; // beyond the end, or a gap that lasts: silence
        }
        CUTAWAY_TRY(const BlockPtr block, decoded(*span, stop));
        const std::int64_t end = std::min(first + count, span->firstUnit + span->count);
        const std::int64_t from = at - span->firstUnit + span->objectUnit;
        const std::int64_t available = std::clamp<std::int64_t>(block->frames() - from, 0, end - at);
        if (block->channels == out.channels)
            std::copy_n(block->samples.begin() + from * out.channels,
                        static_cast<std::size_t>(available) * channels,
                        out.samples.begin() + (at - first) * out.channels);
        at = end;
    }
    return out;
}

} // namespace cutaway::playback
