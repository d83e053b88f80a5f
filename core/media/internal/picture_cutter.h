#pragma once

#include "core/media/internal/output.h"
#include "core/media/internal/picture_index.h"
#include "core/media/segmenter.h"
#include "core/time/timecode.h"

#include <optional>
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

/// The timecode of the first shown frame of a file.
struct StartTimecode {
    std::int64_t frame = 0;
    TimecodeFormat format;
};

/// Collects copied packets of whole GOPs and makes one file of them. Times of the file they come from are not
/// used: a picture's place among the shown ones is its time, so an Object starts at 0 exactly.
class ObjectWriter {
public:
    /// `timecode`: kept in every MXF Object, counted on.
    ObjectWriter(const AVStream& stream, const PictureIndex& index, FrameRate rate, Container container,
                 std::optional<StartTimecode> timecode);

    /// Takes the content of the packet, which is number `at` of the index.
    void add(AVPacket& packet, std::int64_t at);
    Result<PictureObject> finish();

private:
    Result<Output> begin(std::int64_t firstFrame) const;

    struct Stored {
        PacketPtr packet;
        std::int64_t shown;
        bool key;
    };
    const AVStream& m_stream;
    const PictureIndex& m_index;
    FrameRate m_rate;
    Container m_container;
    std::optional<StartTimecode> m_timecode;
    std::vector<Stored> m_stored;
};

} // namespace cutaway::media::av
