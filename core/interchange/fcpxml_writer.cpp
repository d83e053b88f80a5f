#include "core/interchange/fcpxml_writer.h"

#include "core/interchange/internal/fcpxml_time.h"
#include "core/interchange/internal/features.h"
#include "core/interchange/internal/frame_pieces.h"
#include "core/interchange/internal/graphics_out.h"
#include "core/interchange/internal/laid_sequence.h"
#include "core/interchange/internal/own_clip.h"
#include "core/interchange/internal/xml_text.h"
#include "core/timeline/clip_map.h"

#include <algorithm>
#include <map>

namespace cutaway::interchange {

namespace {

using timeline::Clip;
using timeline::Sequence;
using timeline::SourceTiming;
using timeline::SourceTimings;
using timeline::Track;
using timeline::TrackKind;
using timeline::Transition;
using timeline::TransitionKind;

/// Clips of one track that touch, with the transitions between them; or a gap of the primary storyline.
struct Run {
    const Track* track = nullptr;
    int lane = 0;
    std::int64_t start = 0, end = 0;
    std::vector<const FramedClip*> clips;

    bool hasTransitions() const {
        return std::any_of(clips.begin(), clips.end(),
                           [](const FramedClip* clip) { return clip->head || clip->tail; });
    }
};

class Writer {
public:
    Writer(const Sequence& sequence, const SourceTimings& sources, const MediaLocator& files)
        : m_sequence(sequence)
        , m_sources(sources)
        , m_files(files)
        , m_report(sequence) {}

    WrittenFile write() {
        layOut();
        m_xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE fcpxml>\n");
        {
            const auto root = m_xml.open("fcpxml", {{"version", "1.10"}});
            writeResources();
            writeSequence();
        }
        return {m_xml.text(), m_report.take()};
    }

private:
    std::string time(std::int64_t frames) const { return fcpTime(frames, m_sequence.rate); }

    /// Lane 0 is the lowest picture track; pictures above count up from 1, sounds down from -1.
    void layOut() {
        int pictures = 0, sounds = 0;
        m_framed.reserve(m_sequence.tracks.size());
        for (const auto& track : m_sequence.tracks) {
            std::size_t dropped = 0;
            m_framed.push_back(framedClips(*track, m_sequence.rate, &dropped));
            if (dropped > 0)
                m_report.note(Fate::Lost, track.get(), 0,
                              std::to_string(dropped) + " sounds of " + track->name,
                              "they are shorter than half a frame");
            const int lane = track->kind == TrackKind::Video ? pictures++ : -++sounds;
            for (const FramedClip& clip : m_framed.back()) {
                describe(*track, clip);
                const bool goesOn = clip.touches && !m_runs.empty() && m_runs.back().lane == lane &&
                                    m_runs.back().end == clip.start;
                if (!goesOn)
                    m_runs.push_back({track.get(), lane, clip.start, clip.start, {}});
                m_runs.back().clips.push_back(&clip);
                m_runs.back().end = clip.end;
            }
            m_report.lose(featuresOf(*track), {Feature::Mute}, *track, 0);
            if (track->muted)
                m_report.note(Fate::Approximated, track.get(), 0, "mute of " + track->name,
                              "its clips are disabled, for there are no tracks");
        }
    }

    /// Says what becomes of a clip and of the transitions at its edges.
    void describe(const Track& track, const FramedClip& framed) {
        const Clip& clip = *framed.clip;
        const bool sound = track.kind == TrackKind::Audio;
        const SourceTiming* source = sourceOf(clip);
        std::string how;
        const auto approximate = [&](const char* why) {
            how += (how.empty() ? "" : "; ") + std::string(why);
        };
        if (!framed.exact)
            approximate("its sound begins, ends or fades within a frame, and was moved to the nearest");
        if (!source)
            approximate("its angle is not known here, so its frames are counted from 0");
        else if (source->clock.rate != m_sequence.rate)
            approximate("it runs at another rate");
        m_report.note(how.empty() ? Fate::Kept : Fate::Approximated, &track, framed.start, clip.name, how);
        m_report.lose(featuresOf(clip), {Feature::Speed, Feature::Gain, Feature::Disabled}, track,
                      framed.start);
        for (const auto* transition : {&framed.head, &framed.tail}) {
            if (!*transition)
                continue;
            const bool exact = sound || (*transition)->kind == TransitionKind::Dissolve;
            m_report.note(exact ? Fate::Kept : Fate::Approximated, &track, framed.start,
                          std::string(nameOf((*transition)->kind, sound)) + ", " +
                              std::to_string((*transition)->duration()) + " frames",
                          exact ? "" : "by its name; colour and direction are what the other program takes");
        }
    }

    static const char* nameOf(TransitionKind kind, bool sound) {
        return sound                          ? "Audio Crossfade"
               : kind == TransitionKind::Dip  ? "Fade To Color"
               : kind == TransitionKind::Wipe ? "Edge Wipe"
                                              : "Cross Dissolve";
    }

    const SourceTiming* sourceOf(const Clip& clip) const {
        const auto found = m_sources.find(clip.media.sourceId);
        return found == m_sources.end() ? nullptr : &found->second;
    }
    std::optional<MediaFile> fileOf(const SourceTiming* source) const {
        return source && m_files ? m_files(*source, 0) : std::nullopt;
    }

    /// Absolute frame of the Source from which its timecode counts 0.
    static std::int64_t timecodeZero(const SourceTiming* source) {
        return source ? source->clock.originUnit() - source->startTimecode : 0;
    }
    FrameRate rateOf(const SourceTiming* source) const {
        return source ? source->clock.rate : m_sequence.rate;
    }

    std::string formatOf(FrameRate rate) {
        for (std::size_t i = 0; i < m_formats.size(); ++i)
            if (m_formats[i] == rate)
                return "format" + std::to_string(i);
        m_formats.push_back(rate);
        return "format" + std::to_string(m_formats.size() - 1);
    }

    void writeResources() {
        const auto resources = m_xml.open("resources");
        formatOf(m_sequence.rate);
        std::map<Uuid, const Clip*> used;
        for (const auto& framed : m_framed)
            for (const FramedClip& clip : framed) {
                used.emplace(clip.clip->media.sourceId, clip.clip.get());
                if (const SourceTiming* source = sourceOf(*clip.clip); !source || source->hasPicture())
                    formatOf(rateOf(source));
            }
        for (std::size_t i = 0; i < m_formats.size(); ++i)
            m_xml.empty("format", {{"id", "format" + std::to_string(i)},
                                   {"frameDuration", fcpTime(1, m_formats[i])},
                                   {"width", std::to_string(m_sequence.width)},
                                   {"height", std::to_string(m_sequence.height)}});
        for (const auto& [id, clip] : used)
            writeAsset(id, *clip);
        for (const TransitionKind kind :
             {TransitionKind::Dissolve, TransitionKind::Dip, TransitionKind::Wipe})
            m_xml.empty(
                "effect",
                {{"id", effectOf(kind, false)}, {"name", nameOf(kind, false)}, {"uid", nameOf(kind, false)}});
        m_xml.empty("effect", {{"id", effectOf(TransitionKind::Dissolve, true)},
                               {"name", nameOf(TransitionKind::Dissolve, true)},
                               {"uid", "FFAudioTransition"}});
    }

    static std::string effectOf(TransitionKind kind, bool sound) {
        return sound ? "crossfade" : "transition" + std::to_string(static_cast<int>(kind));
    }

    void writeAsset(const Uuid& id, const Clip& clip) {
        const SourceTiming* source = sourceOf(clip);
        const auto file = fileOf(source);
        const FrameRate rate = rateOf(source);
        const std::int64_t first = file ? file->firstFrame : source ? source->first : 0;
        const std::int64_t end = source ? source->end : first + mostFrames / 4;
        const int sounds = source ? source->sounds : 2;
        const std::string start = fcpTime(first - timecodeZero(source), rate);
        XmlText::Attributes attributes{{"id", "asset-" + id.toString()},
                                       {"name", source ? source->name : clip.name},
                                       {"uid", id.toString()},
                                       {"start", start},
                                       {"duration", fcpTime(std::max<std::int64_t>(1, end - first), rate)}};
        if (!source || source->hasPicture()) {
            attributes.emplace_back("hasVideo", "1");
            attributes.emplace_back("format", formatOf(rate));
        }
        attributes.emplace_back("hasAudio", sounds > 0 ? "1" : "0");
        attributes.emplace_back("audioSources", std::to_string(sounds));
        attributes.emplace_back("audioChannels", std::to_string(2 * sounds));
        attributes.emplace_back("audioRate", "48000");
        const auto asset = m_xml.open("asset", attributes);
        const std::string name = file ? file->path : "/" + (source ? source->name : clip.name);
        m_xml.empty("media-rep", {{"kind", "original-media"}, {"src", fileUrl(name)}});
        const auto metadata = m_xml.open("metadata");
        m_xml.empty("md", {{"key", "tv.cutaway.source"}, {"value", id.toString()}});
        if (source)
            m_xml.empty(
                "md",
                {{"key", "tv.cutaway.timerange"},
                 {"value", source->clock.rangeOf(source->first, source->end - source->first).toString()}});
    }

    void writeSequence() {
        const auto library = m_xml.open("library");
        const auto event = m_xml.open("event", {{"name", m_sequence.name}});
        const auto project = m_xml.open("project", {{"name", m_sequence.name}});
        const auto sequence = m_xml.open("sequence", {{"format", formatOf(m_sequence.rate)},
                                                      {"duration", time(m_sequence.durationFrames())},
                                                      {"tcStart", time(m_sequence.startFrame)},
                                                      {"tcFormat", m_sequence.dropFrame ? "DF" : "NDF"},
                                                      {"audioLayout", "stereo"},
                                                      {"audioRate", "48k"}});
        const auto spine = m_xml.open("spine");
        std::int64_t at = 0;
        const std::int64_t whole = std::max<std::int64_t>(1, m_sequence.durationFrames());
        for (const Run& run : m_runs) {
            if (run.lane != 0)
                continue;
            writeGap(at, run.start);
            writeRun(run, 0, 0);
            at = run.end;
        }
        std::int64_t last = whole;
        for (const timeline::Marker& marker : m_sequence.markers)
            last = std::max(last, marker.frame + 1);
        writeGap(at, last);
    }

    void writeGap(std::int64_t from, std::int64_t to) {
        if (to <= from)
            return;
        const auto gap = m_xml.open("gap", {{"name", "Gap"},
                                            {"offset", time(m_sequence.startFrame + from)},
                                            {"start", "0s"},
                                            {"duration", time(to - from)}});
        writeConnected(from, to, 0);
    }

    /// What begins above and below this part of the primary storyline, whose own time at `from` is `local`.
    void writeConnected(std::int64_t from, std::int64_t to, std::int64_t local) {
        for (const Run& run : m_runs) {
            if (run.lane == 0 || run.start < from || run.start >= to)
                continue;
            if (!run.hasTransitions()) {
                for (const FramedClip* clip : run.clips)
                    writeClip(run, *clip, local + clip->start - from, {});
                continue;
            }
            const auto storyline = m_xml.open(
                "spine", {{"lane", std::to_string(run.lane)}, {"offset", time(local + run.start - from)}});
            writeRun(run, -run.start, 1);
        }
        for (const timeline::Marker& marker : m_sequence.markers) {
            if (marker.frame < from || marker.frame >= to)
                continue;
            m_xml.empty("marker", {{"start", time(local + marker.frame - from)},
                                   {"duration", time(std::max<std::int64_t>(1, marker.duration))},
                                   {"value", marker.name}});
            m_report.note(Fate::Approximated, nullptr, marker.frame, "marker " + marker.name,
                          "without its colour, on the clip there");
        }
    }

    /// Clips and transitions of a storyline; `shift` makes its own times of frames of the sequence.
    void writeRun(const Run& run, std::int64_t shift, int depth) {
        const std::int64_t base = depth == 0 ? m_sequence.startFrame : shift;
        for (const FramedClip* clip : run.clips) {
            if (clip->head)
                writeTransition(run, *clip->head, base + clip->start - clip->head->before);
            writeClip(run, *clip, base + clip->start, depth == 0 ? std::optional(clip->end) : std::nullopt,
                      depth > 0);
            if (clip->tail)
                writeTransition(run, *clip->tail, base + clip->end - clip->tail->before);
        }
    }

    void writeTransition(const Run& run, const Transition& transition, std::int64_t offset) {
        const bool sound = run.track->kind == TrackKind::Audio;
        const auto element = m_xml.open("transition", {{"name", nameOf(transition.kind, sound)},
                                                       {"offset", time(offset)},
                                                       {"duration", time(transition.duration())}});
        const auto filter = sound ? "filter-audio" : "filter-video";
        m_xml.empty(filter, {{"ref", effectOf(sound ? TransitionKind::Dissolve : transition.kind, sound)},
                             {"name", nameOf(transition.kind, sound)}});
    }

    /// `carriesUntil`: it is part of the primary storyline, and what begins before that is connected to it.
    void writeClip(const Run& run, const FramedClip& framed, std::int64_t offset,
                   std::optional<std::int64_t> carriesUntil, bool inStoryline = false) {
        const Clip& clip = *framed.clip;
        const Track& track = *run.track;
        const bool sound = track.kind == TrackKind::Audio;
        const SourceTiming* source = sourceOf(clip);
        const FrameRate rate = rateOf(source);
        const std::int64_t frame = (!sound   ? clip.in
                                    : source ? source->clock.frameAtAbsoluteSample(clip.in)
                                             : frameAtSample(clip.in, rate)) -
                                   timecodeZero(source);
        XmlText::Attributes attributes{{"ref", "asset-" + clip.media.sourceId.toString()},
                                       {"name", clip.name},
                                       {"offset", time(offset)},
                                       {"start", fcpTime(frame, rate)},
                                       {"duration", time(framed.end - framed.start)},
                                       {"srcEnable", sound ? "audio" : "video"}};
        if (run.lane != 0 && !inStoryline)
            attributes.emplace_back("lane", std::to_string(run.lane));
        if (!clip.enabled || track.muted)
            attributes.emplace_back("enabled", "0");
        const auto element = m_xml.open("asset-clip", attributes);
        if (rate != m_sequence.rate && (!source || source->hasPicture()))
            m_xml.empty("conform-rate", {{"srcFrameRate", rate.toString()}});
        if (!clip.speed.isNormal())
            writeTimeMap(clip.speed, frame, framed.end - framed.start, rate, sound);
        if (clip.gain != 0)
            m_xml.empty("adjust-volume", {{"amount", decimalText(clip.gain / 100.0) + "dB"}});
        if (carriesUntil)
            writeConnected(framed.start, *carriesUntil, frameLocal(frame, rate));
        if (sound)
            m_xml.empty("audio-channel-source", {{"srcCh", std::to_string(2 * clip.audioMember - 1) + ", " +
                                                               std::to_string(2 * clip.audioMember)},
                                                 {"role", "dialogue"}});
        const auto metadata = m_xml.open("metadata");
        m_xml.empty("md", {{"key", "tv.cutaway.clip"},
                           {"value", ownClipText({clip.id, clip.linkGroup, framed.unit, clip.duration,
                                                  clip.in, frame, clip.speed, clip.head, clip.tail, 0})}});
    }

    /// The clip's own time at its first frame, in frames of the sequence.
    std::int64_t frameLocal(std::int64_t frame, FrameRate rate) const {
        return rescale(frame, rate, m_sequence.rate);
    }

    /// From the clip's own time, in which it begins with its first frame, to that of the media. Backwards the
    /// edge that is passed first is the later one of the frame that is seen.
    void writeTimeMap(const timeline::ClipSpeed& speed, std::int64_t frame, std::int64_t duration,
                      FrameRate rate, bool sound) {
        const std::int64_t phase = (sound ? 0 : speed.phase) + (speed.isReverse() ? 1 : 0);
        const auto map = m_xml.open("timeMap");
        for (const std::int64_t k : {std::int64_t(0), duration}) {
            const std::int64_t parts = k * speed.num + (sound && speed.isReverse() ? speed.den : phase);
            m_xml.empty("timept", {{"time", fcpTime(frame + k, rate)},
                                   {"value", fcpTime(frame, rate, parts, speed.den)},
                                   {"interp", "linear"}});
        }
    }

    const Sequence& m_sequence;
    const SourceTimings& m_sources;
    const MediaLocator& m_files;
    XmlText m_xml;
    Reporter m_report;
    std::vector<std::vector<FramedClip>> m_framed; ///< of each track
    std::vector<Run> m_runs;                       ///< by track and start
    std::vector<FrameRate> m_formats;
};

} // namespace

Result<WrittenFile> writeFcpxml(const Sequence& sequence, const SourceTimings& sources,
                                const MediaLocator& files) {
    return writtenWithoutGraphics(
        sequence, [&](const Sequence& plain) { return Writer(plain, sources, files).write(); });
}

} // namespace cutaway::interchange
