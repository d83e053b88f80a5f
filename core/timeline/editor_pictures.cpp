#include "core/timeline/editor_session.h"

#include <algorithm>

// How the chosen pictures lie on the frame, and their keyframes.
namespace cutaway::timeline {

std::vector<ClipPlace> EditorSession::chosenPictures() const {
    std::vector<ClipPlace> places;
    for (const Uuid& id : chosen())
        if (auto place = findClip(*sequence(), id);
            place && sequence()->tracks[place->track]->kind == TrackKind::Video)
            places.push_back(std::move(*place));
    // The one asked for first, then as they lie.
    const auto hand = clipAtHand();
    std::stable_sort(places.begin(), places.end(), [&](const ClipPlace& a, const ClipPlace& b) {
        const bool first = hand && a.clip->id == *hand;
        const bool second = hand && b.clip->id == *hand;
        return first != second ? first
                               : std::pair(a.units.first, a.track) < std::pair(b.units.first, b.track);
    });
    return places;
}

Result<void> EditorSession::setPicture(const std::vector<ParameterValue>& values) {
    return take(setPictureParameters(*sequence(), chosen(), values, m_playhead));
}

Result<void> EditorSession::keyPicture(PictureParameter parameter, bool on) {
    return take(setPictureKeyframe(*sequence(), chosen(), parameter, m_playhead, on));
}

Result<void> EditorSession::keyPictures(std::span<const PictureParameter> parameters) {
    const auto pictures = chosenPictures();
    const bool on = std::any_of(pictures.begin(), pictures.end(), [&](const ClipPlace& place) {
        const PictureEffects effects = effectsOf(*place.clip);
        return std::any_of(parameters.begin(), parameters.end(), [&](PictureParameter parameter) {
            return !effects.of(parameter).keyAt(m_playhead - place.units.first);
        });
    });
    SequencePtr now = sequence();
    for (const PictureParameter parameter : parameters) {
        CUTAWAY_TRY(const Change change, setPictureKeyframe(*now, chosen(), parameter, m_playhead, on));
        CUTAWAY_TRY(now, apply(*now, change));
    }
    return take(difference(*sequence(), *now, on ? "Add keyframes" : "Remove keyframes"));
}

Result<void> EditorSession::interpolatePicture(std::optional<PictureParameter> parameter,
                                               Interpolation interpolation) {
    return take(setInterpolation(*sequence(), chosen(), parameter, m_playhead, interpolation));
}

Result<void> EditorSession::framePicture(std::optional<Framing> framing) {
    return take(setFraming(*sequence(), chosen(), framing));
}

Result<void> EditorSession::resetPicture(std::optional<PictureParameter> parameter) {
    return take(timeline::resetPicture(*sequence(), chosen(), parameter));
}

Result<void> EditorSession::pastePicture(const PictureEffects& effects) {
    return take(timeline::pastePicture(*sequence(), chosen(), effects));
}

std::optional<std::int64_t>
EditorSession::neighbouringKeyframe(int direction, std::optional<PictureParameter> parameter) const {
    std::optional<std::int64_t> best;
    for (const ClipPlace& place : chosenPictures()) {
        if (!place.clip->picture)
            continue;
        for (const auto& facts : pictureParameters()) {
            if (parameter.value_or(facts.parameter) != facts.parameter)
                continue;
            const Curve& curve = place.clip->picture->of(facts.parameter);
            const std::int64_t unit = m_playhead - place.units.first;
            const auto key = direction < 0 ? curve.keyBefore(unit) : curve.keyAfter(unit);
            if (!key || *key < 0 || *key >= place.units.count())
                continue;
            const std::int64_t frame = place.units.first + *key;
            if (!best || (direction < 0 ? frame > *best : frame < *best))
                best = frame;
        }
    }
    return best;
}

Result<void> EditorSession::dragPicture(const std::vector<ParameterValue>& values) {
    return preview(setPictureParameters(*m_history.committed(), chosen(), values, m_playhead));
}

Result<void> EditorSession::dragKeyframes(const Uuid& clip, std::int64_t from, std::int64_t to) {
    return preview(movePictureKeyframes(*m_history.committed(), clip, from, to));
}

Result<void> EditorSession::setFormat(const SequenceFormat& format) {
    return take(timeline::setFormat(*sequence(), format));
}

} // namespace cutaway::timeline
