#include "core/conform/sound_source.h"

#include "core/conform/lanes.h"
#include "core/render/sound.h"

#include <algorithm>
#include <utility>

namespace cutaway::conform {

namespace {

/// Samples of one track on the record side.
struct Piece {
    std::int64_t recordSample = 0;
    media::AudioBlock block;
    const Span* span = nullptr;
};

/// One Object's part of a lane: record samples [record, record + use.count).
struct Use {
    const Span* span = nullptr;
    const ObjectUse* object = nullptr;
    std::int64_t record = 0;
};

std::vector<Use> usesOf(const Lane& lane) {
    std::vector<Use> uses;
    for (const Span* span : lane) {
        std::int64_t record = span->recordUnit;
        for (const ObjectUse& object : span->objects) {
            uses.push_back({span, &object, record});
            record += object.count;
        }
    }
    return uses;
}

} // namespace

class SoundSource::LaneReader {
public:
    LaneReader(const ConformPlan& plan, const Lane& lane, ObjectStore& objects, RunState& state)
        : m_plan(plan)
        , m_state(state)
        , m_uses(usesOf(lane))
        , m_queue(objects, objectOrder(lane), state.stop()) {}

    /// Adds what sounds in [first, last) to `pieces`; false when it failed.
    bool read(std::int64_t first, std::int64_t last, std::vector<Piece>& pieces) {
        while (m_next < m_uses.size()) {
            const Use& use = m_uses[m_next];
            const std::int64_t end = use.record + use.object->count;
            const std::int64_t from = std::max(first, use.record);
            const std::int64_t to = std::min(last, end);
            if (from >= last)
                return true;
            auto block = readObject(*use.object, from - use.record, to - from);
            if (!block) {
                if (!m_state.stop().stop_requested())
                    m_state.fail(masterFailure(m_plan, *use.span, true, frameAtSample(from, m_plan.rate),
                                               use.object->objectId, block.error()));
                return false;
            }
            pieces.push_back({from, std::move(*block), use.span});
            if (end > last)
                return true;
            ++m_next;
        }
        return true;
    }

private:
    Result<media::AudioBlock> readObject(const ObjectUse& object, std::int64_t offset, std::int64_t count) {
        if (!m_decoder || m_openId != object.objectId) {
            m_decoder.reset();
            CUTAWAY_TRY(auto bytes, m_queue.next());
            CUTAWAY_TRY(m_decoder, media::AudioDecoder::open(std::move(bytes)));
            m_openId = object.objectId;
        }
        CUTAWAY_TRY(auto block, m_decoder->read(object.firstInObject + offset, count, m_state.stop()));
        if (block.frames() != count)
            return Error{ErrorCategory::Corrupt, "The object holds less sound than it should.", {}};
        return block;
    }

    const ConformPlan& m_plan;
    RunState& m_state;
    std::vector<Use> m_uses;
    std::size_t m_next = 0;
    ObjectQueue m_queue;
    std::string m_openId;
    std::optional<media::AudioDecoder> m_decoder;
};

SoundSource::SoundSource(const ConformPlan& plan, ObjectStore& objects, RunState& state) {
    for (const SoundTrack& track : plan.sound) {
        auto parts = partsOf(track.spans);
        const auto changed = std::stable_partition(parts.begin(), parts.end(),
                                                   [](const Span* part) { return part->speed.isNormal(); });
        for (auto part = changed; part != parts.end(); ++part)
            m_atSpeed.push_back(std::make_unique<SoundAtSpeed>(plan, **part, objects, state));
        parts.erase(changed, parts.end());
        for (const Lane& lane : lanesOf(parts))
            m_lanes.push_back(std::make_unique<LaneReader>(plan, lane, objects, state));
    }
}

SoundSource::~SoundSource() = default;

std::optional<media::AudioBlock> SoundSource::read(std::int64_t first, std::int64_t count) {
    std::vector<Piece> pieces;
    for (const auto& lane : m_lanes)
        if (!lane->read(first, first + count, pieces))
            return std::nullopt;
    // What is over holds its decoded sound no longer.
    std::erase_if(m_atSpeed,
                  [&](const auto& sound) { return sound->span().recordUnit + sound->span().count <= first; });
    for (const auto& sound : m_atSpeed) {
        const std::int64_t from = std::max(first, sound->span().recordUnit);
        const std::int64_t to = std::min(first + count, sound->span().recordUnit + sound->span().count);
        if (from >= to)
            continue;
        auto block = sound->read(from, to - from);
        if (!block)
            return std::nullopt;
        pieces.push_back({from, std::move(*block), &sound->span()});
    }
    std::vector<render::SoundInput> inputs;
    for (const Piece& piece : pieces)
        inputs.push_back({piece.recordSample, piece.block.channels, piece.block.samples,
                          render::SoundSide::Both, piece.span->gain, piece.span->fade,
                          piece.span->sound.get(),
                          piece.span->clipUnit + piece.recordSample - piece.span->recordUnit});
    return media::AudioBlock{2, render::mixSound(inputs, first, count)};
}

} // namespace cutaway::conform
