#include "core/conform/plan.h"

#include "core/conform/master_choice.h"
#include "core/conform/master_runs.h"
#include "core/conform/sound_at_speed.h"
#include "core/render/frame_plan.h"
#include "core/render/sound.h"
#include "core/timeline/clip_map.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

namespace cutaway::conform {

using timeline::Clip;
using timeline::Sequence;

namespace {

constexpr std::int64_t maxHours = 24;

class Planner {
public:
    Planner(const Sequence& sequence, const SourceMap& sources)
        : m_sequence(sequence)
        , m_sources(sources) {}

    PlanOutcome run() {
        ConformPlan& plan = m_outcome.plan;
        plan.name = m_sequence.name;
        plan.rate = m_sequence.rate;
        plan.width = m_sequence.width;
        plan.height = m_sequence.height;
        plan.dropFrame = m_sequence.dropFrame;
        plan.startFrame = m_sequence.startFrame;
        if (!plan.rate.isValid()) {
            refuse("The sequence has no frame rate.");
            return std::move(m_outcome);
        }
        plan.frames = m_sequence.durationFrames();
        plan.samples = samplesAtFrame(plan.frames, plan.rate);
        if (plan.frames == 0)
            refuse("The sequence is empty. Put a clip on the timeline, then deliver it.");
        else if (plan.frames > TimecodeFormat{plan.rate, false}.framesPerDay() / 24 * maxHours)
            refuse("The sequence is longer than 24 hours. Deliver it in parts.");
        else {
            planPicture();
            planTracks();
        }
        std::stable_sort(m_outcome.problems.begin(), m_outcome.problems.end(),
                         [](const Problem& a, const Problem& b) { return a.recordFrame < b.recordFrame; });
        return std::move(m_outcome);
    }

private:
    void refuse(std::string summary) {
        m_outcome.problems.push_back({ErrorCategory::InvalidInput, {}, {}, 0, std::move(summary)});
    }

    /// Once for each clip and reason, however many spans the clip was split into.
    void report(const Clip& clip, std::int64_t recordFrame, Error error) {
        if (m_reported.emplace(clip.id, error.message).second)
            m_outcome.problems.push_back(
                {error.category, clip.id, clip.name, recordFrame, std::move(error.message)});
    }

    /// The clip's Source, when it is known and runs at the sequence's rate; otherwise a problem.
    const SourceMedia* sourceOf(const Clip& clip, FrameRate clipRate, FrameRate trackRate,
                                std::int64_t recordFrame) {
        const auto found = m_sources.find(clip.media.sourceId);
        if (found == m_sources.end()) {
            report(clip, recordFrame,
                   {ErrorCategory::NotFound,
                    "The angle of “" + clip.name +
                        "” is not in this cloud. Connect to the cloud it comes from, or replace the clip.",
                    {}});
            return nullptr;
        }
        const SourceMedia& source = found->second;
        // Sound that belongs to no picture goes with any.
        const bool soundAlone = trackRate == sampleRate48k && source.clock.rate == sampleRate48k;
        const bool otherRate = source.clock.rate != m_sequence.rate && !soundAlone;
        const FrameRate wrong = otherRate ? source.clock.rate : clipRate;
        if (otherRate || clipRate != trackRate) {
            report(clip, recordFrame,
                   {ErrorCategory::Unsupported,
                    "“" + clip.name + "” runs at " + wrong.toString() + " per second and the sequence at " +
                        m_sequence.rate.toString() +
                        ". A delivery takes only clips of the sequence's own rate: replace the clip, or cut "
                        "a sequence at that rate.",
                    {}});
            return nullptr;
        }
        return &source;
    }

    Span spanOf(const Clip& clip, std::int64_t recordUnit, std::int64_t count, std::int64_t sourceUnit,
                const timeline::ClipSpeed& speed) const {
        Span span;
        span.clipId = clip.id;
        span.clipName = clip.name;
        span.sourceId = clip.media.sourceId;
        span.recordUnit = recordUnit;
        span.count = count;
        span.sourceUnit = sourceUnit;
        span.speed = speed;
        return span;
    }

    /// Chooses the master of a run and enters it into the plan's tables.
    void choose(const MasterRun& run, const std::string& role, const SourceMedia& source,
                const SourceClock& clock, std::int64_t recordFrame) {
        // A sound at another speed may use less than a frame more than its picture does: silence there.
        const std::int64_t slack = soundSlack(*run.parts.front(), role != "video", m_sequence.rate);
        auto master = chooseMaster(source, {role, clock, run.first(), run.end() - run.first()});
        if (!master && run.end() - run.first() > 2 * slack)
            master =
                chooseMaster(source, {role, clock, run.first() + slack, run.end() - run.first() - 2 * slack});
        if (!master) {
            reportMissing(run, role, source, clock, recordFrame, master.error());
            return;
        }
        const FlowCandidate& flow = **master;
        for (Span* part : run.parts) {
            part->flowId = flow.flowId;
            part->sourceLabel = source.label;
        }
        m_outcome.plan.clocks.emplace(source.sourceId, source.clock);
        m_outcome.plan.masters.emplace(flow.flowId,
                                       MasterFormat{flow.width, flow.height, flow.colour, flow.channels});
    }

    /// Where it is only a transition that asks for too much, that is what is said.
    void reportMissing(const MasterRun& run, const std::string& role, const SourceMedia& source,
                       const SourceClock& clock, std::int64_t recordFrame, const Error& error) {
        const Clip& clip = *run.clip;
        const timeline::UnitRange shown = timeline::sourceUnits(clip, clip.mediaRate);
        const std::int64_t first = std::max(run.first(), shown.first);
        const std::int64_t end = std::min(run.end(), shown.end);
        const bool handles = first > run.first() || end < run.end();
        const auto own =
            first < end && handles ? chooseMaster(source, {role, clock, first, end - first}) : error;
        if (!own) {
            report(clip, recordFrame, handles && first < end ? own.error() : error);
            return;
        }
        const UnitRange have = unitsOf((*own)->available, clock);
        const bool sound = role != "video";
        const auto tell = [&](std::int64_t missing, std::int64_t recordUnit, const char* side) {
            if (missing <= 0)
                return;
            if (!clip.speed.isFreeze()) // of the record
                missing = -mulDivFloor(-missing, clip.speed.den, std::abs(clip.speed.num));
            const std::int64_t frames =
                sound ? -mulDivFloor(-missing, m_sequence.rate.num, std::int64_t{48000} * m_sequence.rate.den)
                      : missing;
            const std::int64_t frame = sound ? frameAtSample(recordUnit, m_sequence.rate) : recordUnit;
            report(
                clip, frame,
                {ErrorCategory::InvalidInput,
                 "The transition at " + m_outcome.plan.timecodeAt(frame) + " needs " +
                     std::to_string(frames) + (frames == 1 ? " more frame" : " more frames") + " of “" +
                     clip.name + "” " + side + " what the clip shows than its full-quality " +
                     (sound ? "sound" : "picture") +
                     " has. Shorten or move the transition, trim the clip, or deliver when more has arrived.",
                 {}});
        };
        const std::int64_t below = have.first - run.first();
        const std::int64_t above = run.end() - have.last;
        const bool backwards = clip.speed.isReverse();
        Span whole = *run.parts.front();
        whole.count = run.parts.back()->recordUnit + run.parts.back()->count - whole.recordUnit;
        tell(backwards ? above : below, whole.recordUnitOf(backwards ? end - 1 : first), "before");
        tell(backwards ? below : above, whole.recordUnitOf(backwards ? first - 1 : end), "after");
    }

    void planPicture() {
        ConformPlan& plan = m_outcome.plan;
        const auto pictures = render::planPictures(m_sequence, 0, plan.frames);
        for (const auto& picture : pictures) {
            Span span; // black
            span.recordUnit = picture.recordFrame;
            span.count = picture.count;
            for (const render::Layer& layer : picture.layers) {
                Span part =
                    spanOf(*layer.clip, picture.recordFrame, picture.count, layer.sourceFrame, layer.speed);
                part.fade = layer.fade;
                part.picture = effectsOf(layer);
                part.replaces = layer.replaces;
                part.graphic = render::graphicOf(layer, m_sequence);
                if (part.graphic)
                    part.sourceUnit = 0; // it has no Source, and no plan on disk says one
                if (isBase(picture, layer))
                    span = std::move(part);
                else
                    span.over.push_back(std::move(part));
            }
            plan.picture.push_back(std::move(span));
        }
        std::vector<std::pair<Span*, const Clip*>> parts;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            auto over = plan.picture[i].over.begin();
            for (const render::Layer& layer : pictures[i].layers) {
                Span* part = isBase(pictures[i], layer) ? &plan.picture[i] : &*over++;
                if (!part->graphic)
                    parts.emplace_back(part, layer.clip.get());
            }
        }
        for (const MasterRun& run : masterRuns(parts)) {
            if (const auto* source = sourceOf(*run.clip, run.clip->mediaRate, plan.rate, run.recordUnit()))
                choose(run, "video", *source, source->clock, run.recordUnit());
        }
        for (Span* part : partsOf(plan.picture))
            if (part->picture && changesNothing(*part))
                part->picture = {};
    }

    /// Framing alone, of a master that has the sequence's shape: its pictures are taken as they are.
    bool changesNothing(const Span& part) const {
        timeline::PictureEffects still = *part.picture;
        still.framing.reset();
        const auto master = m_outcome.plan.masters.find(part.flowId);
        return still.isNeutral() && master != m_outcome.plan.masters.end() &&
               std::int64_t{master->second.width} * m_sequence.height ==
                   std::int64_t{master->second.height} * m_sequence.width;
    }

    /// What lies lowest is the span itself; what fades in or out there, and a graphic, does so over black.
    static bool isBase(const render::PictureSpan& picture, const render::Layer& layer) {
        return &layer == &picture.layers.front() && !layer.fade && !layer.clip->graphic;
    }

    /// Of a clip from the layer's first frame on, with the sequence's framing where it has none of its own.
    timeline::SharedValue<timeline::PictureEffects> effectsOf(const render::Layer& layer) const {
        auto effects = timeline::effectsOf(*layer.clip);
        for (timeline::Curve& curve : effects.curves)
            curve = curve.shifted(-layer.offset);
        if (!effects.framing && m_sequence.framing != timeline::Framing::Fit)
            effects.framing = m_sequence.framing;
        return timeline::shared(std::move(effects));
    }

    void planTracks() {
        ConformPlan& plan = m_outcome.plan;
        std::vector<const Clip*> clips;
        std::optional<std::size_t> last;
        for (const auto& piece : render::planSound(m_sequence, 0, plan.samples)) {
            if (last != piece.track)
                plan.sound.push_back({m_sequence.tracks[piece.track]->name, {}});
            last = piece.track;
            Span span = spanOf(*piece.clip, piece.recordSample, piece.count, piece.sourceSample, piece.speed);
            span.gain = piece.clip->gain;
            span.fade = piece.fade;
            span.sound = piece.clip->sound;
            span.clipUnit = piece.clip->sound ? piece.clipUnit : 0;
            plan.sound.back().spans.push_back(std::move(span));
            clips.push_back(piece.clip.get());
        }
        std::vector<std::pair<Span*, const Clip*>> parts;
        for (SoundTrack& track : plan.sound)
            for (Span& span : track.spans)
                parts.emplace_back(&span, clips[parts.size()]);
        for (const MasterRun& run : masterRuns(parts)) {
            const std::int64_t frame = frameAtSample(run.recordUnit(), plan.rate);
            if (const auto* source = sourceOf(*run.clip, run.clip->mediaRate, sampleRate48k, frame))
                choose(run, "audio-" + std::to_string(run.clip->audioMember), *source, source->clock.audio(),
                       frame);
        }
    }

    const Sequence& m_sequence;
    const SourceMap& m_sources;
    PlanOutcome m_outcome;
    std::set<std::pair<Uuid, std::string>> m_reported;
};

} // namespace

PlanOutcome planConform(const Sequence& sequence, const SourceMap& sources) {
    return Planner(sequence, sources).run();
}

} // namespace cutaway::conform
