#include "core/timeline/edits/clipboard.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <map>

namespace cutaway::timeline {

namespace {

const char* kindName(TrackKind kind) {
    return kind == TrackKind::Video ? "picture" : "sound";
}

/// Index of the track that row 0 of each kind goes to: the first targeted one that is not locked.
Result<std::map<TrackKind, std::size_t>> firstTracks(const Sequence& sequence, const Clipboard& clipboard) {
    std::map<TrackKind, std::size_t> first;
    for (const Clipboard::Piece& piece : clipboard.pieces) {
        if (first.contains(piece.kind))
            continue;
        const auto found = std::find_if(sequence.tracks.begin(), sequence.tracks.end(), [&](const auto& t) {
            return t->kind == piece.kind && t->targeted && !t->locked;
        });
        if (found == sequence.tracks.end())
            return Error{ErrorCategory::InvalidInput,
                         std::string("No ") + kindName(piece.kind) +
                             " track is targeted. Turn on a target button in front of a track.",
                         {}};
        first[piece.kind] = static_cast<std::size_t>(found - sequence.tracks.begin());
    }
    return first;
}

Result<std::size_t> trackFor(const Sequence& sequence, const Clipboard::Piece& piece, std::size_t first) {
    const std::size_t index = first + static_cast<std::size_t>(piece.row);
    if (index >= sequence.tracks.size() || sequence.tracks[index]->kind != piece.kind)
        return Error{ErrorCategory::InvalidInput,
                     std::string("There are too few ") + kindName(piece.kind) +
                         " tracks for what was copied. Add a track, or target an earlier one.",
                     {}};
    if (sequence.tracks[index]->locked)
        return lockedError(*sequence.tracks[index]);
    return index;
}

} // namespace

std::int64_t Clipboard::frames() const {
    std::int64_t end = 0;
    for (const Piece& piece : pieces)
        end = std::max(end, piece.offset + piece.frames);
    return end;
}

Clipboard copyClips(const Sequence& sequence, const std::set<Uuid>& clips) {
    Clipboard clipboard{sequence.rate, {}};
    std::map<TrackKind, int> rows;
    std::map<TrackKind, int> firstRow;
    std::int64_t earliest = 0;
    for (const auto& track : sequence.tracks) {
        const int row = rows[track->kind]++;
        std::int64_t start = 0;
        for (const Item& item : track->items) {
            if (item.clip && clips.contains(item.clip->id)) {
                const UnitRange frames = framesOf(*track, {start, start + item.duration}, sequence.rate);
                const int first = firstRow.emplace(track->kind, row).first->second;
                earliest = clipboard.isEmpty() ? frames.first : std::min(earliest, frames.first);
                clipboard.pieces.push_back(
                    {track->kind, row - first, frames.first, frames.count(), *item.clip});
            }
            start += item.duration;
        }
    }
    for (Clipboard::Piece& piece : clipboard.pieces)
        piece.offset -= earliest;
    return clipboard;
}

Result<Change> paste(const Sequence& sequence, std::int64_t frame, const Clipboard& clipboard, bool insert) {
    if (clipboard.isEmpty())
        return Error{ErrorCategory::InvalidInput, "Copy a clip first.", {}};
    if (clipboard.rate != sequence.rate && sequence.durationFrames() > 0)
        return Error{ErrorCategory::Unsupported,
                     "What was copied runs at " + clipboard.rate.toString() + " and this sequence at " +
                         sequence.rate.toString() + ".",
                     {}};
    CUTAWAY_CHECK(checkFrame(frame));
    CUTAWAY_CHECK(checkFrame(frame + clipboard.frames()));
    CUTAWAY_TRY(const auto first, firstTracks(sequence, clipboard));
    std::vector<std::size_t> to;
    for (const Clipboard::Piece& piece : clipboard.pieces) {
        CUTAWAY_TRY(const std::size_t track, trackFor(sequence, piece, first.at(piece.kind)));
        to.push_back(track);
    }
    SequenceEdit edit(sequence);
    if (insert)
        edit.open(frame, clipboard.frames(), {to.begin(), to.end()});
    std::map<Uuid, Uuid> groups;
    for (std::size_t i = 0; i < to.size(); ++i) {
        const Clipboard::Piece& piece = clipboard.pieces[i];
        TrackEdit& track = edit.track(to[i]);
        const std::int64_t start = track.unitsAt(frame + piece.offset);
        Clip clip = piece.clip;
        clip.id = Uuid::random();
        if (!clip.linkGroup.isNil())
            clip.linkGroup = groups.try_emplace(clip.linkGroup, Uuid::random()).first->second;
        if (!clip.group.isNil())
            clip.group = groups.try_emplace(clip.group, Uuid::random()).first->second;
        // Where frames are not whole samples a sound may be one longer or shorter elsewhere.
        clip.duration = track.unitsAt(frame + piece.offset + piece.frames) - start;
        if (clip.graphic)
            clip.mediaRate = sequence.rate; // of another rate, into an empty sequence
        track.put(start, Item::of(std::move(clip)));
    }
    return edit.finish(insert ? "Paste insert" : "Paste");
}

} // namespace cutaway::timeline
