#include "core/interchange/edl_reader.h"

#include "core/interchange/edl_lines.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/invariants.h"
#include "core/timeline/transitions.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace cutaway::interchange {

namespace {

using timeline::Clip;
using timeline::Item;
using timeline::Sequence;
using timeline::SourceTiming;
using timeline::Track;
using timeline::TrackKind;
using timeline::Transition;
using timeline::TransitionKind;

/// An event whose times are frames of the sequence.
struct Timed {
    const EdlEvent* event = nullptr;
    const EdlEvent* leaving = nullptr; ///< the first line of a transition
    bool isLeaving = false;            ///< is that line, and no clip of its own
    std::int64_t sourceIn = 0;         ///< timecode as a frame count
    std::int64_t sourceOut = 0;
    std::int64_t in = 0, out = 0;
    std::optional<SourceTiming> media;
};

/// A clip on its way to a track; frames of the sequence.
struct Laid {
    const Timed* timed = nullptr;
    std::int64_t start = 0, end = 0;
    std::optional<Transition> head, tail;
};

bool isBlack(const EdlEvent& event) {
    return event.reel == "BL" || event.reel == "BLACK";
}

std::string nameOf(const EdlEvent& event) {
    const std::string& name = event.edit != 'C' && !event.to.empty() ? event.to : event.from;
    return name.empty() ? event.reel : name;
}

class Reader {
public:
    Reader(const EdlLines& lines, const MediaFinder& media)
        : m_lines(lines)
        , m_media(media) {}

    Result<ReadFile> read() {
        Sequence& sequence = m_result.read.sequence;
        sequence.id = Uuid::random();
        sequence.name = m_lines.title;
        if (m_lines.width > 0) {
            sequence.width = m_lines.width;
            sequence.height = m_lines.height;
        }
        m_found.resize(m_lines.events.size());
        for (std::size_t i = 0; i < m_lines.events.size(); ++i) {
            CUTAWAY_TRY(m_found[i], find(m_lines.events[i]));
        }
        chooseRate();
        CUTAWAY_CHECK(time());
        CUTAWAY_CHECK(layTrack(0));
        int sounds = 2;
        for (const EdlEvent& event : m_lines.events)
            for (const int sound : event.sounds)
                sounds = std::max(sounds, sound);
        for (int sound = 1; sound <= sounds; ++sound)
            CUTAWAY_CHECK(layTrack(sound));
        CUTAWAY_CHECK(readMarkers());
        for (const auto& [line, text] : m_lines.ignored)
            note(Fate::Lost, {}, 0, "line " + std::to_string(line) + ", \"" + text + "\"", "not understood");
        CUTAWAY_CHECK(timeline::checkInvariants(sequence));
        return std::move(m_result);
    }

private:
    void note(Fate fate, const std::string& track, std::int64_t frame, std::string what, std::string how) {
        const Sequence& sequence = m_result.read.sequence;
        m_result.report.events.push_back({fate, track, frame,
                                          timecodeText(sequence.startFrame + frame, sequence.timecode()),
                                          std::move(what), std::move(how)});
    }

    /// By the id of the comment, else by reel, timecode and name; none when it is not known.
    Result<std::optional<SourceTiming>> find(const EdlEvent& event) {
        if (isBlack(event))
            return std::optional<SourceTiming>();
        const bool byId = event.source && !event.source->id.isNil() && m_media.byId;
        const ReelName name{event.reel, nameOf(event), event.sourceIn};
        const std::string key = byId ? event.source->id.toString()
                                     : "r" + name.reel + "\n" + name.clipName + "\n" + name.timecode;
        const auto known = m_known.find(key);
        if (known != m_known.end())
            return known->second;
        std::optional<SourceTiming> found;
        if (byId) {
            const auto media = m_media.byId({MediaName::Kind::Source, event.source->id, {}});
            if (!media && media.error().category != ErrorCategory::NotFound)
                return media.error();
            if (media)
                found = media->source;
        }
        if (!found && m_media.byReel) {
            const auto media = m_media.byReel(name);
            if (!media && media.error().category != ErrorCategory::NotFound)
                return media.error();
            if (media)
                found = *media;
        }
        if (found && !found->clock.rate.isValid())
            return edlError(event.line, "names media without a frame rate.");
        m_known.emplace(key, found);
        return found;
    }

    void chooseRate() {
        Sequence& sequence = m_result.read.sequence;
        bool semicolon = false;
        int highest = 0;
        for (const EdlEvent& event : m_lines.events)
            for (const std::string* text : {&event.sourceIn, &event.sourceOut, &event.in, &event.out}) {
                semicolon = semicolon || text->find(';') != std::string::npos;
                if (text->size() >= 2)
                    highest = std::max(highest, std::atoi(text->c_str() + text->size() - 2));
            }
        if (m_lines.rate) {
            sequence.rate = *m_lines.rate;
        } else {
            const auto known = std::find_if(m_found.begin(), m_found.end(),
                                            [](const auto& media) { return media.has_value(); });
            if (known != m_found.end())
                sequence.rate = (*known)->clock.rate;
            else if (semicolon || m_lines.drop)
                sequence.rate = highest < 30 ? FrameRate{30000, 1001} : FrameRate{60000, 1001};
            else
                sequence.rate = highest < 25   ? FrameRate{25, 1}
                                : highest < 30 ? FrameRate{30000, 1001}
                                : highest < 50 ? FrameRate{50, 1}
                                               : FrameRate{60000, 1001};
            note(Fate::Approximated, {}, 0, "rate",
                 "the EDL does not say it; taken as " + sequence.rate.toString());
        }
        sequence.dropFrame = m_lines.drop && sequence.rate.allowsDropFrame();
        m_semicolons = semicolon;
    }

    Result<std::int64_t> timecode(const std::string& text, bool drop, std::size_t line) const {
        const FrameRate rate = m_result.read.sequence.rate;
        if (text.find(';') != std::string::npos && !rate.allowsDropFrame())
            return edlError(line, "has drop-frame timecode, which " + rate.toString() +
                                      " frames a second do not have.");
        const auto frame = parseTimecode(text, {rate, drop && rate.allowsDropFrame()});
        if (!frame)
            return edlError(line, "is wrong: " + frame.error().message);
        return *frame;
    }

    bool timecodeDrops(const EdlEvent& event, const std::string& text) const {
        return text.find(';') != std::string::npos || (event.drop && !m_semicolons);
    }

    Result<void> time() {
        Sequence& sequence = m_result.read.sequence;
        const std::int64_t day = sequence.timecode().framesPerDay();
        const EdlEvent* previous = nullptr;
        for (std::size_t i = 0; i < m_lines.events.size(); ++i) {
            const EdlEvent& event = m_lines.events[i];
            Timed timed;
            timed.event = &event;
            timed.media = m_found[i];
            // A list may be written with colons alone; one that has both means them.
            const auto source = [&](const std::string& text) {
                const bool drop = timecodeDrops(event, text);
                return timecode(text, drop, event.line);
            };
            CUTAWAY_TRY(timed.sourceIn, source(event.sourceIn));
            CUTAWAY_TRY(timed.sourceOut, source(event.sourceOut));
            CUTAWAY_TRY(timed.in, timecode(event.in, sequence.dropFrame, event.line));
            CUTAWAY_TRY(timed.out, timecode(event.out, sequence.dropFrame, event.line));
            if (timed.out < timed.in)
                return edlError(event.line, "ends before it starts on the record side.");
            if (event.frames > timed.out - timed.in)
                return edlError(event.line, "has a transition that is longer than its event.");
            const std::int64_t length = timed.sourceOut - timed.sourceIn;
            // The source may drop numbers where the record does not, so its day is another one.
            const bool sourceDrops = timecodeDrops(event, event.sourceIn);
            const std::int64_t sourceDay = TimecodeFormat{sequence.rate, sourceDrops}.framesPerDay();
            const bool pastMidnight = length < 0 && length + sourceDay == timed.out - timed.in;
            if (length < 0 && !pastMidnight && event.speed.empty())
                return edlError(event.line, "ends before it starts on the source side.");
            const bool sameLength = pastMidnight || length == timed.out - timed.in;
            m_mismatched.push_back(!sameLength && event.speed.empty() && !event.ownSpeed && !isBlack(event));
            const bool pair = event.edit != 'C' && previous && previous->number == event.number &&
                              previous->sounds == event.sounds && previous->picture == event.picture;
            timed.leaving = pair ? previous : nullptr;
            if (pair)
                m_timed.back().isLeaving = m_timed.back().in == m_timed.back().out;
            previous = &event;
            m_timed.push_back(std::move(timed));
        }
        if (!m_lines.start.empty()) {
            CUTAWAY_TRY(sequence.startFrame, timecode(m_lines.start, sequence.dropFrame, 1));
        } else {
            sequence.startFrame = day;
            for (const Timed& timed : m_timed)
                sequence.startFrame = std::min(sequence.startFrame, timed.in);
        }
        for (Timed& timed : m_timed) {
            timed.in -= sequence.startFrame;
            timed.out -= sequence.startFrame;
            if (timed.in < 0)
                return edlError(timed.event->line, "starts before the sequence.");
        }
        return {};
    }

    /// `sound` 0: the picture.
    Result<void> layTrack(int sound) {
        std::vector<const Timed*> events;
        for (const Timed& timed : m_timed) {
            const auto& sounds = timed.event->sounds;
            const bool here = sound == 0 ? timed.event->picture
                                         : std::find(sounds.begin(), sounds.end(), sound) != sounds.end();
            if (here && !timed.isLeaving) // one without length may be all transition
                events.push_back(&timed);
        }
        std::stable_sort(events.begin(), events.end(), [](const Timed* a, const Timed* b) {
            return std::pair(a->in, a->out) < std::pair(b->in, b->out);
        });
        std::vector<Laid> laid;
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (i > 0 && events[i - 1]->out > events[i]->in)
                return edlError(events[i]->event->line, "overlaps line " +
                                                            std::to_string(events[i - 1]->event->line) +
                                                            " on the same channel.");
            lay(laid, *events[i], trackName(sound));
        }
        buildTrack(laid, sound);
        return {};
    }

    static std::string trackName(int sound) { return sound == 0 ? "V1" : "A" + std::to_string(sound); }

    void lay(std::vector<Laid>& laid, const Timed& timed, const std::string& track) {
        const EdlEvent& event = *timed.event;
        Laid* last = laid.empty() || laid.back().end != timed.in ? nullptr : &laid.back();
        const TransitionKind kind = event.edit == 'W' ? TransitionKind::Wipe : TransitionKind::Dissolve;
        if (isBlack(event)) {
            if (event.frames > 0 && last && !last->tail) {
                last->end += event.frames;
                last->tail = Transition{kind, event.frames, 0};
            }
            return;
        }
        Laid clip{&timed, timed.in, timed.out, {}, {}};
        const bool fromBlack = timed.leaving && isBlack(*timed.leaving);
        std::int64_t before = 0;
        if (last && (last->tail || (fromBlack && event.frames > 0))) {
            // Out to black and in again without a gap is one dip.
            const std::int64_t half = last->tail ? last->tail->before : 0;
            const std::int64_t whole = half + event.frames;
            before = std::min(event.before.value_or(half), whole);
            last->end = timed.in - half + before;
            last->tail.reset();
            clip.head = Transition{TransitionKind::Dip, before, whole - before};
            clip.start = timed.in - half + before;
            if (!event.before)
                note(Fate::Approximated, track, timed.in, "black before " + nameOf(event), "a dip");
        } else if (event.frames > 0) {
            before = last ? std::min(event.before.value_or(0), event.frames) : 0;
            clip.head = Transition{kind, before, event.frames - before};
            if (last)
                last->end += before;
            else if (timed.leaving && !fromBlack)
                note(Fate::Approximated, track, timed.in, "transition to " + nameOf(event),
                     "nothing lies before it, so it is a fade in");
            clip.start = timed.in + before;
        }
        laid.push_back(clip);
    }

    void buildTrack(const std::vector<Laid>& laid, int sound) {
        Sequence& sequence = m_result.read.sequence;
        Track track;
        track.kind = sound == 0 ? TrackKind::Video : TrackKind::Audio;
        track.name = trackName(sound);
        track.id = Uuid::named(sequence.id, track.name);
        track.rate = sound == 0 ? sequence.rate : sampleRate48k;
        const auto units = [&](std::int64_t frame) {
            return Sequence::unitsAtFrame(track, frame, sequence.rate);
        };
        std::int64_t end = 0;
        for (const Laid& each : laid) {
            const EdlEvent& event = *each.timed->event;
            if (each.end <= each.start || each.start < end) {
                note(Fate::Lost, track.name, each.start, nameOf(event),
                     "nothing of it is left beside its transition");
                continue;
            }
            track.items.push_back(Item::gap(units(each.start) - units(end)));
            end = each.end;
            Clip clip = clipOf(each, track, sound);
            const auto inUnits = [&](const Transition& t, std::int64_t cut) {
                return Transition{t.kind, units(cut) - units(cut - t.before),
                                  units(cut + t.after) - units(cut)};
            };
            if (each.head)
                clip.head = inUnits(*each.head, each.start);
            if (each.tail)
                clip.tail = inUnits(*each.tail, each.end);
            track.items.push_back(Item::of(std::move(clip)));
        }
        timeline::normalise(track.items);
        if (!timeline::transitionsFit(track.items)) {
            timeline::fitTransitions(track.items);
            note(Fate::Approximated, track.name, 0, "transitions",
                 "they were longer than their clips and were shortened");
        }
        sequence.tracks.push_back(std::make_shared<const Track>(std::move(track)));
    }

    Clip clipOf(const Laid& laid, const Track& track, int sound) {
        const Sequence& sequence = m_result.read.sequence;
        const Timed& timed = *laid.timed;
        const EdlEvent& event = *timed.event;
        const auto units = [&](std::int64_t frame) {
            return Sequence::unitsAtFrame(track, frame, sequence.rate);
        };
        Clip clip;
        clip.id = Uuid::named(sequence.id, track.name + " line " + std::to_string(event.line));
        clip.name = nameOf(event);
        clip.audioMember = sound == 0 ? 1 : event.soundMember > 0 ? event.soundMember : sound;
        clip.duration = units(laid.end) - units(laid.start);
        clip.mediaRate = sound == 0 ? sequence.rate : sampleRate48k;
        if (event.source)
            clip.media.sourceId = event.source->id;
        std::string how;
        if (timed.media) {
            const SourceTiming& source = *timed.media;
            clip.media.sourceId = source.multiSource;
            clip.angle = source.angle;
            if (sound == 0)
                clip.mediaRate = source.clock.rate;
            m_result.read.sources.emplace(source.multiSource, source);
        } else {
            how = "its media is not known; the clip keeps its place";
            m_result.read.problems.push_back(
                {clip.id, clip.name, laid.start,
                 Error{ErrorCategory::NotFound, "The media of reel " + event.reel + " is not known.",
                       "line " + std::to_string(event.line)}});
        }
        clip.in = firstUnit(timed, clip, sound);
        if (event.ownSpeed || !event.speed.empty())
            setSpeed(clip, timed, track.name, sound, how);
        clip = timeline::clipFrom(clip, units(laid.start) - units(timed.in), clip.duration, track.rate);
        if (m_mismatched[static_cast<std::size_t>(&timed - m_timed.data())])
            how += std::string(how.empty() ? "" : "; ") +
                   "source and record differ in length; the record counts";
        note(how.empty() ? Fate::Kept : Fate::Approximated, track.name, laid.start, clip.name, how);
        return clip;
    }

    /// At the start of the event.
    void setSpeed(Clip& clip, const Timed& timed, const std::string& track, int sound, std::string& how) {
        const EdlEvent& event = *timed.event;
        const auto approximate = [&](const std::string& why) { how += (how.empty() ? "" : "; ") + why; };
        if (event.ownSpeed) {
            clip.speed = event.ownSpeed->speed;
            clip.in = event.ownSpeed->from;
        } else if (const auto read = readM2(event.speed, m_result.read.sequence.rate)) {
            // Backwards begins with the last frame of what is named, if the lower one stands first.
            const std::int64_t frames = std::max<std::int64_t>(1, timed.sourceOut - timed.sourceIn);
            if (read->speed.isReverse())
                clip.in += sound == 0 ? frames - 1 : samplesAtFrame(frames, m_result.read.sequence.rate) - 1;
            clip = timeline::withSpeed(std::move(clip), read->speed);
            if (!read->exact)
                approximate("its " + event.speed + " frames a second were taken as " + read->speed.percent());
        } else {
            note(Fate::Lost, track, timed.in,
                 "speed of " + clip.name + ", " + event.speed + " frames a second",
                 "it plays at its own speed");
        }
        if (sound != 0 && clip.speed.isFreeze()) {
            clip.speed = {};
            clip.enabled = false;
            approximate("a held sound is silent, so it was disabled");
        }
    }

    /// The unit of the Source at the start of the event.
    std::int64_t firstUnit(const Timed& timed, Clip& clip, int sound) const {
        const auto& given = timed.event->source;
        const FrameRate rate = m_result.read.sequence.rate;
        if (timed.media) {
            const SourceTiming& source = *timed.media;
            const SourceClock clock = sound == 0 ? source.clock : source.clock.audio();
            if (given && given->range)
                return clock.unitAt(given->range->start()->at);
            if (given && given->unit && given->unitRate == clip.mediaRate)
                return *given->unit;
            const std::int64_t counted =
                source.clock.rate == rate ? timed.sourceIn : rescale(timed.sourceIn, rate, source.clock.rate);
            const std::int64_t frame = source.clock.originUnit() + counted - source.startTimecode;
            return sound == 0 ? frame : source.clock.sampleAtFrame(frame);
        }
        if (given && given->unit && (sound == 0 || given->unitRate == sampleRate48k)) {
            clip.mediaRate = given->unitRate;
            return *given->unit;
        }
        if (given && given->range)
            return unitsNearest(given->range->start()->at, clip.mediaRate);
        return sound == 0 ? timed.sourceIn : samplesAtFrame(timed.sourceIn, rate);
    }

    Result<void> readMarkers() {
        Sequence& sequence = m_result.read.sequence;
        for (const EdlMarker& marker : m_lines.markers) {
            CUTAWAY_TRY(const std::int64_t at, timecode(marker.timecode, sequence.dropFrame, marker.line));
            if (at < sequence.startFrame) {
                note(Fate::Lost, {}, 0, "marker " + marker.name, "it lies before the sequence");
                continue;
            }
            const std::int64_t frame = at - sequence.startFrame;
            sequence.markers.push_back({Uuid::random(), frame, 0, marker.name, marker.colour, {}});
            note(Fate::Kept, {}, frame, "marker " + marker.name, {});
        }
        std::stable_sort(sequence.markers.begin(), sequence.markers.end(),
                         [](const auto& a, const auto& b) { return a.frame < b.frame; });
        return {};
    }

    const EdlLines& m_lines;
    const MediaFinder& m_media;
    ReadFile m_result;
    std::map<std::string, std::optional<SourceTiming>> m_known;
    std::vector<std::optional<SourceTiming>> m_found; ///< of each event
    std::vector<Timed> m_timed;
    std::vector<bool> m_mismatched; ///< of each event: its two sides differ in length
    bool m_semicolons = false;      ///< somewhere in the list: then colons mean non-drop
};

} // namespace

Result<ReadFile> readEdl(std::string_view text, const MediaFinder& media) {
    CUTAWAY_TRY(const EdlLines lines, readEdlLines(text));
    return Reader(lines, media).read();
}

} // namespace cutaway::interchange
