#include "core/media/decoder.h"
#include "core/media/jpeg.h"
#include "core/media/segmenter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace cutaway;
using namespace cutaway::media;

/// The entry of libFuzzer: any bytes are probed, decoded and cut without a crash; what is refused is refused
/// in words, and what comes has the promised size.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto* bytes = reinterpret_cast<const std::byte*>(data);
    const ByteSourcePtr source = memorySource(ByteBuffer(bytes, bytes + size));
    const auto info = probe(source);
    if (!info && info.error().message.empty())
        std::abort();
    if (auto decoder = VideoDecoder::open(source)) {
        const std::int64_t frames = std::min<std::int64_t>(decoder->frameCount(), 6);
        for (std::int64_t n = frames - 1; n >= 0; n -= 2) {
            const auto frame = decoder->frameAt(n);
            if (frame ? (*frame)->width <= 0 || !(*frame)->planes[2] : frame.error().message.empty())
                std::abort();
        }
    }
    if (auto decoder = AudioDecoder::open(source)) {
        const std::int64_t count = std::min<std::int64_t>(decoder->sampleCount(), 4000);
        const auto block = decoder->read(decoder->sampleCount() - count, count);
        if (block && block->frames() != count)
            std::abort();
    }
    (void)cutPicture(source, 5, [](PictureObject object) -> Result<void> {
        if (object.frames <= 0 || object.bytes.empty())
            std::abort();
        return {};
    });
    (void)decodeJpeg({bytes, size});
    return 0;
}
