#include "core/media/internal/sws.h"

#include <list>

namespace cutaway::media::av {

namespace {

/// An ingest scales to two rungs and thumbnails at a time; a viewer to one or two sizes.
constexpr std::size_t keptPerThread = 6;

struct Context {
    ScaleJob job;
    SwsContext* sws = nullptr;

    explicit Context(const ScaleJob& wanted)
        : job(wanted)
        , sws(make(wanted)) {}
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { sws_freeContext(sws); }

    static SwsContext* make(const ScaleJob& job);
};

void setChromaSiting(SwsContext* sws, const char* side, AVPixelFormat format) {
    const AVPixFmtDescriptor* layout = av_pix_fmt_desc_get(format);
    if (!layout || (layout->flags & AV_PIX_FMT_FLAG_RGB) || layout->log2_chroma_w == 0)
        return;
    const std::string prefix = side;
    av_opt_set_int(sws, (prefix + "_h_chr_pos").c_str(), 0, 0); // left, as all video; in 1/256 of a sample
    av_opt_set_int(sws, (prefix + "_v_chr_pos").c_str(), layout->log2_chroma_h ? 128 : 0, 0);
}

SwsContext* Context::make(const ScaleJob& job) {
    SwsContext* sws = sws_alloc_context();
    if (!sws)
        return nullptr;
    av_opt_set_int(sws, "srcw", job.srcWidth, 0);
    av_opt_set_int(sws, "srch", job.srcHeight, 0);
    av_opt_set_int(sws, "src_format", job.srcFormat, 0);
    av_opt_set_int(sws, "src_range", job.srcFull ? 1 : 0, 0);
    av_opt_set_int(sws, "dstw", job.dstWidth, 0);
    av_opt_set_int(sws, "dsth", job.dstHeight, 0);
    av_opt_set_int(sws, "dst_format", job.dstFormat, 0);
    av_opt_set_int(sws, "dst_range", job.dstFull ? 1 : 0, 0);
    av_opt_set_int(sws, "sws_flags", job.flags | SWS_ACCURATE_RND | SWS_BITEXACT, 0);
    setChromaSiting(sws, "src", job.srcFormat);
    setChromaSiting(sws, "dst", job.dstFormat);
    const int* coefficients = sws_getCoefficients(job.matrix);
    sws_setColorspaceDetails(sws, coefficients, job.srcFull ? 1 : 0, coefficients, job.dstFull ? 1 : 0, 0,
                             1 << 16, 1 << 16);
    if (sws_init_context(sws, nullptr, nullptr) < 0) {
        sws_freeContext(sws);
        return nullptr;
    }
    return sws;
}

} // namespace

SwsContext* scaler(const ScaleJob& job) {
    thread_local std::list<Context> contexts; // the last used first
    for (auto it = contexts.begin(); it != contexts.end(); ++it)
        if (it->job == job) {
            contexts.splice(contexts.begin(), contexts, it);
            return contexts.front().sws;
        }
    quiet();
    contexts.emplace_front(job);
    if (contexts.size() > keptPerThread)
        contexts.pop_back();
    return contexts.front().sws;
}

} // namespace cutaway::media::av
