#include "core/playback/sound_measure.h"

#include "core/loudness/window_meter.h"
#include "core/playback/sound_feeder.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::int64_t chunkSamples = 48'000;
constexpr std::size_t objectBytes = std::size_t{32} << 20;

/// Every sound of the stretch can be had: what is mixed with one that cannot be is silent there.
Result<void> checkSounds(SoundLoader& sounds, const timeline::Sequence& sequence, std::int64_t first,
                         std::int64_t count, const std::stop_token& stop) {
    for (const render::SoundPiece& piece : render::planSound(sequence, first, count)) {
        const auto read =
            sounds.read(piece.clip->media.sourceId, piece.clip->audioMember, piece.sourceSample, 1, stop);
        if (!read)
            return read.error();
    }
    return {};
}

} // namespace

Result<timeline::LoudnessTrace> measureSound(MediaAccess& access, const timeline::Sequence& sequence,
                                             std::int64_t first, std::int64_t count,
                                             const std::function<void(int)>& progress, std::stop_token stop) {
    ObjectCache objects(access, objectBytes);
    SoundLoader sounds(access, objects);
    CUTAWAY_TRY(const auto meter, loudness::WindowMeter::make());
    constexpr std::int64_t window = loudness::WindowMeter::window;
    const std::int64_t whole = (count + window - 1) / window * window;
    for (std::int64_t done = 0; done < whole;) {
        if (stop.stop_requested())
            return Error{ErrorCategory::Cancelled, "Measuring was stopped.", {}};
        const std::int64_t now = std::min(chunkSamples, whole - done);
        CUTAWAY_CHECK(checkSounds(sounds, sequence, first + done, now, stop));
        CUTAWAY_CHECK(meter->add(mixedSound(sounds, sequence, {}, first + done, now, stop)));
        done += now;
        if (progress)
            progress(static_cast<int>(done * 1000 / whole));
    }
    return timeline::LoudnessTrace{first, window, meter->levels()};
}

} // namespace cutaway::playback
