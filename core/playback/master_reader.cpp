#include "core/playback/master_reader.h"

#include "core/playback/tams_media_access.h"

namespace cutaway::playback {

namespace {

constexpr int threads = 2; // of the codec: a GOP of UHD is half a second of work for one

Error notThere(const tams::SourceView& view, const std::string& detail) {
    return {ErrorCategory::NotFound,
            "“" + view.label + "” has no full-size picture of this moment. It appears once the cloud has it.",
            detail};
}

/// Only the index and single GOPs are read where the layout allows it.
Result<media::VideoDecoder> openDecoder(const std::shared_ptr<RangedObject>& object) {
    media::DecodeOptions options;
    options.threads = threads;
    options.headerOnly = true;
    if (auto decoder = media::VideoDecoder::open(object, options))
        return decoder;
    options.headerOnly = false;
    CUTAWAY_CHECK(object->fetchPart(0, object->size()));
    return media::VideoDecoder::open(object, options);
}

} // namespace

Result<MasterReader::Piece> MasterReader::open(const tams::SourceView& view, const tams::FlowView& master,
                                               std::int64_t frame, const std::stop_token& stop,
                                               const RangedObject::Progress& progress) const {
    tams::SegmentQuery query;
    query.timerange = view.clock.rangeOf(frame, 1);
    CUTAWAY_TRY(const auto segments, m_client->segments(master.flowId, query, stop));
    for (const tams::Segment& segment : segments) {
        const ObjectSpan span = spanOf(segment, view.clock);
        if (frame < span.firstUnit || frame >= span.firstUnit + span.count)
            continue;
        Piece piece{master.flowId, span.firstUnit, span.count, span.objectUnit, nullptr, nullptr};
        CUTAWAY_TRY(piece.object, RangedObject::open(m_client, segment.getUrls, stop, progress));
        CUTAWAY_TRY(media::VideoDecoder decoder, openDecoder(piece.object));
        piece.decoder = std::make_unique<media::VideoDecoder>(std::move(decoder));
        return piece;
    }
    return notThere(view, "frame " + std::to_string(frame));
}

/// In one request what of the GOP is missing, where it is known which bytes those are.
Result<media::VideoFramePtr> MasterReader::Piece::decode(std::int64_t index,
                                                         const std::stop_token& stop) const {
    const auto gop = decoder->gopBytes(index);
    CUTAWAY_CHECK(object->fetchPart(gop.first, gop.end));
    return decoder->frameAt(index, stop);
}

Result<MasterPicture> MasterReader::read(const tams::SourceView& view, std::int64_t frame,
                                         std::stop_token stop, const RangedObject::Progress& progress) {
    const tams::FlowView* master = view.master();
    if (!master)
        return notThere(view, "no picture at all");
    const std::lock_guard lock(m_mutex);
    if (stop.stop_requested())
        return Error{ErrorCategory::Cancelled, "Stopped.", {}};
    if (!m_piece || !m_piece->holds(master->flowId, frame)) {
        m_piece.reset();
        CUTAWAY_TRY(m_piece, open(view, *master, frame, stop, progress));
    }
    m_piece->object->use(stop, progress);
    auto picture = m_piece->decode(frame - m_piece->firstFrame + m_piece->objectFrame, stop);
    const std::int64_t fetched = m_piece->object->fetched();
    const std::string codec = m_piece->decoder->info().codec;
    m_piece->object->use({}, nullptr);
    if (!picture) {
        m_piece.reset();
        return picture.error();
    }
    return MasterPicture{std::move(*picture), codec, fetched};
}

} // namespace cutaway::playback
