#include "core/interchange/internal/laid_sequence.h"

#include "core/interchange/internal/frame_pieces.h"
#include "core/interchange/internal/xml_tree.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/invariants.h"
#include "core/timeline/transitions.h"

#include <algorithm>
#include <map>
#include <set>

namespace cutaway::interchange {

namespace {

using timeline::Clip;
using timeline::Item;
using timeline::Sequence;
using timeline::SourceTiming;
using timeline::Track;
using timeline::TrackKind;
using timeline::Transition;

class SequenceBuilder {
public:
    SequenceBuilder(const LaidSequence& laid, const MediaFinder& media)
        : m_laid(laid)
        , m_media(media)
        , m_report(m_result.read.sequence) {}

    Result<ReadFile> build() {
        Sequence& sequence = m_result.read.sequence;
        sequence = m_laid.settings;
        if (sequence.id.isNil())
            sequence.id = Uuid::random();
        countLinks();
        std::map<TrackKind, int> numbers;
        for (const TrackKind kind : {TrackKind::Video, TrackKind::Audio})
            for (const LaidTrack& track : m_laid.tracks)
                if (track.kind == kind)
                    CUTAWAY_CHECK(buildTrack(track, ++numbers[kind]));
        for (const auto& [kind, least] : {std::pair(TrackKind::Video, 1), std::pair(TrackKind::Audio, 2)})
            while (numbers[kind] < least)
                addTrack(Track{}, kind, ++numbers[kind]);
        std::stable_sort(sequence.markers.begin(), sequence.markers.end(),
                         [](const auto& a, const auto& b) { return a.frame < b.frame; });
        for (const timeline::Marker& marker : sequence.markers)
            m_report.note(Fate::Kept, nullptr, marker.frame, "marker " + marker.name);
        CUTAWAY_CHECK(timeline::checkInvariants(sequence));
        m_result.report = m_laid.report;
        for (ConversionEvent& event : m_report.take().events)
            m_result.report.events.push_back(std::move(event));
        return std::move(m_result);
    }

private:
    void countLinks() {
        for (const LaidTrack& track : m_laid.tracks)
            for (const LaidClip& clip : track.clips)
                if (!clip.link.empty())
                    ++m_links[clip.link];
    }

    void addTrack(Track track, TrackKind kind, int number) {
        Sequence& sequence = m_result.read.sequence;
        track.kind = kind;
        if (track.name.empty())
            track.name = (kind == TrackKind::Video ? "V" : "A") + std::to_string(number);
        track.rate = kind == TrackKind::Video ? sequence.rate : sampleRate48k;
        track.id = Uuid::named(sequence.id, (kind == TrackKind::Video ? "V" : "A") + std::to_string(number));
        // Pictures first: the first sound may have been added already for want of any in the file.
        sequence.tracks.push_back(std::make_shared<const Track>(std::move(track)));
        std::stable_partition(sequence.tracks.begin(), sequence.tracks.end(),
                              [](const auto& each) { return each->kind == TrackKind::Video; });
    }

    Result<void> buildTrack(const LaidTrack& laid, int number) {
        Track track;
        track.kind = laid.kind;
        track.name = laid.name;
        track.muted = laid.muted;
        track.locked = laid.locked;
        track.rate = laid.kind == TrackKind::Video ? m_result.read.sequence.rate : sampleRate48k;
        std::int64_t end = 0, lastFrame = 0;
        bool exact = true; // so far up to `end`
        for (const LaidClip& each : laid.clips) {
            if (each.start < lastFrame)
                return xmlError(each.line, "is wrong: " + each.name + " overlaps the clip before it.");
            if (each.start < 0 || each.end <= each.start || each.end > mostFrames)
                return xmlError(each.line, "is wrong: " + each.name + " has an impossible place.");
            CUTAWAY_TRY(Clip clip, clipOf(each, track));
            std::int64_t start = Sequence::unitsAtFrame(track, each.start, m_result.read.sequence.rate);
            const bool touches = each.start == lastFrame && !track.items.empty();
            const bool believed = each.own && believes(each, track) && each.own->start >= end &&
                                  (!touches || exact || each.own->start == end);
            exact = believed;
            if (believed) {
                clip = exactly(clip, each);
                start = each.own->start;
            } else if (start < end || (touches && start != end)) {
                // The sound before it ends within a frame.
                const std::int64_t last = start + clip.duration;
                clip = timeline::clipFrom(clip, end - start, last - end, track.rate);
                start = end;
            }
            if (clip.duration <= 0)
                return xmlError(each.line, "is wrong: " + each.name + " has no place.");
            lastFrame = each.end;
            track.items.push_back(Item::gap(start - end));
            end = start + clip.duration;
            track.items.push_back(Item::of(std::move(clip)));
        }
        timeline::normalise(track.items);
        if (!timeline::transitionsFit(track.items)) {
            timeline::fitTransitions(track.items);
            m_report.note(Fate::Approximated, &track, 0, "transitions of " + track.name,
                          "they were longer than their clips and were shortened");
        }
        addTrack(std::move(track), laid.kind, number);
        return {};
    }

    /// Whether the file still says in frames what the comment says exactly.
    bool believes(const LaidClip& laid, const Track& track) const {
        const OwnClip& own = *laid.own;
        const FrameRate rate = m_result.read.sequence.rate;
        bool exact = true;
        return own.at == laid.in && own.speed.isAsFastAs(laid.speed) &&
               frameNear(track, own.start, rate, exact) == laid.start &&
               frameNear(track, own.start + own.duration, rate, exact) == laid.end;
    }

    Clip exactly(Clip clip, const LaidClip& laid) {
        const OwnClip& own = *laid.own;
        const auto frames = [&](const Transition& t) {
            return clip.mediaRate == sampleRate48k
                       ? frameAtSample(t.duration() + 1, m_result.read.sequence.rate)
                       : t.duration();
        };
        if (!own.id.isNil() && m_ids.insert(own.id).second)
            clip.id = own.id;
        if (clip.media.sourceId == laid.media.sourceId)
            clip.in = own.in;
        clip.duration = own.duration;
        clip.speed = own.speed;
        if (!own.link.isNil())
            clip.linkGroup = own.link;
        // A transition that was taken away or made anew there is no longer ours.
        for (auto [ours, theirs] : {std::pair(&own.head, &clip.head), std::pair(&own.tail, &clip.tail)})
            if (*ours && *theirs && std::abs(frames(**ours) - frames(**theirs)) <= 1)
                *theirs = *ours;
        return clip;
    }

    Result<Clip> clipOf(const LaidClip& laid, const Track& track) {
        const Sequence& sequence = m_result.read.sequence;
        const bool sound = track.kind == TrackKind::Audio;
        const auto units = [&](std::int64_t frame) {
            return Sequence::unitsAtFrame(track, frame, sequence.rate);
        };
        std::string how = laid.how;
        const auto approximate = [&](const std::string& why) { how += (how.empty() ? "" : "; ") + why; };
        Clip clip;
        clip.id = Uuid::named(sequence.id, "clip " + std::to_string(++m_clips));
        m_ids.insert(clip.id);
        clip.name = laid.name;
        clip.duration = units(laid.end) - units(laid.start);
        clip.enabled = laid.enabled;
        clip.colour = laid.colour;
        clip.gain = sound ? std::clamp(laid.gain, timeline::lowestGain, timeline::highestGain) : 0;
        clip.audioMember = sound ? laid.member : 1;
        clip.media.sourceId = laid.media.sourceId;
        if (!laid.link.empty() && m_links[laid.link] > 1)
            clip.linkGroup = Uuid::named(sequence.id, "link " + laid.link);
        CUTAWAY_TRY(const std::optional<SourceTiming> source, find(laid));
        setIn(clip, laid, source, sound);
        if (!source) {
            approximate("its media is not known; the clip keeps its place");
            m_result.read.problems.push_back(
                {clip.id, clip.name, laid.start,
                 Error{ErrorCategory::NotFound, "The media " + laid.media.name + " is not known.",
                       "line " + std::to_string(laid.line)}});
        }
        const auto inUnits = [&](const Transition& t, std::int64_t cut) {
            return Transition{t.kind, units(cut) - units(cut - t.before), units(cut + t.after) - units(cut)};
        };
        if (laid.head)
            clip.head = inUnits(*laid.head, laid.start);
        if (laid.tail)
            clip.tail = inUnits(*laid.tail, laid.end);
        clip = timeline::withSpeed(std::move(clip), laid.speed);
        if (laid.phase && !sound)
            clip.speed.phase = *laid.phase;
        if (sound && clip.speed.isFreeze()) {
            clip.speed = {};
            clip.enabled = false;
            approximate("a held sound is silent, so it was disabled");
        }
        m_report.note(how.empty() ? Fate::Kept : Fate::Approximated, &track, laid.start, clip.name, how);
        return clip;
    }

    void setIn(Clip& clip, const LaidClip& laid, const std::optional<SourceTiming>& source, bool sound) {
        const FrameRate fileRate = laid.media.rate.isValid() ? laid.media.rate : m_result.read.sequence.rate;
        const std::int64_t counted = laid.media.firstTimecode.value_or(0) + laid.in;
        if (!source) {
            clip.mediaRate = sound ? sampleRate48k : fileRate;
            clip.in = sound ? samplesAtFrame(counted, fileRate) : counted;
            if (sound && laid.speed.isReverse())
                clip.in = samplesAtFrame(counted + 1, fileRate) - 1;
            return;
        }
        const SourceClock& clock = source->clock;
        const auto atSourceRate = [&](std::int64_t frames) { return rescale(frames, fileRate, clock.rate); };
        const std::int64_t frame = laid.media.firstTimecode
                                       ? clock.originUnit() + atSourceRate(counted) - source->startTimecode
                                       : source->first + atSourceRate(laid.in);
        clip.media.sourceId = source->multiSource;
        clip.angle = source->angle;
        clip.mediaRate = sound ? sampleRate48k : clock.rate;
        clip.in = !sound                   ? frame
                  : laid.speed.isReverse() ? clock.sampleAtFrame(frame + 1) - 1
                                           : clock.sampleAtFrame(frame);
        m_result.read.sources.emplace(source->multiSource, *source);
    }

    /// By the id of a comment, else by reel, timecode and name; none when it is not known.
    Result<std::optional<SourceTiming>> find(const LaidClip& laid) {
        const LaidMedia& media = laid.media;
        const FrameRate rate = media.rate.isValid() ? media.rate : m_result.read.sequence.rate;
        const ReelName name{media.reel, media.name.empty() ? laid.name : media.name,
                            media.firstTimecode
                                ? timecodeText(*media.firstTimecode + laid.in,
                                               {rate, media.dropFrame && rate.allowsDropFrame()})
                                : std::string()};
        const bool byId = !media.sourceId.isNil() && m_media.byId;
        const std::string key =
            byId ? media.sourceId.toString() : "r" + name.reel + "\n" + name.clipName + "\n" + name.timecode;
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
        std::optional<SourceTiming> found;
        std::optional<Error> failed;
        const auto take = [&](const auto& answer, const auto& timing) {
            if (answer)
                found = timing(*answer);
            else if (answer.error().category != ErrorCategory::NotFound)
                failed = answer.error();
        };
        if (byId)
            take(m_media.byId({MediaName::Kind::Source, media.sourceId, {}}),
                 [](const ResolvedMedia& resolved) { return resolved.source; });
        if (!found && !failed && m_media.byReel)
            take(m_media.byReel(name), [](const SourceTiming& timing) { return timing; });
        if (failed)
            return *failed;
        if (found && !found->clock.rate.isValid())
            return xmlError(laid.line, "is wrong: " + laid.name + " names media without a frame rate.");
        m_known.emplace(key, found);
        return found;
    }

    const LaidSequence& m_laid;
    const MediaFinder& m_media;
    ReadFile m_result;
    Reporter m_report;
    std::map<std::string, int> m_links;
    std::map<std::string, std::optional<SourceTiming>> m_known;
    std::set<Uuid> m_ids;
    std::size_t m_clips = 0;
};

} // namespace

Result<ReadFile> buildSequence(const LaidSequence& laid, const MediaFinder& media) {
    return SequenceBuilder(laid, media).build();
}

} // namespace cutaway::interchange
