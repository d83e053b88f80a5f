#include "core/media/probe.h"

#include "core/media/internal/picture_index.h"
#include "core/media/internal/sound_index.h"

#include <algorithm>
#include <new>

namespace cutaway::media {

namespace {

std::string containerName(const AVFormatContext& context) {
    const std::string names = context.iformat->name;
    if (names.find("mp4") != std::string::npos) {
        const AVDictionaryEntry* brand = av_dict_get(context.metadata, "major_brand", nullptr, 0);
        return brand && std::string(brand->value).rfind("qt", 0) == 0 ? "mov" : "mp4";
    }
    return names.substr(0, names.find(','));
}

/// A time stamp of a stream.
struct Moment {
    std::int64_t ticks = AV_NOPTS_VALUE;
    AVRational base{0, 1};
};

constexpr std::int64_t editingRate = 48000;

/// AudioInfo::start. Time stamps are rounded to ticks, in Matroska to whole milliseconds.
std::int64_t startAfter(const Moment& picture, const Moment& sound, std::int64_t skipped, int rate) {
    constexpr std::int64_t furthest = editingRate * 3600 * 24;
    const auto usable = [](const Moment& moment) {
        return moment.ticks != AV_NOPTS_VALUE && moment.base.num > 0 && moment.base.den > 0;
    };
    if (!usable(picture) || !usable(sound) || rate <= 0)
        return 0;
    const AVRational grid{1, static_cast<int>(editingRate)};
    const auto at = [&](const Moment& moment) { return av_rescale_q(moment.ticks, moment.base, grid); };
    const std::int64_t start = std::clamp(at(sound), -furthest, furthest) -
                               std::clamp(at(picture), -furthest, furthest) +
                               av_rescale(skipped, editingRate, rate);
    const std::int64_t doubt =
        (av_rescale_q(1, picture.base, grid) + av_rescale_q(1, sound.base, grid) + 1) / 2;
    return start >= -doubt && start <= doubt ? 0 : start;
}

/// Each stream is indexed in a pass of its own: simple, and the bytes are in the system's cache by then.
Result<MediaInfo> probeOpen(const ByteSourcePtr& source) {
    CUTAWAY_TRY(av::Input input, av::Input::open(source));
    MediaInfo info;
    info.container = containerName(*input.context());
    info.bytes = source->size();
    bool fresh = true;
    Moment firstPicture;
    const auto prepare = [&](int stream) -> Result<void> {
        if (!fresh)
            CUTAWAY_CHECK(input.rewind());
        fresh = false;
        input.only(stream);
        return {};
    };
    if (const int stream = input.videoStream(); stream >= 0) {
        CUTAWAY_CHECK(prepare(stream));
        CUTAWAY_TRY(const av::PictureIndex index, av::indexPictures(input, stream));
        CUTAWAY_TRY(info.video, av::describePicture(input, stream, index));
        if (index.timestamps && index.frames() > 0)
            firstPicture = {index.shown(0).pts, input.stream(stream)->time_base};
    }
    for (int n = 0; input.audioStream(n) >= 0; ++n) {
        const int stream = input.audioStream(n);
        CUTAWAY_CHECK(prepare(stream));
        CUTAWAY_TRY(const av::SoundIndex index, av::indexSound(input, stream));
        CUTAWAY_TRY(AudioInfo sound, av::describeSound(input, stream, index));
        sound.start = startAfter(firstPicture, {index.startPts, input.stream(stream)->time_base},
                                 index.startSkip, sound.rate);
        info.audio.push_back(std::move(sound));
    }
    if (!info.video && info.audio.empty())
        return Error{ErrorCategory::Unsupported, "There is neither picture nor sound in this file.", {}};
    return info;
}

} // namespace

Result<MediaInfo> probe(const ByteSourcePtr& source) {
    try {
        return probeOpen(source);
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCategory::Corrupt, "This media asks for more memory than there is. It is damaged.", {}};
    }
}

} // namespace cutaway::media
