#pragma once

#include "core/media/decoder.h"
#include "core/playback/ranged_object.h"
#include "core/tams/source_view.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace cutaway::playback {

/// A frame as the master has it.
struct MasterPicture {
    media::VideoFramePtr picture; ///< full size, in the master's own range
    std::string codec;            ///< "hevc", "h264", ...
    std::int64_t fetched = 0;     ///< bytes of its Object that were needed so far
};

/// Single frames of masters, one piece of the master fetched at a time: to look at a picture at full size
/// without fetching the angle. Of an MP4 with closed GOPs only the index and the GOP are fetched, in whatever
/// order its pictures are stored; of anything else the piece, about a second. The newest piece is kept, so
/// that stepping within it asks the cloud for no more. Any thread; one frame at a time.
class MasterReader {
public:
    explicit MasterReader(std::shared_ptr<const tams::TamsClient> client)
        : m_client(std::move(client)) {}

    /// `frame` is absolute. NotFound: there is no master, or not there; Cancelled; what cloud and decoder
    /// say. `progress` comes on the network's thread.
    Result<MasterPicture> read(const tams::SourceView& view, std::int64_t frame, std::stop_token stop,
                               const RangedObject::Progress& progress);

private:
    struct Piece {
        Uuid flowId;
        std::int64_t firstFrame = 0; ///< absolute
        std::int64_t count = 0;
        std::int64_t objectFrame = 0; ///< of firstFrame, in the Object
        std::shared_ptr<RangedObject> object;
        std::unique_ptr<media::VideoDecoder> decoder;

        Result<media::VideoFramePtr> decode(std::int64_t index, const std::stop_token& stop) const;
        bool holds(const Uuid& flow, std::int64_t frame) const {
            return flow == flowId && frame >= firstFrame && frame < firstFrame + count;
        }
    };
    Result<Piece> open(const tams::SourceView& view, const tams::FlowView& master, std::int64_t frame,
                       const std::stop_token& stop, const RangedObject::Progress& progress) const;

    const std::shared_ptr<const tams::TamsClient> m_client;
    std::mutex m_mutex; ///< held while a frame is read
    std::optional<Piece> m_piece;
};

} // namespace cutaway::playback
