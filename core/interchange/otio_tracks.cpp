#include "core/interchange/otio_tracks.h"

#include "core/interchange/internal/otio_kept.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/picture_json.h"
#include "core/timeline/sound_json.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cutaway::interchange {

namespace {

constexpr std::size_t mostTracks = 256;
constexpr std::size_t mostItems = 100'000;

/// The exact speed that we wrote, where it still says what the effect says.
std::optional<timeline::ClipSpeed> ownSpeed(const JsonNode& effect, double scalar) {
    const auto own = ownMetadata(effect);
    if (!own || !own->find("num"))
        return std::nullopt;
    constexpr std::int64_t most = timeline::ClipSpeed::largestTerm;
    const timeline::ClipSpeed speed{wholeOr(own, "num", -most, most, 0), wholeOr(own, "den", 1, most, 1),
                                    wholeOr(own, "phase", 0, most, 0)};
    const double exact = static_cast<double>(speed.num) / static_cast<double>(speed.den);
    if (!speed.isSound() || std::abs(exact - scalar) > std::abs(scalar) * 1e-9)
        return std::nullopt;
    return speed;
}

/// What a time effect makes of a clip's speed. A scalar that is no simple fraction is rounded to a millionth.
timeline::ClipSpeed readSpeed(const JsonNode& node, const JsonNode& effect, std::vector<ReadNote>& notes) {
    const std::string schema = effect.schema();
    if (schema == "TimeEffect")
        effect.fail("changes the speed in a way that is not known. Remove it or render the clip first",
                    ErrorCategory::Unsupported);
    const double scalar = schema == "FreezeFrame" ? 0.0 : effect.at("time_scalar").number();
    if (const auto own = ownSpeed(effect, scalar))
        return *own;
    auto speed = timeline::ClipSpeed::fromDouble(scalar);
    if (!speed && std::abs(scalar) < 1000) {
        speed = timeline::ClipSpeed::make(std::llround(scalar * 1e6), 1'000'000);
        if (speed)
            notes.push_back({Fate::Approximated, "The speed of \"" + node.textOr("name", "a clip") +
                                                     "\" was rounded to a millionth."});
    }
    if (!speed)
        effect.fail("has a speed that is not between 1 % and 10,000 %. Render the clip first",
                    ErrorCategory::Unsupported);
    return timeline::withSpeed({}, *speed).speed;
}

/// How we wrote that a picture lies on its frame.
timeline::PictureEffects readPicture(const JsonNode& effect) {
    const auto own = ownMetadata(effect);
    if (!own)
        effect.fail("lies about its metadata: there is none of Cutaway");
    try {
        return timeline::pictureFrom(own->value());
    } catch (const std::exception& problem) {
        own->fail(std::string("is not what it should be: ") + problem.what());
    }
}

/// How we wrote that a sound is heard.
timeline::SoundEffects readSound(const JsonNode& effect) {
    const auto own = ownMetadata(effect);
    if (!own)
        effect.fail("has no values of Cutaway");
    try {
        return timeline::soundFrom(own->value());
    } catch (const std::exception& problem) {
        own->fail(std::string("is not what it should be: ") + problem.what());
    }
}

struct ReadEffects {
    timeline::ClipSpeed speed;
    timeline::PictureEffects picture;
    timeline::SoundEffects sound;
};

/// The effects of `node` that are known; others are left out. Only clips have any of their own, and only one
/// of a kind: two would make other pictures than either.
ReadEffects readEffects(const JsonNode& node, bool isClip, std::vector<ReadNote>& notes) {
    ReadEffects read;
    timeline::ClipSpeed& speed = read.speed;
    const auto effects = node.find("effects");
    for (std::size_t i = 0; effects && i < effects->size(mostItems); ++i) {
        const JsonNode effect = effects->element(i);
        if (isPictureEffect(effect)) {
            if (!isClip || !read.picture.isNeutral())
                notes.push_back({Fate::Lost, "A second placing of the picture of \"" +
                                                 node.textOr("name", "a clip") + "\" was left out."});
            else
                read.picture = readPicture(effect);
            continue;
        }
        if (isSoundEffect(effect)) {
            if (!isClip || !read.sound.isNeutral())
                notes.push_back({Fate::Lost, "A second setting of the sound of \"" +
                                                 node.textOr("name", "a clip") + "\" was left out."});
            else
                read.sound = readSound(effect);
            continue;
        }
        if (!isTimeEffect(effect)) {
            const std::string name = effect.textOr("effect_name", effect.schema());
            const std::string where =
                "The effect \"" + name + "\" on \"" + node.textOr("name", "a clip") + "\"";
            notes.push_back(isClip ? ReadNote{Fate::Approximated,
                                              where + " is kept for other programs and not seen here."}
                                   : ReadNote{Fate::Lost, where + " was left out."});
            continue;
        }
        if (!effect.booleanOr("enabled", true)) {
            notes.push_back({Fate::Lost, "The speed of \"" + node.textOr("name", "a clip") +
                                             "\" that was turned off was left out."});
            continue;
        }
        const auto changed = readSpeed(node, effect, notes);
        if (changed.isNormal())
            continue;
        if (!isClip || !speed.isNormal())
            effect.fail(isClip ? "changes the speed a second time. Render the clip first"
                               : "changes the speed of more than a clip, which cannot be played. Remove it",
                        ErrorCategory::Unsupported);
        speed = changed;
    }
    return read;
}

/// Markers of a clip as we write them; those of other programs go with it for them.
std::vector<timeline::Marker> readClipMarkers(const JsonNode& node, std::vector<ReadNote>& notes) {
    std::vector<timeline::Marker> read;
    const auto markers = node.find("markers");
    const std::size_t count = markers ? markers->size(mostItems) : 0;
    std::size_t foreign = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const JsonNode marker = markers->element(i);
        if (!isClipMarker(marker)) {
            ++foreign;
            continue;
        }
        constexpr std::int64_t most = 1'000'000'000'000'000;
        const auto own = ownMetadata(marker);
        const Uuid id = idOr(own, "id");
        read.push_back({id.isNil() ? Uuid::random() : id, wholeOr(own, "unit", -most, most, 0),
                        wholeOr(own, "units", 0, most, 0), marker.textOr("name", {}),
                        marker.textOr("color", "GREEN"), marker.textOr("comment", {})});
    }
    std::stable_sort(read.begin(), read.end(),
                     [](const auto& a, const auto& b) { return a.frame < b.frame; });
    if (foreign > 0)
        notes.push_back({Fate::Approximated, std::to_string(foreign) +
                                                 (foreign == 1 ? " marker" : " markers") + " of \"" +
                                                 node.textOr("name", "a clip") +
                                                 "\" kept for other programs and not seen here."});
    return read;
}

/// What another program means by a name of its own is taken for a dissolve, and said so.
ReadTransition readTransition(const JsonNode& node, std::vector<ReadNote>& notes) {
    ReadTransition transition{node, timeline::TransitionKind::Dissolve, {}, {}};
    transition.before = readTime(node.at("in_offset")).time;
    transition.after = readTime(node.at("out_offset")).time;
    if (transition.before.isNegative() || transition.after.isNegative())
        node.fail("has a negative length");
    const auto own = ownMetadata(node);
    const std::string kind = own ? own->textOr("kind", "dissolve") : "dissolve";
    if (kind == "dip")
        transition.kind = timeline::TransitionKind::Dip;
    else if (kind == "wipe")
        transition.kind = timeline::TransitionKind::Wipe;
    const std::string type = node.textOr("transition_type", "SMPTE_Dissolve");
    const bool known = own ? kind == "dissolve" || kind == "dip" || kind == "wipe" : type == "SMPTE_Dissolve";
    if (!known)
        notes.push_back({Fate::Approximated,
                         "The transition \"" + node.textOr("name", type) + "\" is seen as a dissolve."});
    return transition;
}

ReadItem readItem(const JsonNode& node, std::vector<ReadNote>& notes) {
    ReadItem item{node, {}, false, false, {}, {}, {}, {}};
    const std::string given = node.schema();
    const std::string schema = given == "Filler" ? "Gap" : given; // as it was called before 0.6
    if (schema != "Clip" && schema != "Gap")
        node.fail("is a " + schema + ". Only clips and gaps can be read; flatten the sequence first",
                  ErrorCategory::Unsupported);
    if (const auto range = node.find("source_range")) {
        item.duration = readTime(range->at("duration")).time;
        item.start = readTime(range->at("start_time"));
        if (item.duration.isNegative())
            range->at("duration").fail("is negative");
    } else if (schema == "Gap") {
        item.duration = {};
    } else {
        item.durationIsMedia = true;
    }
    item.gap = schema == "Gap";
    const ReadEffects effects = readEffects(node, schema == "Clip" || item.gap, notes);
    auto markers = readClipMarkers(node, notes);
    if (item.gap) {
        if (!effects.speed.isNormal())
            node.fail("is a gap with a speed. Remove it", ErrorCategory::Unsupported);
        return item;
    }
    item.reference = readReference(node);
    if (item.durationIsMedia && item.reference.availableDuration &&
        item.reference.availableDuration->time.isNegative())
        node.fail("has media of a negative length");
    if (item.reference.black) {
        item.gap = true;
        if (item.durationIsMedia && item.reference.availableDuration)
            item.duration = item.reference.availableDuration->time;
        notes.push_back(
            {Fate::Approximated, "The black clip \"" + node.textOr("name", {}) + "\" became a gap."});
        return item;
    }
    const auto own = ownMetadata(node);
    timeline::Clip& clip = item.clip;
    clip.id = idOr(own, "id");
    clip.name = node.textOr("name", {});
    clip.enabled = node.booleanOr("enabled", true);
    clip.speed = effects.speed;
    clip.picture = timeline::shared(effects.picture);
    clip.sound = timeline::shared(effects.sound);
    clip.linkGroup = idOr(own, "link");
    clip.group = idOr(own, "group");
    clip.markers = std::move(markers);
    clip.angle = static_cast<int>(wholeOr(own, "angle", 0, 999, 0));
    clip.audioMember = static_cast<int>(wholeOr(own, "audio_member", 1, 64, 0));
    clip.foreignMetadata = foreignMetadata(node);
    if (own)
        clip.colour = own->textOr("colour", {});
    clip.gain = static_cast<int>(wholeOr(own, "gain", timeline::lowestGain, timeline::highestGain, 0));
    return item;
}

ReadTrack readTrack(const JsonNode& node, timeline::TrackKind kind, std::size_t& items,
                    std::vector<ReadNote>& notes) {
    ReadTrack track{node, {}, {}, {}};
    if (node.find("source_range"))
        node.at("source_range")
            .fail("cuts a whole track, which cannot be read. Flatten the sequence first",
                  ErrorCategory::Unsupported);
    readEffects(node, false, notes);
    const auto own = ownMetadata(node);
    track.track.id = idOr(own, "id");
    track.track.name = node.textOr("name", {});
    track.track.kind = kind;
    track.track.muted = !node.booleanOr("enabled", true);
    track.track.targeted = own ? own->booleanOr("targeted", true) : true;
    track.track.locked = own ? own->booleanOr("locked", false) : false;
    track.track.soloed = own ? own->booleanOr("soloed", false) : false;
    track.track.syncLocked = own ? own->booleanOr("sync_locked", true) : true;
    if (own)
        track.track.language = own->textOr("language", {});
    if (const auto children = node.find("children")) {
        const std::size_t count = children->size(mostItems);
        items += count;
        if (items > mostItems)
            children->fail("makes more than " + std::to_string(mostItems) + " clips",
                           ErrorCategory::Unsupported);
        for (std::size_t i = 0; i < count; ++i) {
            const JsonNode child = children->element(i);
            if (child.schema() == "Transition") {
                if (track.last)
                    child.fail("follows another transition");
                track.last = readTransition(child, notes);
                continue;
            }
            track.items.push_back(readItem(child, notes));
            if (kind == timeline::TrackKind::Audio && track.items.back().clip.picture) {
                track.items.back().clip.picture = {};
                notes.push_back({Fate::Lost, "The picture effects of the sound \"" +
                                                 track.items.back().clip.name + "\" were left out."});
            }
            if (timeline::Clip& clip = track.items.back().clip;
                kind == timeline::TrackKind::Video && clip.sound) {
                clip.sound = {};
                notes.push_back(
                    {Fate::Lost, "The sound effects of the picture \"" + clip.name + "\" were left out."});
            }
            if (timeline::Clip& clip = track.items.back().clip;
                kind == timeline::TrackKind::Audio && clip.speed.isFreeze()) {
                clip.speed = {};
                clip.enabled = false;
                notes.push_back(
                    {Fate::Approximated, "The held sound \"" + clip.name + "\" is silent: it was disabled."});
            }
            track.items.back().transition = std::exchange(track.last, std::nullopt);
        }
    }
    return track;
}

void readMarkers(const JsonNode& node, ReadTracks& result) {
    const auto markers = node.find("markers");
    if (!markers)
        return;
    for (std::size_t i = 0; i < markers->size(mostItems); ++i) {
        const JsonNode marker = markers->element(i);
        const auto own = ownMetadata(marker);
        result.markers.push_back({idOr(own, "id"), 0, 0, marker.textOr("name", {}),
                                  marker.textOr("color", "GREEN"), marker.textOr("comment", {})});
        result.markerNodes.push_back(marker);
    }
}

} // namespace

ReadTracks readTracks(const JsonNode& stack) {
    ReadTracks result;
    if (stack.schema() != "Stack")
        stack.fail("should be a Stack");
    if (const auto range = stack.find("source_range"))
        range->fail("cuts the whole sequence, which cannot be read. Flatten the sequence first",
                    ErrorCategory::Unsupported);
    readEffects(stack, false, result.notes);
    readMarkers(stack, result);
    std::vector<ReadTrack> sound;
    std::size_t items = 0;
    const auto children = stack.find("children");
    const std::size_t count = children ? children->size(mostTracks) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const JsonNode node = children->element(i);
        if (node.schema() != "Track" && node.schema() != "Sequence") // as it was called before 0.6
            node.fail("is a " + node.schema() + " beside the tracks. Flatten the sequence first",
                      ErrorCategory::Unsupported);
        const std::string kind = node.textOr("kind", "Video");
        readMarkers(node, result);
        if (kind == "Video")
            result.tracks.push_back(readTrack(node, timeline::TrackKind::Video, items, result.notes));
        else if (kind == "Audio")
            sound.push_back(readTrack(node, timeline::TrackKind::Audio, items, result.notes));
        else
            result.notes.push_back({Fate::Lost, "The track \"" + node.textOr("name", {}) + "\" of kind " +
                                                    kind + " was left out."});
    }
    std::move(sound.begin(), sound.end(), std::back_inserter(result.tracks));
    return result;
}

std::optional<JsonNode> ownMetadata(const JsonNode& node) {
    const auto metadata = node.find("metadata");
    if (!metadata)
        return std::nullopt;
    const auto own = metadata->find(ownKey);
    return own && own->value().is_object() ? own : std::nullopt;
}

std::string foreignMetadata(const JsonNode& node) {
    const auto metadata = node.find("metadata");
    if (!metadata)
        return {};
    nlohmann::json others = metadata->value();
    others.erase(ownKey);
    others.erase(keptKey);
    return others.empty() ? std::string()
                          : others.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Uuid idOr(const std::optional<JsonNode>& own, const char* key) {
    const auto member = own ? own->find(key) : std::nullopt;
    if (!member || !member->value().is_string())
        return {};
    const auto id = Uuid::parse(member->text());
    return id ? *id : Uuid();
}

std::int64_t wholeOr(const std::optional<JsonNode>& own, const char* key, std::int64_t least,
                     std::int64_t most, std::int64_t fallback) {
    const auto member = own ? own->find(key) : std::nullopt;
    if (!member)
        return fallback;
    if (!member->value().is_number_integer())
        member->fail("should be a whole number");
    const double value = member->number();
    if (value < static_cast<double>(least) || value > static_cast<double>(most))
        member->fail("is out of range");
    return member->value().get<std::int64_t>();
}

} // namespace cutaway::interchange
