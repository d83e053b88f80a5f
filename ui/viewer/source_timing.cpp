#include "ui/viewer/source_timing.h"

namespace cutaway::ui {

timeline::SourceTiming timingOf(const tams::SourceView& view) {
    timeline::SourceTiming timing;
    timing.multiSource = view.sourceId;
    timing.name = view.label;
    timing.clock = view.clock;
    timing.first = view.firstFrame();
    timing.end = timing.first + view.frameCount();
    timing.sounds = view.audioCount();
    timing.startTimecode = view.startTimecode;
    timing.dropFrame = view.timecode.dropFrame;
    return timing;
}

timeline::SequencePtr sequenceOf(const timeline::SourceTiming& timing) {
    using namespace timeline;
    Sequence sequence = emptySequence(timing.name, timing.clock.rate, timing.dropFrame);
    sequence.startFrame = timing.startTimecode;
    const Uuid link = Uuid::random();
    // As many tracks as there are sounds: all of them are heard.
    const Track soundTrack = *sequence.tracks.back();
    sequence.tracks.resize(1);
    for (int sound = 0; sound < timing.sounds; ++sound)
        sequence.tracks.push_back(std::make_shared<const Track>(soundTrack));
    std::vector<std::shared_ptr<const Track>> tracks;
    int sound = 0;
    for (const auto& empty : sequence.tracks) {
        Track track = *empty;
        Clip clip;
        clip.id = Uuid::random();
        clip.name = timing.name;
        clip.media.sourceId = timing.multiSource;
        clip.linkGroup = link;
        clip.angle = timing.angle;
        if (track.kind == TrackKind::Video) {
            clip.mediaRate = timing.clock.rate;
            clip.in = timing.first;
            clip.duration = timing.end - timing.first;
        } else {
            // Both sides of a stereo member are one clip.
            track.id = Uuid::random();
            track.name = "A" + std::to_string(++sound);
            clip.mediaRate = sampleRate48k;
            clip.audioMember = sound;
            clip.in = timing.clock.sampleAtFrame(timing.first);
            clip.duration = timing.clock.sampleAtFrame(timing.end) - clip.in;
        }
        if (clip.duration > 0)
            track.items.push_back(Item::of(std::move(clip)));
        tracks.push_back(std::make_shared<const Track>(std::move(track)));
    }
    sequence.tracks = std::move(tracks);
    return std::make_shared<const Sequence>(std::move(sequence));
}

} // namespace cutaway::ui
