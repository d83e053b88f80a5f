#include "core/interchange/fcp7_reader.h"

#include "core/interchange/internal/laid_sequence.h"
#include "core/interchange/internal/xml_tree.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace cutaway::interchange {

namespace {

using timeline::ClipSpeed;
using timeline::Sequence;
using timeline::TrackKind;
using timeline::Transition;
using timeline::TransitionKind;

constexpr std::size_t mostTracks = 500;

FrameRate rateOf(const XmlNode& node) {
    const std::int64_t base = node.wholeOf("timebase").value_or(0);
    if (base < 1 || base > 240)
        node.fail("has no timebase between 1 and 240.");
    const bool ntsc = node.flagOf("ntsc", false);
    const auto rate = FrameRate::make(ntsc ? base * 1000 : base, ntsc ? 1001 : 1);
    if (!rate)
        node.fail("is no frame rate.");
    return *rate;
}

/// A place or a length in frames, which may be -1; or with another `least` one of the media.
std::int64_t framesOf(const XmlNode& node, const char* child, std::int64_t fallback,
                      std::int64_t least = -1) {
    const std::int64_t frames = node.wholeOf(child).value_or(fallback);
    if (frames < least || frames > mostFrames)
        node.find(child)->fail("is beyond any sequence.");
    return frames;
}

struct Timecode {
    std::int64_t frame = 0;
    bool dropFrame = false;
};

/// "timecode": by its text, which people see, else by its number.
std::optional<Timecode> timecodeOf(const XmlNode* node, FrameRate usual) {
    if (!node)
        return std::nullopt;
    const XmlNode* own = node->find("rate");
    const FrameRate rate = own ? rateOf(*own) : usual;
    Timecode result;
    result.dropFrame = node->textOf("displayformat") == "DF" && rate.allowsDropFrame();
    const std::string text = node->textOf("string");
    if (text.empty()) {
        const auto frame = node->wholeOf("frame");
        if (!frame)
            return std::nullopt;
        result.frame = framesOf(*node, "frame", 0);
        return result;
    }
    result.dropFrame = result.dropFrame || (text.find(';') != std::string::npos && rate.allowsDropFrame());
    const auto frame = parseTimecode(text, {rate, result.dropFrame});
    if (!frame)
        node->find("string")->fail(": " + frame.error().message);
    result.frame = *frame;
    return result;
}

/// A transition between two clips, or at a free edge of one.
struct Between {
    const XmlNode* node = nullptr;
    std::int64_t start = 0, end = 0;
    std::int64_t cut = 0;
    bool fromBlack = false, toBlack = false;
    TransitionKind kind = TransitionKind::Dissolve;

    bool holds(std::int64_t edge) const { return edge < 0 || (edge >= start && edge <= end); }
};

class Reader {
public:
    explicit Reader(const XmlNode& root)
        : m_root(root) {}

    LaidSequence read() {
        if (m_root.name != "xmeml")
            m_root.fail("is not the start of an FCP7 XML file, xmeml.");
        describeFiles(m_root);
        std::vector<const XmlNode*> sequences;
        findSequences(m_root, sequences);
        if (sequences.empty())
            m_root.fail("holds no sequence.");
        readSettings(*sequences.front());
        for (std::size_t i = 1; i < sequences.size(); ++i)
            note(Fate::Lost, {}, 0, "sequence " + sequences[i]->textOf("name"), "only the first one is read");
        for (const auto& [kind, path] :
             {std::pair(TrackKind::Video, "media/video"), std::pair(TrackKind::Audio, "media/audio")})
            if (const XmlNode* tracks = sequences.front()->findPath(path))
                readTracks(*tracks, kind);
        return std::move(m_laid);
    }

private:
    void note(Fate fate, const std::string& track, std::int64_t frame, std::string what, std::string how) {
        const Sequence& sequence = m_laid.settings;
        m_laid.report.events.push_back({fate, track, frame,
                                        timecodeText(sequence.startFrame + frame, sequence.timecode()),
                                        std::move(what), std::move(how)});
    }

    /// Files are described where they are first used, and named by id after that.
    void describeFiles(const XmlNode& node) {
        for (const XmlNode& child : node.children) {
            if (child.name == "file" && !child.children.empty())
                m_files.emplace(child.attribute("id"), &child);
            describeFiles(child);
        }
    }

    /// Not those inside of clips.
    static void findSequences(const XmlNode& node, std::vector<const XmlNode*>& found) {
        for (const XmlNode& child : node.children) {
            if (child.name == "sequence" && child.find("media"))
                found.push_back(&child);
            else if (child.name == "project" || child.name == "bin" || child.name == "children")
                findSequences(child, found);
        }
    }

    void readSettings(const XmlNode& node) {
        Sequence& sequence = m_laid.settings;
        const XmlNode* rate = node.find("rate");
        if (!rate)
            node.fail("has no rate.");
        sequence.rate = rateOf(*rate);
        sequence.name = node.textOf("name");
        if (const auto start = timecodeOf(node.find("timecode"), sequence.rate)) {
            sequence.startFrame = start->frame;
            sequence.dropFrame = start->dropFrame;
        }
        if (const XmlNode* format = node.findPath("media/video/format/samplecharacteristics")) {
            const std::int64_t width = format->wholeOf("width").value_or(0);
            const std::int64_t height = format->wholeOf("height").value_or(0);
            if (width >= 16 && height >= 16 && width <= 16384 && height <= 16384) {
                sequence.width = static_cast<int>(width);
                sequence.height = static_cast<int>(height);
            }
        }
        for (const XmlNode* marker : node.all("marker")) {
            const std::int64_t in = framesOf(*marker, "in", 0), out = framesOf(*marker, "out", -1);
            if (in < 0)
                marker->fail("lies before the sequence.");
            sequence.markers.push_back({Uuid::random(), in, out > in ? out - in : 0,
                                        marker->textOf("name", marker->textOf("comment")), "RED"});
        }
    }

    void readTracks(const XmlNode& node, TrackKind kind) {
        int number = 0;
        for (const XmlNode* track : node.all("track")) {
            if (++number > static_cast<int>(mostTracks))
                track->fail("is one track too many.");
            // Premiere writes a stereo track as two of one channel each: the second says the same again.
            if (track->attribute("currentExplodedTrackIndex", "0") != "0") {
                --number;
                continue;
            }
            LaidTrack laid;
            laid.kind = kind;
            laid.name = (kind == TrackKind::Video ? "V" : "A") + std::to_string(number);
            laid.muted = !track->flagOf("enabled", true);
            laid.locked = track->flagOf("locked", false);
            readItems(*track, laid);
            m_laid.tracks.push_back(std::move(laid));
        }
    }

    void readItems(const XmlNode& track, LaidTrack& laid) {
        std::vector<Between> transitions;
        std::vector<const XmlNode*> items; // clips, and null for a transition
        std::vector<std::size_t> numbers;
        for (const XmlNode& child : track.children) {
            if (child.name == "clipitem" || child.name == "generatoritem") {
                items.push_back(&child);
                numbers.push_back(0);
            } else if (child.name == "transitionitem") {
                items.push_back(nullptr);
                numbers.push_back(transitions.size());
                transitions.push_back(transitionOf(child));
            }
        }
        for (std::size_t i = 0; i < items.size(); ++i)
            if (!items[i] && i + 1 < items.size() && items[i + 1])
                placeCut(transitions[numbers[i]], *items[i + 1]);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!items[i])
                continue;
            const Between* before = i > 0 && !items[i - 1] ? &transitions[numbers[i - 1]] : nullptr;
            const Between* after =
                i + 1 < items.size() && !items[i + 1] ? &transitions[numbers[i + 1]] : nullptr;
            readClip(*items[i], before, after, laid);
        }
        settleTransitions(laid);
    }

    Between transitionOf(const XmlNode& node) const {
        Between between;
        between.node = &node;
        between.start = framesOf(node, "start", -1);
        between.end = framesOf(node, "end", -1);
        if (between.start < 0 || between.end <= between.start)
            node.fail("has no length.");
        const std::string alignment = node.textOf("alignment", "center");
        between.cut = alignment == "start" || alignment == "start-black" ? between.start
                      : alignment == "end" || alignment == "end-black"
                          ? between.end
                          : between.start + (between.end - between.start) / 2;
        between.fromBlack = alignment == "start-black";
        between.toBlack = alignment == "end-black";
        const XmlNode* effect = node.find("effect");
        const std::string id = effect ? effect->textOf("effectid", effect->textOf("name")) : std::string();
        between.kind = id.find("Dip") != std::string::npos ? TransitionKind::Dip
                       : effect && effect->textOf("effectcategory").starts_with("Wipe")
                           ? TransitionKind::Wipe
                           : TransitionKind::Dissolve;
        return between;
    }

    /// What a comment of ours knows exactly: how much of the transition lies ahead of the cut.
    static void placeCut(Between& between, const XmlNode& coming) {
        const auto own = ownOf(coming);
        const std::int64_t frames = between.end - between.start;
        if (own && own->head && own->cut <= frames)
            between.cut = between.start + own->cut;
    }

    static std::optional<OwnClip> ownOf(const XmlNode& clip) {
        const XmlNode* comments = clip.find("comments");
        return comments ? readOwnClip(comments->textOf("mastercomment3")) : std::nullopt;
    }

    void readClip(const XmlNode& node, const Between* before, const Between* after, LaidTrack& track) {
        LaidClip clip;
        clip.line = node.line;
        clip.name = node.textOf("name");
        const std::int64_t start = framesOf(node, "start", -1), end = framesOf(node, "end", -1);
        if (before && (before->toBlack || !before->holds(start)))
            before = nullptr; // it is that of the clip before, with a gap behind it
        if (after && (after->fromBlack || !after->holds(end)))
            after = nullptr;
        if ((start < 0 && !before) || (end < 0 && !after))
            node.fail("has no place and no transition beside it.");
        clip.start = before ? (start < 0 ? before->cut : start) : start;
        clip.end = after ? (end < 0 ? after->cut : end) : end;
        if (clip.end <= clip.start)
            node.fail("ends before it starts.");
        if (before)
            clip.head = Transition{before->kind, std::max<std::int64_t>(0, clip.start - before->start),
                                   std::max<std::int64_t>(0, before->end - clip.start)};
        if (after)
            clip.tail = Transition{after->kind, std::max<std::int64_t>(0, clip.end - after->start),
                                   std::max<std::int64_t>(0, after->end - clip.end)};
        const std::string what = node.name == "generatoritem" ? "generator " + clip.name
                                 : node.find("sequence")      ? "nested sequence " + clip.name
                                                              : std::string();
        if (!what.empty()) {
            note(Fate::Lost, track.name, clip.start, what, "its place is left empty");
            return;
        }
        readMedia(node, clip);
        clip.in = framesOf(node, "in", 0, -mostFrames);
        if (start < 0)
            clip.in += clip.start - before->start;
        clip.enabled = node.flagOf("enabled", true);
        clip.own = ownOf(node);
        if (const XmlNode* source = node.find("sourcetrack"); source && track.kind == TrackKind::Audio)
            clip.member =
                static_cast<int>(std::clamp<std::int64_t>(source->wholeOf("trackindex").value_or(1), 1, 64));
        for (const XmlNode* link : node.all("link"))
            clip.link = std::max(clip.link, link->textOf("linkclipref"));
        readFilters(node, clip, track);
        if (node.find("marker"))
            note(Fate::Lost, track.name, clip.start, "markers on " + clip.name, "there are none on clips");
        if (track.clips.size() >= 100'000)
            node.fail("is one clip too many.");
        track.clips.push_back(std::move(clip));
    }

    void readMedia(const XmlNode& node, LaidClip& clip) {
        if (const XmlNode* comments = node.find("comments")) {
            constexpr std::string_view words = "tams source ";
            const std::string text = comments->textOf("mastercomment1");
            if (text.starts_with(words))
                if (const auto id = Uuid::parse(text.substr(words.size())))
                    clip.media.sourceId = *id;
        }
        const XmlNode* file = node.find("file");
        if (file && file->children.empty()) {
            const auto known = m_files.find(file->attribute("id"));
            file = known == m_files.end() ? nullptr : known->second;
        }
        if (const XmlNode* rate = node.find("rate"))
            clip.media.rate = rateOf(*rate);
        if (!file)
            return;
        clip.media.name = file->textOf("name");
        if (const XmlNode* rate = file->find("rate"))
            clip.media.rate = rateOf(*rate);
        const XmlNode* timecode = file->find("timecode");
        if (const auto first = timecodeOf(timecode, clip.media.rate)) {
            clip.media.firstTimecode = first->frame;
            clip.media.dropFrame = first->dropFrame;
        }
        if (timecode && timecode->find("reel"))
            clip.media.reel = timecode->find("reel")->textOf("name");
    }

    void readFilters(const XmlNode& node, LaidClip& clip, const LaidTrack& track) {
        if (node.flagOf("stillframe", false)) {
            clip.speed = ClipSpeed::freeze();
            clip.in = framesOf(node, "stillframeoffset", clip.in, -mostFrames);
        }
        for (const XmlNode* filter : node.all("filter")) {
            const XmlNode* effect = filter->find("effect");
            if (!effect || !filter->flagOf("enabled", true))
                continue;
            const std::string id = effect->textOf("effectid", effect->textOf("name"));
            if (id == "audiolevels" && track.kind == TrackKind::Audio)
                readLevel(*effect, clip);
            else if (id == "timeremap")
                readSpeed(node, *effect, clip);
            else
                note(Fate::Lost, track.name, clip.start,
                     "effect " + effect->textOf("name", id) + " on " + clip.name, "left out");
        }
    }

    static const XmlNode* parameter(const XmlNode& effect, std::string_view id) {
        for (const XmlNode* each : effect.all("parameter"))
            if (each->textOf("parameterid") == id)
                return each;
        return nullptr;
    }

    static void readLevel(const XmlNode& effect, LaidClip& clip) {
        const XmlNode* level = parameter(effect, "level");
        if (!level)
            return;
        if (level->find("keyframe"))
            clip.approximate("its level changes there; the first one is taken for all of it");
        const XmlNode* value =
            level->find("keyframe") ? level->findPath("keyframe/value") : level->find("value");
        if (!value)
            return;
        const double factor = value->number();
        if (factor < 0)
            value->fail("is no level.");
        constexpr double lowest = timeline::lowestGain, highest = timeline::highestGain;
        const double hundredths = factor > 0 ? 2000 * std::log10(factor) : lowest;
        clip.gain = static_cast<int>(std::lround(std::clamp(hundredths, lowest, highest)));
        if (hundredths < lowest || hundredths > highest)
            clip.approximate("its level is beyond what a clip may have");
    }

    /// There a clip at another speed counts its frames as if its whole media had been made longer or shorter.
    void readSpeed(const XmlNode& node, const XmlNode& effect, LaidClip& clip) const {
        const XmlNode* variable = parameter(effect, "variablespeed");
        if (variable && variable->textOf("value", "0") != "0")
            clip.approximate("its speed changes on the way; the first one is taken for all of it");
        const XmlNode* speed = parameter(effect, "speed");
        const XmlNode* value = speed ? speed->find("value") : nullptr;
        if (!value)
            return;
        const XmlNode* reverse = parameter(effect, "reverse");
        const double percent = value->number();
        const bool backwards = percent < 0 || (reverse && reverse->flagOf("value", false));
        auto read = ClipSpeed::fromDouble(std::abs(percent) / 100 * (backwards ? -1 : 1));
        if (!read) {
            read = ClipSpeed::make(std::llround(std::clamp(std::abs(percent), 1.0, 10'000.0) * 10'000) *
                                       (backwards ? -1 : 1),
                                   1'000'000);
            clip.approximate("its speed of " + value->text + " % is not held exactly");
        }
        if (!read || read->isFreeze())
            value->fail("is no speed.");
        clip.speed = *read;
        if (const auto own = ownOf(node);
            own && std::abs(static_cast<double>(own->speed.num) / static_cast<double>(own->speed.den) -
                            (backwards ? -1 : 1) * std::abs(percent) / 100) < 1e-4)
            clip.speed = {own->speed.num, own->speed.den, 0};
        const std::int64_t length = framesOf(node, "duration", 0, -mostFrames);
        const std::int64_t position = backwards ? std::max<std::int64_t>(0, length - 1 - clip.in) : clip.in;
        clip.in = mulDivFloor(position, std::abs(clip.speed.num), clip.speed.den);
    }

    /// A transition belongs to the clip that comes; what is none between these two is a fade.
    void settleTransitions(LaidTrack& track) {
        for (std::size_t i = 0; i < track.clips.size(); ++i) {
            LaidClip& clip = track.clips[i];
            const bool touched = i > 0 && track.clips[i - 1].end == clip.start;
            const bool touches = i + 1 < track.clips.size() && track.clips[i + 1].start == clip.end;
            if (clip.head && !touched) {
                // What is seen of it begins with the fade.
                const std::int64_t room = clip.start - (i > 0 ? track.clips[i - 1].end : 0);
                const std::int64_t earlier = std::min(clip.head->before, room);
                clip.start -= earlier;
                clip.in -= mulDivFloor(earlier, clip.speed.num, clip.speed.den);
                clip.head = Transition{clip.head->kind, 0, clip.head->after + earlier};
            }
            if (clip.tail && touches) {
                clip.tail.reset();
            } else if (clip.tail) {
                const std::int64_t next = i + 1 < track.clips.size() ? track.clips[i + 1].start : mostFrames;
                const std::int64_t later =
                    std::min(clip.tail->after, std::max<std::int64_t>(0, next - clip.end));
                clip.end += later;
                clip.tail = Transition{clip.tail->kind, clip.tail->before + later, 0};
            }
            if (clip.head && clip.head->duration() == 0)
                clip.head.reset();
            if (clip.tail && clip.tail->duration() == 0)
                clip.tail.reset();
        }
    }

    const XmlNode& m_root;
    LaidSequence m_laid;
    std::map<std::string, const XmlNode*> m_files;
};

} // namespace

Result<ReadFile> readFcp7(std::string_view text, const MediaFinder& media) {
    CUTAWAY_TRY(const XmlNode root, parseXml(text));
    try {
        return buildSequence(Reader(root).read(), media);
    } catch (const ReadFailure& failure) {
        return failure.error;
    }
}

} // namespace cutaway::interchange
