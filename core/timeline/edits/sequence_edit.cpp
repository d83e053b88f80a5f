#include "core/timeline/edits/sequence_edit.h"

#include "core/timeline/index.h"
#include "core/timeline/invariants.h"

#include <algorithm>
#include <utility>

namespace cutaway::timeline {

SequenceEdit::SequenceEdit(const Sequence& sequence)
    : m_before(sequence)
    , m_after(sequence)
    , m_tracks(sequence.tracks.size()) {}

TrackEdit& SequenceEdit::track(std::size_t index) {
    auto& edit = m_tracks.at(index);
    if (!edit)
        edit = std::make_unique<TrackEdit>(*m_before.tracks[index], m_before.rate, m_splits);
    return *edit;
}

bool SequenceEdit::ripples(std::size_t index) const {
    const Track& track = *m_before.tracks[index];
    return !track.locked && track.syncLocked;
}

void SequenceEdit::open(std::int64_t frame, std::int64_t frames, const std::set<std::size_t>& own) {
    for (std::size_t t = 0; t < m_tracks.size(); ++t)
        if (ripples(t) || own.contains(t))
            track(t).open(track(t).unitsAt(frame), frames);
}

void SequenceEdit::close(std::int64_t from, std::int64_t to, const std::set<std::size_t>& own) {
    for (std::size_t t = 0; t < m_tracks.size(); ++t)
        if (ripples(t) || own.contains(t))
            track(t).close(track(t).unitsAt(from), to - from);
}

/// A clip of which only the right part is left is still that clip, with its id and its links. Where both
/// parts are left, the right parts of linked clips are linked with each other.
void SequenceEdit::nameSplits() {
    if (m_splits.empty())
        return;
    std::set<Uuid> parts;
    for (const Split& split : m_splits)
        parts.insert({split.left, split.right});
    std::map<Uuid, Uuid> groups; // of every part that is left
    for (auto& edit : m_tracks)
        if (edit)
            edit->forEachClip([&](const Clip& clip) {
                if (parts.contains(clip.id))
                    groups.emplace(clip.id, clip.linkGroup);
                return false;
            });
    // Who stands for a clip that is gone: the part split off it, or what stands for that part in turn.
    std::map<Uuid, Uuid> standIns;
    const auto standIn = [&](const Uuid& id) {
        const auto found = standIns.find(id);
        return found == standIns.end() ? id : found->second;
    };
    for (auto split = m_splits.rbegin(); split != m_splits.rend(); ++split)
        if (!groups.contains(split->left))
            standIns[split->left] = standIn(split->right);

    std::map<Uuid, Uuid> rightGroups; // group of the left parts -> group of the right parts
    std::map<Uuid, int> members;
    for (const Split& split : m_splits) {
        const auto left = groups.find(standIn(split.left));
        const auto right = groups.find(standIn(split.right));
        if (left == groups.end() || right == groups.end() || left == right || left->second.isNil())
            continue;
        Uuid& group = rightGroups[left->second];
        if (group.isNil())
            group = Uuid::random();
        right->second = group;
        ++members[group];
    }
    std::map<Uuid, Uuid> names; // stand-in -> the id it takes over
    for (auto split = m_splits.rbegin(); split != m_splits.rend(); ++split)
        if (!groups.contains(split->left))
            names[standIn(split->left)] = split->left;

    for (auto& edit : m_tracks)
        if (edit)
            edit->forEachClip([&](Clip& clip) {
                const auto part = groups.find(clip.id);
                if (part == groups.end())
                    return false;
                const Clip was = clip;
                const Uuid& group = part->second;
                const auto count = members.find(group);
                clip.linkGroup = count != members.end() && count->second < 2 ? Uuid() : group;
                if (const auto name = names.find(clip.id); name != names.end())
                    clip.id = name->second;
                return clip != was;
            });
}

Change SequenceEdit::finish(std::string name) {
    nameSplits();
    for (std::size_t t = 0; t < m_tracks.size(); ++t)
        if (m_tracks[t])
            m_after.tracks[t] = std::make_shared<const Track>(std::move(*m_tracks[t]).finish());
    return difference(m_before, m_after, std::move(name));
}

Result<void> checkFrame(std::int64_t frame) {
    constexpr std::int64_t mostFrames = 1'000'000'000;
    if (frame < 0 || frame > mostFrames)
        return Error{ErrorCategory::InvalidInput, "That is outside the sequence.", std::to_string(frame)};
    return {};
}

Error lockedError(const Track& track) {
    return {ErrorCategory::InvalidInput, track.name + " is locked. Unlock it to edit it.", {}};
}

Error noSuchClip() {
    return {ErrorCategory::NotFound, "That clip is no longer in the sequence.", {}};
}

Result<std::vector<ClipPlace>> placesOf(const Sequence& sequence, const std::set<Uuid>& clips) {
    if (clips.empty())
        return Error{ErrorCategory::InvalidInput, "Select a clip first.", {}};
    std::vector<ClipPlace> places;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
        const Track& track = *sequence.tracks[t];
        std::int64_t start = 0;
        for (std::size_t i = 0; i < track.items.size(); ++i) {
            const Item& item = track.items[i];
            if (item.clip && clips.contains(item.clip->id)) {
                if (track.locked)
                    return lockedError(track);
                places.push_back({t, i, {start, start + item.duration}, item.clip});
            }
            start += item.duration;
        }
    }
    if (places.size() != clips.size())
        return noSuchClip();
    return places;
}

} // namespace cutaway::timeline
