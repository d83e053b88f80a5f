#include "core/interchange/fcp7_writer.h"

#include "core/interchange/internal/xml_text.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/index.h"
#include "core/timeline/transitions.h"

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
using timeline::TransitionPlace;
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
    Writer(const Sequence& sequence, const SourceTimings& sources)
        : m_sequence(sequence)
        , m_sources(sources) {}

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
        return {m_xml.text(), std::move(m_report)};
    }

private:
    void note(Fate fate, const Track* track, std::int64_t frame, const std::string& what,
              std::string how = {}) {
        m_report.events.push_back({fate, track ? track->name : std::string(), frame,
                                   timecodeText(m_sequence.startFrame + frame, m_sequence.timecode()), what,
                                   std::move(how)});
    }

    void nameItems() {
        std::map<TrackKind, int> tracks;
        for (const auto& track : m_sequence.tracks) {
            const int trackIndex = ++tracks[track->kind];
            int clipIndex = 0;
            for (const timeline::Item& item : track->items) {
                if (!item.clip)
                    continue;
                const ItemName name{"clipitem-" + std::to_string(m_items.size() + 1), trackIndex, ++clipIndex,
                                    track->kind == TrackKind::Audio};
                m_items.emplace(item.clip->id, name);
                if (!item.clip->linkGroup.isNil())
                    m_groups[item.clip->linkGroup].push_back(item.clip->id);
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
        for (const auto& track : m_sequence.tracks)
            if (track->kind == kind)
                writeTrack(*track);
    }

    void writeTrack(const Track& track) {
        const auto element = m_xml.open("track");
        m_xml.value("enabled", track.muted ? "FALSE" : "TRUE");
        m_xml.value("locked", track.locked ? "TRUE" : "FALSE");
        if (track.soloed)
            note(Fate::Lost, &track, 0, "solo of " + track.name, "the format knows mute only");
        if (!track.language.empty())
            note(Fate::Lost, &track, 0, "language of " + track.name, "the format has none");
        std::map<std::size_t, std::vector<TransitionPlace>> transitions; // by the item that carries them
        for (TransitionPlace& place : timeline::transitionsOf(track))
            transitions[place.item].push_back(std::move(place));
        const timeline::TrackIndex index(track);
        for (std::size_t i = 0; i < track.items.size(); ++i) {
            if (!track.items[i].clip)
                continue;
            const Transition* head = track.items[i].clip->head ? &*track.items[i].clip->head : nullptr;
            const Transition* tail = track.items[i].clip->tail ? &*track.items[i].clip->tail : nullptr;
            if (!tail && i + 1 < track.items.size() && track.items[i + 1].clip &&
                track.items[i + 1].clip->head)
                tail = &*track.items[i + 1].clip->head;
            if (head)
                for (const TransitionPlace& place : transitions[i])
                    if (place.coming)
                        writeTransition(track, place);
            writeClip(track, *track.items[i].clip, {index.start(i), index.end(i)}, head, tail);
            for (const TransitionPlace& place : transitions[i])
                if (!place.coming)
                    writeTransition(track, place);
        }
    }

    void writeTransition(const Track& track, const TransitionPlace& place) {
        const UnitRange frames = framesOf(track, place.units(), m_sequence.rate);
        const bool sound = track.kind == TrackKind::Audio;
        const auto element = m_xml.open("transitionitem");
        writeRate(m_xml, m_sequence.rate);
        m_xml.value("start", frames.first);
        m_xml.value("end", frames.end);
        m_xml.value("alignment", !place.leaving                 ? "start-black"
                                 : !place.coming                ? "end-black"
                                 : place.transition.before == 0 ? "start"
                                 : place.transition.after == 0  ? "end"
                                                                : "center");
        const TransitionKind kind = place.transition.kind;
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

    /// In frames of the angle from its first one; a transition at an end shows that much more of it.
    void writeClip(const Track& track, const Clip& clip, UnitRange units, const Transition* head,
                   const Transition* tail) {
        const bool sound = track.kind == TrackKind::Audio;
        const auto known = m_sources.find(clip.media.sourceId);
        const SourceTiming* source = known == m_sources.end() ? nullptr : &known->second;
        const UnitRange frames = framesOf(track, units, m_sequence.rate);
        const auto inFrames = [&](std::int64_t count) {
            return sound ? frameAtSample(count, m_sequence.rate) : count;
        };
        std::int64_t in = clip.in;
        if (sound && source)
            in = source->clock.frameAtAbsoluteSample(clip.in);
        if (source)
            in -= source->first;
        const std::int64_t before = head ? inFrames(head->before) : 0;
        const std::int64_t after = tail ? inFrames(tail->after) : 0;
        const ItemName& name = m_items.at(clip.id);
        const auto element = m_xml.open("clipitem", {{"id", name.id}});
        m_xml.value("name", clip.name);
        m_xml.value("enabled", clip.enabled ? "TRUE" : "FALSE");
        m_xml.value("duration", source ? source->end - source->first : in + frames.count());
        writeRate(m_xml, source ? source->clock.rate : m_sequence.rate);
        m_xml.value("start", head ? std::int64_t{-1} : frames.first);
        m_xml.value("end", tail ? std::int64_t{-1} : frames.end);
        m_xml.value("in", in - before);
        m_xml.value("out", in + frames.count() + after);
        writeMedia(clip, source);
        if (sound) {
            const auto from = m_xml.open("sourcetrack");
            m_xml.value("mediatype", "audio");
            m_xml.value("trackindex", clip.audioMember);
        }
        if (clip.gain != 0)
            writeGain(clip.gain);
        writeComments(clip, source, sound, track);
        writeLinks(clip);
        noteClip(track, clip, frames, units, source, sound);
    }

    void noteClip(const Track& track, const Clip& clip, UnitRange frames, UnitRange units,
                  const SourceTiming* source, bool sound) {
        const bool whole =
            !sound || (Sequence::unitsAtFrame(track, frames.first, m_sequence.rate) == units.first &&
                       Sequence::unitsAtFrame(track, frames.end, m_sequence.rate) == units.end);
        if (!source)
            note(Fate::Approximated, &track, frames.first, clip.name,
                 "its angle is not known here, so it starts with what the cut shows");
        else if (source->clock.rate != m_sequence.rate)
            note(Fate::Approximated, &track, frames.first, clip.name, "it runs at another rate");
        else
            note(whole ? Fate::Kept : Fate::Approximated, &track, frames.first, clip.name,
                 whole ? "" : "its sound begins or ends within a frame");
        if (!clip.speed.isNormal())
            note(Fate::Lost, &track, frames.first, "speed " + clip.speed.percent() + " of " + clip.name,
                 "it plays at its own speed from its first picture");
        if (!clip.colour.empty())
            note(Fate::Lost, &track, frames.first, "label of " + clip.name, "the format has other colours");
    }

    void writeMedia(const Clip& clip, const SourceTiming* source) {
        const std::string id = "file-" + clip.media.sourceId.toString();
        if (!m_files.insert(id).second) {
            m_xml.empty("file", {{"id", id}});
            return;
        }
        const auto file = m_xml.open("file", {{"id", id}});
        m_xml.value("name", source ? source->name : clip.name);
        if (!source)
            return;
        const TimecodeFormat format{source->clock.rate,
                                    source->dropFrame && source->clock.rate.allowsDropFrame()};
        m_xml.value("duration", source->end - source->first);
        writeRate(m_xml, source->clock.rate);
        writeTimecode(m_xml, source->startTimecode + source->first - source->clock.originUnit(), format);
        const auto media = m_xml.open("media");
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
        m_xml.value("value", std::to_string(std::pow(10.0, hundredths / 2000.0)));
    }

    void writeComments(const Clip& clip, const SourceTiming* source, bool sound, const Track& track) {
        const auto comments = m_xml.open("comments");
        m_xml.value("mastercomment1", "tams source " + clip.media.sourceId.toString());
        if (!source)
            return;
        const SourceClock clock = sound ? source->clock.audio() : source->clock;
        const timeline::UnitRange units = timeline::sourceUnits(clip, track.rate);
        m_xml.value("mastercomment2",
                    "tams timerange " + clock.rangeOf(units.first, units.count()).toString());
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
    XmlText m_xml;
    ConversionReport m_report;
    std::map<Uuid, ItemName> m_items;
    std::map<Uuid, std::vector<Uuid>> m_groups;
    std::set<std::string> m_files; ///< described already
};

} // namespace

Result<WrittenFile> writeFcp7(const Sequence& sequence, const SourceTimings& sources) {
    return Writer(sequence, sources).write();
}

} // namespace cutaway::interchange
