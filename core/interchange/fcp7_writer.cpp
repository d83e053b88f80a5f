#include "core/interchange/fcp7_writer.h"

#include "core/interchange/internal/features.h"
#include "core/interchange/internal/frame_pieces.h"
#include "core/interchange/internal/graphics_out.h"
#include "core/interchange/internal/own_clip.h"
#include "core/interchange/internal/xml_text.h"
#include "core/timeline/clip_map.h"

#include <cmath>
#include <map>
#include <set>

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
using timeline::UnitRange;

void writeRate(XmlText& xml, FrameRate rate) {
    const auto element = xml.open("rate");
    xml.value("timebase", rate.timecodeBase());
    xml.value("ntsc", rate.den == 1001 ? "TRUE" : "FALSE");
}

void writeTimecode(XmlText& xml, std::int64_t frame, const TimecodeFormat& format) {
    const auto element = xml.open("timecode");
    writeRate(xml, format.rate);
    xml.value("string", timecodeText(frame, format));
    xml.value("frame", frame);
    xml.value("displayformat", format.dropFrame ? "DF" : "NDF");
}

/// Where a clip item of the file stands, and in which list: what links name.
struct ItemName {
    std::string id;
    int trackIndex = 0; ///< from 1, among the tracks of its kind
    int clipIndex = 0;  ///< from 1, on its track
    bool sound = false;
};

class Writer {
public:
    Writer(const Sequence& sequence, const SourceTimings& sources, const MediaLocator& files)
        : m_sequence(sequence)
        , m_sources(sources)
        , m_files(files)
        , m_report(sequence) {}

    WrittenFile write() {
        nameItems();
        m_xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE xmeml>\n");
        {
            const auto root = m_xml.open("xmeml", {{"version", "5"}});
            const auto sequence = m_xml.open("sequence", {{"id", m_sequence.id.toString()}});
            m_xml.value("uuid", m_sequence.id.toString());
            m_xml.value("name", m_sequence.name);
            m_xml.value("duration", m_sequence.durationFrames());
            writeRate(m_xml, m_sequence.rate);
            writeTimecode(m_xml, m_sequence.startFrame, m_sequence.timecode());
            for (const timeline::Marker& marker : m_sequence.markers)
                writeMarker(marker);
            const auto media = m_xml.open("media");
            writeTracks(TrackKind::Video, "video");
            writeTracks(TrackKind::Audio, "audio");
        }
        return {m_xml.text(), m_report.take()};
    }

private:
    void note(Fate fate, const Track* track, std::int64_t frame, const std::string& what,
              std::string how = {}) {
        m_report.note(fate, track, frame, what, std::move(how));
    }

    /// Edges on frames, and what links name.
    void nameItems() {
        std::map<TrackKind, int> tracks;
        for (const auto& track : m_sequence.tracks) {
            std::size_t dropped = 0;
            m_framed.push_back(framedClips(*track, m_sequence.rate, &dropped));
            if (dropped > 0)
                note(Fate::Lost, track.get(), 0, std::to_string(dropped) + " sounds of " + track->name,
                     "they are shorter than half a frame");
            const int trackIndex = ++tracks[track->kind];
            int clipIndex = 0;
            for (const FramedClip& framed : m_framed.back()) {
                const Clip& clip = *framed.clip;
                m_items.emplace(clip.id, ItemName{"clipitem-" + std::to_string(m_items.size() + 1),
                                                  trackIndex, ++clipIndex, track->kind == TrackKind::Audio});
                if (!clip.linkGroup.isNil())
                    m_groups[clip.linkGroup].push_back(clip.id);
            }
        }
    }

    void writeMarker(const timeline::Marker& marker) {
        const auto element = m_xml.open("marker");
        m_xml.value("name", marker.name);
        m_xml.value("comment", "");
        m_xml.value("in", marker.frame);
        m_xml.value("out", marker.duration > 0 ? marker.frame + marker.duration : -1);
        note(Fate::Approximated, nullptr, marker.frame, "marker " + marker.name, "without its colour");
    }

    void writeTracks(TrackKind kind, const char* element) {
        const auto all = m_xml.open(element);
        if (kind == TrackKind::Video) {
            const auto format = m_xml.open("format");
            const auto samples = m_xml.open("samplecharacteristics");
            writeRate(m_xml, m_sequence.rate);
            m_xml.value("width", m_sequence.width);
            m_xml.value("height", m_sequence.height);
            m_xml.value("pixelaspectratio", "square");
            m_xml.value("fielddominance", "none");
        } else {
            m_xml.value("numOutputChannels", 2);
        }
        for (std::size_t i = 0; i < m_sequence.tracks.size(); ++i)
            if (m_sequence.tracks[i]->kind == kind)
                writeTrack(*m_sequence.tracks[i], m_framed[i]);
    }

    void writeTrack(const Track& track, const std::vector<FramedClip>& clips) {
        const auto element = m_xml.open("track");
        m_xml.value("enabled", track.muted ? "FALSE" : "TRUE");
        m_xml.value("locked", track.locked ? "TRUE" : "FALSE");
        m_report.lose(featuresOf(track), {Feature::Mute, Feature::Lock}, track, 0);
        for (std::size_t i = 0; i < clips.size(); ++i) {
            const FramedClip& clip = clips[i];
            const FramedClip* next = i + 1 < clips.size() && clips[i + 1].touches ? &clips[i + 1] : nullptr;
            if (clip.head)
                writeTransition(track, *clip.head, clip.start, clip.touches, true);
            writeClip(track, clip, clip.tail ? clip.tail : next ? next->head : std::nullopt);
            if (clip.tail)
                writeTransition(track, *clip.tail, clip.end, true, false);
        }
    }

    /// Around `cut`, from a clip or from black, to a clip or to black.
    void writeTransition(const Track& track, const Transition& transition, std::int64_t cut, bool leaving,
                         bool coming) {
        const UnitRange frames{cut - transition.before, cut + transition.after};
        const bool sound = track.kind == TrackKind::Audio;
        const auto element = m_xml.open("transitionitem");
        writeRate(m_xml, m_sequence.rate);
        m_xml.value("start", frames.first);
        m_xml.value("end", frames.end);
        m_xml.value("alignment", !leaving                 ? "start-black"
                                 : !coming                ? "end-black"
                                 : transition.before == 0 ? "start"
                                 : transition.after == 0  ? "end"
                                                          : "center");
        const TransitionKind kind = transition.kind;
        const char* name = sound                          ? "Cross Fade (+3dB)"
                           : kind == TransitionKind::Dip  ? "Dip to Color Dissolve"
                           : kind == TransitionKind::Wipe ? "Edge Wipe"
                                                          : "Cross Dissolve";
        const auto effect = m_xml.open("effect");
        m_xml.value("name", name);
        m_xml.value("effectid", name);
        m_xml.value("effectcategory", kind == TransitionKind::Wipe && !sound ? "Wipe" : "Dissolve");
        m_xml.value("effecttype", "transition");
        m_xml.value("mediatype", sound ? "audio" : "video");
        const bool exact = sound || kind == TransitionKind::Dissolve;
        note(exact ? Fate::Kept : Fate::Approximated, &track, frames.first,
             std::string(name) + ", " + std::to_string(frames.count()) + " frames",
             exact ? "" : "by its name; colour and direction are what the other program takes");
    }

    /// Frames of the angle, counted from the first one there is of it, or of its file.
    std::int64_t firstFrame(const SourceTiming* source) const {
        const auto file = source && m_files ? m_files(*source, 0) : std::nullopt;
        return file ? file->firstFrame : source ? source->first : 0;
    }

    /// Sound alone, which counts samples, is written in frames of the sequence: the format has nothing finer.
    FrameRate rateOf(const SourceTiming* source) const {
        return source && source->hasPicture() ? source->clock.rate : m_sequence.rate;
    }
    std::int64_t counted(std::int64_t units, const SourceTiming* source) const {
        return source && !source->hasPicture() ? rescale(units, sampleRate48k, m_sequence.rate) : units;
    }

    /// Where a clip begins in its media, which the format takes to be as much longer as the clip is slower.
    struct InMedia {
        std::int64_t in = 0;       ///< of the clip, in such frames
        std::int64_t duration = 0; ///< of all the media
        std::int64_t at = 0;       ///< the frame of the angle that readers make of `in`
    };
    static InMedia inMedia(std::int64_t frame, std::int64_t length, const timeline::ClipSpeed& speed) {
        if (speed.isFreeze())
            return {frame, length, frame};
        const std::int64_t num = std::abs(speed.num);
        const std::int64_t longer = mulDivFloor(length, speed.den, num);
        const std::int64_t position = -mulDivFloor(-frame, speed.den, num);
        return {speed.isReverse() ? std::max<std::int64_t>(0, longer - 1 - position) : position, longer,
                mulDivFloor(position, num, speed.den)};
    }

    /// With what a transition on either side shows of it beyond its cuts.
    void writeClip(const Track& track, const FramedClip& framed, const std::optional<Transition>& tail) {
        const Clip& clip = *framed.clip;
        const bool sound = track.kind == TrackKind::Audio;
        const auto known = m_sources.find(clip.media.sourceId);
        const SourceTiming* source = known == m_sources.end() ? nullptr : &known->second;
        const UnitRange frames{framed.start, framed.end};
        const std::int64_t unit = !sound   ? clip.in
                                  : source ? source->clock.frameAtAbsoluteSample(clip.in)
                                           : frameAtSample(clip.in, m_sequence.rate);
        const std::int64_t frame = counted(unit - firstFrame(source), source);
        const std::int64_t length =
            source ? counted(source->end - firstFrame(source), source) : frame + frames.count();
        const InMedia media = inMedia(frame, length, clip.speed);
        const std::int64_t before = framed.head ? framed.head->before : 0;
        const std::int64_t after = tail ? tail->after : 0;
        const ItemName& name = m_items.at(clip.id);
        const auto element = m_xml.open("clipitem", {{"id", name.id}});
        m_xml.value("name", clip.name);
        m_xml.value("enabled", clip.enabled ? "TRUE" : "FALSE");
        m_xml.value("duration", media.duration);
        writeRate(m_xml, rateOf(source));
        m_xml.value("start", framed.head ? std::int64_t{-1} : frames.first);
        m_xml.value("end", tail ? std::int64_t{-1} : frames.end);
        m_xml.value("in", media.in - before);
        m_xml.value("out", media.in + frames.count() + after);
        if (clip.speed.isFreeze()) {
            m_xml.value("stillframe", "TRUE");
            m_xml.value("stillframeoffset", frame);
        }
        writeMedia(clip, source);
        if (sound) {
            const auto from = m_xml.open("sourcetrack");
            m_xml.value("mediatype", "audio");
            m_xml.value("trackindex", clip.audioMember);
        }
        if (clip.gain != 0)
            writeGain(clip.gain);
        if (!clip.speed.isNormal() && !clip.speed.isFreeze())
            writeSpeed(clip.speed, sound);
        writeComments(clip, source, track, {framed.unit, media.at, before});
        writeLinks(clip);
        noteClip(track, framed, source);
    }

    void noteClip(const Track& track, const FramedClip& framed, const SourceTiming* source) {
        const Clip& clip = *framed.clip;
        std::string how;
        const auto approximate = [&](const char* why) {
            how += (how.empty() ? "" : "; ") + std::string(why);
        };
        if (!source)
            approximate("its angle is not known here, so its frames are counted from 0");
        else if (source->clock.rate != m_sequence.rate)
            approximate("it runs at another rate");
        if (!framed.exact)
            approximate("its sound begins, ends or fades within a frame, and was moved to the nearest");
        note(how.empty() ? Fate::Kept : Fate::Approximated, &track, framed.start, clip.name, how);
        m_report.lose(featuresOf(clip), {Feature::Speed, Feature::Gain, Feature::Disabled, Feature::Link},
                      track, framed.start);
    }

    void writeMedia(const Clip& clip, const SourceTiming* source) {
        const std::string id = "file-" + clip.media.sourceId.toString();
        if (!m_described.insert(id).second) {
            m_xml.empty("file", {{"id", id}});
            return;
        }
        const auto file = m_xml.open("file", {{"id", id}});
        m_xml.value("name", source ? source->name : clip.name);
        if (!source)
            return;
        if (const auto located = m_files ? m_files(*source, 0) : std::nullopt)
            m_xml.value("pathurl", fileUrl(located->path, "localhost"));
        const std::int64_t first = firstFrame(source);
        const FrameRate rate = rateOf(source);
        const TimecodeFormat format{rate, source->dropFrame && rate.allowsDropFrame()};
        m_xml.value("duration", counted(source->end - first, source));
        writeRate(m_xml, rate);
        writeTimecode(m_xml, counted(source->startTimecode + first - source->clock.originUnit(), source),
                      format);
        const auto media = m_xml.open("media");
        if (source->hasPicture())
            m_xml.empty("video", {});
        for (int sound = 0; sound < source->sounds; ++sound)
            m_xml.empty("audio", {});
    }

    void writeGain(int hundredths) {
        const auto filter = m_xml.open("filter");
        const auto effect = m_xml.open("effect");
        m_xml.value("name", "Audio Levels");
        m_xml.value("effectid", "audiolevels");
        m_xml.value("effecttype", "audiolevels");
        m_xml.value("mediatype", "audio");
        const auto parameter = m_xml.open("parameter");
        m_xml.value("parameterid", "level");
        m_xml.value("name", "Level");
        m_xml.value("value", decimalText(std::pow(10.0, hundredths / 2000.0)));
    }

    void writeSpeed(const timeline::ClipSpeed& speed, bool sound) {
        const auto filter = m_xml.open("filter");
        const auto effect = m_xml.open("effect");
        m_xml.value("name", "Time Remap");
        m_xml.value("effectid", "timeremap");
        m_xml.value("effectcategory", "motion");
        m_xml.value("effecttype", "motion");
        m_xml.value("mediatype", sound ? "audio" : "video");
        const auto parameter = [&](const char* id, const std::string& value) {
            const auto element = m_xml.open("parameter");
            m_xml.value("parameterid", id);
            m_xml.value("name", id);
            m_xml.value("value", value);
        };
        const double percent =
            100.0 * static_cast<double>(std::abs(speed.num)) / static_cast<double>(speed.den);
        parameter("variablespeed", "0");
        parameter("speed", decimalText(percent));
        parameter("reverse", speed.isReverse() ? "TRUE" : "FALSE");
        parameter("frameblending", "FALSE");
    }

    /// What of a clip only its place tells.
    struct Placed {
        std::int64_t start = 0; ///< units of the track
        std::int64_t at = 0;    ///< as OwnClip::at
        std::int64_t cut = 0;   ///< as OwnClip::cut
    };

    void writeComments(const Clip& clip, const SourceTiming* source, const Track& track,
                       const Placed& placed) {
        const auto comments = m_xml.open("comments");
        m_xml.value("mastercomment1", "tams source " + clip.media.sourceId.toString());
        if (source) {
            const SourceClock clock = track.kind == TrackKind::Audio ? source->clock.audio() : source->clock;
            const timeline::UnitRange units = timeline::sourceUnits(clip, track.rate);
            m_xml.value("mastercomment2",
                        "tams timerange " + clock.rangeOf(units.first, units.count()).toString());
        }
        m_xml.value("mastercomment3", ownClipText({clip.id,
                                                   {},
                                                   placed.start,
                                                   clip.duration,
                                                   clip.in,
                                                   placed.at,
                                                   clip.speed,
                                                   clip.head,
                                                   clip.tail,
                                                   placed.cut}));
    }

    void writeLinks(const Clip& clip) {
        const auto group = m_groups.find(clip.linkGroup);
        if (group == m_groups.end() || group->second.size() < 2)
            return;
        for (const Uuid& id : group->second) {
            const ItemName& other = m_items.at(id);
            const auto link = m_xml.open("link");
            m_xml.value("linkclipref", other.id);
            m_xml.value("mediatype", other.sound ? "audio" : "video");
            m_xml.value("trackindex", other.trackIndex);
            m_xml.value("clipindex", other.clipIndex);
        }
    }

    const Sequence& m_sequence;
    const SourceTimings& m_sources;
    const MediaLocator& m_files;
    XmlText m_xml;
    Reporter m_report;
    std::vector<std::vector<FramedClip>> m_framed; ///< of each track
    std::map<Uuid, ItemName> m_items;
    std::map<Uuid, std::vector<Uuid>> m_groups;
    std::set<std::string> m_described; ///< files
};

} // namespace

Result<WrittenFile> writeFcp7(const Sequence& sequence, const SourceTimings& sources,
                              const MediaLocator& files) {
    return writtenWithoutGraphics(
        sequence, [&](const Sequence& plain) { return Writer(plain, sources, files).write(); });
}

} // namespace cutaway::interchange
