#include "core/timeline/comparison.h"

#include "core/timeline/graphic.h"
#include "core/timeline/index.h"
#include "core/timeline/picture_words.h"
#include "core/timeline/sound_words.h"

#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

namespace cutaway::timeline {

namespace {

struct Placed {
    std::shared_ptr<const Clip> clip;
    std::string track;
    UnitRange frames; ///< of the sequence
};

std::map<Uuid, Placed> placesOf(const Sequence& sequence) {
    std::map<Uuid, Placed> places;
    for (const auto& track : sequence.tracks) {
        std::int64_t start = 0;
        for (const Item& item : track->items) {
            if (item.clip)
                places[item.clip->id] = {item.clip, track->name,
                                         framesOf(*track, {start, start + item.duration}, sequence.rate)};
            start += item.duration;
        }
    }
    return places;
}

std::string frames(std::int64_t count) {
    return std::to_string(std::abs(count)) + (std::abs(count) == 1 ? " frame" : " frames");
}

void add(std::string& words, const std::string& more) {
    words += (words.empty() ? "" : ", ") + more;
}

/// What is different about a clip that both versions have; nothing to say gives empty words.
std::pair<Difference::Kind, std::string> changeOf(const Placed& before, const Placed& after) {
    using Kind = Difference::Kind;
    Kind kind = Kind::Changed;
    std::string words;
    const Clip& a = *before.clip;
    const Clip& b = *after.clip;
    if (a.head != b.head || a.tail != b.tail)
        add(words, "another transition");
    if (!a.speed.isAsFastAs(b.speed))
        add(words, b.speed.isFreeze() ? std::string("held as a freeze frame") : "speed " + b.speed.percent());
    if (a.gain != b.gain)
        add(words, "another gain");
    for (const std::string& difference : pictureDifferences(a, b))
        add(words, difference);
    for (const std::string& difference : soundDifferences(a, b))
        add(words, difference);
    if (a.enabled != b.enabled)
        add(words, b.enabled ? "enabled" : "disabled");
    if (a.name != b.name && a.media == b.media)
        add(words, "was called " + a.name);
    if (a.colour != b.colour)
        add(words, "another label");
    if (a.markers != b.markers)
        add(words, "other markers");
    if (before.track != after.track) {
        kind = Kind::Moved;
        add(words, "from " + before.track);
    }
    const std::int64_t moved = after.frames.first - before.frames.first;
    if (moved != 0) {
        kind = Kind::Moved;
        add(words, frames(moved) + (moved > 0 ? " later" : " earlier"));
    }
    if (a.graphic && b.graphic && a.graphic != b.graphic)
        add(words, a.graphic->design != b.graphic->design   ? "another design"
                   : a.graphic->fields != b.graphic->fields ? "another text"
                                                            : "elsewhere in the picture");
    if (a.media != b.media || bool(a.graphic) != bool(b.graphic)) {
        kind = Kind::Replaced;
        add(words, "instead of " + a.name);
    } else if (after.frames.count() != before.frames.count()) {
        kind = Kind::Trimmed;
        const std::int64_t longer = after.frames.count() - before.frames.count();
        add(words, frames(longer) + (longer > 0 ? " longer" : " shorter"));
    } else if (a.in != b.in && !a.graphic && a.speed.isAsFastAs(b.speed)) {
        kind = Kind::Trimmed;
        add(words, "slipped");
    }
    return {kind, words};
}

void compareTracks(const Sequence& before, const Sequence& after, std::vector<Difference>& found) {
    using Kind = Difference::Kind;
    for (const auto& track : before.tracks)
        if (!findTrack(after, track->id))
            found.push_back({Kind::Removed, track->name, 0, "track " + track->name, {}});
    for (const auto& track : after.tracks) {
        const auto was = findTrack(before, track->id);
        if (!was)
            found.push_back({Kind::Added, track->name, 0, "track " + track->name, {}});
        else if (before.tracks[*was]->name != track->name)
            found.push_back({Kind::Changed, track->name, 0, "track " + track->name,
                             "was called " + before.tracks[*was]->name});
    }
}

void compareMarkers(const Sequence& before, const Sequence& after, std::vector<Difference>& found) {
    using Kind = Difference::Kind;
    const auto named = [](const Marker& marker) {
        return marker.name.empty() ? std::string("marker") : "marker " + marker.name;
    };
    std::map<Uuid, Marker> old;
    for (const Marker& marker : before.markers)
        old[marker.id] = marker;
    for (const Marker& marker : after.markers) {
        const auto was = old.find(marker.id);
        if (was == old.end())
            found.push_back({Kind::Added, {}, marker.frame, named(marker), {}});
        else if (was->second != marker)
            found.push_back({Kind::Changed, {}, marker.frame, named(marker), "was " + named(was->second)});
        if (was != old.end())
            old.erase(was);
    }
    for (const auto& [id, marker] : old)
        found.push_back({Kind::Removed, {}, marker.frame, named(marker), {}});
}

} // namespace

std::vector<Difference> compare(const Sequence& before, const Sequence& after) {
    using Kind = Difference::Kind;
    std::vector<Difference> found;
    if (before.name != after.name)
        found.push_back({Kind::Changed, {}, 0, after.name, "was called " + before.name});
    const auto settings = [](const Sequence& s) {
        return std::tuple(s.rate.num, s.rate.den, s.width, s.height, s.startFrame, s.dropFrame, s.framing,
                          s.language);
    };
    if (settings(before) != settings(after))
        found.push_back({Kind::Changed, {}, 0, "settings of the sequence", {}});
    compareMarkers(before, after, found);
    compareTracks(before, after, found);
    const auto old = placesOf(before);
    const auto now = placesOf(after);
    std::map<std::pair<std::string, std::int64_t>, std::vector<Difference>> ordered;
    const auto keep = [&](Difference difference) {
        ordered[{difference.track, difference.frame}].push_back(std::move(difference));
    };
    for (const auto& [id, place] : old)
        if (!now.contains(id))
            keep({Kind::Removed, place.track, place.frames.first, place.clip->name, {}});
    for (const auto& [id, place] : now) {
        const auto was = old.find(id);
        if (was == old.end()) {
            keep({Kind::Added, place.track, place.frames.first, place.clip->name, {}});
            continue;
        }
        const auto [kind, words] = changeOf(was->second, place);
        if (!words.empty())
            keep({kind, place.track, place.frames.first, place.clip->name, words});
    }
    for (auto& [where, differences] : ordered)
        std::move(differences.begin(), differences.end(), std::back_inserter(found));
    return found;
}

} // namespace cutaway::timeline
