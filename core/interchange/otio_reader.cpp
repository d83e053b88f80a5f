#include "core/interchange/otio_reader.h"

#include "core/interchange/internal/otio_kept.h"
#include "core/interchange/media_finder.h"
#include "core/interchange/otio_tracks.h"
#include "core/timeline/edits/tracks.h"
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

constexpr std::int64_t mostFrames = 1'000'000'000;
/// Either way from 1970, some 35,000 years: the samples of so much still fit a number.
constexpr std::int64_t furthestSeconds = std::int64_t(1) << 40;

class Reader {
public:
    Reader(const JsonNode& root, const MediaFinder& finder)
        : m_root(root)
        , m_finder(finder) {}

    ReadResult read() {
        if (m_root.schema() != "Timeline")
            m_root.fail("is a " + m_root.schema() + ", not a timeline. Export one sequence");
        const JsonNode stack = m_root.at("tracks");
        ReadTracks tracks = readTracks(stack);
        m_result.notes = std::move(tracks.notes);
        for (ReadTrack& track : tracks.tracks)
            for (ReadItem& item : track.items)
                if (!item.gap)
                    m_media.push_back(resolve(item));
        readSettings(stack, tracks);
        std::size_t next = 0;
        std::map<TrackKind, int> numbers;
        for (ReadTrack& track : tracks.tracks)
            layOut(track, ++numbers[track.track.kind], next);
        readMarkers(tracks);
        if (const auto sound = timeline::checkInvariants(m_result.sequence); !sound)
            throw ReadFailure{sound.error()};
        return std::move(m_result);
    }

private:
    /// The media of a clip, or why it has none.
    struct Found {
        Result<ResolvedMedia> media;
        bool byName = false; ///< then its times are timecode, not those of the Source

        explicit operator bool() const { return media.ok(); }
        const ResolvedMedia* operator->() const { return &*media; }
    };

    Found resolve(const ReadItem& item) {
        auto media = resolveId(item);
        if (media || item.reference.graphic || !m_finder.byReel)
            return {std::move(media)};
        const auto source = m_finder.byReel(reelNameOf(item));
        if (!source && source.error().category != ErrorCategory::NotFound)
            throw ReadFailure{source.error()};
        if (!source)
            return {std::move(media)};
        if (!source->clock.rate.isValid())
            item.node.fail("names media without a frame rate", ErrorCategory::Unsupported);
        return {ResolvedMedia{*source, 0}, true};
    }

    /// What the file says of media that it names by no id of ours.
    static ReelName reelNameOf(const ReadItem& item) {
        ReelName name{{}, item.reference.given.empty() ? item.clip.name : item.reference.given, {}};
        if (const auto metadata = item.node.find("metadata"); metadata && metadata->value().is_object())
            if (const auto cmx = metadata->find("cmx_3600"); cmx && cmx->value().is_object())
                if (const auto reel = cmx->find("reel"); reel && reel->value().is_string())
                    name.reel = reel->text();
        const std::optional<OtioTime>& from = item.start ? item.start : item.reference.availableStart;
        if (from && from->whole && from->rate.num / from->rate.den < 1000)
            name.timecode = timecodeText(from->value, {from->rate, false});
        return name;
    }

    /// What the resolver says of a clip's media; NotFound stays with the clip.
    Result<ResolvedMedia> resolveId(const ReadItem& item) {
        if (item.reference.graphic)
            return Error{ErrorCategory::NotFound, "A graphic has no media.", item.node.path()};
        if (!item.reference.name)
            return Error{ErrorCategory::NotFound,
                         "The clip \"" + item.clip.name + "\" does not say which angle it shows.",
                         item.node.path()};
        const MediaName& name = *item.reference.name;
        const std::string key =
            (name.kind == MediaName::Kind::Flow ? "f" : "s") + name.id.toString() + name.host;
        auto known = m_resolved.find(key);
        if (known == m_resolved.end())
            known = m_resolved
                        .emplace(key, m_finder.byId
                                          ? m_finder.byId(name)
                                          : Result<ResolvedMedia>(Error{
                                                ErrorCategory::NotFound, "There is no such media here.", {}}))
                        .first;
        const auto& media = known->second;
        if (!media && media.error().category != ErrorCategory::NotFound)
            throw ReadFailure{media.error()};
        if (media && !media->source.clock.rate.isValid())
            item.node.fail("names media without a frame rate", ErrorCategory::Unsupported);
        return media;
    }

    /// Its own when Cutaway wrote the file, else what the first picture and the start time say.
    void readSettings(const JsonNode& stack, const ReadTracks& tracks) {
        Sequence& sequence = m_result.sequence;
        const auto own = ownMetadata(m_root);
        sequence.id = idOr(own, "id");
        if (sequence.id.isNil())
            sequence.id = Uuid::random();
        sequence.name = m_root.textOr("name", {});
        sequence.width = static_cast<int>(wholeOr(own, "width", 16, 16384, sequence.width));
        sequence.height = static_cast<int>(wholeOr(own, "height", 16, 16384, sequence.height));
        if (own && own->textOr("framing", "fit") == "fill")
            sequence.framing = timeline::Framing::Fill;
        const auto start = m_root.find("global_start_time");
        const std::optional<OtioTime> startTime = start ? std::optional(readTime(*start)) : std::nullopt;
        chooseRate(own, tracks, startTime);
        if (const std::string language = own ? own->textOr("language", {}) : std::string();
            timeline::isLanguageTag(language))
            sequence.language = language;
        if (startTime)
            sequence.startFrame = startTime->time.units(sequence.rate, *start);
        keepForeign(stack, tracks);
    }

    void chooseRate(const std::optional<JsonNode>& own, const ReadTracks& tracks,
                    const std::optional<OtioTime>& startTime) {
        Sequence& sequence = m_result.sequence;
        if (own && own->find("rate_num") && own->find("rate_den")) {
            const auto rate = FrameRate::make(wholeOr(own, "rate_num", 1, 1'000'000, 0),
                                              wholeOr(own, "rate_den", 1, 1'000'000, 1));
            if (!rate)
                own->fail("has no proper rate");
            sequence.rate = *rate;
            sequence.dropFrame = own->booleanOr("drop_frame", false) && rate->allowsDropFrame();
            return;
        }
        std::size_t next = 0;
        std::optional<FrameRate> guess = startTime ? std::optional(startTime->rate) : std::nullopt;
        for (const ReadTrack& track : tracks.tracks)
            for (const ReadItem& item : track.items) {
                if (item.gap)
                    continue;
                const auto& media = m_media[next++];
                if (media && (track.track.kind == TrackKind::Video || !guess)) {
                    sequence.rate = media->source.clock.rate;
                    sequence.dropFrame = media->source.dropFrame && sequence.rate.allowsDropFrame();
                    return;
                }
                if (!guess && item.start && item.start->rate.num / item.start->rate.den < 1000)
                    guess = item.start->rate;
            }
        sequence.rate = guess && guess->num / guess->den < 1000 ? *guess : FrameRate{50, 1};
    }

    void keepForeign(const JsonNode& stack, const ReadTracks& tracks) {
        nlohmann::json kept = nlohmann::json::object();
        const auto keep = [](nlohmann::json& into, const std::string& key, const JsonNode& node) {
            const std::string text = foreignMetadata(node);
            if (!text.empty())
                into[key] = nlohmann::json::parse(text);
        };
        keep(kept, "timeline", m_root);
        keep(kept, "stack", stack);
        nlohmann::json ofTracks = nlohmann::json::object();
        for (const ReadTrack& track : tracks.tracks)
            keep(ofTracks, trackId(track).toString(), track.node);
        if (!ofTracks.empty())
            kept["tracks"] = std::move(ofTracks);
        if (!kept.empty())
            m_result.sequence.foreignMetadata =
                kept.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    /// The id in the file, or one that is the same whenever this sequence is read.
    Uuid trackId(const ReadTrack& track) const {
        return track.track.id.isNil() ? Uuid::named(m_result.sequence.id, track.node.path()) : track.track.id;
    }

    void layOut(ReadTrack& read, int number, std::size_t& nextMedia) {
        Sequence& sequence = m_result.sequence;
        Track track = std::move(read.track);
        const bool sound = track.kind == TrackKind::Audio;
        track.id = uniqueId(trackId(read));
        track.rate = sound ? sampleRate48k : sequence.rate;
        if (track.name.empty())
            track.name = (sound ? "A" : "V") + std::to_string(number);
        ExactTime end;
        std::int64_t edge = 0;
        const ReadItem* gap = nullptr; // before the next clip,
        bool several = false;          // or more than one, which become one
        for (ReadItem& item : read.items) {
            const Found* media = item.gap ? nullptr : &m_media[nextMedia++];
            const std::int64_t start = edge;
            end = end.plus(durationOf(item, media), item.node);
            edge = editPoint(end, track, sequence.rate, item.node);
            if (edge > (sound ? samplesAtFrame(mostFrames, sequence.rate) : mostFrames))
                item.node.fail("lies beyond what a sequence can hold", ErrorCategory::Unsupported);
            if (item.gap)
                fadeOut(track.items, item.transition, track.rate);
            if (item.gap && (gap || several)) {
                for (const ReadItem* lost : {gap, static_cast<const ReadItem*>(&item)})
                    if (lost && isForeignGap(lost->node))
                        loseGap(lost->node);
                gap = nullptr;
                several = true;
            } else if (item.gap) {
                gap = &item;
            }
            if (item.gap || edge == start) {
                if (!item.gap)
                    m_result.notes.push_back(
                        {Fate::Lost, "The clip \"" + item.clip.name +
                                         "\" is shorter than half a frame and was left out."});
                track.items.push_back(Item::gap(edge - start));
                continue;
            }
            Clip clip = clipOf(item, *media, track, number, start, edge - start);
            KeptBuilder kept;
            kept.clip(item.node);
            if (item.transition) {
                clip.head = unitsOf(*item.transition, track.rate);
                kept.transition("head", item.transition->node, *clip.head);
            }
            if (const ReadItem* before = std::exchange(gap, nullptr))
                kept.gap(before->node, track.items.back().duration);
            several = false;
            kept.into(clip.foreignMetadata);
            track.items.push_back(Item::of(std::move(clip)));
        }
        fadeOut(track.items, read.last, track.rate);
        if (gap && isForeignGap(gap->node))
            loseGap(gap->node); // at the end of a track there are none
        timeline::normalise(track.items);
        if (!timeline::transitionsFit(track.items)) {
            timeline::fitTransitions(track.items);
            m_result.notes.push_back(
                {Fate::Approximated,
                 "Transitions on " + track.name + " were longer than their clips and were shortened."});
        }
        sequence.tracks.push_back(std::make_shared<const Track>(std::move(track)));
    }

    void loseGap(const JsonNode& node) {
        m_result.notes.push_back(
            {Fate::Lost, "What another program keeps with the gap at " + node.path() + " was left out."});
    }

    static timeline::Transition unitsOf(const ReadTransition& read, FrameRate rate) {
        return {read.kind, read.before.units(rate, read.node), read.after.units(rate, read.node)};
    }

    /// A transition into a gap, or into nothing, belongs to the clip before it.
    static void fadeOut(std::vector<Item>& items, const std::optional<ReadTransition>& transition,
                        FrameRate rate) {
        if (!transition || items.empty() || items.back().isGap())
            return;
        Clip clip = *items.back().clip;
        clip.tail = unitsOf(*transition, rate);
        clip.tail->after = 0;
        KeptBuilder kept;
        kept.transition("tail", transition->node, *clip.tail);
        kept.into(clip.foreignMetadata);
        items.back() = Item::of(std::move(clip));
    }

    ExactTime durationOf(const ReadItem& item, const Found* media) const {
        if (!item.durationIsMedia)
            return item.duration;
        if (item.reference.availableDuration)
            return item.reference.availableDuration->time;
        if (media && *media) {
            const SourceTiming& source = (*media)->source;
            return ExactTime::ofUnits(source.end - source.first, source.clock.rate);
        }
        item.node.fail("has no source_range, and its media is not known");
    }

    Clip clipOf(ReadItem& item, const Found& media, const Track& track, int trackNumber, std::int64_t start,
                std::int64_t duration) {
        const bool sound = track.kind == TrackKind::Audio;
        Clip clip = std::move(item.clip);
        clip.id = uniqueId(clip.id.isNil() ? Uuid::named(m_result.sequence.id, item.node.path()) : clip.id);
        clip.duration = duration;
        if (item.reference.graphic) {
            if (sound)
                item.node.fail("is a graphic on a sound track");
            clip.graphic = item.reference.graphic;
            clip.audioMember = 1;
            clip.mediaRate = m_result.sequence.rate;
            clip.in = item.start ? item.start->time.units(clip.mediaRate, item.node) : 0;
            clip.speed = {};
            return clip;
        }
        clip.media.asGiven = item.reference.asGiven;
        const std::optional<OtioTime> from = item.start ? item.start : item.reference.availableStart;
        if (!media) {
            // It keeps its place and its numbers, so that nothing is lost while the media is away.
            const bool frames = from && from->rate.num / from->rate.den < 1000;
            clip.mediaRate = sound ? sampleRate48k : frames ? from->rate : m_result.sequence.rate;
            clip.in =
                from ? from->time.plus(item.reference.offset, item.node).units(clip.mediaRate, item.node) : 0;
            if (item.reference.name && item.reference.name->kind == MediaName::Kind::Source)
                clip.media.sourceId = item.reference.name->id;
            const std::int64_t frame = sound ? frameAtSample(start, m_result.sequence.rate) : start;
            m_result.problems.push_back({clip.id, clip.name, frame, media.media.error()});
            clip.audioMember = std::max(1, clip.audioMember);
            return clip;
        }
        const SourceTiming& source = media->source;
        clip.media.sourceId = source.multiSource;
        clip.mediaRate = sound ? sampleRate48k : source.clock.rate;
        clip.in =
            media.byName ? unitByTimecode(from, item, source, sound) : firstUnit(from, item, source, sound);
        if (media.byName)
            clip.media.asGiven.clear(); // its numbers would be read as those of the Source
        if (clip.angle == 0)
            clip.angle = source.angle;
        if (clip.name.empty())
            clip.name = source.name;
        if (clip.audioMember == 0) {
            clip.audioMember = media->audioMember > 0 ? media->audioMember : trackNumber;
            clip.audioMember = sound ? std::clamp(clip.audioMember, 1, std::max(1, source.sounds)) : 1;
        }
        m_result.sources.emplace(source.multiSource, source);
        return clip;
    }

    /// Absolute number of the first unit shown: the number in the file where it counts units of the media,
    /// else the unit nearest to the time.
    static std::int64_t firstUnit(const std::optional<OtioTime>& from, const ReadItem& item,
                                  const SourceTiming& source, bool sound) {
        if (!from)
            return sound ? source.clock.sampleAtFrame(source.first) : source.first;
        const FrameRate rate = source.clock.rate;
        const auto within = [&](std::int64_t unit, FrameRate unitRate) {
            const Int128 seconds = Int128(unit) * unitRate.den / unitRate.num;
            if (seconds > furthestSeconds || seconds < -furthestSeconds)
                item.node.fail("starts outside of what any angle can hold");
            return unit;
        };
        if (from->whole && item.reference.offset.isZero()) {
            if (from->rate == rate && sound)
                return source.clock.sampleAtFrame(within(from->value, rate));
            if (from->rate == rate || (sound && from->rate == sampleRate48k))
                return within(from->value, from->rate);
        }
        const ExactTime time = from->time.plus(item.reference.offset, item.node);
        const ExactTime sinceOrigin = time.minus(ExactTime::of(source.clock.origin), item.node);
        const std::int64_t frame =
            source.clock.originUnit() + within(sinceOrigin.units(rate, item.node), rate);
        if (!sound)
            return frame;
        // Sound named by the start of a picture begins with that picture's first sample, as our own edits do.
        // A double holds today's TAI in nanoseconds to 256 ns.
        const ExactTime apart = time.minus(ExactTime::of(source.clock.timeOf(frame)), item.node);
        const Int128 lessThanMicrosecond = (apart.den - 1) / 1'000'000;
        if (apart.num <= lessThanMicrosecond && -apart.num <= lessThanMicrosecond)
            return source.clock.sampleAtFrame(frame);
        const SourceClock audio = source.clock.audio();
        return audio.originUnit() + sinceOrigin.units(audio.rate, item.node);
    }

    /// The same where times are the timecode of the angle, or where the media's range begins at 0 count from
    /// its first frame.
    static std::int64_t unitByTimecode(const std::optional<OtioTime>& from, const ReadItem& item,
                                       const SourceTiming& source, bool sound) {
        const auto& available = item.reference.availableStart;
        const bool fromFirst = !from || (available && available->time.isZero());
        const std::int64_t counted = from ? from->time.units(source.clock.rate, item.node) : 0;
        if (counted > mostFrames || counted < -mostFrames)
            item.node.fail("starts outside of what any angle can hold");
        const std::int64_t frame =
            counted + (fromFirst ? source.first : source.clock.originUnit() - source.startTimecode);
        return sound ? source.clock.sampleAtFrame(frame) : frame;
    }

    /// `wanted`, or another one when the file has it twice.
    Uuid uniqueId(const Uuid& wanted) {
        return m_ids.insert(wanted).second ? wanted : *m_ids.insert(Uuid::random()).first;
    }

    void readMarkers(ReadTracks& tracks) {
        Sequence& sequence = m_result.sequence;
        for (std::size_t i = 0; i < tracks.markers.size(); ++i) {
            timeline::Marker marker = std::move(tracks.markers[i]);
            const JsonNode& node = tracks.markerNodes[i];
            const JsonNode range =
                node.at(node.find("range") ? "range" : "marked_range"); // Marker.1 has the former
            marker.frame = readTime(range.at("start_time")).time.units(sequence.rate, range);
            marker.duration = readTime(range.at("duration")).time.units(sequence.rate, range);
            marker.id = uniqueId(marker.id.isNil() ? Uuid::random() : marker.id);
            sequence.markers.push_back(std::move(marker));
        }
        std::stable_sort(sequence.markers.begin(), sequence.markers.end(),
                         [](const auto& a, const auto& b) { return a.frame < b.frame; });
    }

    const JsonNode& m_root;
    const MediaFinder& m_finder;
    ReadResult m_result;
    std::vector<Found> m_media; ///< of each clip, in the order of tracks and items
    std::map<std::string, Result<ResolvedMedia>> m_resolved;
    std::set<Uuid> m_ids;
};

} // namespace

Result<ReadResult> readOtio(std::string_view text, const MediaResolver& resolve) {
    return readOtioWith(text, MediaFinder{resolve, {}});
}

Result<ReadResult> readOtioWith(std::string_view text, const MediaFinder& media) {
    CUTAWAY_TRY(const nlohmann::json document, parseJson(text));
    try {
        const JsonNode root(document, {});
        return Reader(root, media).read();
    } catch (const ReadFailure& failure) {
        return failure.error;
    } catch (const nlohmann::json::exception& problem) {
        return Error{ErrorCategory::InvalidInput, "This OTIO file cannot be read.", problem.what()};
    }
}

} // namespace cutaway::interchange
