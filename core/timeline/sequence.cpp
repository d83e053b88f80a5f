#include "core/timeline/sequence.h"

#include <algorithm>

namespace cutaway::timeline {

bool Item::operator==(const Item& other) const {
    if (duration != other.duration || isGap() != other.isGap())
        return false;
    return clip == other.clip || *clip == *other.clip;
}

Item Item::of(Clip clip) {
    const std::int64_t duration = clip.duration;
    return {duration, std::make_shared<const Clip>(std::move(clip))};
}

std::int64_t Track::duration() const {
    std::int64_t total = 0;
    for (const Item& item : items)
        total += item.duration;
    return total;
}

bool Sequence::operator==(const Sequence& other) const {
    const auto sameTrack = [](const auto& a, const auto& b) { return a == b || *a == *b; };
    return id == other.id && name == other.name && rate == other.rate && width == other.width &&
           height == other.height && framing == other.framing && startFrame == other.startFrame &&
           dropFrame == other.dropFrame && markers == other.markers && language == other.language &&
           foreignMetadata == other.foreignMetadata &&
           std::equal(tracks.begin(), tracks.end(), other.tracks.begin(), other.tracks.end(), sameTrack);
}

std::int64_t Sequence::unitsAtFrame(const Track& track, std::int64_t frame, FrameRate sequenceRate) {
    return track.kind == TrackKind::Audio ? samplesAtFrame(frame, sequenceRate) : frame;
}

std::int64_t Sequence::durationFrames() const {
    std::int64_t frames = 0;
    for (const auto& track : tracks) {
        const std::int64_t units = track->duration();
        if (track->kind == TrackKind::Video)
            frames = std::max(frames, units);
        else if (units > 0) // the frame in which the last sample sounds, and everything before it
            frames = std::max(frames, frameAtSample(units - 1, rate) + 1);
    }
    return frames;
}

Sequence emptySequence(std::string name, FrameRate rate, bool dropFrame) {
    Sequence sequence;
    sequence.id = Uuid::random();
    sequence.name = std::move(name);
    sequence.rate = rate;
    sequence.dropFrame = dropFrame && rate.allowsDropFrame();
    sequence.startFrame = parseTimecode("01:00:00:00", sequence.timecode()).value();
    const auto add = [&](const char* label, TrackKind kind) {
        Track track;
        track.id = Uuid::random();
        track.name = label;
        track.kind = kind;
        track.rate = kind == TrackKind::Audio ? sampleRate48k : rate;
        sequence.tracks.push_back(std::make_shared<const Track>(std::move(track)));
    };
    add("V1", TrackKind::Video);
    add("A1", TrackKind::Audio);
    add("A2", TrackKind::Audio);
    return sequence;
}

} // namespace cutaway::timeline
