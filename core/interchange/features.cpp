#include "core/interchange/internal/features.h"

#include <algorithm>

namespace cutaway::interchange {

using timeline::Clip;
using timeline::Track;

namespace {

std::string decibels(int hundredths) {
    std::string digits = std::to_string(hundredths / 100) + "." +
                         std::to_string(std::abs(hundredths % 100) / 10) +
                         std::to_string(std::abs(hundredths % 10));
    return (hundredths < 0 && hundredths > -100 ? "-" : hundredths > 0 ? "+" : "") + digits + " dB";
}

} // namespace

std::vector<FeatureFound> featuresOf(const Clip& clip) {
    const auto& [id, name, media, mediaRate, in, duration, speed, linkGroup, group, audioMember, angle,
                 enabled, colour, gain, picture, graphic, sound, head, tail, markers, foreignMetadata] = clip;
    std::vector<FeatureFound> found;
    if (!speed.isNormal())
        found.push_back({Feature::Speed, "speed " + speed.percent() + " of " + name});
    if (gain != 0)
        found.push_back({Feature::Gain, "gain " + decibels(gain) + " of " + name});
    if (graphic)
        found.push_back({Feature::Graphic, "graphic " + name});
    if (sound)
        found.push_back({Feature::Sound, "gain keyframes, pan or channels of " + name});
    if (picture)
        found.push_back({Feature::Picture, "place, size or opacity of " + name});
    if (!colour.empty())
        found.push_back({Feature::Label, "label " + colour + " of " + name});
    if (!enabled)
        found.push_back({Feature::Disabled, name + ", which is disabled"});
    if (!linkGroup.isNil())
        found.push_back({Feature::Link, "links between clips"});
    if (!group.isNil())
        found.push_back({Feature::Group, "groups of clips"});
    for (const timeline::Marker& marker : markers)
        found.push_back(
            {Feature::ClipMarker, "marker " + (marker.name.empty() ? "" : marker.name + " ") + "of " + name});
    if (!foreignMetadata.empty())
        found.push_back({Feature::Foreign, "what another program keeps with " + name});
    return found;
}

std::vector<FeatureFound> featuresOf(const Track& track) {
    const auto& [id, name, kind, rate, targeted, locked, muted, soloed, syncLocked, language, items] = track;
    std::vector<FeatureFound> found;
    if (muted)
        found.push_back({Feature::Mute, "mute of " + name});
    if (soloed)
        found.push_back({Feature::Solo, "solo of " + name});
    if (locked)
        found.push_back({Feature::Lock, "lock of " + name});
    if (!language.empty())
        found.push_back({Feature::Language, "language of " + name + ", " + language});
    return found;
}

void Reporter::note(Fate fate, const Track* track, std::int64_t frame, std::string what, std::string how) {
    m_report.events.push_back({fate, track ? track->name : std::string(), frame,
                               timecodeText(m_sequence.startFrame + frame, m_sequence.timecode()),
                               std::move(what), std::move(how)});
}

void Reporter::lose(const std::vector<FeatureFound>& found, std::initializer_list<Feature> held,
                    const Track& track, std::int64_t frame) {
    for (const FeatureFound& each : found) {
        if (std::find(held.begin(), held.end(), each.feature) != held.end())
            continue;
        if (each.feature == Feature::Link || each.feature == Feature::Group) {
            if (!std::exchange(each.feature == Feature::Link ? m_linksLost : m_groupsLost, true))
                note(Fate::Lost, nullptr, 0, each.words, "the format has none");
            continue;
        }
        note(Fate::Lost, &track, frame, each.words, "the format has none");
    }
}

} // namespace cutaway::interchange
