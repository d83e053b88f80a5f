#include "core/interchange/otio_writer.h"

#include "core/interchange/internal/otio_graphic.h"
#include "core/interchange/internal/otio_kept.h"
#include "core/interchange/otio_reference.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/picture_json.h"
#include "core/timeline/sound_json.h"

#include <utility>

namespace cutaway::interchange {

namespace {

using timeline::Clip;
using timeline::SourceTiming;
using timeline::SourceTimings;
using timeline::Track;
using timeline::TrackKind;
using Json = nlohmann::json;

/// JSON that another program wrote, as it came; an empty object when there was none.
Json foreign(const std::string& text) {
    Json json = text.empty() ? Json::object() : Json::parse(text, nullptr, false);
    return json.is_object() ? json : Json::object();
}

Json metadataWith(Json foreignMetadata, Json own) {
    foreignMetadata[ownKey] = std::move(own);
    return foreignMetadata;
}

Json missingReference(const Clip& clip, const SourceTiming* source, bool sound) {
    Json tams{{"available_range_offset", "0:0"}};
    if (!clip.media.sourceId.isNil())
        tams["source_id"] = clip.media.sourceId.toString();
    Json available;
    if (source) {
        const SourceClock& clock = source->clock;
        const std::int64_t first = sound ? clock.sampleAtFrame(source->first) : source->first;
        const std::int64_t end = sound ? clock.sampleAtFrame(source->end) : source->end;
        available = timeRangeJson(first, clip.mediaRate, end - first, clip.mediaRate);
        tams["available_timerange"] = clock.rangeOf(source->first, source->end - source->first).toString();
    }
    return {{"OTIO_SCHEMA", "MissingReference.1"},
            {"name", clip.name},
            {"available_range", std::move(available)},
            {"available_image_bounds", nullptr},
            {"metadata", {{tamsKey, std::move(tams)}, {ownKey, {{"version", 1}}}}}};
}

/// Where the clip starts, counted as its reference counts: less available_range_offset.
std::int64_t startValue(const Clip& clip, const Json& json, const SourceTiming* source, bool sound) {
    if (clip.media.asGiven.empty() || !source)
        return clip.in;
    try {
        const JsonNode node(json, {});
        const ReadReference reference = readReference(node);
        if (reference.offset.isZero())
            return clip.in;
        const SourceClock clock = sound ? source->clock.audio() : source->clock;
        return ExactTime::of(clock.timeOf(clip.in)).minus(reference.offset, node).units(clip.mediaRate, node);
    } catch (const ReadFailure&) {
        return clip.in; // it was read once, so this does not happen with what the reader kept
    }
}

/// The speed as other programs know it, and exactly.
Json speedEffect(const timeline::ClipSpeed& speed) {
    const char* schema = speed.isFreeze() ? "FreezeFrame" : "LinearTimeWarp";
    return {{"OTIO_SCHEMA", std::string(schema) + ".1"},
            {"name", ""},
            {"effect_name", schema},
            {"enabled", true},
            {"time_scalar", static_cast<double>(speed.num) / static_cast<double>(speed.den)},
            {"metadata", {{ownKey, {{"num", speed.num}, {"den", speed.den}, {"phase", speed.phase}}}}}};
}

/// What OTIO has no schema for: docs/format.md.
Json ownEffect(const char* name, Json values) {
    return {{"OTIO_SCHEMA", "Effect.1"},
            {"name", ""},
            {"effect_name", name},
            {"enabled", true},
            {"metadata", {{ownKey, std::move(values)}}}};
}

Json effectsJson(const Clip& clip) {
    Json effects = Json::array();
    if (!clip.speed.isNormal())
        effects.push_back(speedEffect(clip.speed));
    if (clip.picture)
        effects.push_back(ownEffect(pictureEffectName, timeline::pictureJson(*clip.picture)));
    if (clip.sound)
        effects.push_back(ownEffect(soundEffectName, timeline::soundJson(*clip.sound)));
    return effects;
}

/// The metadata of other programs, and what of theirs has its place elsewhere.
struct Foreign {
    Json metadata, kept;
};

Foreign foreignOf(const Clip& clip) {
    Foreign found{foreign(clip.foreignMetadata), {}};
    found.kept = takeKept(found.metadata);
    return found;
}

Json arrayIn(const Json& kept, const char* key) {
    const auto member = kept.find(key);
    return member != kept.end() && member->is_array() ? *member : Json::array();
}

Json markerJson(const timeline::Marker& marker, std::int64_t first, FrameRate rate, Json own) {
    return {{"OTIO_SCHEMA", "Marker.2"},
            {"name", marker.name},
            {"color", marker.colour},
            {"comment", marker.comment},
            {"marked_range", timeRangeJson(first, rate, marker.duration, rate)},
            {"metadata", metadataWith(Json::object(), std::move(own))}};
}

/// In the time of the media, whose value where the clip begins is `start`, and in units of the Source
/// exactly; then those of others.
Json clipMarkersJson(const Clip& clip, std::int64_t start, const Json& kept) {
    Json markers = Json::array();
    for (const timeline::Marker& marker : clip.markers)
        markers.push_back(
            markerJson(marker, start + marker.frame - clip.in, clip.mediaRate,
                       {{"id", marker.id.toString()}, {"unit", marker.frame}, {"units", marker.duration}}));
    for (const Json& foreign : arrayIn(kept, "markers"))
        markers.push_back(foreign);
    return markers;
}

Json clipJson(const Clip& clip, Foreign others, const Track& track, const SourceTimings& sources) {
    const auto found = sources.find(clip.media.sourceId);
    const SourceTiming* source = found == sources.end() ? nullptr : &found->second;
    const bool sound = track.kind == TrackKind::Audio;
    Json own{{"id", clip.id.toString()}, {"angle", clip.angle}};
    if (!clip.linkGroup.isNil())
        own["link"] = clip.linkGroup.toString();
    if (!clip.group.isNil())
        own["group"] = clip.group.toString();
    if (sound)
        own["audio_member"] = clip.audioMember;
    if (!clip.colour.empty())
        own["colour"] = clip.colour;
    if (clip.gain != 0)
        own["gain"] = clip.gain;
    if (source) {
        const SourceClock clock = sound ? source->clock.audio() : source->clock;
        const timeline::UnitRange units = timeline::sourceUnits(clip, track.rate);
        own["source_timerange"] = clock.rangeOf(units.first, units.count()).toString();
    }
    Json effects = effectsJson(clip);
    for (Json& effect : arrayIn(others.kept, "effects"))
        effects.push_back(effect);
    Json json{{"OTIO_SCHEMA", "Clip.2"},
              {"name", clip.name},
              {"enabled", clip.enabled},
              {"color", others.kept.value("color", Json())},
              {"effects", std::move(effects)},
              {"metadata", metadataWith(std::move(others.metadata), std::move(own))}};
    const Json given = foreign(clip.media.asGiven);
    if (clip.graphic) {
        json["media_references"] = {{"DEFAULT_MEDIA", graphicReference(clip)}};
        json["active_media_reference_key"] = "DEFAULT_MEDIA";
    } else if (given.contains("media_references")) {
        json["media_references"] = given["media_references"];
        json["active_media_reference_key"] = given.value("active_media_reference_key", "DEFAULT_MEDIA");
    } else {
        json["media_references"] = {{"DEFAULT_MEDIA", missingReference(clip, source, sound)}};
        json["active_media_reference_key"] = "DEFAULT_MEDIA";
    }
    const std::int64_t start = startValue(clip, json, source, sound);
    json["source_range"] = timeRangeJson(start, clip.mediaRate, clip.duration, track.rate);
    json["markers"] = clipMarkersJson(clip, start, others.kept);
    return json;
}

Json gapJson(std::int64_t duration, FrameRate rate) {
    return {{"OTIO_SCHEMA", "Gap.1"},
            {"name", ""},
            {"enabled", true},
            {"color", nullptr},
            {"effects", Json::array()},
            {"markers", Json::array()},
            {"metadata", Json::object()},
            {"source_range", timeRangeJson(0, rate, duration, rate)}};
}

Json transitionJson(const timeline::Transition& transition, FrameRate rate) {
    using timeline::TransitionKind;
    const bool dissolve = transition.kind == TransitionKind::Dissolve;
    const char* kind = dissolve ? "dissolve" : transition.kind == TransitionKind::Dip ? "dip" : "wipe";
    return {{"OTIO_SCHEMA", "Transition.1"},
            {"name", ""},
            {"transition_type", dissolve ? "SMPTE_Dissolve" : "Custom_Transition"},
            {"in_offset", timeJson(transition.before, rate)},
            {"out_offset", timeJson(transition.after, rate)},
            {"metadata", {{ownKey, {{"kind", kind}}}}}};
}

Json trackJson(const Track& track, const SourceTimings& sources, const Json& foreignTracks) {
    Json children = Json::array();
    std::int64_t gap = 0; // before the clip
    const auto pushTransition = [&](const timeline::Transition& transition, const Json& kept,
                                    const char* edge) {
        Json asGiven = keptTransition(kept, edge, transition);
        children.push_back(asGiven.is_object() ? std::move(asGiven) : transitionJson(transition, track.rate));
    };
    for (const timeline::Item& item : track.items) {
        if (item.isGap()) {
            gap = item.duration;
            continue;
        }
        Foreign others = foreignOf(*item.clip);
        const Json kept = others.kept;
        if (gap > 0) {
            Json asGiven = keptGap(kept, gap);
            children.push_back(asGiven.is_object() ? std::move(asGiven) : gapJson(gap, track.rate));
            gap = 0;
        }
        if (item.clip->head)
            pushTransition(*item.clip->head, kept, "head");
        children.push_back(clipJson(*item.clip, std::move(others), track, sources));
        if (item.clip->tail)
            pushTransition(*item.clip->tail, kept, "tail");
    }
    const std::string id = track.id.toString();
    return {
        {"OTIO_SCHEMA", "Track.1"},
        {"name", track.name},
        {"kind", track.kind == TrackKind::Video ? "Video" : "Audio"},
        {"enabled", !track.muted},
        {"color", nullptr},
        {"source_range", nullptr},
        {"effects", Json::array()},
        {"markers", Json::array()},
        {"metadata", metadataWith(foreignTracks.value(id, Json::object()), {{"id", id},
                                                                            {"targeted", track.targeted},
                                                                            {"locked", track.locked},
                                                                            {"soloed", track.soloed},
                                                                            {"sync_locked", track.syncLocked},
                                                                            {"language", track.language}})},
        {"children", std::move(children)}};
}

Json memberObject(const Json& json, const char* key) {
    const auto member = json.find(key);
    return member != json.end() && member->is_object() ? *member : Json::object();
}

} // namespace

std::string writeOtio(const timeline::Sequence& sequence, const SourceTimings& sources) {
    const Json kept = foreign(sequence.foreignMetadata);
    const Json foreignTracks = memberObject(kept, "tracks");
    Json tracks = Json::array();
    for (const auto& track : sequence.tracks)
        tracks.push_back(trackJson(*track, sources, foreignTracks));
    Json markers = Json::array();
    for (const timeline::Marker& marker : sequence.markers)
        markers.push_back(markerJson(marker, marker.frame, sequence.rate, {{"id", marker.id.toString()}}));
    Json own{{"id", sequence.id.toString()},     {"version", 1},
             {"rate_num", sequence.rate.num},    {"rate_den", sequence.rate.den},
             {"drop_frame", sequence.dropFrame}, {"width", sequence.width},
             {"height", sequence.height}};
    if (sequence.framing != timeline::Framing::Fit)
        own["framing"] = timeline::framingName(sequence.framing);
    if (!sequence.language.empty())
        own["language"] = sequence.language;
    const Json document{{"OTIO_SCHEMA", "Timeline.1"},
                        {"name", sequence.name},
                        {"global_start_time", timeJson(sequence.startFrame, sequence.rate)},
                        {"metadata", metadataWith(memberObject(kept, "timeline"), std::move(own))},
                        {"tracks",
                         {{"OTIO_SCHEMA", "Stack.1"},
                          {"name", "tracks"},
                          {"enabled", true},
                          {"color", nullptr},
                          {"source_range", nullptr},
                          {"effects", Json::array()},
                          {"markers", std::move(markers)},
                          {"metadata", memberObject(kept, "stack")},
                          {"children", std::move(tracks)}}}};
    return document.dump(4, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace cutaway::interchange
