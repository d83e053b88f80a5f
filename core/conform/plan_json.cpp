#include "core/conform/fade_json.h"
#include "core/conform/plan.h"
#include "core/render/sound_speed.h"
#include "core/timeline/graphic.h"
#include "core/timeline/picture_json.h"
#include "core/timeline/sound_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace cutaway::conform {

using nlohmann::json;

namespace {

// Limits of a job description: far above any real cut, far below what would exhaust a worker.
constexpr std::size_t maxTextBytes = 256u << 20;
constexpr std::size_t maxSpans = 1'000'000;
constexpr std::size_t maxTracks = 64;
constexpr std::size_t maxLayers = 128;
constexpr std::size_t maxName = 4096;
constexpr std::int64_t maxUnits = std::int64_t{24} * 3600 * 48000;
constexpr std::int64_t maxAbsolute = std::int64_t{1} << 60;

/// Thrown inside this file only, and caught in planFromJson.
struct BadPlan {
    std::string what;
};

json rateJson(FrameRate rate) {
    return std::to_string(rate.num) + "/" + std::to_string(rate.den);
}

void putLook(const Span& span, json& j) {
    if (span.fade)
        j["fade"] = fadeJson(*span.fade);
    if (span.picture)
        j["picture"] = timeline::pictureJson(*span.picture);
    if (span.replaces)
        j["replaces"] = true;
}

json graphicJson(const Span& span) {
    json j{{"clip_id", span.clipId.toString()},
           {"clip_name", span.clipName},
           {"graphic", json::parse(timeline::graphicText(*span.graphic->graphic))},
           {"language", span.graphic->language},
           {"graphic_frame", span.graphic->first},
           {"graphic_frames", span.graphic->frames}};
    putLook(span, j);
    return j;
}

/// What a span shows or sounds like, without when.
json partJson(const Span& span) {
    if (span.graphic)
        return graphicJson(span);
    json j{{"clip_id", span.clipId.toString()},     {"clip_name", span.clipName},
           {"source_id", span.sourceId.toString()}, {"source_label", span.sourceLabel},
           {"flow_id", span.flowId.toString()},     {"source", span.sourceUnit}};
    json objects = json::array();
    for (const ObjectUse& use : span.objects)
        objects.push_back({{"object_id", use.objectId}, {"first", use.firstInObject}, {"count", use.count}});
    j["objects"] = std::move(objects);
    if (!span.speed.isNormal()) {
        j["speed"] = {span.speed.num, span.speed.den, span.speed.phase};
        j["held_from"] = span.heldFrom;
    }
    if (span.gain != 0)
        j["gain"] = span.gain;
    putLook(span, j);
    if (span.sound) {
        j["sound"] = timeline::soundJson(*span.sound);
        j["clip_unit"] = span.clipUnit;
    }
    return j;
}

json spanJson(const Span& span) {
    json j{{"record", span.recordUnit}, {"count", span.count}};
    if (!span.isBlack())
        j.update(partJson(span));
    for (const Span& over : span.over)
        j["over"].push_back(partJson(over));
    return j;
}

json spansJson(const std::vector<Span>& spans) {
    json array = json::array();
    for (const Span& span : spans)
        array.push_back(spanJson(span));
    return array;
}

std::int64_t integer(const json& j, const char* key, std::int64_t low, std::int64_t high) {
    const json& value = j.at(key);
    if (!value.is_number_integer())
        throw BadPlan{std::string(key) + " is not a whole number"};
    const auto number = value.get<std::int64_t>();
    if (number < low || number > high)
        throw BadPlan{std::string(key) + " is out of range"};
    return number;
}

std::string text(const json& j, const char* key) {
    auto value = j.at(key).get<std::string>();
    if (value.size() > maxName)
        throw BadPlan{std::string(key) + " is too long"};
    return value;
}

Uuid uuid(const std::string& value) {
    auto id = Uuid::parse(value);
    if (!id)
        throw BadPlan{"an id is not a UUID"};
    return *id;
}

FrameRate readRate(const json& j, const char* key) {
    const std::string value = text(j, key);
    const auto slash = value.find('/');
    if (slash == std::string::npos || value.size() > 24)
        throw BadPlan{"a rate is not num/den"};
    auto rate = FrameRate::make(std::stoll(value.substr(0, slash)), std::stoll(value.substr(slash + 1)));
    if (!rate)
        throw BadPlan{"a rate is wrong"};
    return *rate;
}

/// The fade that all of `span` is in.
render::Fade readFade(const json& j, const Span& span) {
    render::Fade fade;
    fade.kind = transitionKind(text(j, "kind"));
    fade.coming = j.at("coming").get<bool>();
    fade.first = integer(j, "first", 0, maxUnits);
    fade.count = integer(j, "count", 1, maxUnits);
    if (fade.first > span.recordUnit || fade.first + fade.count < span.recordUnit + span.count)
        throw BadPlan{"a transition does not hold what it mixes"};
    return fade;
}

/// `j` has one.
void readSpeed(const json& j, Span& span, bool sound) {
    const json& speed = j.at("speed");
    if (!speed.is_array() || speed.size() != 3)
        throw BadPlan{"a speed is not num, den and phase"};
    span.speed = {speed.at(0).get<std::int64_t>(), speed.at(1).get<std::int64_t>(),
                  speed.at(2).get<std::int64_t>()};
    if (!span.speed.isSound() || span.speed.isNormal() || (sound && !render::isHeardAt(span.speed)))
        throw BadPlan{"a speed is out of range"};
    span.heldFrom = integer(j, "held_from", -maxAbsolute, maxAbsolute);
}

/// Into a span that says when.
void readPart(const json& j, Span& span, bool sound, const ConformPlan& plan) {
    span.clipId = uuid(text(j, "clip_id"));
    span.clipName = text(j, "clip_name");
    span.sourceId = uuid(text(j, "source_id"));
    span.sourceLabel = text(j, "source_label");
    span.flowId = uuid(text(j, "flow_id"));
    if (span.isBlack() || !plan.clocks.contains(span.sourceId) || !plan.masters.contains(span.flowId))
        throw BadPlan{"a span names an unknown source or flow"};
    span.sourceUnit = integer(j, "source", -maxAbsolute, maxAbsolute);
    if (j.contains("speed"))
        readSpeed(j, span, sound);
    const timeline::UnitRange most = sound && !span.speed.isNormal()
                                         ? render::samplesNeeded(span.sourceUnit, span.speed, span.count)
                                         : span.used();
    std::int64_t covered = 0;
    for (const json& o : j.at("objects")) {
        ObjectUse use{text(o, "object_id"), integer(o, "first", 0, maxUnits),
                      integer(o, "count", 1, maxUnits)};
        covered += use.count;
        if (covered > most.count())
            break;
        span.objects.push_back(std::move(use));
    }
    if (j.at("objects").empty())
        return;
    const bool normal = span.speed.isNormal();
    const bool whole = covered == most.count() && (normal || span.heldFrom == most.first);
    // A sound at another speed may lack some on both sides.
    const bool part = sound && !normal && span.heldFrom >= most.first && span.heldFrom + covered <= most.end;
    if (!whole && !part)
        throw BadPlan{"the objects of a span do not add up to it"};
}

Span readWhen(const json& j) {
    Span span;
    span.recordUnit = integer(j, "record", 0, maxUnits);
    span.count = integer(j, "count", 1, maxUnits);
    return span;
}

void checkArray(const json& array) {
    if (!array.is_array() || array.size() > maxSpans)
        throw BadPlan{"there are too many spans"};
}

/// Into a span that says when.
void readGraphic(const json& j, Span& span, FrameRate rate) {
    span.clipId = uuid(text(j, "clip_id"));
    span.clipName = text(j, "clip_name");
    auto graphic = timeline::parseGraphic(j.at("graphic").dump());
    if (!graphic)
        throw BadPlan{"a graphic cannot be read"};
    span.graphic = render::GraphicShot{timeline::shared(std::move(*graphic)), text(j, "language"),
                                       integer(j, "graphic_frame", -maxUnits, maxUnits),
                                       integer(j, "graphic_frames", 1, maxUnits), rate};
}

/// How it lies on the frame, into a picture's span.
void readPicture(const json& j, Span& span) {
    if (j.contains("picture"))
        span.picture = timeline::shared(timeline::pictureFrom(j["picture"]));
    span.replaces = j.value("replaces", false);
}

/// Without holes within [0, length).
std::vector<Span> readPicture(const json& array, std::int64_t length, const ConformPlan& plan) {
    std::vector<Span> spans;
    std::int64_t next = 0;
    checkArray(array);
    for (const json& j : array) {
        Span span = readWhen(j);
        if (span.recordUnit != next || span.count > length - next)
            throw BadPlan{"the spans do not follow each other"};
        next += span.count;
        const Span when = span;
        if (j.contains("flow_id")) {
            readPart(j, span, false, plan);
            readPicture(j, span);
        }
        if (j.contains("over")) {
            if (!j["over"].is_array() || j["over"].size() > maxLayers)
                throw BadPlan{"there are too many pictures over each other"};
            for (const json& o : j["over"]) {
                Span& over = span.over.emplace_back(when);
                if (o.contains("graphic"))
                    readGraphic(o, over, plan.rate);
                else
                    readPart(o, over, false, plan);
                readPicture(o, over);
                if (o.contains("fade"))
                    over.fade = readFade(o["fade"], over);
            }
        }
        spans.push_back(std::move(span));
    }
    if (next != length)
        throw BadPlan{"the pictures do not fill the sequence"};
    return spans;
}

/// In order within [0, length), never more than two at once.
std::vector<Span> readSound(const json& array, std::int64_t length, const ConformPlan& plan) {
    std::vector<Span> spans;
    std::int64_t newest = 0;
    std::array<std::int64_t, 2> ends{};
    checkArray(array);
    for (const json& j : array) {
        Span span = readWhen(j);
        const auto free =
            std::find_if(ends.begin(), ends.end(), [&](auto end) { return end <= span.recordUnit; });
        if (span.recordUnit < newest || free == ends.end() || span.count > length - span.recordUnit)
            throw BadPlan{"the spans do not follow each other"};
        newest = span.recordUnit;
        *free = span.recordUnit + span.count;
        readPart(j, span, true, plan);
        if (j.contains("gain"))
            span.gain = static_cast<int>(integer(j, "gain", timeline::lowestGain, timeline::highestGain));
        if (j.contains("fade"))
            span.fade = readFade(j["fade"], span);
        if (j.contains("sound")) {
            span.sound = timeline::shared(timeline::soundFrom(j["sound"]));
            constexpr std::int64_t most = std::int64_t{1} << 52;
            span.clipUnit = integer(j, "clip_unit", -most, most);
        }
        spans.push_back(std::move(span));
    }
    return spans;
}

void readTables(const json& j, ConformPlan& plan) {
    for (const auto& [id, clock] : j.at("sources").items()) {
        auto origin = Timestamp::parse(text(clock, "origin"));
        if (!origin)
            throw BadPlan{"an origin is not a timestamp"};
        plan.clocks.emplace(uuid(id), SourceClock{*origin, readRate(clock, "rate")});
    }
    for (const auto& [id, m] : j.at("flows").items()) {
        const auto code = [&](const char* key) { return static_cast<int>(integer(m, key, 0, 255)); };
        MasterFormat format;
        format.width = static_cast<int>(integer(m, "width", 0, 16384));
        format.height = static_cast<int>(integer(m, "height", 0, 16384));
        format.channels = static_cast<int>(integer(m, "channels", 0, 64));
        format.colour = {code("primaries"), code("transfer"), code("matrix"), m.at("full_range").get<bool>()};
        plan.masters.emplace(uuid(id), format);
    }
}

ConformPlan readPlan(const json& j) {
    ConformPlan plan;
    plan.name = text(j, "name");
    plan.rate = readRate(j, "rate");
    if (j.contains("width")) {
        plan.width = static_cast<int>(integer(j, "width", 0, 16384));
        plan.height = static_cast<int>(integer(j, "height", 0, 16384));
    }
    plan.dropFrame = j.at("drop_frame").get<bool>();
    if (plan.dropFrame && !plan.rate.allowsDropFrame())
        throw BadPlan{"drop-frame timecode needs 29.97 or 59.94 frames a second"};
    plan.startFrame = integer(j, "start_frame", 0, maxUnits);
    plan.frames = integer(j, "frames", 1, TimecodeFormat{plan.rate, false}.framesPerDay());
    plan.samples = samplesAtFrame(plan.frames, plan.rate);
    readTables(j, plan);
    plan.picture = readPicture(j.at("picture"), plan.frames, plan);
    const json& sound = j.at("sound");
    if (!sound.is_array() || sound.size() > maxTracks)
        throw BadPlan{"there are too many tracks"};
    for (const json& track : sound)
        plan.sound.push_back({text(track, "name"), readSound(track.at("spans"), plan.samples, plan)});
    return plan;
}

} // namespace

std::string planToJson(const ConformPlan& plan, int indent) {
    json j{{"name", plan.name},
           {"rate", rateJson(plan.rate)},
           {"width", plan.width},
           {"height", plan.height},
           {"drop_frame", plan.dropFrame},
           {"start_frame", plan.startFrame},
           {"start_timecode", plan.timecodeAt(0)},
           {"frames", plan.frames},
           {"samples", plan.samples},
           {"picture", spansJson(plan.picture)},
           {"sound", json::array()},
           {"sources", json::object()},
           {"flows", json::object()}};
    for (const SoundTrack& track : plan.sound)
        j["sound"].push_back({{"name", track.name}, {"spans", spansJson(track.spans)}});
    for (const auto& [id, clock] : plan.clocks)
        j["sources"][id.toString()] = {{"origin", clock.origin.toString()}, {"rate", rateJson(clock.rate)}};
    for (const auto& [id, m] : plan.masters)
        j["flows"][id.toString()] = {{"width", m.width},
                                     {"height", m.height},
                                     {"channels", m.channels},
                                     {"primaries", m.colour.primaries},
                                     {"transfer", m.colour.transfer},
                                     {"matrix", m.colour.matrix},
                                     {"full_range", m.colour.fullRange}};
    // Names come from files of other programs: what is not UTF-8 in them is replaced, never thrown on.
    return j.dump(indent, ' ', false, json::error_handler_t::replace);
}

Result<ConformPlan> planFromJson(std::string_view input) {
    const auto bad = [](std::string why) {
        return Error{ErrorCategory::InvalidInput,
                     "The description of this delivery cannot be read. Submit it again.", std::move(why)};
    };
    if (input.size() > maxTextBytes)
        return bad("too long");
    try {
        return readPlan(json::parse(input));
    } catch (const BadPlan& problem) {
        return bad(problem.what);
    } catch (const std::exception& problem) {
        return bad(problem.what());
    }
}

std::string problemsToJson(const std::vector<Problem>& problems) {
    json array = json::array();
    for (const Problem& problem : problems) {
        json j{{"record_frame", problem.recordFrame}, {"summary", problem.summary}};
        if (!problem.clipId.isNil()) {
            j["clip_id"] = problem.clipId.toString();
            j["clip_name"] = problem.clipName;
        }
        array.push_back(std::move(j));
    }
    return array.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace cutaway::conform
