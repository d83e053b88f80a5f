#include "core/interchange/fcpxml_reader.h"

#include "core/interchange/internal/fcpxml_resources.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace cutaway::interchange {

namespace {

using timeline::Sequence;
using timeline::TrackKind;
using timeline::Transition;
using timeline::TransitionKind;

/// Clips of one lane while they are collected: who begins where.
struct Lane {
    std::map<std::int64_t, std::int64_t> taken; ///< end by start
    std::vector<LaidClip> clips;

    bool isFree(std::int64_t start, std::int64_t end) const {
        const auto next = taken.lower_bound(start);
        return (next == taken.end() || next->first >= end) &&
               (next == taken.begin() || std::prev(next)->second <= start);
    }
    void add(LaidClip clip) {
        taken.emplace(clip.start, clip.end);
        clips.push_back(std::move(clip));
    }
};

/// Where an element lies: its first frame on the sequence, and what its own time is there.
struct Place {
    std::int64_t start = 0, end = 0;
    FcpTime local;
    int lane = 0;
};

/// A transition of a storyline.
struct Between {
    std::int64_t start = 0, end = 0;
    TransitionKind kind = TransitionKind::Dissolve;
    std::size_t follows = 0; ///< how many items
};

/// One that has a length, with the transitions at its edges.
struct Item {
    const XmlNode* node = nullptr;
    Place place;
    std::optional<Transition> head, tail;
};

constexpr std::array timed{"asset-clip", "clip",     "video",     "audio",   "gap",
                           "title",      "ref-clip", "sync-clip", "mc-clip", "audition"};
/// What of a clip is read, or says nothing about what is seen and heard.
constexpr std::array understood{"note",
                                "conform-rate",
                                "timeMap",
                                "adjust-volume",
                                "audio-channel-source",
                                "metadata",
                                "marker",
                                "chapter-marker",
                                "keyword",
                                "rating",
                                "analysis-marker",
                                "spine",
                                "audio-role-source",
                                "adjust-conform"};

bool isOneOf(const auto& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Reader {
public:
    explicit Reader(const XmlNode& root)
        : m_root(root) {}

    LaidSequence read() {
        if (m_root.name != "fcpxml")
            m_root.fail("is not the start of an FCPXML file, fcpxml.");
        m_resources = readFcpResources(m_root);
        std::vector<const XmlNode*> sequences;
        findSequences(m_root, {}, sequences);
        if (sequences.empty())
            m_root.fail("holds no sequence.");
        readSettings(*sequences.front());
        for (std::size_t i = 1; i < sequences.size(); ++i)
            note(Fate::Lost, 0, "sequence in line " + std::to_string(sequences[i]->line),
                 "only the first one is read");
        const XmlNode* spine = sequences.front()->find("spine");
        if (!spine)
            sequences.front()->fail("has no spine.");
        readStoryline(*spine, {0, 0, timeOf(*sequences.front(), "tcStart"), 0});
        collect();
        return std::move(m_laid);
    }

private:
    void note(Fate fate, std::int64_t frame, std::string what, std::string how) {
        const Sequence& sequence = m_laid.settings;
        m_laid.report.events.push_back({fate,
                                        {},
                                        frame,
                                        timecodeText(sequence.startFrame + frame, sequence.timecode()),
                                        std::move(what),
                                        std::move(how)});
    }

    void findSequences(const XmlNode& node, const std::string& name, std::vector<const XmlNode*>& found) {
        for (const XmlNode& child : node.children) {
            if (child.name == "sequence") {
                if (found.empty())
                    m_laid.settings.name = name;
                found.push_back(&child);
            } else if (child.name == "project" || child.name == "event" || child.name == "library") {
                findSequences(child, child.attribute("name"), found);
            }
        }
    }

    void readSettings(const XmlNode& node) {
        Sequence& sequence = m_laid.settings;
        const auto format = m_resources.formats.find(node.attribute("format"));
        if (format == m_resources.formats.end() || !format->second.rate.isValid())
            node.fail("names no format with a frameDuration.");
        sequence.rate = format->second.rate;
        if (format->second.width >= 16 && format->second.height >= 16) {
            sequence.width = format->second.width;
            sequence.height = format->second.height;
        }
        sequence.dropFrame = node.attribute("tcFormat") == "DF" && sequence.rate.allowsDropFrame();
        bool exact = true;
        sequence.startFrame = framesBetween({}, timeOf(node, "tcStart"), sequence.rate, exact);
    }

    std::int64_t frames(FcpTime from, FcpTime to, const XmlNode& where) {
        bool exact = true;
        const std::int64_t count = framesBetween(from, to, m_laid.settings.rate, exact);
        if (count > mostFrames || count < -mostFrames)
            where.fail("lies beyond any sequence.");
        if (!exact && m_rounded.insert(&where).second)
            ++m_roundings;
        return count;
    }

    /// Elements one after the other, with transitions between them. `origin` places the storyline's own time.
    void readStoryline(const XmlNode& node, const Place& origin) {
        std::vector<Item> items;
        std::vector<Between> transitions;
        std::int64_t at = origin.start;
        for (const XmlNode& child : node.children) {
            if (child.name == "transition") {
                const std::int64_t start =
                    origin.start + frames(origin.local, timeOf(child, "offset", origin.local), child);
                const std::int64_t length = frames({}, timeOf(child, "duration"), child);
                if (length <= 0)
                    child.fail("has no length.");
                transitions.push_back({start, start + length, kindOf(child), items.size()});
            } else if (isOneOf(timed, child.name)) {
                Place place = placeOf(child, origin, at);
                if (place.start < at)
                    child.fail("overlaps what lies before it.");
                at = place.end;
                place.lane = origin.lane;
                items.push_back({&child, place, {}, {}});
            }
        }
        for (const Between& each : transitions)
            join(each, each.follows > 0 ? &items[each.follows - 1] : nullptr,
                 each.follows < items.size() ? &items[each.follows] : nullptr);
        for (const Item& item : items)
            readItem(*item.node, item.place, item.head, item.tail);
    }

    /// A transition lies between two clips, or at an edge of one that none touches.
    static void join(const Between& between, Item* leaving, Item* coming) {
        const auto isClip = [](const Item* item) { return item && item->node->name != "gap"; };
        const bool touch = isClip(leaving) && isClip(coming) && leaving->place.end == coming->place.start;
        if (isClip(coming) && between.start <= coming->place.start && between.end > coming->place.start) {
            const std::int64_t before = touch ? coming->place.start - between.start : 0;
            coming->head = Transition{between.kind, before, between.end - coming->place.start};
        } else if (touch && between.start < coming->place.start && between.end == coming->place.start) {
            coming->head = Transition{between.kind, coming->place.start - between.start, 0};
        } else if (isClip(leaving) && between.start < leaving->place.end) {
            leaving->tail = Transition{between.kind, leaving->place.end - between.start, 0};
        }
    }

    Place placeOf(const XmlNode& node, const Place& origin, std::int64_t follows) {
        Place place;
        const std::string offset = node.attribute("offset");
        place.start =
            offset.empty() ? follows : origin.start + frames(origin.local, readFcpTime(offset, node), node);
        const FcpAsset* asset = assetOf(node);
        const FcpTime duration = timeOf(node, "duration", asset ? asset->duration : FcpTime{});
        const std::int64_t length = frames({}, duration, node);
        if (place.start < 0)
            node.fail("lies before the sequence.");
        if (length <= 0 || place.start + length > mostFrames)
            node.fail("has no possible length.");
        place.end = place.start + length;
        place.local = timeOf(node, "start", asset ? asset->start : FcpTime{});
        const std::string lane = node.attribute("lane", "0");
        const auto [end, problem] = std::from_chars(lane.data(), lane.data() + lane.size(), place.lane);
        if (problem != std::errc() || place.lane > 500 || place.lane < -500)
            node.fail("lies in no possible lane.");
        return place;
    }

    TransitionKind kindOf(const XmlNode& node) const {
        const std::string name = node.attribute("name");
        return name.find("Dip") != std::string::npos || name.find("Fade To") != std::string::npos
                   ? TransitionKind::Dip
               : name.find("Wipe") != std::string::npos ? TransitionKind::Wipe
                                                        : TransitionKind::Dissolve;
    }

    const FcpAsset* assetOf(const XmlNode& node) const {
        const auto found = m_resources.assets.find(node.attribute("ref"));
        return found == m_resources.assets.end() ? nullptr : &found->second;
    }

    void readItem(const XmlNode& node, const Place& place, const std::optional<Transition>& head,
                  const std::optional<Transition>& tail) {
        if (++m_items > 200'000)
            node.fail("is one clip too many.");
        if (node.name == "audition") {
            for (const XmlNode& child : node.children)
                if (isOneOf(timed, child.name))
                    return readItem(child, place, head, tail);
            return;
        }
        if (node.name == "asset-clip" || node.name == "video" || node.name == "audio" || node.name == "clip")
            readClip(node, place, head, tail);
        else if (node.name != "gap")
            note(Fate::Lost, place.start, node.name + " " + node.attribute("name"),
                 "its place is left empty");
        readAnchored(node, place);
    }

    /// What is connected to an element, and the markers on it.
    void readAnchored(const XmlNode& node, const Place& place) {
        const Place origin{place.start, place.end, place.local, 0};
        for (const XmlNode& child : node.children) {
            if (child.name == "spine") {
                Place storyline = placeOfSpine(child, origin);
                readStoryline(child, storyline);
            } else if (isOneOf(timed, child.name)) {
                if (node.name == "clip" && child.attribute("lane").empty())
                    continue; // what the clip itself shows
                if (isSoundOfPicture(node, child))
                    continue;
                readItem(child, placeOf(child, origin, place.start), {}, {});
            } else if (child.name == "marker" || child.name == "chapter-marker") {
                readMarker(child, origin);
            } else if (node.name != "gap" && !isOneOf(understood, child.name)) {
                note(Fate::Lost, place.start, child.name + " on " + node.attribute("name"), "left out");
            }
        }
    }

    Place placeOfSpine(const XmlNode& node, const Place& origin) {
        Place place;
        place.start = origin.start + frames(origin.local, timeOf(node, "offset", origin.local), node);
        if (place.start < 0)
            node.fail("lies before the sequence.");
        const std::string lane = node.attribute("lane", "1");
        const auto [end, problem] = std::from_chars(lane.data(), lane.data() + lane.size(), place.lane);
        if (problem != std::errc() || place.lane > 500 || place.lane < -500)
            node.fail("lies in no possible lane.");
        return place;
    }

    void readMarker(const XmlNode& node, const Place& origin) {
        const std::int64_t frame =
            origin.start + frames(origin.local, timeOf(node, "start", origin.local), node);
        const std::int64_t length = frames({}, timeOf(node, "duration"), node);
        if (frame < 0)
            return note(Fate::Lost, 0, "marker " + node.attribute("value"), "it lies before the sequence");
        m_laid.settings.markers.push_back(
            {Uuid::random(), frame, length > 1 ? length : 0, node.attribute("value"), "RED"});
    }

    /// The sound that belongs to a picture of the same media is no clip that is connected to it.
    static bool isSoundOfPicture(const XmlNode& node, const XmlNode& child) {
        return node.name == "video" && child.name == "audio" &&
               child.attribute("ref") == node.attribute("ref");
    }

    void readClip(const XmlNode& node, const Place& place, const std::optional<Transition>& head,
                  const std::optional<Transition>& tail) {
        // A clip shows what lies in it; everything else shows its own media.
        const XmlNode* shown = &node;
        FcpTime shift, shiftTo;
        if (node.name == "clip") {
            shown = nullptr;
            for (const XmlNode& child : node.children)
                if (!shown && (child.name == "video" || child.name == "audio") &&
                    child.attribute("lane").empty())
                    shown = &child;
            if (!shown)
                return note(Fate::Lost, place.start, "clip " + node.attribute("name"),
                            "its place is left empty");
            shift = timeOf(*shown, "offset");
            shiftTo = timeOf(*shown, "start");
        }
        const FcpAsset* asset = assetOf(*shown);
        LaidClip clip;
        clip.line = node.line;
        clip.name = node.attribute("name", asset ? asset->media.name : std::string());
        clip.start = place.start;
        clip.end = place.end;
        clip.head = head;
        clip.tail = tail;
        if (asset)
            clip.media = asset->media;
        clip.media.firstTimecode = 0;
        if (!clip.media.rate.isValid())
            clip.media.rate = m_laid.settings.rate;
        clip.enabled = node.attribute("enabled", "1") != "0";
        clip.own = readOwnClip(fcpMetadata(node, "tv.cutaway.clip"));
        readTimes(node, place, shift, shiftTo, clip);
        readVolume(node, clip);
        const std::string enabled = node.attribute("srcEnable", "all");
        const bool nested =
            std::any_of(shown->children.begin(), shown->children.end(),
                        [&](const XmlNode& child) { return isSoundOfPicture(*shown, child); });
        const bool picture = shown->name == "video" || (shown->name == "asset-clip" && enabled != "audio" &&
                                                        (!asset || asset->picture));
        const bool sound = shown->name == "audio" || nested ||
                           (shown->name == "asset-clip" && enabled != "video" && (!asset || asset->sound));
        if (picture && sound)
            clip.link = "clip " + std::to_string(m_items);
        if (picture)
            placePicture(clip, place.lane);
        if (sound)
            placeSound(node, std::move(clip), place.lane, picture);
    }

    void readTimes(const XmlNode& node, const Place& place, FcpTime shift, FcpTime shiftTo, LaidClip& clip) {
        const FrameRate rate = clip.media.rate;
        bool exact = true;
        const std::int64_t within = framesBetween(shift, place.local, rate, exact);
        clip.in = framesBetween({}, shiftTo, rate, exact) + within;
        if (const XmlNode* map = node.find("timeMap")) {
            bool constant = true;
            const FcpSpeed speed = readTimeMap(*map, constant);
            const FcpFirst first = firstShown(speed, place.local, {}, rate);
            clip.in = first.frame;
            clip.speed = speed.speed;
            clip.phase = first.phase;
            if (!constant)
                clip.approximate("its speed changes on the way; the first one is taken for all of it");
        }
        if (!exact)
            clip.approximate("it begins between two frames of its media");
        const XmlNode* conform = node.find("conform-rate");
        if (conform && rate != m_laid.settings.rate)
            clip.approximate("it runs at another rate");
    }

    static void readVolume(const XmlNode& node, LaidClip& clip) {
        const XmlNode* volume = node.find("adjust-volume");
        if (!volume)
            return;
        if (!volume->children.empty())
            clip.approximate("its level changes there; what is said of all of it is taken");
        std::string text = volume->attribute("amount", "0dB");
        if (text.ends_with("dB"))
            text.resize(text.size() - 2);
        double decibels = 0;
        const char* first = text.data() + (text.starts_with("+") ? 1 : 0);
        const auto [end, problem] = std::from_chars(first, text.data() + text.size(), decibels);
        if (problem != std::errc() || end != text.data() + text.size() || std::isnan(decibels))
            volume->fail("has no amount in dB.");
        constexpr double lowest = timeline::lowestGain, highest = timeline::highestGain;
        clip.gain = static_cast<int>(std::lround(std::clamp(decibels * 100, lowest, highest)));
        if (decibels * 100 > highest || (decibels * 100 < lowest && std::isfinite(decibels)))
            clip.approximate("its level is beyond what a clip may have");
    }

    void placePicture(const LaidClip& clip, int lane) {
        const int step = lane < 0 ? -1 : 1;
        while (!m_pictures[lane].isFree(clip.start, clip.end))
            lane += step;
        m_pictures[lane].add(clip);
    }

    /// A sound alone below the primary storyline has the track of its lane; others the first that is free.
    void placeSound(const XmlNode& node, LaidClip clip, int lane, bool withPicture) {
        if (const XmlNode* channels = node.find("audio-channel-source")) {
            const std::string text = channels->attribute("srcCh", "1");
            int channel = 1;
            std::from_chars(text.data(), text.data() + text.size(), channel);
            clip.member = std::clamp((channel + 1) / 2, 1, 64);
        }
        int number = !withPicture && lane < 0 ? -lane : 1;
        while (!m_sounds[number].isFree(clip.start, clip.end))
            ++number;
        m_sounds[number].add(std::move(clip));
    }

    /// The lanes as tracks, bottom first.
    void collect() {
        const auto add = [&](TrackKind kind, Lane& lane) {
            std::sort(lane.clips.begin(), lane.clips.end(),
                      [](const LaidClip& a, const LaidClip& b) { return a.start < b.start; });
            m_laid.tracks.push_back({kind, {}, false, false, std::move(lane.clips)});
        };
        if (!m_pictures.empty())
            for (int lane = std::min(0, m_pictures.begin()->first); lane <= m_pictures.rbegin()->first;
                 ++lane)
                add(TrackKind::Video, m_pictures[lane]);
        if (!m_sounds.empty())
            for (int number = 1; number <= m_sounds.rbegin()->first; ++number)
                add(TrackKind::Audio, m_sounds[number]);
        if (m_roundings > 0)
            note(Fate::Approximated, 0, std::to_string(m_roundings) + " times between frames",
                 "moved to the nearest frame");
    }

    const XmlNode& m_root;
    LaidSequence m_laid;
    FcpResources m_resources;
    std::map<int, Lane> m_pictures; ///< by lane
    std::map<int, Lane> m_sounds;   ///< by number of the track
    std::set<const XmlNode*> m_rounded;
    std::size_t m_roundings = 0;
    std::size_t m_items = 0;
};

} // namespace

Result<ReadFile> readFcpxml(std::string_view text, const MediaFinder& media) {
    CUTAWAY_TRY(const XmlNode root, parseXml(text));
    try {
        return buildSequence(Reader(root).read(), media);
    } catch (const ReadFailure& failure) {
        return failure.error;
    }
}

} // namespace cutaway::interchange
