#include "core/timeline/edits/format.h"

namespace cutaway::timeline {

namespace {

Error refused(std::string sentence) {
    return {ErrorCategory::InvalidInput, std::move(sentence), {}};
}

} // namespace

SequenceFormat formatOf(const Sequence& s) {
    return {s.rate, s.width, s.height, s.framing, s.startFrame, s.dropFrame};
}

Result<Change> setFormat(const Sequence& sequence, const SequenceFormat& format) {
    if (!format.rate.isValid())
        return refused("A sequence needs a rate.");
    if (format.rate != sequence.rate && sequence.durationFrames() > 0)
        return Error{ErrorCategory::Conflict,
                     "A sequence keeps the rate of its first clip, " + sequence.rate.toString() +
                         ". Start a new sequence for " + format.rate.toString() + ".",
                     {}};
    if (format.dropFrame && !format.rate.allowsDropFrame())
        return refused("Drop-frame timecode needs 29.97 or 59.94 frames a second.");
    const auto fits = [](int side) {
        return side >= SequenceFormat::smallestSide && side <= SequenceFormat::largestSide && side % 2 == 0;
    };
    if (!fits(format.width) || !fits(format.height))
        return refused("Width and height are even numbers from 16 to 8192.");
    const TimecodeFormat timecode{format.rate, format.dropFrame};
    if (format.startFrame < 0 || format.startFrame >= timecode.framesPerDay())
        return refused("The start is a timecode of one day.");
    Sequence after = sequence;
    after.rate = format.rate;
    after.width = format.width;
    after.height = format.height;
    after.framing = format.framing;
    after.startFrame = format.startFrame;
    after.dropFrame = format.dropFrame;
    if (format.rate != sequence.rate)
        for (auto& track : after.tracks) {
            if (track->kind != TrackKind::Video)
                continue;
            Track retimed = *track;
            retimed.rate = format.rate;
            track = std::make_shared<const Track>(std::move(retimed));
        }
    return difference(sequence, after, "Sequence settings");
}

} // namespace cutaway::timeline
