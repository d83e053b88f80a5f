#include "core/media/internal/picture_memory.h"

extern "C" {
#include <libavutil/imgutils.h>
}

#include <new>
#include <sys/mman.h>

namespace cutaway::media {

namespace {

constexpr std::size_t alignment = 64;
constexpr int lineAlignment = 128;   // samples of luma: chroma lines at half of it stay aligned
constexpr std::size_t overread = 64; // decoders look a little past the end of a plane

std::size_t roundUp(std::size_t value, std::size_t step) {
    return (value + step - 1) / step * step;
}

/// One block of the store, and the store with it.
struct Loan {
    std::shared_ptr<PicturePool::Store> store;
    std::size_t bytes;
};

void endLoan(void* opaque, std::uint8_t* block) {
    const std::unique_ptr<Loan> loan(static_cast<Loan*>(opaque));
    loan->store->giveBack(block, loan->bytes);
}

AVBufferRef* borrow(const std::shared_ptr<PicturePool::Store>& store, std::size_t bytes) {
    auto* block = static_cast<std::uint8_t*>(store->take(bytes));
    if (!block)
        return nullptr;
    auto* loan = new (std::nothrow) Loan{store, bytes};
    AVBufferRef* buffer = loan ? av_buffer_create(block, bytes, endLoan, loan, 0) : nullptr;
    if (!buffer) {
        delete loan;
        store->giveBack(block, bytes);
    }
    return buffer;
}

/// FFmpeg's get_buffer2. It may come on several of the codec's threads at once.
int pooledBuffer(AVCodecContext* codec, AVFrame* frame, int flags) {
    const auto format = static_cast<AVPixelFormat>(frame->format);
    if (codec->codec_type != AVMEDIA_TYPE_VIDEO || !(codec->codec->capabilities & AV_CODEC_CAP_DR1) ||
        !av::pixelFormat(frame->format))
        return avcodec_default_get_buffer2(codec, frame, flags);
    int width = frame->width;
    int height = frame->height;
    int unused[AV_NUM_DATA_POINTERS];
    avcodec_align_dimensions2(codec, &width, &height, unused);
    int lines[4] = {};
    int code = av_image_fill_linesizes(
        lines, format, static_cast<int>(roundUp(static_cast<std::size_t>(width), lineAlignment)));
    if (code < 0)
        return code;
    const std::ptrdiff_t strides[4] = {lines[0], lines[1], lines[2], lines[3]};
    std::size_t sizes[4] = {};
    code = av_image_fill_plane_sizes(sizes, format, height, strides);
    if (code < 0)
        return code;
    std::size_t bytes = 0;
    std::size_t offsets[3] = {};
    for (std::size_t plane = 0; plane < 3; ++plane) {
        offsets[plane] = bytes;
        bytes += roundUp(sizes[plane] + overread, alignment);
    }
    frame->buf[0] = borrow(*static_cast<std::shared_ptr<PicturePool::Store>*>(codec->opaque), bytes);
    if (!frame->buf[0])
        return AVERROR(ENOMEM);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        frame->data[plane] = frame->buf[0]->data + offsets[plane];
        frame->linesize[plane] = lines[plane];
    }
    frame->extended_data = frame->data;
    return 0;
}

} // namespace

PicturePool::Store::~Store() {
    for (const auto& [bytes, blocks] : m_idle)
        for (void* block : blocks)
            ::munmap(block, bytes);
}

void* PicturePool::Store::take(std::size_t bytes) {
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_idle.find(bytes); found != m_idle.end() && !found->second.empty()) {
            void* block = found->second.back();
            found->second.pop_back();
            m_idleBytes -= bytes;
            return block;
        }
    }
    // Straight from the system, and back: a heap of blocks of several sizes keeps what was given back to it.
    void* block = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED)
        return nullptr;
    const std::lock_guard lock(m_mutex);
    m_bytes += bytes;
    return block;
}

void PicturePool::Store::giveBack(void* block, std::size_t bytes) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_idleBytes + bytes <= m_maxIdleBytes) {
            m_idle[bytes].push_back(block);
            m_idleBytes += bytes;
            return;
        }
        m_bytes -= bytes;
    }
    ::munmap(block, bytes);
}

std::size_t PicturePool::Store::idleBytes() const {
    const std::lock_guard lock(m_mutex);
    return m_idleBytes;
}

std::size_t PicturePool::Store::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

PicturePool::PicturePool(std::size_t maxIdleBytes)
    : m_store(std::make_shared<Store>(maxIdleBytes)) {}
PicturePool::~PicturePool() = default;

std::size_t PicturePool::idleBytes() const {
    return m_store->idleBytes();
}

std::size_t PicturePool::bytes() const {
    return m_store->bytes();
}

void av::usePool(AVCodecContext& codec, const std::shared_ptr<PicturePool::Store>& store) {
    codec.opaque = const_cast<std::shared_ptr<PicturePool::Store>*>(&store);
    codec.get_buffer2 = pooledBuffer;
// Without it frame threads would wait for the thread that feeds them. Gone, and always so, from FFmpeg 6 on.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    codec.thread_safe_callbacks = 1;
#pragma GCC diagnostic pop
}

} // namespace cutaway::media
