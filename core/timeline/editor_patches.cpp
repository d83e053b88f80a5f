#include "core/timeline/editor_session.h"

// Which part of the source side goes to which track.
namespace cutaway::timeline {

namespace {

constexpr int mostMembers = 64;

bool takesMember(const Track& track, int member) {
    return (track.kind == TrackKind::Video) == (member == 0);
}

} // namespace

void EditorSession::setPatched(int member, bool on) {
    const bool changed = on ? m_unpatched.erase(member) > 0 : m_unpatched.insert(member).second;
    if (changed)
        notify(Aspect::Modes);
}

std::optional<Uuid> EditorSession::patchTrackIn(const Sequence& target, int member) const {
    if (const auto put = m_patchTracks.find(member); put != m_patchTracks.end())
        if (findTrack(target, put->second))
            return put->second;
    std::optional<Uuid> first; // of the picture, where none is targeted
    int sound = 0;
    for (const auto& track : target.tracks) {
        if (!takesMember(*track, member))
            continue;
        if (member > 0 && ++sound == member)
            return track->id;
        if (member == 0 && track->targeted && !track->locked)
            return track->id;
        if (!first)
            first = track->id;
    }
    return member == 0 ? first : std::nullopt;
}

Result<void> EditorSession::movePatch(int member, const Uuid& track) {
    const auto index = findTrack(*sequence(), track);
    if (!index || !takesMember(*sequence()->tracks[*index], member))
        return Error{
            ErrorCategory::InvalidInput, "Picture goes to picture tracks and sound to sound tracks.", {}};
    const auto from = patchTrack(member);
    for (int other = 1; member > 0 && from && other <= mostMembers; ++other)
        if (other != member && patchTrack(other) == track)
            m_patchTracks[other] = *from;
    m_patchTracks[member] = track;
    m_unpatched.erase(member);
    notify(Aspect::Modes);
    return toggle(track, TrackToggle::Target, true);
}

std::vector<Patch> EditorSession::patchesFor(const Sequence& target, const SourceTiming& source) const {
    std::vector<Patch> patches;
    for (int member = source.hasPicture() ? 0 : 1; member <= source.sounds; ++member) {
        const auto to = isPatched(member) ? patchTrackIn(target, member) : std::nullopt;
        const auto index = to ? findTrack(target, *to) : std::nullopt;
        if (index && target.tracks[*index]->targeted && !target.tracks[*index]->locked)
            patches.push_back({*to, member});
    }
    return patches;
}

} // namespace cutaway::timeline
