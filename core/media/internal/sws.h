#pragma once

#include "core/media/internal/av.h"

extern "C" {
#include <libswscale/swscale.h>
}

namespace cutaway::media::av {

/// What one scaling context does. Two equal jobs share a context on the same thread.
struct ScaleJob {
    int srcWidth = 0, srcHeight = 0;
    AVPixelFormat srcFormat = AV_PIX_FMT_NONE;
    int dstWidth = 0, dstHeight = 0;
    AVPixelFormat dstFormat = AV_PIX_FMT_NONE;
    int flags = 0;  ///< SWS_BICUBIC, ...; exact rounding is added
    int matrix = 1; ///< H.273 matrix coefficients, where RGB meets YCbCr
    bool srcFull = false;
    bool dstFull = false;

    bool operator==(const ScaleJob&) const = default;
};

/// The calling thread's context for this job; null when libswscale cannot do it. Valid until the thread asks
/// for another.
SwsContext* scaler(const ScaleJob& job);

} // namespace cutaway::media::av
