#include "core/conform/sound_at_speed.h"

#include "core/media/decoder.h"
#include "core/render/sound_speed.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::conform {

namespace {

/// Of one second each: what half a second of the fastest sound takes, and what the next half needs again.
constexpr std::size_t mostBlocks = 12;

} // namespace

std::int64_t soundSlack(const Span& span, bool sound, FrameRate rate) {
    if (!sound || span.speed.isNormal())
        return 0;
    return (samplesAtFrame(1, rate) + 1) * (std::abs(span.speed.num) / span.speed.den + 1);
}

Result<SoundAtSpeed::BlockPtr> SoundAtSpeed::decoded(std::size_t use) {
    const auto known =
        std::find_if(m_blocks.begin(), m_blocks.end(), [&](const auto& block) { return block.first == use; });
    if (known != m_blocks.end()) {
        m_blocks.splice(m_blocks.begin(), m_blocks, known);
        return known->second;
    }
    const ObjectUse& object = m_span.objects[use];
    CUTAWAY_TRY(auto bytes, m_objects.open(object.objectId, m_state.stop()));
    CUTAWAY_TRY(auto decoder, media::AudioDecoder::open(std::move(bytes)));
    CUTAWAY_TRY(auto block, decoder.read(object.firstInObject, object.count, m_state.stop()));
    if (block.frames() != object.count)
        return Error{ErrorCategory::Corrupt, "The object holds less sound than it should.", {}};
    m_blocks.emplace_front(use, std::make_shared<const media::AudioBlock>(std::move(block)));
    if (m_blocks.size() > mostBlocks)
        m_blocks.pop_back();
    return m_blocks.front().second;
}

/// These samples of the Source; silence where there are none.
Result<media::AudioBlock> SoundAtSpeed::held(const timeline::UnitRange& units) {
    media::AudioBlock all{0, {}};
    std::int64_t first = m_span.heldFrom;
    for (std::size_t use = 0; use < m_span.objects.size() && first < units.end; ++use) {
        const std::int64_t end = first + m_span.objects[use].count;
        if (end > units.first) {
            CUTAWAY_TRY(const BlockPtr block, decoded(use));
            if (all.channels == 0)
                all = media::AudioBlock::silence(block->channels, units.count());
            if (block->channels != all.channels)
                return Error{
                    ErrorCategory::Corrupt, "The objects of one sound differ in their channels.", {}};
            const std::int64_t from = std::max(first, units.first);
            const std::int64_t to = std::min(end, units.end);
            std::copy(block->samples.begin() + (from - first) * all.channels,
                      block->samples.begin() + (to - first) * all.channels,
                      all.samples.begin() + (from - units.first) * all.channels);
        }
        first = end;
    }
    return all.channels == 0 ? media::AudioBlock::silence(2, units.count()) : all;
}

std::optional<media::AudioBlock> SoundAtSpeed::read(std::int64_t first, std::int64_t count) {
    const std::int64_t offset = first - m_span.recordUnit;
    const std::int64_t from = m_span.sourceUnit + m_span.speed.stepsIn(offset);
    const timeline::ClipSpeed speed = m_span.speed.after(offset);
    const auto needed = render::samplesNeeded(from, speed, count);
    auto source = held(needed);
    if (!source) {
        if (!m_state.stop().stop_requested())
            m_state.fail(masterFailure(m_plan, m_span, true, frameAtSample(first, m_plan.rate),
                                       m_span.objects.front().objectId, source.error()));
        return std::nullopt;
    }
    return media::AudioBlock{source->channels, render::soundAtSpeed(source->samples, needed.first,
                                                                    source->channels, from, speed, count)};
}

} // namespace cutaway::conform
