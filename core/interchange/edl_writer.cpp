#include "core/interchange/edl_writer.h"

#include "core/interchange/edl_reels.h"
#include "core/interchange/edl_speed.h"
#include "core/interchange/edl_text.h"
#include "core/interchange/internal/graphics_out.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/invariants.h"
#include "core/timeline/transitions.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace cutaway::interchange {

namespace {

using timeline::Clip;
using timeline::Item;
using timeline::Sequence;
using timeline::SourceTiming;
using timeline::SourceTimings;
using timeline::Track;
using timeline::TrackKind;
using timeline::Transition;
using timeline::TransitionKind;

constexpr std::int64_t mostTransitionFrames = 999; // three digits
constexpr int mostSounds = 4;
constexpr const char* black = "BL";

/// A clip in whole frames of the sequence.
struct Placed {
    const Clip* clip = nullptr;
    std::int64_t start = 0, end = 0;
    std::optional<Transition> head, tail; ///< in frames
    bool touches = false;                 ///< the one before ends where it starts
};

std::string decibels(int hundredths) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%+.2f dB", hundredths / 100.0);
    return text.data();
}

const char* nameOf(TransitionKind kind) {
    return kind == TransitionKind::Dissolve ? "dissolve" : kind == TransitionKind::Dip ? "dip" : "wipe";
}

class Writer {
public:
    Writer(const Sequence& sequence, const SourceTimings& sources)
        : m_sequence(sequence)
        , m_sources(sources)
        , m_reels(reelsOf(sequence, sources)) {}

    WrittenFile write() {
        int pictures = 0;
        int sounds = 0;
        for (const auto& track : m_sequence.tracks) {
            const bool sound = track->kind == TrackKind::Audio;
            const int number = sound ? ++sounds : ++pictures;
            if (number > (sound ? mostSounds : 1))
                leaveOut(*track, sound ? "an EDL holds four sounds" : "an EDL holds one picture track");
            else
                writeTrack(*track, number);
        }
        mergeSounds();
        std::stable_sort(m_events.begin(), m_events.end(), [](const EdlEntry& a, const EdlEntry& b) {
            return std::pair(a.in, a.out) < std::pair(b.in, b.out);
        });
        std::string text = edlHeader(m_sequence, m_sources, m_reels);
        for (std::size_t i = 0; i < m_events.size(); ++i)
            text += edlLines(m_events[i], i + 1, m_sequence);
        text += markers();
        if (m_events.size() > 999)
            note(Fate::Approximated, {}, 0, std::to_string(m_events.size()) + " events",
                 "some programs read only the first 999");
        std::stable_sort(m_report.events.begin(), m_report.events.end(),
                         [](const auto& a, const auto& b) { return a.frame < b.frame; });
        return {std::move(text), std::move(m_report)};
    }

private:
    void note(Fate fate, const std::string& track, std::int64_t frame, std::string what, std::string how) {
        m_report.events.push_back(
            {fate, track, frame, recordTimecode(frame), std::move(what), std::move(how)});
    }

    std::string recordTimecode(std::int64_t frame) const {
        return timecodeText(m_sequence.startFrame + frame, m_sequence.timecode());
    }

    std::int64_t frameOf(const Track& track, std::int64_t unit, bool& exact) const {
        if (track.kind == TrackKind::Video)
            return unit;
        const std::int64_t frame = frameAtSample(unit, m_sequence.rate);
        const std::int64_t from = samplesAtFrame(frame, m_sequence.rate);
        const std::int64_t to = samplesAtFrame(frame + 1, m_sequence.rate);
        exact = exact && from == unit;
        return unit - from <= to - unit ? frame : frame + 1;
    }

    void leaveOut(const Track& track, const char* why) {
        std::int64_t at = 0;
        bool exact = true;
        for (const Item& item : track.items) {
            if (item.clip)
                note(Fate::Lost, track.name, frameOf(track, at, exact), item.clip->name, why);
            at += item.duration;
        }
    }

    /// What is seen and heard of a track: without its disabled clips.
    Track enabledOf(const Track& track) {
        Track result = track;
        std::int64_t at = 0;
        bool exact = true;
        for (Item& item : result.items) {
            if (item.clip && !item.clip->enabled) {
                note(Fate::Lost, track.name, frameOf(track, at, exact), item.clip->name,
                     "it is disabled, which an EDL cannot say");
                item = Item::gap(item.duration);
            }
            at += item.duration;
        }
        timeline::normalise(result.items);
        timeline::fitTransitions(result.items);
        return result;
    }

    void writeTrack(const Track& given, int number) {
        if (given.muted && !given.items.empty())
            note(Fate::Approximated, given.name, 0, "the track is muted", "its clips are in the list");
        if (!given.language.empty())
            note(Fate::Lost, given.name, 0, "language " + given.language, "left out");
        const Track track = enabledOf(given);
        const std::vector<Placed> placed = place(track);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const Placed* before = placed[i].touches ? &placed[i - 1] : nullptr;
            const Placed* after = i + 1 < placed.size() && placed[i + 1].touches ? &placed[i + 1] : nullptr;
            writeClip(track, number, placed[i], before, after);
        }
    }

    std::vector<Placed> place(const Track& track) {
        std::vector<Placed> placed;
        std::int64_t at = 0;
        bool clipBefore = false;
        for (const Item& item : track.items) {
            const std::int64_t start = at;
            at += item.duration;
            const bool touches = std::exchange(clipBefore, item.clip != nullptr);
            if (!item.clip)
                continue;
            bool exact = true;
            Placed p{item.clip.get(), frameOf(track, start, exact), frameOf(track, at, exact), {}, {},
                     touches};
            const auto inFrames = [&](const Transition& t, std::int64_t cut) {
                const std::int64_t edge = frameOf(track, cut, exact);
                return Transition{t.kind, edge - frameOf(track, cut - t.before, exact),
                                  frameOf(track, cut + t.after, exact) - edge};
            };
            if (item.clip->head)
                p.head = inFrames(*item.clip->head, start);
            if (item.clip->tail)
                p.tail = inFrames(*item.clip->tail, at);
            if (p.start == p.end) {
                note(Fate::Lost, track.name, p.start, p.clip->name, "it is shorter than half a frame");
                clipBefore = false;
                continue;
            }
            describe(track, p, exact);
            for (std::optional<Transition>* t : {&p.head, &p.tail})
                if (*t && (*t)->duration() == 0) {
                    note(Fate::Lost, track.name, p.start, "transition of " + p.clip->name,
                         "it is shorter than half a frame");
                    t->reset();
                }
            placed.push_back(p);
        }
        return placed;
    }

    /// Says what becomes of the clip, and makes of its transitions what an EDL has.
    void describe(const Track& track, Placed& p, bool exact) {
        std::string how;
        const auto approximate = [&](const std::string& why) { how += (how.empty() ? "" : "; ") + why; };
        const Clip& clip = *p.clip;
        const auto known = m_sources.find(clip.media.sourceId);
        const bool sound = track.kind == TrackKind::Audio;
        if (!exact)
            approximate("its edges lie between frames and were moved to the nearest");
        if (known == m_sources.end())
            approximate("its media is not known here, so its source timecode is its frame number");
        else if (sound && !startsWithPicture(clip, known->second))
            approximate("it starts between pictures of its source; the comment has the exact sample");
        if (!sound && clip.mediaRate != m_sequence.rate)
            approximate("its source runs at " + clip.mediaRate.toString() + ", counted here at " +
                        m_sequence.rate.toString());
        for (std::optional<Transition>* t : {&p.head, &p.tail}) {
            if (!*t)
                continue;
            Transition& transition = **t;
            const bool fade = t == &p.tail || !p.touches;
            if ((fade && transition.kind == TransitionKind::Dip) ||
                (sound && transition.kind == TransitionKind::Wipe)) {
                approximate(std::string("its ") + nameOf(transition.kind) + " became a dissolve");
                transition.kind = TransitionKind::Dissolve;
            }
            if (transition.duration() > mostTransitionFrames) {
                approximate("its " + std::string(nameOf(transition.kind)) + " of " +
                            std::to_string(transition.duration()) + " frames was cut to 999 or less");
                const std::int64_t half = mostTransitionFrames / 2;
                const std::int64_t before = transition.before, after = transition.after;
                transition.before = std::min(before, std::max(half, mostTransitionFrames - after));
                transition.after = std::min(after, mostTransitionFrames - transition.before);
            }
        }
        note(how.empty() ? Fate::Kept : Fate::Approximated, track.name, p.start, clip.name, how);
        if (clip.gain != 0)
            note(Fate::Lost, track.name, p.start, "gain " + decibels(clip.gain) + " of " + clip.name,
                 "left out");
        if (clip.picture)
            note(Fate::Lost, track.name, p.start, "place, size or opacity of " + clip.name,
                 "its picture stands as it comes");
        if (clip.sound)
            note(Fate::Lost, track.name, p.start, "gain keyframes, pan or channels of " + clip.name,
                 "left out");
        if (!clip.markers.empty())
            note(Fate::Lost, track.name, p.start, "markers of " + clip.name, "left out");
        if (!clip.colour.empty())
            note(Fate::Lost, track.name, p.start, "label " + clip.colour + " of " + clip.name, "left out");
    }

    /// A sample either way is what counting samples cumulatively makes of a razor cut.
    static bool startsWithPicture(const Clip& clip, const SourceTiming& source) {
        const std::int64_t frame = source.clock.frameAtAbsoluteSample(clip.in + 1);
        return clip.in - source.clock.sampleAtFrame(frame) <= 1;
    }

    /// The timecode of the Source at `offset` frames of the sequence after the first frame of the clip.
    std::string sourceTimecode(const Clip& given, std::int64_t offset) const {
        Clip clip = given;
        if (!clip.speed.isNormal()) {
            const bool sound = clip.mediaRate == sampleRate48k;
            clip.in = timeline::sourceUnitAt(given, sound ? samplesAtFrame(offset, m_sequence.rate) : offset,
                                             sound ? sampleRate48k : m_sequence.rate);
            offset = 0;
        }
        const FrameRate rate = m_sequence.rate;
        const auto known = m_sources.find(clip.media.sourceId);
        if (known == m_sources.end()) {
            const std::int64_t first =
                clip.mediaRate == sampleRate48k ? frameAtSample(clip.in, rate) : clip.in;
            return timecodeText(first + offset, {rate, false});
        }
        const SourceTiming& source = known->second;
        const std::int64_t frame = clip.mediaRate == sampleRate48k && source.clock.rate != sampleRate48k
                                       ? source.clock.frameAtAbsoluteSample(clip.in + 1)
                                       : clip.in;
        const std::int64_t counted = source.startTimecode + frame - source.clock.originUnit();
        const std::int64_t own =
            source.clock.rate == rate ? counted : rescale(counted, source.clock.rate, rate);
        return timecodeText(own + offset, {rate, source.dropFrame && rate.allowsDropFrame()});
    }

    /// The comment by which the media is found again, exactly.
    std::string sourceComment(const Track& track, int number, const Clip& clip, std::int64_t fromFrame,
                              const Placed& p, std::int64_t frames) const {
        const auto units = [&](std::int64_t frame) {
            return Sequence::unitsAtFrame(track, frame, m_sequence.rate);
        };
        const std::int64_t from = units(fromFrame) - units(p.start);
        const std::int64_t length = std::max<std::int64_t>(1, units(fromFrame + frames) - units(fromFrame));
        const auto [first, end] = timeline::sourceUnits(clip, from, length, track.rate);
        const std::int64_t count = end - first;
        const auto known = m_sources.find(clip.media.sourceId);
        std::string text = "* CUTAWAY SOURCE " + clip.media.sourceId.toString() + " ";
        if (known == m_sources.end()) {
            text += "UNIT " + std::to_string(first) + " RATE " + std::to_string(clip.mediaRate.num) + "/" +
                    std::to_string(clip.mediaRate.den);
        } else {
            const SourceClock clock =
                track.kind == TrackKind::Audio ? known->second.clock.audio() : known->second.clock;
            text += clock.rangeOf(first, std::max<std::int64_t>(1, count)).toString();
        }
        text += "\n";
        if (track.kind == TrackKind::Audio && clip.audioMember != number)
            text += "* CUTAWAY SOUND " + std::to_string(clip.audioMember) + "\n";
        return text;
    }

    void writeClip(const Track& track, int number, const Placed& p, const Placed* before,
                   const Placed* after) {
        EdlEntry event;
        event.channel = track.kind == TrackKind::Video ? "V"
                        : number == 1                  ? "A"
                        : number == 2                  ? "A2"
                                                       : std::to_string(number);
        event.reel = m_reels.at(p.clip->media.sourceId);
        event.in = p.start;
        event.out = p.end - (p.tail ? p.tail->before : 0);
        if (after && after->head)
            event.out = after->start - after->head->before;
        const std::string name = oneLine(p.clip->name);
        if (p.head) {
            const Transition& head = *p.head;
            const bool dip = before && head.kind == TransitionKind::Dip;
            const std::int64_t start = p.start - head.before;
            const std::int64_t toBlack = dip ? head.duration() / 2 : 0;
            if (toBlack > 0)
                m_events.push_back(toBlackEvent(event.channel, *before, start, toBlack));
            event.in = start + toBlack;
            event.frames = head.duration() - toBlack;
            event.edit = head.kind == TransitionKind::Wipe ? "W001" : "D";
            const bool fromBlack = dip || !before;
            event.fromReel = fromBlack ? black : m_reels.at(before->clip->media.sourceId);
            event.fromTimecode = fromBlack ? timecodeText(0, m_sequence.timecode())
                                           : sourceTimecode(*before->clip, start - before->start);
            event.comments += event.edit == "D" ? "* BLEND, DISSOLVE\n" : "* WIPE, SMPTE 001\n";
            if (!fromBlack && !before->clip->name.empty())
                event.comments += "* FROM CLIP NAME:  " + oneLine(before->clip->name) + "\n";
            if (!name.empty())
                event.comments += "* TO CLIP NAME:  " + name + "\n";
            if (before)
                event.comments += "* CUTAWAY CUT " + std::to_string(head.before) + "\n";
        } else if (!name.empty()) {
            event.comments += "* FROM CLIP NAME:  " + name + "\n";
        }
        event.sourceIn = sourceTimecode(*p.clip, event.in - p.start);
        event.sourceOut = sourceTimecode(*p.clip, event.out - p.start);
        if (!p.clip->speed.isNormal())
            writeSpeed(event, track, p);
        event.comments += sourceComment(track, number, *p.clip, event.in, p, event.out - event.in);
        m_events.push_back(event);
        if (p.tail) {
            EdlEntry fade = toBlackEvent(event.channel, p, p.end - p.tail->before, p.tail->before);
            fade.edit = p.tail->kind == TransitionKind::Wipe ? "W001" : "D";
            m_events.push_back(std::move(fade));
        }
    }

    /// The part of the source that is used, the lower timecode first, and how fast.
    void writeSpeed(EdlEntry& event, const Track& track, const Placed& p) const {
        const auto units = [&](std::int64_t frame) {
            return Sequence::unitsAtFrame(track, frame, m_sequence.rate);
        };
        const std::int64_t length = units(event.out) - units(event.in);
        const Clip clip = timeline::clipFrom(*p.clip, units(event.in) - units(p.start),
                                             std::max<std::int64_t>(1, length), track.rate);
        Clip plain = clip;
        plain.speed = {};
        plain.in = timeline::sourceUnits(clip, track.rate).first;
        const std::int64_t count = timeline::sourceUnits(clip, track.rate).count();
        const bool sound = track.kind == TrackKind::Audio;
        event.sourceIn = sourceTimecode(plain, 0);
        event.sourceOut =
            sourceTimecode(plain, sound ? frameAtSample(count - 1, m_sequence.rate) + 1 : count);
        plain.in = clip.in;
        event.comments =
            edlSpeedLines(event.reel, clip, m_sequence.rate, sourceTimecode(plain, 0)) + event.comments;
    }

    EdlEntry toBlackEvent(const std::string& channel, const Placed& leaving, std::int64_t start,
                          std::int64_t frames) const {
        EdlEntry event;
        event.channel = channel;
        event.fromReel = m_reels.at(leaving.clip->media.sourceId);
        event.fromTimecode = sourceTimecode(*leaving.clip, start - leaving.start);
        event.reel = black;
        event.edit = "D";
        event.frames = frames;
        event.sourceIn = timecodeText(0, m_sequence.timecode());
        event.sourceOut = timecodeText(frames, m_sequence.timecode());
        event.in = start;
        event.out = start + frames;
        return event;
    }

    /// The first two sounds as one event where they are cut alike.
    void mergeSounds() {
        std::vector<EdlEntry> merged;
        std::map<std::int64_t, std::vector<std::size_t>> second;
        for (std::size_t i = 0; i < m_events.size(); ++i)
            if (m_events[i].channel == "A2")
                second[m_events[i].in].push_back(i);
        std::vector<bool> taken(m_events.size(), false);
        for (EdlEntry& event : m_events) {
            if (event.channel != "A")
                continue;
            for (const std::size_t other : second[event.in])
                if (!taken[other] && event.sameSoundAs(m_events[other])) {
                    taken[other] = true;
                    event.channel = "AA";
                    break;
                }
        }
        for (std::size_t i = 0; i < m_events.size(); ++i)
            if (!taken[i])
                merged.push_back(std::move(m_events[i]));
        m_events = std::move(merged);
    }

    std::string markers() {
        std::string text;
        for (const timeline::Marker& marker : m_sequence.markers) {
            const std::string name = oneLine(marker.name);
            const std::string colour = marker.colour.empty() ? "RED" : marker.colour;
            text += "* LOC: " + recordTimecode(marker.frame) + " " + colour + "     " + name + "\n";
            const bool length = marker.duration > 0;
            note(length ? Fate::Approximated : Fate::Kept, {}, marker.frame, "marker " + name,
                 length ? "a comment (LOC) without its length" : "");
        }
        return text;
    }

    const Sequence& m_sequence;
    const SourceTimings& m_sources;
    std::map<Uuid, std::string> m_reels;
    std::vector<EdlEntry> m_events;
    ConversionReport m_report;
};

} // namespace

Result<WrittenFile> writeEdl(const Sequence& sequence, const SourceTimings& sources) {
    const std::int64_t day = sequence.timecode().framesPerDay();
    if (sequence.startFrame < 0 || sequence.startFrame >= day ||
        sequence.durationFrames() >= day - sequence.startFrame)
        return Error{ErrorCategory::Unsupported,
                     "An EDL cannot pass midnight. Choose an earlier start timecode for the sequence.",
                     {}};
    return writtenWithoutGraphics(sequence,
                                  [&](const Sequence& plain) { return Writer(plain, sources).write(); });
}

} // namespace cutaway::interchange
