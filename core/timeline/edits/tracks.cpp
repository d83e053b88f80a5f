#include "core/timeline/edits/tracks.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace cutaway::timeline {

namespace {

Error noSuchTrack() {
    return {ErrorCategory::NotFound, "That track is no longer in the sequence.", {}};
}

/// Where the tracks of one kind stand: [first, second) of Sequence::tracks.
std::pair<std::size_t, std::size_t> rowsOf(const Sequence& sequence, TrackKind kind) {
    const auto isVideo = [](const auto& track) { return track->kind == TrackKind::Video; };
    const auto split = static_cast<std::size_t>(
        std::find_if_not(sequence.tracks.begin(), sequence.tracks.end(), isVideo) - sequence.tracks.begin());
    return kind == TrackKind::Video ? std::pair(std::size_t(0), split)
                                    : std::pair(split, sequence.tracks.size());
}

std::string freeName(const Sequence& sequence, TrackKind kind) {
    std::set<std::string> taken;
    for (const auto& track : sequence.tracks)
        taken.insert(track->name);
    const std::string letter = kind == TrackKind::Video ? "V" : "A";
    for (int number = 1;; ++number)
        if (!taken.contains(letter + std::to_string(number)))
            return letter + std::to_string(number);
}

template <class F>
Result<Change> changeTrack(const Sequence& sequence, const Uuid& id, std::string name, F&& change) {
    const auto t = findTrack(sequence, id);
    if (!t)
        return noSuchTrack();
    Sequence after = sequence;
    Track track = *sequence.tracks[*t];
    change(track);
    after.tracks[*t] = std::make_shared<const Track>(std::move(track));
    return difference(sequence, after, std::move(name));
}

} // namespace

Result<Change> addTrack(const Sequence& sequence, TrackKind kind, std::optional<std::size_t> row) {
    const auto [first, end] = rowsOf(sequence, kind);
    if (end - first >= mostTracks)
        return Error{ErrorCategory::InvalidInput,
                     "A sequence has at most " + std::to_string(mostTracks) + " tracks of a kind.",
                     {}};
    Track track;
    track.id = Uuid::random();
    track.name = freeName(sequence, kind);
    track.kind = kind;
    track.rate = kind == TrackKind::Audio ? sampleRate48k : sequence.rate;
    track.targeted = false;
    Sequence after = sequence;
    const std::size_t at = first + std::min(row.value_or(end - first), end - first);
    after.tracks.insert(after.tracks.begin() + static_cast<std::ptrdiff_t>(at),
                        std::make_shared<const Track>(std::move(track)));
    return difference(sequence, after, kind == TrackKind::Video ? "Add picture track" : "Add sound track");
}

Result<Change> removeTrack(const Sequence& sequence, const Uuid& id) {
    const auto t = findTrack(sequence, id);
    if (!t)
        return noSuchTrack();
    const Track& track = *sequence.tracks[*t];
    if (track.locked)
        return lockedError(track);
    const auto [first, end] = rowsOf(sequence, track.kind);
    if (track.kind == TrackKind::Video && end - first == 1)
        return Error{ErrorCategory::InvalidInput, "The last picture track stays.", {}};
    Sequence after = sequence;
    after.tracks.erase(after.tracks.begin() + static_cast<std::ptrdiff_t>(*t));
    return difference(sequence, after, "Remove " + track.name);
}

Result<Change> removeEmptyTracks(const Sequence& sequence) {
    Sequence after = sequence;
    std::set<TrackKind> kept;
    std::erase_if(after.tracks, [&](const auto& track) {
        const bool first = kept.insert(track->kind).second;
        return track->items.empty() && !track->locked && !first;
    });
    if (after.tracks.size() == sequence.tracks.size())
        return Error{ErrorCategory::InvalidInput, "There is no empty track to remove.", {}};
    return difference(sequence, after, "Remove empty tracks");
}

Result<Change> moveTrack(const Sequence& sequence, const Uuid& id, int rows) {
    const auto t = findTrack(sequence, id);
    if (!t)
        return noSuchTrack();
    const auto [first, end] = rowsOf(sequence, sequence.tracks[*t]->kind);
    const auto to =
        std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(*t) + rows, static_cast<std::ptrdiff_t>(first),
                                   static_cast<std::ptrdiff_t>(end) - 1);
    Sequence after = sequence;
    const auto track = after.tracks[*t];
    after.tracks.erase(after.tracks.begin() + static_cast<std::ptrdiff_t>(*t));
    after.tracks.insert(after.tracks.begin() + to, track);
    return difference(sequence, after, "Move " + track->name);
}

Result<Change> renameTrack(const Sequence& sequence, const Uuid& id, std::string name) {
    const auto isSpace = [](unsigned char c) { return std::isspace(c) != 0; };
    name.erase(name.begin(), std::find_if_not(name.begin(), name.end(), isSpace));
    name.erase(std::find_if_not(name.rbegin(), name.rend(), isSpace).base(), name.end());
    if (name.empty() || name.size() > 64)
        return Error{ErrorCategory::InvalidInput, "A track's name has 1 to 64 letters.", {}};
    return changeTrack(sequence, id, "Rename track", [&](Track& track) { track.name = std::move(name); });
}

/// Parts of letters and digits, one to eight each, the first of them letters: what BCP 47 allows in short.
bool isLanguageTag(const std::string& tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '-') {
            if (length == 0)
                return false;
            length = 0;
            first = false;
        } else if (byte < 128 && (first ? std::isalpha(byte) : std::isalnum(byte)) != 0) {
            if (++length > 8)
                return false;
        } else {
            return false;
        }
    }
    return length > 0;
}

Result<Change> setTrackLanguage(const Sequence& sequence, const Uuid& id, std::string language) {
    if (!language.empty() && !isLanguageTag(language))
        return Error{ErrorCategory::InvalidInput,
                     "\"" + language + "\" is no language tag. Write one such as de, en or pt-BR.",
                     {}};
    return changeTrack(sequence, id, "Language of track",
                       [&](Track& track) { track.language = std::move(language); });
}

} // namespace cutaway::timeline
