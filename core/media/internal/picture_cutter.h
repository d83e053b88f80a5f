#pragma once

#include "core/media/internal/output.h"
#include "core/media/internal/picture_index.h"
#include "core/media/segmenter.h"

#include <deque>
#include <vector>

namespace cutaway::media::av {

/// One group of pictures as stored: packets [first, end) of the index, of which `frames` are shown.
struct Gop {
    std::int64_t first = 0;
    std::int64_t end = 0;
    std::int64_t frames = 0;
};

/// The closed GOPs of a file, without those that are hidden. Unsupported, in words, when it cannot be cut.
Result<std::vector<Gop>> cuttableGops(const PictureIndex& index, const VideoInfo& info);

/// Collects copied packets of whole GOPs and makes one MP4 of them. Times of the file are not used: a
/// picture's place among the shown ones is its time, so an Object starts at 0 exactly.
class ObjectWriter {
public:
    ObjectWriter(const AVStream& stream, const PictureIndex& index, FrameRate rate);

    /// Takes the content of the packet, which is number `at` of the index.
    void add(AVPacket& packet, std::int64_t at);
    Result<PictureObject> finish();

private:
    struct Stored {
        PacketPtr packet;
        std::int64_t shown;
        bool key;
    };
    const AVStream& m_stream;
    const PictureIndex& m_index;
    FrameRate m_rate;
    std::vector<Stored> m_stored;
};

} // namespace cutaway::media::av
