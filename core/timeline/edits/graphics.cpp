#include "core/timeline/edits/graphics.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/edits/tracks.h"
#include "core/timeline/index.h"

#include <optional>
#include <utility>

namespace cutaway::timeline {

namespace {

bool isFree(const Track& track, std::int64_t from, std::int64_t to) {
    const TrackIndex index(track);
    for (std::size_t i = index.firstEndingAfter(from); i < index.size() && index.start(i) < to; ++i)
        if (!track.items[i].isGap())
            return false;
    return true;
}

/// The lowest picture track that takes the graphic; none when a new one is needed.
std::optional<std::size_t> trackFor(const Sequence& sequence, std::int64_t from, std::int64_t to) {
    std::optional<std::size_t> found;
    for (std::size_t t = sequence.tracks.size(); t-- > 0;) {
        const Track& track = *sequence.tracks[t];
        if (track.kind != TrackKind::Video)
            continue;
        if (!isFree(track, from, to))
            break;
        if (!track.locked && !track.muted)
            found = t;
    }
    return found;
}

} // namespace

Result<Change> addGraphic(const Sequence& sequence, Graphic graphic, std::string name, std::int64_t from,
                          std::int64_t to) {
    CUTAWAY_CHECK(checkFrame(from));
    CUTAWAY_CHECK(checkFrame(to));
    CUTAWAY_CHECK(checkGraphic(graphic));
    if (from >= to)
        return Error{ErrorCategory::InvalidInput, "The Out lies before the In. Mark the part again.", {}};
    SequencePtr base = std::make_shared<const Sequence>(sequence);
    auto index = trackFor(sequence, from, to);
    if (!index) {
        CUTAWAY_TRY(const Change added, addTrack(sequence, TrackKind::Video));
        CUTAWAY_TRY(base, apply(sequence, added));
        index = trackFor(*base, from, to);
        if (!index)
            return Error{ErrorCategory::Internal, "There is no picture track for the graphic.", {}};
    }
    Clip clip;
    clip.id = Uuid::random();
    clip.name = std::move(name);
    clip.mediaRate = sequence.rate;
    clip.duration = to - from;
    clip.graphic = shared(std::move(graphic));
    SequenceEdit edit(*base);
    edit.track(*index).put(from, Item::of(std::move(clip)));
    CUTAWAY_TRY(const SequencePtr after, apply(*base, edit.finish({})));
    return difference(sequence, *after, "Add graphic");
}

Result<Change> setGraphic(const Sequence& sequence, const Uuid& clipId, Graphic graphic, std::string step) {
    CUTAWAY_CHECK(checkGraphic(graphic));
    CUTAWAY_TRY(const auto places, placesOf(sequence, {clipId}));
    const ClipPlace& place = places.front();
    if (!place.clip->graphic)
        return Error{ErrorCategory::InvalidInput, "“" + place.clip->name + "” is no graphic.", {}};
    const SharedValue<Graphic> now = shared(std::move(graphic));
    SequenceEdit edit(sequence);
    edit.track(place.track).forEachClip([&](Clip& clip) {
        return clip.id == clipId && std::exchange(clip.graphic, now) != now;
    });
    return edit.finish(std::move(step));
}

Result<Change> setSequenceLanguage(const Sequence& sequence, std::string language) {
    if (!language.empty() && !isLanguageTag(language))
        return Error{
            ErrorCategory::InvalidInput, "A language is written as a tag, such as de, en or pt-BR.", {}};
    Sequence after = sequence;
    after.language = std::move(language);
    return difference(sequence, after, "Language of graphics");
}

const std::string& graphicLanguage(const Sequence& sequence, const Track& track) {
    return track.language.empty() ? sequence.language : track.language;
}

} // namespace cutaway::timeline
