#include "core/media/probe.h"

#include "core/media/internal/picture_index.h"
#include "core/media/internal/sound_index.h"

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

/// Each stream is indexed in a pass of its own: simple, and the bytes are in the system's cache by then.
Result<MediaInfo> probeOpen(const ByteSourcePtr& source) {
    CUTAWAY_TRY(av::Input input, av::Input::open(source));
    MediaInfo info;
    info.container = containerName(*input.context());
    info.bytes = source->size();
    bool fresh = true;
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
    }
    for (int n = 0; input.audioStream(n) >= 0; ++n) {
        const int stream = input.audioStream(n);
        CUTAWAY_CHECK(prepare(stream));
        CUTAWAY_TRY(const av::SoundIndex index, av::indexSound(input, stream));
        CUTAWAY_TRY(AudioInfo sound, av::describeSound(input, stream, index));
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
