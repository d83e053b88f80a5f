#include "core/conform/plan.h"

#include "core/conform/master_choice.h"
#include "core/render/frame_plan.h"
#include "core/render/sound.h"

#include <algorithm>
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
        const FrameRate wrong = source.clock.rate != m_sequence.rate ? source.clock.rate : clipRate;
        if (source.clock.rate != m_sequence.rate || clipRate != trackRate) {
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

    Span spanOf(const Clip& clip, std::int64_t recordUnit, std::int64_t count) const {
        Span span;
        span.clipId = clip.id;
        span.clipName = clip.name;
        span.sourceId = clip.media.sourceId;
        span.recordUnit = recordUnit;
        span.count = count;
        return span;
    }

    /// Chooses the master for `span` and enters it into the plan's tables; false when there is none.
    bool choose(Span& span, const Clip& clip, const SourceMedia& source, const MasterRequest& request,
                std::int64_t recordFrame) {
        auto master = chooseMaster(source, request);
        if (!master) {
            report(clip, recordFrame, master.error());
            return false;
        }
        const FlowCandidate& flow = **master;
        span.flowId = flow.flowId;
        span.sourceLabel = source.label;
        span.sourceUnit = request.first;
        m_outcome.plan.clocks.emplace(source.sourceId, source.clock);
        m_outcome.plan.masters.emplace(flow.flowId,
                                       MasterFormat{flow.width, flow.height, flow.colour, flow.channels});
        return true;
    }

    void planPicture() {
        ConformPlan& plan = m_outcome.plan;
        for (const auto& picture : render::planPictures(m_sequence, 0, plan.frames)) {
            if (!picture.clip) {
                Span black;
                black.recordUnit = picture.recordFrame;
                black.count = picture.count;
                plan.picture.push_back(std::move(black));
                continue;
            }
            const Clip& clip = *picture.clip;
            Span span = spanOf(clip, picture.recordFrame, picture.count);
            const SourceMedia* source = sourceOf(clip, clip.mediaRate, plan.rate, picture.recordFrame);
            if (source &&
                choose(span, clip, *source, {"video", source->clock, picture.sourceFrame, picture.count},
                       picture.recordFrame))
                plan.picture.push_back(std::move(span));
        }
    }

    void planTracks() {
        ConformPlan& plan = m_outcome.plan;
        std::map<std::size_t, SoundTrack> tracks;
        for (const auto& piece : render::planSound(m_sequence, 0, plan.samples)) {
            const Clip& clip = *piece.clip;
            const std::int64_t frame = frameAtSample(piece.recordSample, plan.rate);
            SoundTrack& track = tracks[piece.track];
            track.name = m_sequence.tracks[piece.track]->name;
            Span span = spanOf(clip, piece.recordSample, piece.count);
            const SourceMedia* source = sourceOf(clip, clip.mediaRate, sampleRate48k, frame);
            if (source && choose(span, clip, *source,
                                 {"audio-" + std::to_string(clip.audioMember), source->clock.audio(),
                                  piece.sourceSample, piece.count},
                                 frame))
                track.spans.push_back(std::move(span));
        }
        for (auto& [index, track] : tracks)
            plan.sound.push_back(std::move(track));
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
