#include "core/media/scale.h"

#include "core/media/internal/chroma_height.h"
#include "core/media/internal/sws.h"

#include <new>

namespace cutaway::media {

namespace {

int algorithm(ScaleQuality quality) {
    switch (quality) {
    case ScaleQuality::Fast:
        return SWS_BILINEAR;
    case ScaleQuality::Good:
        return SWS_BICUBIC;
    case ScaleQuality::Best:
        break;
    }
    return SWS_LANCZOS;
}

Error noMemory() {
    return {ErrorCategory::Internal, "There is not enough memory to scale this picture.", {}};
}

} // namespace

Result<VideoFramePtr> scale(const VideoFramePtr& frame, int width, int height, PixelFormat format,
                            ScaleQuality quality) {
    if (width < 16 || height < 16 || width > 8192 || height > 8192 || !frame)
        return Error{ErrorCategory::InvalidInput,
                     "A picture cannot be made " + std::to_string(width) + "x" + std::to_string(height) + ".",
                     {}};
    if (frame->width == width && frame->height == height && frame->format == format)
        return frame;
    const bool onlyChroma = frame->width == width && frame->height == height &&
                            bitDepth(frame->format) == bitDepth(format) && chromaShiftY(frame->format) == 1;
    if (onlyChroma) {
        try {
            return av::doubleChromaHeight(frame);
        } catch (const std::bad_alloc&) {
            return noMemory();
        }
    }
    const av::ScaleJob job{frame->width,
                           frame->height,
                           av::avPixelFormat(frame->format),
                           width,
                           height,
                           av::avPixelFormat(format),
                           algorithm(quality),
                           frame->colour.matrix,
                           frame->colour.fullRange,
                           frame->colour.fullRange};
    SwsContext* sws = av::scaler(job);
    if (!sws)
        return Error{ErrorCategory::Unsupported, "This picture cannot be scaled.", {}};
    try {
        const WritableFrame out = allocateFrame(width, height, format, frame->colour);
        const std::uint8_t* source[4] = {frame->planes[0], frame->planes[1], frame->planes[2], nullptr};
        const int sourceStride[4] = {static_cast<int>(frame->strides[0]), static_cast<int>(frame->strides[1]),
                                     static_cast<int>(frame->strides[2]), 0};
        std::uint8_t* target[4] = {out.planes[0], out.planes[1], out.planes[2], nullptr};
        const int targetStride[4] = {static_cast<int>(out.frame.strides[0]),
                                     static_cast<int>(out.frame.strides[1]),
                                     static_cast<int>(out.frame.strides[2]), 0};
        sws_scale(sws, source, sourceStride, 0, frame->height, target, targetStride);
        return out.share();
    } catch (const std::bad_alloc&) {
        return noMemory();
    }
}

} // namespace cutaway::media
