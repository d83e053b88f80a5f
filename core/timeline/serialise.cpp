#include "core/timeline/serialise.h"

#include "core/timeline/graphic.h"
#include "core/timeline/invariants.h"
#include "core/timeline/picture_json.h"
#include "core/timeline/sound_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cutaway::timeline {

namespace {

using Json = nlohmann::json;

// Reading throws on whatever is not as written; the two public parsers turn that into an Error.

Json json(const FrameRate& rate) {
    return Json::array({rate.num, rate.den});
}

FrameRate rateFrom(const Json& json) {
    const FrameRate rate{json.at(0).get<std::int32_t>(), json.at(1).get<std::int32_t>()};
    if (!rate.isValid())
        throw std::invalid_argument("rate");
    return rate;
}

Json json(const Uuid& id) {
    return id.isNil() ? std::string() : id.toString();
}

Uuid uuidFrom(const Json& json) {
    const auto& text = json.get_ref<const std::string&>();
    if (text.empty())
        return {};
    auto id = Uuid::parse(text);
    if (!id)
        throw std::invalid_argument("id");
    return *id;
}

constexpr std::array kinds{std::pair{TransitionKind::Dissolve, "dissolve"},
                           std::pair{TransitionKind::Dip, "dip"}, std::pair{TransitionKind::Wipe, "wipe"}};

Json json(const Transition& transition) {
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto& each) { return each.first == transition.kind; });
    return {{"kind", kind->second}, {"before", transition.before}, {"after", transition.after}};
}

Transition transitionFrom(const Json& json) {
    const auto& name = json.at("kind").get_ref<const std::string&>();
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return each.second == name; });
    if (kind == kinds.end())
        throw std::invalid_argument("transition");
    return {kind->first, json.at("before").get<std::int64_t>(), json.at("after").get<std::int64_t>()};
}

Json json(const Marker& marker) {
    Json result{{"id", json(marker.id)},
                {"frame", marker.frame},
                {"duration", marker.duration},
                {"name", marker.name},
                {"colour", marker.colour}};
    if (!marker.comment.empty())
        result["comment"] = marker.comment;
    return result;
}

Marker markerFrom(const Json& json) {
    return {uuidFrom(json.at("id")),
            json.at("frame").get<std::int64_t>(),
            json.at("duration").get<std::int64_t>(),
            json.at("name").get<std::string>(),
            json.at("colour").get<std::string>(),
            json.value("comment", std::string())};
}

Json json(const Item& item) {
    if (item.isGap())
        return {{"gap", item.duration}};
    const Clip& clip = *item.clip;
    Json result{{"id", json(clip.id)},
                {"name", clip.name},
                {"source", json(clip.media.sourceId)},
                {"as_given", clip.media.asGiven},
                {"rate", json(clip.mediaRate)},
                {"in", clip.in},
                {"duration", clip.duration},
                {"link", json(clip.linkGroup)},
                {"member", clip.audioMember},
                {"angle", clip.angle},
                {"enabled", clip.enabled},
                {"foreign", clip.foreignMetadata}};
    // What few clips have is written only where it is.
    if (!clip.colour.empty())
        result["colour"] = clip.colour;
    if (clip.gain != 0)
        result["gain"] = clip.gain;
    if (clip.sound)
        result["sound"] = soundJson(*clip.sound);
    if (clip.speed != ClipSpeed{})
        result["speed"] = {clip.speed.num, clip.speed.den, clip.speed.phase};
    if (clip.picture)
        result["picture"] = pictureJson(*clip.picture);
    if (clip.head)
        result["head"] = json(*clip.head);
    if (clip.tail)
        result["tail"] = json(*clip.tail);
    if (clip.graphic)
        result["graphic"] = Json::parse(graphicText(*clip.graphic));
    if (!clip.group.isNil())
        result["group"] = json(clip.group);
    for (const Marker& marker : clip.markers)
        result["markers"].push_back(json(marker));
    return result;
}

Item itemFrom(const Json& json) {
    if (json.contains("gap"))
        return Item::gap(json.at("gap").get<std::int64_t>());
    Clip clip;
    clip.id = uuidFrom(json.at("id"));
    clip.name = json.at("name").get<std::string>();
    clip.media = {uuidFrom(json.at("source")), json.at("as_given").get<std::string>()};
    clip.mediaRate = rateFrom(json.at("rate"));
    clip.in = json.at("in").get<std::int64_t>();
    clip.duration = json.at("duration").get<std::int64_t>();
    clip.linkGroup = uuidFrom(json.at("link"));
    clip.audioMember = json.at("member").get<int>();
    clip.angle = json.at("angle").get<int>();
    clip.enabled = json.at("enabled").get<bool>();
    clip.foreignMetadata = json.at("foreign").get<std::string>();
    clip.colour = json.value("colour", std::string());
    clip.gain = json.value("gain", 0);
    if (json.contains("sound"))
        clip.sound = shared(soundFrom(json.at("sound")));
    if (json.contains("speed")) {
        const Json& speed = json.at("speed");
        clip.speed = {speed.at(0).get<std::int64_t>(), speed.at(1).get<std::int64_t>(),
                      speed.at(2).get<std::int64_t>()};
    }
    if (json.contains("picture"))
        clip.picture = shared(pictureFrom(json.at("picture")));
    if (json.contains("head"))
        clip.head = transitionFrom(json.at("head"));
    if (json.contains("tail"))
        clip.tail = transitionFrom(json.at("tail"));
    if (json.contains("graphic")) {
        auto graphic = parseGraphic(json.at("graphic").dump());
        if (!graphic)
            throw std::invalid_argument("graphic");
        clip.graphic = shared(std::move(*graphic));
    }
    if (json.contains("group"))
        clip.group = uuidFrom(json.at("group"));
    if (json.contains("markers"))
        for (const Json& marker : json.at("markers"))
            clip.markers.push_back(markerFrom(marker));
    return Item::of(std::move(clip));
}

Json json(const std::shared_ptr<const Track>& track);
Json json(const Splice& splice);
Json json(const TrackSettingsChange& change);

template <class T>
Json jsonList(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(json(value));
    return list;
}

template <class F>
auto listFrom(const Json& json, F&& one) {
    std::vector<decltype(one(json))> values;
    for (const Json& element : json.get_ref<const Json::array_t&>())
        values.push_back(one(element));
    return values;
}

Json json(const TrackSettings& s) {
    return {
        {"name", s.name},   {"rate", json(s.rate)}, {"targeted", s.targeted},      {"locked", s.locked},
        {"muted", s.muted}, {"soloed", s.soloed},   {"sync_locked", s.syncLocked}, {"language", s.language}};
}

TrackSettings trackSettingsFrom(const Json& json) {
    return {json.at("name").get<std::string>(), rateFrom(json.at("rate")),
            json.at("targeted").get<bool>(),    json.at("locked").get<bool>(),
            json.at("muted").get<bool>(),       json.at("soloed").get<bool>(),
            json.value("sync_locked", true),    json.value("language", std::string())};
}

Json json(const std::shared_ptr<const Track>& track) {
    Json result = json(settingsOf(*track));
    result["id"] = json(track->id);
    result["kind"] = track->kind == TrackKind::Video ? "video" : "audio";
    result["items"] = jsonList(track->items);
    return result;
}

std::shared_ptr<const Track> trackFrom(const Json& json) {
    auto track = std::make_shared<Track>();
    const TrackSettings settings = trackSettingsFrom(json);
    track->id = uuidFrom(json.at("id"));
    track->name = settings.name;
    track->kind = json.at("kind") == "video" ? TrackKind::Video : TrackKind::Audio;
    track->rate = settings.rate;
    track->targeted = settings.targeted;
    track->locked = settings.locked;
    track->muted = settings.muted;
    track->soloed = settings.soloed;
    track->syncLocked = settings.syncLocked;
    track->language = settings.language;
    track->items = listFrom(json.at("items"), itemFrom);
    return track;
}

Json json(const SequenceSettings& s) {
    Json result{{"name", s.name},
                {"rate", json(s.rate)},
                {"width", s.width},
                {"height", s.height},
                {"start", s.startFrame},
                {"drop", s.dropFrame},
                {"foreign", s.foreignMetadata}};
    if (s.framing != Framing::Fit)
        result["framing"] = framingName(s.framing);
    if (!s.language.empty())
        result["language"] = s.language;
    return result;
}

SequenceSettings settingsFrom(const Json& json) {
    return {json.at("name").get<std::string>(),    rateFrom(json.at("rate")),
            json.at("width").get<int>(),           json.at("height").get<int>(),
            json.at("start").get<std::int64_t>(),  json.at("drop").get<bool>(),
            json.at("foreign").get<std::string>(), framingFrom(json.value("framing", "fit")),
            json.value("language", std::string())};
}

Json json(const Splice& splice) {
    return {{"track", json(splice.track)},
            {"index", splice.index},
            {"removed", jsonList(splice.removed)},
            {"inserted", jsonList(splice.inserted)}};
}

Splice spliceFrom(const Json& json) {
    return {uuidFrom(json.at("track")), json.at("index").get<std::size_t>(),
            listFrom(json.at("removed"), itemFrom), listFrom(json.at("inserted"), itemFrom)};
}

Json json(const TrackSettingsChange& change) {
    return {{"track", json(change.track)},
            {"before", json(change.settings.before)},
            {"after", json(change.settings.after)}};
}

TrackSettingsChange trackChangeFrom(const Json& json) {
    return {uuidFrom(json.at("track")),
            {trackSettingsFrom(json.at("before")), trackSettingsFrom(json.at("after"))}};
}

/// Text of names and metadata may hold what is no UTF-8 when another program wrote it.
std::string lineOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class F>
auto parsed(std::string_view text, const char* what, F&& read) -> Result<decltype(read(Json()))> {
    try {
        return read(Json::parse(text));
    } catch (const std::exception& problem) {
        return Error{ErrorCategory::Corrupt, std::string("The stored ") + what + " is damaged.",
                     problem.what()};
    }
}

} // namespace

std::string sequenceText(const Sequence& sequence) {
    Json result = json(SequenceSettings{sequence.name, sequence.rate, sequence.width, sequence.height,
                                        sequence.startFrame, sequence.dropFrame, sequence.foreignMetadata,
                                        sequence.framing, sequence.language});
    result["id"] = json(sequence.id);
    result["tracks"] = jsonList(sequence.tracks);
    result["markers"] = jsonList(sequence.markers);
    return lineOf(result);
}

Result<SequencePtr> parseSequence(std::string_view text) {
    auto sequence = parsed(text, "sequence", [](const Json& json) {
        const SequenceSettings settings = settingsFrom(json);
        auto read = std::make_shared<Sequence>();
        read->id = uuidFrom(json.at("id"));
        read->name = settings.name;
        read->rate = settings.rate;
        read->width = settings.width;
        read->height = settings.height;
        read->startFrame = settings.startFrame;
        read->dropFrame = settings.dropFrame;
        read->language = settings.language;
        read->foreignMetadata = settings.foreignMetadata;
        read->framing = settings.framing;
        read->tracks = listFrom(json.at("tracks"), trackFrom);
        read->markers = listFrom(json.at("markers"), markerFrom);
        return SequencePtr(std::move(read));
    });
    if (sequence)
        CUTAWAY_CHECK(checkInvariants(**sequence));
    return sequence;
}

std::string changeText(const Change& change) {
    Json result{{"name", change.name}};
    if (!change.splices.empty())
        result["splices"] = jsonList(change.splices);
    if (!change.trackSettings.empty())
        result["track_settings"] = jsonList(change.trackSettings);
    if (change.settings)
        result["settings"] = {json(change.settings->before), json(change.settings->after)};
    if (change.markers)
        result["markers"] = Json::array({jsonList(change.markers->before), jsonList(change.markers->after)});
    if (change.tracks)
        result["tracks"] = Json::array({jsonList(change.tracks->before), jsonList(change.tracks->after)});
    return lineOf(result);
}

Result<Change> parseChange(std::string_view text) {
    return parsed(text, "step", [](const Json& json) {
        Change change;
        change.name = json.at("name").get<std::string>();
        if (json.contains("splices"))
            change.splices = listFrom(json.at("splices"), spliceFrom);
        if (json.contains("track_settings"))
            change.trackSettings = listFrom(json.at("track_settings"), trackChangeFrom);
        if (json.contains("settings"))
            change.settings = {settingsFrom(json.at("settings").at(0)),
                               settingsFrom(json.at("settings").at(1))};
        if (json.contains("markers"))
            change.markers = {listFrom(json.at("markers").at(0), markerFrom),
                              listFrom(json.at("markers").at(1), markerFrom)};
        if (json.contains("tracks"))
            change.tracks = {listFrom(json.at("tracks").at(0), trackFrom),
                             listFrom(json.at("tracks").at(1), trackFrom)};
        return change;
    });
}

} // namespace cutaway::timeline
